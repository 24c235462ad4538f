"""Every page, in every language, on the smallest screens and with the largest letters: nothing is
cut off, everything can be touched, is called something, and shows where the focus is."""

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from filingdesk.core.pack import Shows
from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem
from filingdesk.desk import Desk
from filingdesk.ui.clerk.room import ClerkRoom
from filingdesk.ui.kiosk import names
from filingdesk.ui.kiosk.names import INTERRUPTED, NOTICE, OPENING, RECOVERY, SETUP, START, UNLOCK
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.setup import SetupPage
from filingdesk.ui.kiosk.shell import Kiosk
from filingdesk.ui.theme.tokens import TextSize
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.overlay import Overlay
from filingdesk.ui.widgets.topbar import Tool
from filingdesk.words.catalogue import LANGUAGES
from filingdesk.words.consent import VERSION
from tests.desk.furnished import FILINGS, answers_of, made_once, open_desk
from tests.long.further_pages import clerks_pages, own_key, papers
from tests.long.rule import faults, named, stops
from tests.ui.conftest import _garbage_in_this_thread
from tests.ui.kiosk.person import settle

__all__ = ["_garbage_in_this_thread"]

SCREENS = ((1280, 800), (1024, 768))
SIZES = (TextSize.NORMAL, TextSize.ELDERLY)
FINGER, POINTER = 44, 24  # pixels: a kiosk's least target, and a desk's
LEFT_OUT = {
    "association": {"record_kind": "association"},
}
"""Pages that end a way, and the answer that leads there: no example goes so far."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it stands on the screen."""

    name: str
    window: QWidget


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "desk"
    shutil.copytree(made_once(tmp_path_factory.getbasetemp()), folder)
    with open_desk(folder) as desk:
        yield desk


@pytest.fixture(params=LANGUAGES)
def session(request: pytest.FixtureRequest, desk: Desk, qapp: QApplication) -> Iterator[Session]:
    session = Session(desk.doors, language=request.param)
    yield session
    session.erase()
    settle()
    session.keeping.stop()


@pytest.fixture
def kiosk(session: Session, qtbot: QtBot) -> Kiosk:
    kiosk = Kiosk(session)
    qtbot.addWidget(kiosk)
    return kiosk


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name.lower())
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: "x".join(map(str, screen)))
def test_nothing_is_cut_off(
    kiosk: Kiosk, screen: tuple[int, int], size: TextSize, tmp_path: Path, qtbot: QtBot
) -> None:
    kiosk.resize(*screen)
    with qtbot.waitExposed(kiosk):
        kiosk.show()
    kiosk.session.set_text_size(size)
    seen = [
        f"{page}: {fault}"
        for page in every_page(kiosk, tmp_path)
        for fault in faults(kiosk, finger=FINGER)
    ]
    assert not seen, told(seen)


def test_the_focus_can_be_seen_wherever_it_goes(kiosk: Kiosk, tmp_path: Path, qtbot: QtBot) -> None:
    kiosk.resize(*SCREENS[0])
    with qtbot.waitActive(kiosk):
        kiosk.show()
    unseen = [
        f"{page}: {named(stop)}"
        for page in every_page(kiosk, tmp_path)
        for stop in [*stops(reachable(kiosk))]
        if not shows_focus(kiosk, stop)
    ]
    assert not unseen, told(unseen)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: "x".join(map(str, screen)))
def test_nothing_of_the_clerks_desk_is_cut_off(
    desk: Desk, language: str, screen: tuple[int, int], tmp_path: Path, qtbot: QtBot
) -> None:
    desk.sign(desk.keep(desk.draft_of(answers_of(desk, FILINGS[0]))))
    room = ClerkRoom(desk, language)
    qtbot.addWidget(room)
    room.resize(*screen)
    with qtbot.waitExposed(room):
        room.show()
    seen = []
    for size in TextSize:
        room.set_display(size.name)
        for page in every_room(room, tmp_path):
            seen += [f"{size.name} {page}: {each}" for each in faults(room, finger=POINTER)]
    assert not seen, told(seen)


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda page: page.title.setFixedHeight(20), "needs"),
        (lambda page: page.title.setFixedWidth(2000), "sticks out of"),
        (lambda page: page.title.parentWidget().setMinimumWidth(3000), "scrolls sideways"),
        (lambda page: page.add(QLineEdit()), "has no name"),
        (lambda page: page.window().findChild(Tool).setMaximumHeight(30), "too small to touch"),
    ],
    ids=["cut", "sticking out", "sideways", "nameless", "small"],
)
def test_what_is_wrong_is_seen(
    kiosk: Kiosk, spoil: Callable[[SetupPage], None], complaint: str, qtbot: QtBot
) -> None:
    kiosk.resize(*SCREENS[0])
    with qtbot.waitExposed(kiosk):
        kiosk.show()
    kiosk.session.show(SETUP)
    at_rest(kiosk, SETUP)
    assert isinstance(kiosk.page, SetupPage)
    spoil(kiosk.page)
    at_rest(kiosk, SETUP)
    assert any(complaint in each for each in faults(kiosk, finger=FINGER))


# ------------------------------------------------------------------------------------ the walks


def every_page(kiosk: Kiosk, folder: Path) -> Iterator[str]:
    """Before there is a draft, then each page of each example, and what only errors show; what
    lies on a stick lies in `folder`."""
    session = kiosk.session
    session.recovery_code = "NNHJK-9VXEG-LH8EK-G8TCX-2W79N"
    for front in (SETUP, RECOVERY, UNLOCK, OPENING, INTERRUPTED, START, NOTICE):
        session.show(front)
        yield at_rest(kiosk, front)
    met: set[tuple[str, str]] = set()
    for draft in drafts(session):
        pack = session.desk.pack(draft.answers).id
        for page in session.desk.interview(draft).path(draft.answers):
            if (pack, page.id) not in met:
                met.add((pack, page.id))
                session.resume(replace(draft, page=page.id))
                yield at_rest(kiosk, f"{pack} {page.id}")
                if page.shows is Shows.QUESTIONS and page.questions:
                    session.tell(Problem(page.questions[0], "answer-missing"))
                    yield at_rest(kiosk, f"{pack} {page.id} with an error")
    yield from to_the_end(kiosk, folder)


def drafts(session: Session) -> Iterator[Draft]:
    """Every example that ends in an objection, then the ways that end before."""
    desk, language = session.desk, session.words.language
    found = [desk.draft_of(answers_of(desk, each)) for each in FILINGS]
    for draft in found:
        yield replace(draft, language=language, consent=VERSION)
    for answers in LEFT_OUT.values():
        said = found[0].answers
        for question, value in answers.items():
            said = said.say(question, value)
        yield replace(found[0], answers=said, language=language, consent=VERSION)


def to_the_end(kiosk: Kiosk, folder: Path) -> Iterator[str]:
    """The papers of a filing, and the pages after the interview."""
    session = kiosk.session
    yield from papers(kiosk, next(drafts(session)), folder, at_rest)
    draft = session.desk.keep(next(drafts(session)))
    yield from own_key(kiosk, draft, at_rest)
    for page in (names.PREVIEW, names.SIGN):
        session.resume(replace(draft, page=page))
        yield at_rest(kiosk, page)
    session.filed(session.desk.sign(session.here))
    yield at_rest(kiosk, names.DONE)
    session.case, session.draft = None, None


def every_room(room: ClerkRoom, folder: Path) -> Iterator[str]:
    room.show_today()
    yield at_rest(room, "today")
    cases = room.show_cases()
    yield at_rest(room, "cases")
    case = room.sitting.desk.cases()[0].case
    cases.open(case.id)
    yield at_rest(room, "a case")
    cases.pane.record()
    yield at_rest(room, "record")
    cases.pane.go_back()
    yield from clerks_pages(room, room.sitting.desk, folder, at_rest)


def at_rest(window: QWidget, name: str) -> str:
    """The page is laid out, and what worked beside it is done."""
    end = time.monotonic() + 30
    settle()
    while any(each.running() for each in window.window().findChildren(Busy)):
        assert time.monotonic() < end, f"{name} never comes to rest"
        QTest.qWait(20)
    settle()
    return name


def reachable(window: QWidget) -> QWidget:
    """What Tab can reach: only the card that lies over the page, where there is one."""
    cards = [each for each in window.findChildren(Overlay) if each.isVisible()]
    return cards[-1] if cards else window


def shows_focus(window: QWidget, stop: QWidget) -> bool:
    """Whether anything looks different around it when it has the focus."""
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    area = stop.rect().adjusted(-6, -6, 6, 6).translated(stop.mapTo(window, stop.rect().topLeft()))
    with_focus = window.grab(area).toImage()
    stop.clearFocus()
    settle()
    return window.grab(area).toImage() != with_focus


def told(lines: list[str]) -> str:
    different = [*dict.fromkeys(lines)]
    return f"{len(different)} faults:\n" + "\n".join(different)
