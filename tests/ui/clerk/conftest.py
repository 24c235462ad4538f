"""A clerk's morning: a real desk with the real packs, and one filing that was really signed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from filingdesk.app import Furniture, furnish
from filingdesk.desk import Desk
from filingdesk.ui.clerk.room import ClerkRoom
from filingdesk.ui.widgets.guard import taps
from tests.ui.clerk.clerk import TODAY, Clerk
from tests.ui.conftest import PASSPHRASE

EXAMPLE = "shandong-expired"


@pytest.fixture(scope="session")
def filed_desk(made_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk where the example of Shandong was signed."""
    folder = tmp_path_factory.mktemp("filed") / "desk"
    shutil.copytree(made_desk, folder)
    desk = furnish(folder, TODAY)
    desk.doors.unlock(PASSPHRASE)
    text = desk.doors.example("cn-shandong", EXAMPLE)
    draft = desk.keep(desk.draft_of(desk.doors.read_answers(text, EXAMPLE)))
    desk.sign(draft)
    desk.doors.lock()
    return folder


def _opened(made: Path, folder: Path) -> Iterator[Desk]:
    shutil.copytree(made, folder)
    desk = Desk(Furniture(folder, TODAY))
    desk.doors.unlock(PASSPHRASE)
    yield desk
    desk.doors.lock()


@pytest.fixture
def desk(made_desk: Path, tmp_path: Path) -> Iterator[Desk]:
    """An open desk without a case; its day is Monday, 23 November 2026."""
    yield from _opened(made_desk, tmp_path / "desk")


@pytest.fixture
def desk_with_a_filing(filed_desk: Path, tmp_path: Path) -> Iterator[Desk]:
    """An open desk with the one filing."""
    yield from _opened(filed_desk, tmp_path / "desk")


@pytest.fixture
def seat(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> "Seat":
    """Where a clerk can sit down at a desk, as soon as a story has its cases."""
    monkeypatch.setattr(taps, "interval", 0)
    return Seat(qtbot)


class Seat:
    """`at(desk)` opens the room at that desk, on a screen of the size given."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def at(self, desk: Desk, width: int = 1280, height: int = 800, language: str = "en") -> Clerk:
        room = ClerkRoom(desk, language)
        self._qtbot.addWidget(room)
        room.resize(width, height)
        with self._qtbot.waitActive(room):
            room.show()
        return Clerk(room, self._qtbot)
