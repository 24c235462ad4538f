"""A period that is over: whose it was decides what there is to do now."""

from dataclasses import replace
from datetime import date

import pytest

from filingdesk.core.clock import Clock, OwedBy, Trigger, Unit
from filingdesk.core.deadline import Deadline, due
from filingdesk.words.catalogue import Words
from filingdesk.words.over import over
from tests.core.china import china

WORDS = Words("en")
ANSWER = Clock(
    id="answer",
    name="Time for the answer",
    count=10,
    unit=Unit.CALENDAR_DAY,
    trigger=Trigger.RECEIVED,
    owed_by=OwedBy.AGENCY,
    verified=True,
)
NEXT = replace(
    ANSWER,
    id="next",
    name="Time to ask for reconsideration",
    owed_by=OwedBy.APPLICANT,
    trigger=Trigger.LAPSED,
    follows="answer",
    count=60,
)


def counted(clock: Clock, day: date = date(2026, 3, 2)) -> Deadline:
    return due(clock, day, china())


def told(deadline: Deadline, *running: Deadline) -> str:
    return WORDS.together(over(deadline, running, WORDS, str))


def test_the_persons_own_period_is_asked_about() -> None:
    own = counted(replace(ANSWER, owed_by=OwedBy.APPLICANT))
    asked = "This day is over. Ask the window whether a later one counts for you."
    assert told(own).endswith(WORDS.say(asked))


def test_the_authority_is_late_and_the_person_may_complain() -> None:
    sentence = told(counted(ANSWER))
    assert sentence.startswith("The last day by law was Thursday, 12 March 2026.")
    assert "the authority is late" in sentence
    assert sentence.endswith("Ask it for the answer, or ask at the counter how to complain.")
    assert "later one counts for you" not in sentence


def test_the_period_that_silence_starts_is_named_with_its_day() -> None:
    sentence = told(counted(ANSWER), counted(NEXT, date(2026, 3, 12)))
    assert "“Time to ask for reconsideration”, by Monday, 11 May 2026" in sentence
    assert "complain" not in sentence


def test_a_filing_that_had_to_wait_for_it_can_be_handed_in() -> None:
    waited = replace(ANSWER, must_end=True, start="received_on")
    assert told(counted(waited)).endswith("You can hand in this filing now.")


def test_what_silence_counts_as_is_said() -> None:
    accepted = replace(ANSWER, deemed=Trigger.ACCEPTED)
    sentence = told(counted(accepted))
    assert sentence.endswith("Where no answer came: by law, the authority accepted it.")
    assert "late" not in sentence


def test_of_a_day_that_a_new_calendar_may_move_nobody_says_that_it_is_late() -> None:
    sentence = told(replace(counted(ANSWER), provisional=True))
    assert sentence.endswith(
        "Ask at the counter whether the authority is late by the new calendar."
    )


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "es"])
def test_it_is_said_in_every_language(language: str) -> None:
    words = Words(language)
    there = over(counted(ANSWER), (), words, str)
    assert not {*there} & {*over(counted(ANSWER), (), WORDS, str)}
