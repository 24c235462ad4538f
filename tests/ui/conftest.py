"""A kiosk to stand at: a real desk with a real store, and an interview of a dozen pages."""

import gc
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from filingdesk import resources
from filingdesk.app import Furniture
from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.desk import Desk
from filingdesk.ui.kiosk.patience import Patience
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.shell import Kiosk
from filingdesk.ui.warm import WARM
from filingdesk.ui.widgets.guard import taps

TODAY = date(2026, 11, 23)
PASSPHRASE = "the lamp on the third desk"


@pytest.fixture(autouse=True)
def _garbage_in_this_thread() -> Iterator[None]:
    """As in the window: no other thread destroys a widget; see filingdesk.ui.garbage."""
    gc.disable()
    yield
    for thread in threading.enumerate():
        if thread.name == WARM:
            thread.join()
    QThreadPool.globalInstance().waitForDone()
    gc.enable()


@pytest.fixture
def plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program's own sentences in every language: translators may word theirs as they like."""
    monkeypatch.setattr(resources, "translations", lambda: tmp_path / "no translations")


@pytest.fixture(scope="session")
def made_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that was set up once; each story gets a copy of its folder."""
    folder = tmp_path_factory.mktemp("desk") / "made"
    doors = Furniture(folder)
    doors.create(PASSPHRASE, "市民服务中心")
    doors.lock()
    return folder


@pytest.fixture
def locked(made_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk in the morning, with a small pack of its own."""
    monkeypatch.setattr(resources, "packs", lambda: Path(__file__).parent / "packs")
    folder = tmp_path / "desk"
    shutil.copytree(made_desk, folder)
    return Desk(Furniture(folder, TODAY))


@pytest.fixture
def desk(locked: Desk) -> Iterator[Desk]:
    """A desk that is open."""
    locked.doors.unlock(PASSPHRASE)
    yield locked
    locked.doors.lock()


@pytest.fixture
def session(desk: Desk, qapp: QApplication) -> Iterator[Session]:
    """One person's time, in English; the clock of the idle rule is short enough to watch."""
    session = Session(desk.doors, language="en", patience=Patience(120, 60))
    yield session
    session.keeping.stop()


@pytest.fixture
def kiosk(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Kiosk:
    """The kiosk on its screen, as large as the smallest one it is made for."""
    monkeypatch.setattr(taps, "interval", 0)
    kiosk = Kiosk(session)
    qtbot.addWidget(kiosk)
    kiosk.resize(1280, 800)
    with qtbot.waitExposed(kiosk):
        kiosk.show()
    return kiosk


class BrokenDisk:
    """Stands before a store and refuses to save until it is mended."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = False
        self._save = desk.doors.store.save_draft
        monkeypatch.setattr(desk.doors.store, "save_draft", self.save_draft)

    def save_draft(self, draft: Draft) -> None:
        if self.is_full:
            raise UserProblem(Problem("store", "disk-full"))
        self._save(draft)


@pytest.fixture
def disk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> BrokenDisk:
    """The disk of the desk; it is full when a story says so."""
    return BrokenDisk(desk, monkeypatch)
