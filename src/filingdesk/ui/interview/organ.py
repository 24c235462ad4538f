"""The organ that made the decision: one of the pack, found by its name, or one that is typed."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from filingdesk.core.pack import Authority
from filingdesk.ui.interview.asking import Asked, Asking
from filingdesk.ui.interview.unsure import or_not_sure, with_not_sure
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text import Hint
from filingdesk.ui.widgets.text_field import TextField
from filingdesk.words.catalogue import Words

OTHER = " "
"""Chosen to type a name, and nothing typed yet: an answer that is as good as none."""

MANY = 8
"""So many organs are searched rather than read."""


def organ(asking: Asking) -> Asked:
    """The organ that made the decision: one of the pack, or a name as typed.

    Where none is offered there is nothing to choose from, only the line.
    """
    if not asking.organs():
        return _typed(asking)
    field = OrganField(asking)
    return Asked(field, field.raw)


class OrganField(Field):
    """Today's organs as cards, and a line for the name of another one.

    Over many of them stands a line to search in: it hides what does not match, never what is
    chosen, and never the way to type a name.
    """

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking.look, asking.label, asking.hint)
        self._words, say = asking.words, asking.words.say
        self._spare, self._kept_as = asking.spare, f"{asking.question.id} search"
        organs = asking.organs()
        offered = [Choice(each.id, asking.text(each.name), icon="landmark") for each in organs]
        offered.append(Choice(OTHER, say("Another organ"), icon="pen-line"))
        offered = with_not_sure(asking, offered)
        self._known = {each.value for each in offered} - {OTHER}
        self._names = {each.id: _names(each, asking) for each in organs}
        self.cards = ChoiceCards(asking.look, asking.label, offered)
        self.search: TextField | None = None
        self.found = Hint(asking.look, "")
        self.found.hide()
        if len(organs) > MANY:
            self.search = self._search_line(len(organs))
            self.place(self.search)
            self.place(self.found)
        self.line = TextField(
            asking.look,
            say("Name of the organ"),
            hint=_name_hint(asking.words),
        )
        self.place(self.cards)
        self.place(self.line, gap=Space.NEAR)
        self.set_raw(asking.answers.text(asking.question.id) or _kept(asking))
        self.cards.edited.connect(self._picked)
        self.line.edited.connect(self.edited)
        if self.search:
            self.search.set_raw(self._spare.get(self._kept_as, ""))

    def raw(self) -> str:
        picked = "".join(self.cards.values())
        return self.line.raw() or OTHER if picked == OTHER else picked

    def set_raw(self, raw: str) -> None:
        known = not raw or raw in self._known
        self.cards.set_values((raw,) if known else (OTHER,))
        self.line.set_raw("" if known else raw.strip())
        self._lead()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """From the search line, Down and Enter lead to the first organ that matches."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.cards.go_to_first()
        return True

    def _search_line(self, count: int) -> TextField:
        say = self._words.say
        hint = say(
            "There are {count}. Type a part of the name; the arrow key leads to the list.",
            count=self._words.number(count),
        )
        line = TextField(self.look, say("Search for the organ"), hint=hint)
        line.box.installEventFilter(self)
        line.box.textChanged.connect(self._filter)
        return line

    def _filter(self, typed: str) -> None:
        self._spare[self._kept_as] = typed
        wanted = folded(typed).split()
        matching = {
            id for id, names in self._names.items() if all(each in names for each in wanted)
        }
        self.cards.show_only({*matching, *(self._known - self._names.keys()), OTHER})
        self._tell(len(matching), is_searched=bool(wanted))

    def _tell(self, count: int, *, is_searched: bool) -> None:
        say = self._words.say
        if not is_searched:
            told = ""
        elif count:
            told = say("Matching: {count}", count=self._words.number(count))
        else:
            told = say("No organ matches. Choose “Another organ” and type its name yourself.")
        self.found.setText(told)
        self.found.setVisible(bool(told))
        if told:
            announce(self, told)

    def _picked(self) -> None:
        self._lead()
        if self.cards.values() == (OTHER,):
            none_left = not self.cards.shown() & self._names.keys()
            if self.search and none_left and not self.line.raw():
                self.line.set_raw(self.search.raw().strip())
            self.line.setFocus()
        self.edited.emit()

    def _lead(self) -> None:
        """The line is there when it is needed, and then a problem leads to it."""
        other = self.cards.values() == (OTHER,)
        self.line.setVisible(other)
        self.lead_focus_to(self.line if other else self.cards)


def _typed(asking: Asking) -> Asked:
    hint = asking.hint or _name_hint(asking.words)
    field = TextField(asking.look, asking.label, hint=hint)
    field.set_raw(asking.typed.strip())
    asked = Asked(field, field.raw)
    return or_not_sure(asking, asked) if asking.question.not_sure else asked


def _name_hint(words: Words) -> str:
    return words.say("Its whole name, as it stands on the paper and in the seal.")


def folded(text: str) -> str:
    """As it is compared: without capitals and accents, full-width letters as plain ones."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))


def _names(organ: Authority, asking: Asking) -> str:
    """All that it is called, in the person's language and in its own."""
    names: Sequence[str] = (asking.text(organ.name), organ.name, *organ.aliases)
    return folded("\n".join(names))


def _kept(asking: Asking) -> str:
    return OTHER if asking.said == OTHER else ""
