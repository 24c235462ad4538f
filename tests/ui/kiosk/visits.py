"""A visit that begins in the middle: the answers of an example, and the page to look at."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QLabel, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from filingdesk.core.answers import Answers, Value
from filingdesk.desk import Desk
from filingdesk.ui.kiosk.seen import OriginalsSeen
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.shell import Kiosk
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.guard import taps
from filingdesk.words.consent import VERSION
from tests.desk.furnished import PASSPHRASE, TODAY, answers_of, example, made_once, open_desk
from tests.ui.kiosk.person import Person, settle

EXPIRED = "cn-tianjin/tianjin-expired"

P = TypeVar("P")


class Visitor(Person):
    """Somebody at a real desk with real packs."""

    def __init__(self, kiosk: Kiosk, qtbot: QtBot) -> None:
        super().__init__(kiosk)
        self._qtbot = qtbot

    @property
    def session(self) -> Session:
        return self.kiosk.session

    @property
    def desk(self) -> Desk:
        return self.session.desk

    def waits(self) -> None:
        """Until what runs beside the window is done."""
        settle()
        self._qtbot.waitUntil(lambda: not self._busy(), timeout=20_000)
        settle()

    def confirming(self) -> OriginalsSeen:
        """The card on which a clerk says which originals they have seen."""
        settle()
        found = self.kiosk.findChildren(OriginalsSeen)
        (card,) = [each for each in found if each.isVisible()]
        return card

    def fetches_a_clerk(self, passphrase: str = PASSPHRASE) -> None:
        """Who comes, types the passphrase on the open card and confirms."""
        card = self.confirming()
        card.secret.set_raw(passphrase)
        self.touches(self.session.words.say("Confirm"))
        self.waits()

    def at(self, kind: type[P]) -> P:
        """The page, as what it is."""
        page = self.page
        assert isinstance(page, kind), self.heading
        return page

    def texts(self, within: QWidget | None = None) -> list[str]:
        """Every text on the page that can be read now."""
        settle()
        labels = (within or self.page).findChildren(QLabel)
        return [each.text() for each in labels if each.isVisible() and each.text()]

    def reads(self, words: str) -> bool:
        """Whether these words stand on the page itself."""
        return any(words in each for each in self.texts())

    def scrolled(self) -> int:
        bars = (each for each in self.kiosk.findChildren(QScrollBar) if each.maximum() > 0)
        return max((each.value() for each in bars), default=0)

    def _busy(self) -> bool:
        return any(each.running() for each in self.kiosk.window().findChildren(Busy))


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(
    tmp_path_factory: pytest.TempPathFactory,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Visit]:
    """`visit(page, example, language=…, today=…, question=answer)` opens a desk on that page;
    `fresh` leaves the answers of the example out."""
    monkeypatch.setattr(taps, "interval", 0)
    folder = tmp_path / "desk"
    shutil.copytree(made_once(tmp_path_factory.getbasetemp()), folder)
    opened = ExitStack()

    def begin(
        page: str,
        name: str = EXPIRED,
        *,
        language: str = "en",
        today: date = TODAY,
        fresh: bool = False,
        **answers: Value,
    ) -> Visitor:
        desk = opened.enter_context(open_desk(folder, today))
        session = Session(desk.doors, language=language)
        opened.callback(_leave, session)
        kiosk = Kiosk(session)
        qtbot.addWidget(kiosk)
        kiosk.resize(1280, 800)
        with qtbot.waitExposed(kiosk):
            kiosk.show()
        kiosk.activateWindow()
        draft = desk.draft_of(answers_of(desk, example(name)))
        said = draft.answers
        for question, value in answers.items():
            said = said.say(question, value)
        said = Answers() if fresh else said
        draft = replace(draft, answers=said, page=page, language=language, consent=VERSION)
        session.resume(desk.keep(draft))
        visitor = Visitor(kiosk, qtbot)
        visitor.waits()
        assert session.page == page, f"the way does not lead to {page}"
        return visitor

    with opened:
        yield begin


def _leave(session: Session) -> None:
    """Nothing of a page outlives its story."""
    session.erase()
    settle()
    session.keeping.stop()
