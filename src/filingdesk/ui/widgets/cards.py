"""Choices as cards: one of several (radio) or any of several (check)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.card_face import CardFace
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.guard import Guard


@dataclass(frozen=True, slots=True)
class Choice:
    """One card. `alone`: choosing it unchooses the others ("None of these")."""

    value: str
    title: str
    help: str = ""
    icon: str = ""
    alone: bool = False


class ChoiceCards(Field):
    """A list of cards, or a grid of `columns`; `name` is the question, for a screen reader.

    Signals: `chosen(str)` when a person picks a card, `changed(tuple)` with all values picked,
    `edited()` as every field has. Values set by the programme are silent.
    """

    accessible_role = QAccessible.Role.Grouping
    chosen = Signal(str)
    changed = Signal(tuple)

    def __init__(
        self,
        look: Look,
        name: str,
        choices: Sequence[Choice],
        *,
        several: bool = False,
        label: str = "",
        hint: str = "",
        columns: int = 1,
    ) -> None:
        super().__init__(look, label, hint)
        self.setAccessibleName(name)
        self._choices = tuple(choices)
        strong = any(choice.help for choice in choices)
        self._cards = [_card(look, choice, several, strong) for choice in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        for number, (choice, card) in enumerate(zip(choices, self._cards, strict=True)):
            self.watch(card, choice.title, choice.help)
            self._group.addButton(card, number)
        cards = self._cards
        self.place(_side_by_side(cards, columns) if columns > 1 else _below(cards))
        self._group.idClicked.connect(self._picked)

    def values(self) -> tuple[str, ...]:
        """The values picked, in the order of the cards."""
        pairs = zip(self._choices, self._cards, strict=True)
        return tuple(choice.value for choice, card in pairs if card.isChecked())

    def set_values(self, values: Iterable[str]) -> None:
        """Pick exactly these; unknown values are passed over."""
        wanted = set(values)
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for choice, card in zip(self._choices, self._cards, strict=True):
            card.setChecked(choice.value in wanted)
        self._group.setExclusive(exclusive)
        self.lead_focus_to(self._group.checkedButton() or self._cards[0])

    def show_only(self, values: Iterable[str]) -> None:
        """Hide the other cards; what is picked is never hidden."""
        wanted = set(values)
        for choice, card in zip(self._choices, self._cards, strict=True):
            card.setVisible(choice.value in wanted or card.isChecked())
        if self._group.checkedButton() is None:
            left = (card for card in self._cards if not card.isHidden())
            self.lead_focus_to(next(left, self._cards[0]))

    def shown(self) -> frozenset[str]:
        """The values of the cards that are not hidden."""
        pairs = zip(self._choices, self._cards, strict=True)
        return frozenset(choice.value for choice, card in pairs if not card.isHidden())

    def go_to_first(self) -> None:
        """The focus to the first card that is shown, without picking it."""
        first = next((card for card in self._cards if not card.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def raw(self) -> str:
        """The values joined by commas, or an empty string."""
        return ",".join(self.values())

    def set_raw(self, raw: str) -> None:
        self.set_values(value for value in raw.split(",") if value)

    def _picked(self, number: int) -> None:
        if not self._group.exclusive() and self._cards[number].isChecked():
            self._settle_alone(number)
        self.lead_focus_to(self._cards[number])
        self.chosen.emit(self._choices[number].value)
        self.changed.emit(self.values())
        self.edited.emit()

    def _settle_alone(self, number: int) -> None:
        alone = self._choices[number].alone
        for other, (choice, card) in enumerate(zip(self._choices, self._cards, strict=True)):
            if other != number and (alone or choice.alone):
                card.setChecked(False)


def _below(cards: Sequence[QWidget]) -> QWidget:
    """The cards one below the other; a hidden one leaves no gap."""
    place = QWidget()
    place.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.SNUG)
    for card in cards:
        column.addWidget(card)
    return place


def _side_by_side(cards: Sequence[QWidget], columns: int) -> QWidget:
    """The cards row by row, all of one width."""
    grid_place = QWidget()
    grid = QGridLayout(grid_place)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(Space.SNUG)
    for number, card in enumerate(cards):
        grid.addWidget(card, number // columns, number % columns)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return grid_place


def _card(look: Look, choice: Choice, several: bool, strong: bool) -> QAbstractButton:
    return CheckCard(look, choice, strong) if several else RadioCard(look, choice, strong)


class _Faced:
    """What both kinds of card have from their face: size, picture, and a target without holes."""

    _face: CardFace

    def hitButton(self, _point: QPoint) -> bool:
        return True

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        return self._face.wish()

    def minimumSizeHint(self) -> QSize:
        return self._face.least()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._face.paint()


class RadioCard(_Faced, QRadioButton):
    """One of several; arrow keys walk through the group."""

    def __init__(self, look: Look, choice: Choice, strong: bool = False) -> None:
        super().__init__(choice.title)
        self._face = CardFace(self, look, choice, strong=strong, mark="radio")
        Guard(self)


class CheckCard(_Faced, QCheckBox):
    """Any of several."""

    def __init__(self, look: Look, choice: Choice, strong: bool = False) -> None:
        super().__init__(choice.title)
        self._face = CardFace(self, look, choice, strong=strong, mark="check")
        Guard(self)
