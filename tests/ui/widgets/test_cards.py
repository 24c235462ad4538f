"""A person chooses among cards: by finger, by arrow keys, by ear."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from filingdesk.ui.theme.sheet import dress
from filingdesk.ui.theme.tokens import KIOSK, LIGHT, Look, TextSize, enlarged
from filingdesk.ui.widgets.cards import Choice, ChoiceCards

from .conftest import Show, Tap

CHOICES = (
    Choice("over", "Its time is over", "The platform has to take it down", "calendar-clock"),
    Choice("cancelled", "The penalty was cancelled", "You have the judgment", "gavel"),
    Choice("unsure", "I do not know", alone=True),
)


@pytest.fixture
def one(look: Look, show: Show) -> ChoiceCards:
    cards = ChoiceCards(look, "What is wrong?", CHOICES)
    show(cards)
    return cards


@pytest.fixture
def several(look: Look, show: Show) -> ChoiceCards:
    cards = ChoiceCards(look, "What do you have?", CHOICES, several=True)
    show(cards)
    return cards


def card(cards: ChoiceCards, number: int) -> QAbstractButton:
    return cards.findChildren(QAbstractButton)[number]


def test_the_whole_card_is_the_target(one: ChoiceCards) -> None:
    chosen: list[str] = []
    one.chosen.connect(chosen.append)
    second = card(one, 1)
    corner = QPoint(second.width() - 3, second.height() - 3)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=corner)
    assert chosen == ["cancelled"]
    assert one.values() == ("cancelled",)


def test_choosing_another_gives_up_the_first(one: ChoiceCards) -> None:
    for number in (0, 2):
        QTest.mouseClick(card(one, number), Qt.MouseButton.LeftButton)
    assert one.values() == ("unsure",)
    assert one.raw() == "unsure"


def test_arrow_keys_walk_and_space_chooses(one: ChoiceCards) -> None:
    one.setFocus()
    assert card(one, 0).hasFocus()
    QTest.keyClick(card(one, 0), Qt.Key.Key_Space)
    assert one.values() == ("over",)
    QTest.keyClick(card(one, 0), Qt.Key.Key_Down)
    assert card(one, 1).hasFocus()
    assert one.values() == ("cancelled",)
    QTest.keyClick(card(one, 1), Qt.Key.Key_Up)
    assert one.values() == ("over",)


def test_several_cards_can_be_chosen_and_given_up(several: ChoiceCards) -> None:
    told: list[tuple[str, ...]] = []
    several.changed.connect(told.append)
    for number in (1, 0, 1):
        QTest.mouseClick(card(several, number), Qt.MouseButton.LeftButton)
    assert told == [("cancelled",), ("over", "cancelled"), ("over",)]


def test_a_trembling_tap_does_not_undo_a_choice(several: ChoiceCards, tap: Tap) -> None:
    tap(card(several, 0), 1000)
    tap(card(several, 0), 1200)
    assert several.values() == ("over",)


def test_i_do_not_know_stands_alone(several: ChoiceCards) -> None:
    for number in (0, 1, 2):
        QTest.mouseClick(card(several, number), Qt.MouseButton.LeftButton)
    assert several.values() == ("unsure",)
    QTest.mouseClick(card(several, 0), Qt.MouseButton.LeftButton)
    assert several.values() == ("over",)


def test_former_answers_come_back_in_silence(one: ChoiceCards, several: ChoiceCards) -> None:
    told: list[object] = []
    for cards in (one, several):
        cards.changed.connect(told.append)
        cards.edited.connect(lambda: told.append("edited"))
        cards.set_values(["unsure", "no longer offered"])
        assert cards.values() == ("unsure",)
        cards.set_values([])
        assert cards.values() == ()
    assert told == []


def test_raw_is_shown_again_exactly(several: ChoiceCards) -> None:
    several.set_raw("over,cancelled")
    assert several.raw() == "over,cancelled"
    several.set_raw("")
    assert several.raw() == ""


@pytest.mark.parametrize(
    ("group", "role"),
    [("one", QAccessible.Role.RadioButton), ("several", QAccessible.Role.CheckBox)],
)
def test_a_screen_reader_meets_title_help_and_state(
    request: pytest.FixtureRequest, group: str, role: QAccessible.Role
) -> None:
    cards: ChoiceCards = request.getfixturevalue(group)
    cards.set_values(["cancelled"])
    met = [QAccessible.queryAccessibleInterface(card(cards, number)) for number in (0, 1)]
    assert [each.role() for each in met] == [role, role]
    assert met[1].text(QAccessible.Text.Name) == "The penalty was cancelled"
    assert met[1].text(QAccessible.Text.Description) == "You have the judgment"
    assert [bool(each.state().checked) for each in met] == [False, True]
    whole = QAccessible.queryAccessibleInterface(cards)
    assert whole.role() == QAccessible.Role.Grouping
    assert whole.text(QAccessible.Text.Name).startswith("What")


def test_an_error_is_told_above_the_cards_and_heard_on_them(
    look: Look, show: Show, one: ChoiceCards
) -> None:
    one.show_error("Choose what is wrong with the record.")
    show(one)
    assert one.error() == "Choose what is wrong with the record."
    met = QAccessible.queryAccessibleInterface(card(one, 0))
    assert met.text(QAccessible.Text.Description).startswith("Choose what is wrong")
    one.show_error(None)
    assert met.text(QAccessible.Text.Description) == "The platform has to take it down"


@pytest.mark.parametrize("size", list(TextSize))
def test_cards_are_tall_enough_and_wrap_at_every_text_size(
    qapp: QApplication, show: Show, size: TextSize
) -> None:
    look = Look(LIGHT, enlarged(KIOSK, size))
    dress(qapp, look, "en")
    cards = ChoiceCards(look, "What is wrong?", CHOICES)
    window = show(cards, width=500, height=900)
    assert window.width() == 500
    for number in range(3):
        shown = card(cards, number)
        assert shown.height() >= 72
        assert shown.height() == shown.heightForWidth(shown.width())


def test_a_chosen_card_is_told_by_more_than_its_colour(one: ChoiceCards) -> None:
    """The circle is filled: in grey, the two states still differ where the mark is."""
    before = card(one, 0).grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    one.set_values(["over"])
    after = card(one, 0).grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    middle = QPoint(24 + 14, before.height() // 2)
    assert abs(before.pixelColor(middle).lightness() - after.pixelColor(middle).lightness()) > 100
