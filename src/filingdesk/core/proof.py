"""The proof sheet of a date: what started it, the clause, and every day that counts or does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from filingdesk.core.case import EventKind, by_day
from filingdesk.core.clock import OwedBy
from filingdesk.core.document import (
    Document,
    Fields,
    Heading,
    Paragraph,
    Quotation,
    Sentence,
    Table,
    Title,
)
from filingdesk.core.running import kinds_of

if TYPE_CHECKING:
    from filingdesk.core.case import Case, Event, RunningClock
    from filingdesk.core.clock import Trigger
    from filingdesk.core.deadline import Deadline, Reason
    from filingdesk.core.document import (
        Block,
    )
    from filingdesk.core.law import Citation

_WIDTHS = (0.08, 0.2, 0.2, 0.12, 0.4)


@dataclass(frozen=True, slots=True)
class Proof:
    """A deadline with its evidence. Without a case somebody named the day: there is no evidence.

    `after` is the deadline whose end in silence started it. `moves` are the events of the case
    that stopped, continued or prolonged it, in their order. `named` is the answer that gave the
    day, by the pack's word for it.
    """

    deadline: Deadline
    evidence: Event | None = None
    after: Deadline | None = None
    moves: tuple[Event, ...] = ()
    named: str = ""

    @property
    def calendar(self) -> str:
        """The version of the calendar that was counted with."""
        return self.deadline.calendar.version

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The clauses that were applied; those of the extension only where it was prolonged."""
        clock = self.deadline.clock
        prolonged = clock.extension.citations if self._is_prolonged and clock.extension else ()
        return (*clock.citations, *(each for each in prolonged if each not in clock.citations))

    @property
    def notes(self) -> tuple[str, ...]:
        """What the pack adds, as pack texts."""
        clock = self.deadline.clock
        prolonged = clock.extension.note if self._is_prolonged and clock.extension else ""
        return tuple(each for each in (clock.note, prolonged) if each)

    @property
    def _is_prolonged(self) -> bool:
        return self.deadline.prolonged is not None


class Speech(Protocol):
    """One language's words for a proof sheet."""

    language: str
    """BCP 47, such as zh-CN."""

    def say(self, message: str, **places: object) -> str: ...

    def text(self, pack_text: str) -> str: ...

    def day(self, day: date) -> str: ...

    def weekday(self, day: date) -> str: ...

    def reason(self, reason: Reason) -> str: ...

    def event(self, kind: EventKind) -> str: ...

    def trigger(self, trigger: Trigger) -> str: ...

    def clause(self, citation: Citation) -> str:
        """Where it stands, and that it is not verified where it is not."""

    def number(self, place: int) -> str:
        """The number of a heading, ready to print."""


def proof_of(running: RunningClock, case: Case) -> Proof | None:
    """The proof of a clock of a case; None where it has no date."""
    if running.deadline is None:
        return None
    moves = sorted(
        (event for event in case.events if _is_move(event, running)),
        key=by_day,
    )
    after = running.after.deadline if running.after else None
    return Proof(running.deadline, running.evidence, after, tuple(moves))


def _is_move(event: Event, running: RunningClock) -> bool:
    clock, deadline = running.clock, running.deadline
    if event.clock not in ("", clock.id) or event is running.evidence or deadline is None:
        return False
    if event.kind is EventKind.EXTENDED:
        return event.clock == clock.id
    turns = kinds_of((*clock.suspends, *clock.resumes))
    return bool(deadline.pauses) and event.kind in turns


def proof_sheet(proof: Proof, speech: Speech, reference: str = "") -> Document:
    """The proof as a page: a form on top, the clauses, then a row for each day."""
    say, deadline = speech.say, proof.deadline
    title = say("Proof of a date")
    blocks: list[Block] = [Title(title), _form(proof, speech)]
    blocks += [_paragraph(speech.text(each)) for each in proof.notes]
    if proof.citations:
        blocks.append(Heading(speech.number(1), say("The law")))
        blocks += [_quoted(each, speech) for each in proof.citations]
    counted = say("The days, one by one")
    blocks.append(Heading(speech.number(2 if proof.citations else 1), counted))
    blocks.append(_table(deadline, speech))
    calendar = say("Calendar {version}", version=proof.calendar)
    return Document(title, speech.language, reference, calendar, tuple(blocks))


def started(proof: Proof, speech: Speech) -> str:
    """What started the clock, and how that is known."""
    deadline, evidence = proof.deadline, proof.evidence
    day = speech.day(deadline.event)
    if proof.after is not None:
        name = speech.text(proof.after.clock.name)
        return speech.say("{day}: “{name}” ended without an answer", day=day, name=name)
    if proof.named:
        name = speech.text(proof.named)
        return speech.say("{day}: {name}; the day was given", day=day, name=name)
    if evidence is None:
        trigger = speech.trigger(deadline.clock.trigger)
        return speech.say("{day}: {trigger}; the day was given", day=day, trigger=trigger)
    return _happened(evidence, speech)


def moves(proof: Proof, speech: Speech) -> tuple[str, ...]:
    """What stopped, continued or prolonged it, one sentence each."""
    return tuple(_happened(each, speech) for each in proof.moves)


def _happened(event: Event, speech: Speech) -> str:
    told = {"day": speech.day(event.day), "event": speech.event(event.kind)}
    if event.note:
        return speech.say("{day}: {event} (“{note}”)", **told, note=event.note)
    return speech.say("{day}: {event}", **told)


def _form(proof: Proof, speech: Speech) -> Fields:
    rows = ((label, Sentence(value)) for label, value in _rows(proof, speech))
    return Fields(tuple(rows))


def _rows(proof: Proof, speech: Speech) -> Iterator[tuple[str, str]]:
    say, deadline = speech.say, proof.deadline
    yield say("Period"), speech.text(deadline.clock.name)
    yield say("Started by"), started(proof, speech)
    for each in moves(proof, speech):
        yield say("Moved by"), each
    yield say("Last day by law"), speech.day(deadline.due_on)
    if deadline.clock.owed_by is OwedBy.APPLICANT:
        yield say("Safe day"), speech.day(deadline.safe_on)
    yield say("Calendar"), proof.calendar
    if deadline.provisional:
        yield (
            say("Provisional"),
            say("The holidays of that time are not announced yet, so the day may still change."),
        )


def _quoted(citation: Citation, speech: Speech) -> Block:
    clause = speech.clause(citation)
    return Quotation(clause, citation.quote) if citation.quote else _paragraph(clause)


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Sentence(text),), indent=False)


def _table(deadline: Deadline, speech: Speech) -> Table:
    say = speech.say
    head = (say("Number"), say("Date"), say("Weekday"), say("Counts"), say("Reason"))
    yes, no = say("yes"), say("no")
    rows = tuple(
        (
            Sentence("" if each.number is None else str(each.number)),
            Sentence(each.day.isoformat()),
            Sentence(speech.weekday(each.day)),
            Sentence(yes if each.counted else no),
            Sentence(speech.reason(each)),
        )
        for each in deadline.reasons
    )
    return Table(head, rows, _WIDTHS)
