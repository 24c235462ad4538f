"""What the record shows and what is true, side by side, as many lines as there are mistakes."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.core.answers import Difference
from filingdesk.ui.interview.asking import Asked, Asking
from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.buttons import LinkButton, QuietButton
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.paint import box
from filingdesk.ui.widgets.text import Strong
from filingdesk.ui.widgets.text_field import TextField
from filingdesk.words.catalogue import Words


def differences(asking: Asking) -> Asked:
    """Rows of three: the name of the entry, what it says, what is true."""
    field = DifferencesField(asking)
    return Asked(field, field.rows)


class DifferencesField(Field):
    """There is always one row to fill in; an empty one says nothing."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking.look, asking.label, asking.hint)
        self._words = asking.words
        self._cards: list[_RowCard] = []
        self._list = QWidget()
        self._places = QVBoxLayout(self._list)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(Space.NEAR)
        self._more = QuietButton(asking.look, self._words.say("Add another line"), icon="plus")
        self._more.clicked.connect(self._add_and_go)
        self.place(self._list)
        self.place(self._more, gap=Space.NEAR)
        for row in asking.answers.differences(asking.question.id) or (Difference("", "", ""),):
            self._add(row)
        self._count()

    def rows(self) -> tuple[Difference, ...]:
        """The rows with anything in them, as typed."""
        rows = (card.row() for card in self._cards)
        return tuple(row for row in rows if row.field or row.shown or row.true)

    def raw(self) -> str:
        """All rows as lines of three parts."""
        return "\n".join("\t".join((row.field, row.shown, row.true)) for row in self.rows())

    def set_raw(self, raw: str) -> None:
        for card in [*self._cards]:
            self._drop(card)
        for each in raw.split("\n"):
            field, shown, true = [*each.split("\t"), "", "", ""][:3]
            self._add(Difference(field, shown, true))
        self._count()

    def show_error(self, words: str | None) -> None:
        """The focus goes to the first row that does not say enough."""
        super().show_error(words)
        bad = next((card for card in self._cards if card.is_vague()), self._cards[0])
        self.lead_focus_to(bad.fields[1 if bad.row().field.strip() else 0])

    def _add(self, row: Difference) -> "_RowCard":
        card = _RowCard(self.look, self._words, row)
        for field in card.fields:
            field.edited.connect(self.edited)
        card.remove.clicked.connect(lambda _on=False, card=card: self._remove(card))
        self._cards.append(card)
        self._places.addWidget(card)
        self.lead_focus_to(self._cards[0].fields[0])
        return card

    def _add_and_go(self) -> None:
        card = self._add(Difference("", "", ""))
        self._count()
        card.fields[0].setFocus()

    def _remove(self, card: "_RowCard") -> None:
        place = self._cards.index(card)
        self._drop(card)
        self._count()
        self._cards[max(0, place - 1)].fields[0].setFocus()
        self.edited.emit()

    def _drop(self, card: "_RowCard") -> None:
        self._cards.remove(card)
        card.hide()
        card.deleteLater()

    def _count(self) -> None:
        """Each row says which it is; the only one cannot be taken away."""
        for number, card in enumerate(self._cards, 1):
            card.call(number, only=len(self._cards) == 1)


class _RowCard(QWidget):
    """One mistake in the record."""

    def __init__(self, look: Look, words: Words, row: Difference) -> None:
        super().__init__()
        self._look, self._words = look, words
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        say = words.say
        self.fields = (
            TextField(look, say("Which entry is wrong"), hint=say("Such as: name, amount, date")),
            TextField(look, say("What the record shows")),
            TextField(look, say("What is true")),
        )
        for field, text in zip(self.fields, (row.field, row.shown, row.true), strict=True):
            field.set_raw(text)
        self._title = Strong(look, "")
        self.remove = LinkButton(look, say("Remove this line"), icon="trash-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.CARD, Space.NEAR, Space.CARD, Space.NEAR)
        column.setSpacing(Space.NEAR)
        for part in (self._title, *self.fields, self.remove):
            column.addWidget(part)

    def row(self) -> Difference:
        field, shown, true = (each.raw() for each in self.fields)
        return Difference(field, shown, true)

    def is_vague(self) -> bool:
        """Neither what is shown nor what is true is said."""
        return not (self.row().shown.strip() or self.row().true.strip())

    def call(self, number: int, *, only: bool) -> None:
        title = self._words.say("Line {number}", number=number)
        self._title.setText(title)
        self._title.setVisible(not only)
        self.remove.setVisible(not only)
        name = self._words.say("Remove line {number}", number=number)
        self.remove.setAccessibleName(name)
        for field in self.fields:
            field.box.setAccessibleName(f"{title}: {field.label().text()}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        p = self._look.palette
        box(painter, QRectF(self.rect()), self._look.sizes.radius, p.mist, p.hair)
