"""A person types: everything is kept as typed, nothing is remembered, errors stand in place."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.buttons import PrimaryButton
from filingdesk.ui.widgets.date_fields import DateFields
from filingdesk.ui.widgets.field import ErrorText, Field
from filingdesk.ui.widgets.story_field import StoryField
from filingdesk.ui.widgets.text_field import TextField, Typed

from .conftest import Show

Say = Callable[..., str]
NAME = "Name of the office"
HINT = "As it stands on the decision."
ERROR = "Enter the name of the office."


def name_of(field: Field) -> str:
    return heard(field).text(QAccessible.Text.Name)


def description_of(field: Field) -> str:
    return heard(field).text(QAccessible.Text.Description)


def heard(field: Field) -> QAccessibleInterface:
    box = field.focusProxy()
    assert box is not None
    return QAccessible.queryAccessibleInterface(box)


def test_what_is_typed_is_what_is_kept(look: Look, show: Show) -> None:
    field = TextField(look, NAME)
    show(field)
    told: list[str] = []
    field.edited.connect(lambda: told.append(field.raw()))
    field.setFocus()
    QTest.keyClicks(field.box, " 12a ")
    assert field.raw() == " 12a "
    assert told == [" ", " 1", " 12", " 12a", " 12a "]


def test_a_former_answer_comes_back_in_silence(look: Look, show: Show) -> None:
    field = TextField(look, NAME)
    show(field)
    told: list[str] = []
    field.edited.connect(lambda: told.append("edited"))
    field.set_raw("津市监罚〔2024〕15号")
    assert field.raw() == "津市监罚〔2024〕15号"
    assert told == []
    assert not field.box.isUndoAvailable(), "the former person's letters cannot be undone back"


def test_enter_in_a_field_is_told(look: Look, show: Show, qtbot: QtBot) -> None:
    field = TextField(look, NAME)
    show(field)
    with qtbot.waitSignal(field.entered, timeout=500):
        QTest.keyClick(field.box, Qt.Key.Key_Return)


def test_the_error_stands_between_label_and_input(look: Look, show: Show) -> None:
    field = TextField(look, NAME, hint=HINT)
    window = show(field)
    field.set_raw("x")
    field.show_error(ERROR)
    QApplication.processEvents()
    error = field.findChild(ErrorText)
    assert isinstance(error, ErrorText)

    def top(widget: QLineEdit | ErrorText) -> int:
        return widget.mapTo(window, QPoint(0, 0)).y()

    assert field.label().mapTo(window, QPoint(0, 0)).y() < top(error) < top(field.box)
    assert error.text() == ERROR
    assert field.raw() == "x", "nothing is cleared"


def test_label_hint_and_error_are_heard_at_the_input(look: Look, show: Show) -> None:
    field = TextField(look, NAME, hint=HINT)
    show(field)
    assert name_of(field) == NAME
    assert description_of(field) == HINT
    field.show_error(ERROR)
    assert description_of(field) == f"{ERROR} {HINT}"
    field.show_error(None)
    assert description_of(field) == HINT
    assert heard(field).role() == QAccessible.Role.EditableText


def test_an_error_is_told_by_words_and_a_bar_not_only_by_a_red_border(
    look: Look, show: Show
) -> None:
    field = TextField(look, NAME)
    show(field)
    plain = field.grab().toImage().pixelColor(1, field.height() - 4).name()
    field.show_error(ERROR)
    QApplication.processEvents()
    marked = field.grab().toImage().pixelColor(1, field.height() - 4).name()
    assert marked != plain
    assert marked.upper() == look.palette.wrong


@pytest.mark.parametrize("typed", list(Typed))
def test_no_input_method_may_remember_what_is_typed(look: Look, typed: Typed) -> None:
    field = TextField(look, NAME, typed=typed)
    assert field.box.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    assert field.box.completer() is None


def test_numbers_and_codes_get_no_word_guesses_but_chinese_words_do(look: Look) -> None:
    guesses = Qt.InputMethodHint.ImhNoPredictiveText
    assert TextField(look, NAME, typed=Typed.CODE).box.inputMethodHints() & guesses
    assert not TextField(look, NAME, typed=Typed.TEXT).box.inputMethodHints() & guesses


def test_a_pin_is_not_shown(look: Look) -> None:
    field = TextField(look, "PIN", typed=Typed.SECRET)
    field.set_raw("482915")
    assert field.box.displayText() != "482915"
    assert field.raw() == "482915"


def test_no_menu_opens_and_nothing_can_be_dropped(look: Look, show: Show, say: Say) -> None:
    text, story = TextField(look, NAME), StoryField(look, "Your story", say=say)
    show(text, story)
    for box in (text.box, story.box):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
        QApplication.sendEvent(box, event)
        assert QApplication.activePopupWidget() is None
        assert not box.acceptDrops()
    assert not story.box.viewport().acceptDrops()
    assert not text.box.dragEnabled()


def test_a_story_counts_its_characters_and_never_stops_a_person(
    look: Look, show: Show, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(
        "filingdesk.ui.widgets.story_field.announce", lambda _box, words: spoken.append(words)
    )
    field = StoryField(look, "Your story", say=say, limit=10)
    show(field)
    QTest.keyClicks(field.box, "123456789")
    assert field.count() == "Characters: 9 of 10"
    assert spoken == []
    QTest.keyClicks(field.box, "0abc")
    assert field.raw() == "1234567890abc"
    assert field.count() == "Characters: 13 of 10. Please shorten the text by 3."
    assert len(spoken) == 1, "said once when the limit is passed, not at every key"


def test_tab_leaves_a_story(look: Look, show: Show, say: Say) -> None:
    field, after = StoryField(look, "Your story", say=say), PrimaryButton(look, "Continue")
    show(field, after)
    field.setFocus()
    QTest.keyClick(field.box, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert field.raw() == ""


def test_a_story_comes_back_whole_in_silence(look: Look, show: Show, say: Say) -> None:
    field = StoryField(look, "Your story", say=say, limit=100)
    show(field)
    told: list[str] = []
    field.edited.connect(lambda: told.append("edited"))
    field.set_raw("一\n二\n\n三 ")
    assert field.raw() == "一\n二\n\n三 "
    assert told == []
    assert not field.box.document().isUndoAvailable()
    assert field.count() == "Characters: 7 of 100"


@pytest.fixture
def day(look: Look, show: Show, say: Say) -> DateFields:
    field = DateFields(look, "Date of the decision", say=say, hint="For example 2024 9 10")
    show(field)
    return field


def test_a_date_that_does_not_exist_is_kept_as_typed(day: DateFields) -> None:
    for box, digits in zip(day.boxes, ("2026", "2", "30"), strict=True):
        QTest.keyClicks(box, digits)
    assert day.raw() == "2026-02-30"


@pytest.mark.parametrize(
    "raw", ["", "2026-02-30", "2026--", "-02-", "--07", "20x6-13-99", "abc-de-f"]
)
def test_every_date_comes_back_as_it_was_left(day: DateFields, raw: str) -> None:
    day.set_raw(raw)
    assert day.raw() == raw


def test_digits_of_a_chinese_keyboard_are_digits(day: DateFields) -> None:
    for box, digits in zip(day.boxes, ("２０２４", "９", "１０"), strict=True):
        box.setText(digits)
    assert day.raw() == "2024-09-10"


@pytest.mark.parametrize("pasted", ["2024年9月10日", "2024-9-10", "2024/09/10", "2024.9.10"])
def test_a_whole_date_in_one_box_goes_to_all_three(day: DateFields, pasted: str) -> None:
    day.boxes[0].insert(pasted)
    day.boxes[0].textEdited.emit(day.boxes[0].text())
    assert [int(box.text()) for box in day.boxes] == [2024, 9, 10]


def test_each_box_has_its_own_name(day: DateFields) -> None:
    names = [
        QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name) for box in day.boxes
    ]
    assert names == [f"Date of the decision {part}" for part in ("Year", "Month", "Day")]


def test_the_focus_goes_to_the_first_wrong_box(day: DateFields) -> None:
    day.show_error("February 2026 has no day 30.", "day")
    day.setFocus()
    assert day.boxes[2].hasFocus()
    day.show_error(None)
    day.setFocus()
    assert day.boxes[0].hasFocus()


def test_a_date_tells_of_every_key(day: DateFields) -> None:
    told: list[str] = []
    day.edited.connect(lambda: told.append(day.raw()))
    QTest.keyClicks(day.boxes[1], "12")
    assert told == ["-01-", "-12-"]


def test_controls_are_as_tall_as_a_finger_needs(look: Look, day: DateFields) -> None:
    text = TextField(look, NAME)
    assert min(box.sizeHint().height() for box in (*day.boxes, text.box)) >= 44
    assert min(box.width() for box in day.boxes) >= 44
