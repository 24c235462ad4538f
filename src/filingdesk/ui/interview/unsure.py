"""A field whose question may be answered with "I am not sure"."""

from collections.abc import Sequence

from filingdesk.core.answers import Value
from filingdesk.core.question import NOT_SURE
from filingdesk.ui.interview.asking import Asked, Asking
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.cards import CheckCard, Choice


def or_not_sure(asking: Asking, asked: Asked) -> Asked:
    """The field with a card below it; to type again takes the tick away.

    What was typed before the tick stays in the field, so that a slip costs nothing.
    """
    field = asked.field
    card = CheckCard(asking.look, Choice(NOT_SURE, asking.words.say("I am not sure")))
    card.setChecked(asking.said == NOT_SURE)
    field.place(card, gap=Space.NEAR)
    ticking = False

    def typed() -> None:
        if not ticking:
            card.setChecked(False)

    def ticked() -> None:
        nonlocal ticking
        ticking = True
        asking.spare[asking.question.id] = field.raw()
        field.edited.emit()
        ticking = False

    def value() -> Value:
        return NOT_SURE if card.isChecked() else asked.value()

    field.edited.connect(typed)
    card.clicked.connect(lambda _on=False: ticked())
    return Asked(field, value)


def with_not_sure(asking: Asking, offered: Sequence[Choice]) -> list[Choice]:
    """The choices, with that one after them where the question allows it."""
    if not asking.question.not_sure:
        return [*offered]
    words = asking.words.say("I am not sure")
    icon = "circle-question-mark" if any(each.icon for each in offered) else ""
    return [*offered, Choice(NOT_SURE, words, icon=icon, alone=True)]
