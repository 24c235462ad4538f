"""Every page in a language of which only the program's own words are known: none is left plain."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from filingdesk import resources
from filingdesk.app import Furniture
from filingdesk.core.answers import Answers
from filingdesk.core.case import EventKind
from filingdesk.core.problem import Problem
from filingdesk.desk import Desk
from filingdesk.ui.clerk.cases import CasesPage
from filingdesk.ui.clerk.keys import Key
from filingdesk.ui.clerk.record_form import RecordForm
from filingdesk.ui.clerk.room import ClerkRoom
from filingdesk.ui.clerk.sign_in import SignInPage
from filingdesk.ui.kiosk.names import (
    DONE,
    INTERRUPTED,
    NOTICE,
    OPENING,
    PREVIEW,
    RECOVERY,
    SETUP,
    SIGN,
    START,
    UNLOCK,
)
from filingdesk.ui.kiosk.patience import Patience
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.shell import Kiosk
from filingdesk.ui.theme.tokens import CLERK, LIGHT, Look
from filingdesk.ui.widgets.busy import Wait
from filingdesk.ui.widgets.errors import ErrorSummary
from filingdesk.ui.widgets.pdf_pages import PdfPages
from filingdesk.ui.widgets.topbar import Tool
from filingdesk.words.catalogue import LANGUAGES, Words
from tests.pseudo import LANGUAGE, OWN_NAME, translations_with_pseudo, untranslated
from tests.ui.conftest import PASSPHRASE, TODAY

CENTRE = "市民服务中心"
EXAMPLES = [
    "cn-tianjin/tianjin-expired",
    "cn/check-term",
    "cn/data-request-organisation",
    "cn-shandong/shandong-not-shown",
]
DESCRIBED = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help)
SEEN_IN_A_ROW = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


@pytest.fixture(scope="module")
def with_pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return translations_with_pseudo(tmp_path_factory.mktemp("translations"))


@pytest.fixture(autouse=True)
def _fifth_language(with_pseudo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "translations", lambda: with_pseudo)
    monkeypatch.setitem(LANGUAGES, LANGUAGE, OWN_NAME)


@pytest.fixture
def desk(made_desk: Path, tmp_path: Path) -> Iterator[Desk]:
    """An open desk with the packs of the country."""
    folder = tmp_path / "desk"
    shutil.copytree(made_desk, folder)
    desk = Desk(Furniture(folder, TODAY))
    desk.doors.unlock(PASSPHRASE)
    yield desk
    desk.doors.lock()


@pytest.fixture
def session(desk: Desk, qapp: QApplication) -> Iterator[Session]:
    session = Session(desk.doors, language=LANGUAGE)
    yield session
    session.keeping.stop()


# ------------------------------------------------------------------------ what can be read


def readable(window: QWidget) -> Iterator[str]:
    """Everything that can be seen or heard of a window."""
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            yield from texts(widget)


def texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QAbstractItemView):
        yield from rows(widget)
    yield from (each.text() for each in widget.actions())
    yield widget.toolTip()
    face = QAccessible.queryAccessibleInterface(widget)
    yield from (face.text(each) for each in DESCRIBED if face)


def rows(view: QAbstractItemView) -> Iterator[str]:
    model, top = view.model(), view.rootIndex()
    for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(top)):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount(top)):
            for role in SEEN_IN_A_ROW:
                yield str(model.index(row, column).data(role) or "")


def given_names() -> set[str]:
    """What is no word of the program: names, and the keys of the keyboard."""
    invitations = (Words(each).say("Put your record right") for each in LANGUAGES)
    keys = {QKeySequence(key.value).toString(NATIVE) for key in Key} | {"Alt"}
    return {CENTRE, *LANGUAGES.values(), *invitations, *keys}


NATIVE = QKeySequence.SequenceFormat.NativeText


def assert_translated(window: QWidget, where: str, given: Iterable[str] = ()) -> None:
    settle()
    known = given_names() | {*given}
    plain = {text: untranslated(text, known) for text in readable(window)}
    assert {text: words for text, words in plain.items() if words} == {}, where


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def shown_on(screen: QtBot, widget: QWidget) -> None:
    screen.addWidget(widget)
    widget.resize(1280, 800)
    with screen.waitExposed(widget):
        widget.show()


# ------------------------------------------------------------------------ the citizen's pages


def answers_of(desk: Desk, example: str) -> Answers:
    place, name = example.split("/")
    file = desk.doors.read_answers(desk.doors.example(place, name), name)
    return desk.draft_of(file).answers


def typed(answers: Answers) -> set[str]:
    """Every text that a person gave."""
    return {text for value in answers.values.values() for text in _texts_in(value)}


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_in(each)
    else:
        for name in getattr(value, "__slots__", ()):
            yield from _texts_in(getattr(value, name))


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_page_of_a_filing(session: Session, qtbot: QtBot, example: str) -> None:
    kiosk = Kiosk(session)
    shown_on(qtbot, kiosk)
    answers = answers_of(session.desk, example)
    given = typed(answers)
    for front in (START, NOTICE):
        session.show(front)
        assert_translated(kiosk, front)
    session.begin("2026")
    seen: list[str] = []
    while session.page not in (PREVIEW, *seen):
        seen.append(session.page)
        assert_translated(kiosk, f"{session.page}, empty", given)
        if not session.go_on():
            assert_translated(kiosk, f"{session.page}, wrong", given)
        session.take(replace(session.here, answers=answers, page=seen[-1]))
        session.page_stale.emit()
        assert_translated(kiosk, f"{session.page}, answered", given)
        session.go_on() or session.go_on()
    assert session.page in (PREVIEW, "no_person")


def test_from_the_pages_to_the_receipt(session: Session, qtbot: QtBot) -> None:
    kiosk = Kiosk(session)
    shown_on(qtbot, kiosk)
    answers = answers_of(session.desk, EXAMPLES[0])
    given = typed(answers)
    session.begin("2026")
    session.take(replace(session.here, answers=answers))
    for page in (PREVIEW, SIGN):
        session.take(replace(session.here, page=page))
        session.page_changed.emit()
        settle()
        qtbot.waitUntil(lambda: not kiosk.findChildren(Wait), timeout=10_000)
        assert_translated(kiosk, page, given | letters(kiosk))
    assert kiosk.page is not None
    kiosk.page.go_on()
    assert_translated(kiosk, "nothing signed yet", given)
    kiosk.ask_erase()
    assert_translated(kiosk, "erase?", given)
    session.filed(session.desk.sign(session.here))
    assert_translated(kiosk, DONE, given)
    for ask in (kiosk.ask_staff, kiosk.ask_erase):
        ask()
        assert_translated(kiosk, ask.__name__, given)


def letters(kiosk: Kiosk) -> set[str]:
    """The text of the pages that are to be signed: it is in the authority's language."""
    sheets = (each for pdf in kiosk.findChildren(PdfPages) for each in pdf.findChildren(QWidget))
    return {each.accessibleDescription() for each in sheets}


def test_the_question_whether_anybody_is_there(desk: Desk, qtbot: QtBot) -> None:
    session = Session(desk.doors, language=LANGUAGE, patience=Patience(0, 60))
    kiosk = Kiosk(session)
    shown_on(qtbot, kiosk)
    session.begin("2026")
    qtbot.waitUntil(lambda: kiosk.idle.warning is not None)
    assert_translated(kiosk, "idle")
    kiosk.erase()
    session.keeping.stop()


def test_every_menu_of_the_top_bar(session: Session, qtbot: QtBot) -> None:
    kiosk = Kiosk(session)
    shown_on(qtbot, kiosk)
    assert_menus_translated(kiosk, kiosk.findChildren(Tool))


def assert_menus_translated(room: QWidget, tools: Iterable[QAbstractButton]) -> None:
    read = 0
    for tool in tools:
        tool.click()
        for menu in room.findChildren(QMenu):
            assert_translated(menu, tool.text())
            read += len(menu.actions())
            menu.close()
        settle()
    assert read > 5


# ------------------------------------------------------------------------ the staff's pages


@pytest.mark.parametrize("front", [SETUP, RECOVERY, UNLOCK, OPENING, INTERRUPTED, START])
def test_every_page_before_the_citizens(session: Session, qtbot: QtBot, front: str) -> None:
    kiosk = Kiosk(session)
    shown_on(qtbot, kiosk)
    session.recovery_code = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"
    session.show(front)
    assert_translated(kiosk, front)
    session.tell(Problem("passphrase", "passphrase-wrong"))
    assert_translated(kiosk, f"{front}, wrong")


def test_the_page_where_a_clerk_signs_in(desk: Desk, qtbot: QtBot) -> None:
    page = SignInPage(desk, Words(LANGUAGE), Look(LIGHT, CLERK))
    shown_on(qtbot, page)
    page.secret.set_raw("wrong")
    page.sign_in()
    qtbot.waitUntil(lambda: bool(page.findChildren(ErrorSummary)), timeout=10_000)
    assert_translated(page, "sign in")


def test_every_page_of_the_clerk(desk: Desk, qtbot: QtBot) -> None:
    answers = answers_of(desk, EXAMPLES[0])
    given = typed(answers)
    room = ClerkRoom(desk, LANGUAGE)
    shown_on(qtbot, room)
    assert_translated(room, "nothing to look after")
    case = desk.sign(replace(desk.begin("zh_CN", "2026"), answers=answers))
    room.show_today()
    assert_translated(room, "today", given)
    room.open_case(case.id)
    assert_translated(room, "case", given)
    assert isinstance(room.page, CasesPage)
    pane = room.page.pane
    pane.record()
    assert_translated(room, "record", given)
    form = pane.page
    assert isinstance(form, RecordForm)
    form.record()
    assert_translated(room, "record, wrong", given)
    for event in (EventKind.HANDED_OVER, EventKind.ACCEPTED, EventKind.REPLIED):
        desk.record(case.id, event, TODAY)
        room.open_case(case.id)
        assert_translated(room, event, given)
    assert room.rail is not None
    assert_menus_translated(room, room.rail.buttons.values())
