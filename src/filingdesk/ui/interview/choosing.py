"""Fields that offer answers: the choices of a pack, and places."""

from filingdesk.core.answers import Value
from filingdesk.core.question import NOT_SURE, AnswerType
from filingdesk.ui.interview.asking import Asked, Asking
from filingdesk.ui.interview.unsure import with_not_sure
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.words.catalogue import PackWords, alone


def choices(asking: Asking) -> Asked:
    """One of the pack's choices, or several."""
    several = asking.question.type is AnswerType.CHOICES
    offered = [
        Choice(each.id, alone(asking.text(each.text)), asking.text(each.help), each.icon)
        for each in asking.choices
    ]
    hint = asking.words.say("You can choose more than one.") if several and len(offered) > 1 else ""
    cards = ChoiceCards(
        asking.look,
        asking.label,
        with_not_sure(asking, offered),
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
