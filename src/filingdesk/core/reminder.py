"""A day on which a filing can be made at the earliest, kept for somebody who came too early."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from filingdesk.core.answers import MaterialAnswer
from filingdesk.core.document import Fields, Sentence, Title
from filingdesk.core.proof import proof_sheet

if TYPE_CHECKING:
    from filingdesk.core.answers import Answers
    from filingdesk.core.document import Document
    from filingdesk.core.proof import Proof, Speech


@dataclass(frozen=True, slots=True, repr=False)
class Reminder:
    """What a person wants to be reminded of: all of it personal but the id, the day and the kind.

    `id` is the reference that the filing will have. `person` and `contact` are as they were typed
    for the reminder; `answers` are those of the draft, without its files.
    """

    id: str
    day: date
    jurisdiction: str
    kind: str
    person: str
    contact: str
    title: str
    answers: Answers
    language: str
    consent: str
    made_at: datetime

    def __repr__(self) -> str:
        return f"Reminder({self.id})"


@dataclass(frozen=True, slots=True, repr=False)
class CalendarEntry:
    """A whole day in somebody's own calendar; `id` is the reference, and the name of the file."""

    id: str
    day: date
    title: str
    text: str
    made_at: datetime


def without_files(answers: Answers) -> Answers:
    """The answers as they can be kept when the draft is gone: what was attached goes with it."""
    for question, value in answers.values.items():
        if any(isinstance(each, MaterialAnswer) and each.files for each in value):
            kept = _without_files(answers.materials(question))
            answers = answers.say(question, kept)
    return answers


def _without_files(said: Iterable[MaterialAnswer]) -> tuple[MaterialAnswer, ...]:
    return tuple(each for each in said if not each.files)


def earliest_sheet(
    proof: Proof, speech: Speech, day: date, about: Iterable[tuple[str, str]], reference: str
) -> Document:
    """A page to take home: from which day, for what, and how the day was counted.

    `about` are rows of a name and a value; the proof of the day follows them.
    """
    title = speech.say("You can ask for this from {date}", date=speech.day(day))
    rows = tuple((name, Sentence(value)) for name, value in about if value)
    proven = proof_sheet(proof, speech, reference)
    blocks = (Title(title), *((Fields(rows),) if rows else ()), *proven.blocks[1:])
    return replace(proven, title=title, blocks=blocks)
