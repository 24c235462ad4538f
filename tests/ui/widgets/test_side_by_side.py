"""Short answers stand side by side, and quotation marks are as wide as the words they hold."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.cards import Choice, ChoiceCards, RadioCard
from filingdesk.ui.widgets.text import Body

from .conftest import Show

CHOICES = [Choice(each, f"Answer {each}") for each in "abcd"]


def test_cards_in_two_columns_read_row_by_row(look: Look, show: Show) -> None:
    cards = ChoiceCards(look, "Which?", CHOICES, columns=2)
    show(cards, width=760)
    QApplication.processEvents()
    corners = [each.mapTo(cards, QPoint(0, 0)) for each in cards.findChildren(RadioCard)]
    first, second, third, fourth = corners
    assert first.y() == second.y() < third.y() == fourth.y()
    assert first.x() == third.x() < second.x() == fourth.x()
    assert len({each.width() for each in cards.findChildren(RadioCard)}) == 1


def test_a_quotation_in_latin_words_has_latin_marks(look: Look, show: Show) -> None:
    plain, quoted = Body(look, "Did you mean duplicate?"), Body(look, "Did you mean “duplicate”?")
    show(plain, quoted)
    wider = quoted.sizeHint().width() - plain.sizeHint().width()
    assert wider < look.sizes.body


def test_a_quotation_in_chinese_words_has_chinese_marks(look: Look, show: Show) -> None:
    plain, quoted = Body(look, "您是说重复吗？"), Body(look, "您是说“重复”吗？")
    show(plain, quoted)
    wider = quoted.sizeHint().width() - plain.sizeHint().width()
    assert wider > 1.8 * look.sizes.body
