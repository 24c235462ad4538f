"""Something is missing: the summary takes the focus, and each line leads to its field."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets import errors
from filingdesk.ui.widgets.buttons import BackButton
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.date_fields import DateFields
from filingdesk.ui.widgets.errors import Entry, ErrorLink, ErrorSummary
from filingdesk.ui.widgets.note import Note
from filingdesk.ui.widgets.text import Title
from filingdesk.ui.widgets.text_field import TextField

from .conftest import Show

OFFICE = "Enter the name of the office."
DAY = "February 2026 has no day 30. Check the date."


@pytest.fixture
def page(
    look: Look, show: Show, say: Callable[..., str]
) -> tuple[Column, ErrorSummary, TextField, DateFields]:
    office = TextField(look, "Name of the office")
    day = DateFields(look, "Date of the decision", say=say)
    office.show_error(OFFICE)
    day.show_error(DAY, "day")
    summary = ErrorSummary(look, "There is a problem", [Entry(OFFICE, office), Entry(DAY, day)])
    column = Column(look)
    column.add(BackButton(look, "Back"), Title(look, "Tell us about the record"), office, day)
    column.put_first(summary)
    show(column)
    return column, summary, office, day


def test_every_line_leads_to_its_field(
    page: tuple[Column, ErrorSummary, TextField, DateFields],
) -> None:
    _, summary, office, day = page
    first, second = summary.findChildren(ErrorLink)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert day.boxes[2].hasFocus(), "the first wrong box of the date"
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert office.box.hasFocus()


def test_the_summary_takes_the_focus_and_is_read_out(
    page: tuple[Column, ErrorSummary, TextField, DateFields], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(errors, "announce", lambda _widget, words: spoken.append(words))
    summary = page[1]
    summary.take_focus()
    assert summary.hasFocus()
    met = QAccessible.queryAccessibleInterface(summary)
    assert met.role() == QAccessible.Role.AlertMessage
    assert spoken == [met.text(QAccessible.Text.Name)]
    assert all(words in spoken[0] for words in ("There is a problem", OFFICE, DAY))


def test_the_summary_says_the_same_words_as_the_fields(
    page: tuple[Column, ErrorSummary, TextField, DateFields],
) -> None:
    _, summary, office, day = page
    links = [link.text() for link in summary.findChildren(ErrorLink)]
    assert links == [office.error(), day.error()]


def test_the_summary_stands_below_back_and_above_the_title(
    page: tuple[Column, ErrorSummary, TextField, DateFields],
) -> None:
    column, summary, *_ = page
    back, title = column.findChild(BackButton), column.findChild(Title)
    assert isinstance(back, BackButton)
    assert isinstance(title, Title)
    assert back.y() < summary.y() < title.y()


def test_a_second_look_replaces_the_first_and_leaves_notes_alone(
    page: tuple[Column, ErrorSummary, TextField, DateFields], look: Look, qtbot: QtBot
) -> None:
    column, _, office, _ = page
    column.put_first(Note(look, "Some answers are set aside."))
    column.put_first(ErrorSummary(look, "There is a problem", [Entry(OFFICE, office)]))
    qtbot.waitUntil(lambda: len(column.findChildren(ErrorSummary)) == 1)
    assert [link.text() for link in column.findChildren(ErrorLink)] == [OFFICE]
    assert len(column.findChildren(Note)) == 1
