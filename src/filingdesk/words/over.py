"""What is said of a period whose last day is over: whose it was, and what there is to do now."""

from collections.abc import Callable, Iterable, Iterator

from filingdesk.core.clock import OwedBy
from filingdesk.core.deadline import Deadline
from filingdesk.words.catalogue import Words
from filingdesk.words.terms import TRIGGERS


def over(
    deadline: Deadline, running: Iterable[Deadline], words: Words, text: Callable[[str], str]
) -> tuple[str, ...]:
    """Sentences, the last day first. `running` are all periods that run; `text` says pack texts.

    Whether a later day counts for the person is asked of their own periods alone.
    """
    day = words.day(deadline.due_on)
    last = words.say("The last day by law was {day}.", day=day)
    if deadline.clock.owed_by is OwedBy.APPLICANT:
        asked = words.say("This day is over. Ask the window whether a later one counts for you.")
        return last, asked
    return last, *_late(deadline, running, words, text)


def _late(
    deadline: Deadline, running: Iterable[Deadline], words: Words, text: Callable[[str], str]
) -> Iterator[str]:
    """What silence means by law, and the period that it starts, as the pack has them."""
    clock = deadline.clock
    if deadline.provisional:
        yield words.say("Ask at the counter whether the authority is late by the new calendar.")
        return
    if clock.deemed:
        event = words.say(TRIGGERS[clock.deemed])
        yield words.say("Where no answer came: by law, {event}.", event=event)
    else:
        yield words.say(
            "Where no answer came, the authority is late. You need not wait any longer."
        )
    next_one = next((each for each in running if each.clock.follows == clock.id), None)
    if next_one:
        name, until = text(next_one.clock.name), words.day(next_one.due_on)
        yield words.say("From here on this counts: “{name}”, by {day}.", name=name, day=until)
    elif clock.must_end:
        yield words.say("You can hand in this filing now.")
    elif not clock.deemed:
        yield words.say("Ask it for the answer, or ask at the counter how to complain.")
