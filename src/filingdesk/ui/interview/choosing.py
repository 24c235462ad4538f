"""Fields that offer answers: the choices of a pack, places, and organs."""

from collections.abc import Sequence

from filingdesk.core.answers import Value
from filingdesk.core.question import NOT_SURE, AnswerType
from filingdesk.ui.interview.asking import Asked, Asking
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.text_field import TextField
from filingdesk.words.catalogue import PackWords, alone

OTHER = " "
"""Chosen to type a name, and nothing typed yet: an answer that is as good as none."""


def choices(asking: Asking) -> Asked:
    """One of the pack's choices, or several."""
    several = asking.question.type is AnswerType.CHOICES
    offered = [
        Choice(each.id, alone(asking.text(each.text)), asking.text(each.help), each.icon)
        for each in asking.choices
    ]
    hint = asking.words.say("You can choose more than one.") if several else ""
    cards = ChoiceCards(
        asking.look,
        asking.label,
        _with_not_sure(asking, offered),
        several=several,
        label=asking.label,
        hint=asking.hint or hint,
    )
    cards.set_values(asking.answers.chosen(asking.question.id))

    def value() -> Value:
        picked = cards.values()
        if NOT_SURE in picked:
            return NOT_SURE
        return picked if several else "".join(picked)

    return Asked(cards, value)


def place(asking: Asking) -> Asked:
    """The places this desk knows, by name."""
    offered = [
        Choice(each.id, PackWords(asking.words, each.lineage).text(each.name), icon="map-pin")
        for each in asking.places()
    ]
    cards = ChoiceCards(asking.look, asking.label, offered, label=asking.label, hint=asking.hint)
    cards.set_values(asking.answers.chosen(asking.question.id))
    return Asked(cards, lambda: "".join(cards.values()))


def organ(asking: Asking) -> Asked:
    """The organ that made the decision: one of the pack, or a name as typed."""
    field = OrganField(asking)
    return Asked(field, field.raw)


class OrganField(Field):
    """Today's organs as cards, and a line for the name of another one."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking.look, asking.label, asking.hint)
        say = asking.words.say
        offered = [
            Choice(each.id, asking.text(each.name), icon="landmark") for each in asking.organs()
        ]
        offered.append(Choice(OTHER, say("Another organ"), icon="pen-line"))
        offered = _with_not_sure(asking, offered)
        self._known = {each.value for each in offered} - {OTHER}
        self.cards = ChoiceCards(asking.look, asking.label, offered)
        self.line = TextField(
            asking.look,
            say("Name of the organ"),
            hint=say("Its whole name, as it stands on the paper and in the seal."),
        )
        self.place(self.cards)
        self.place(self.line, gap=Space.NEAR)
        self.set_raw(asking.answers.text(asking.question.id) or _kept(asking))
        self.cards.edited.connect(self._picked)
        self.line.edited.connect(self.edited)

    def raw(self) -> str:
        picked = "".join(self.cards.values())
        return self.line.raw() or OTHER if picked == OTHER else picked

    def set_raw(self, raw: str) -> None:
        known = not raw or raw in self._known
        self.cards.set_values((raw,) if known else (OTHER,))
        self.line.set_raw("" if known else raw.strip())
        self._lead()

    def _picked(self) -> None:
        self._lead()
        if self.cards.values() == (OTHER,):
            self.line.setFocus()
        self.edited.emit()

    def _lead(self) -> None:
        """The line is there when it is needed, and then a problem leads to it."""
        other = self.cards.values() == (OTHER,)
        self.line.setVisible(other)
        self.lead_focus_to(self.line if other else self.cards)


def _kept(asking: Asking) -> str:
    return OTHER if asking.said == OTHER else ""


def _with_not_sure(asking: Asking, offered: Sequence[Choice]) -> list[Choice]:
    if not asking.question.not_sure:
        return [*offered]
    words = asking.words.say("I am not sure")
    icon = "circle-question-mark" if any(each.icon for each in offered) else ""
    return [*offered, Choice(NOT_SURE, words, icon=icon, alone=True)]
