"""The proof of a date at a prompt: what started it, the clauses, every day, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from filingdesk.cli.advising import deadline_json
from filingdesk.cli.telling import citation_json
from filingdesk.core.proof import moves, started
from filingdesk.words.counting import day_reason
from filingdesk.words.proof import ProofWords

if TYPE_CHECKING:
    from filingdesk.core.case import Event
    from filingdesk.core.deadline import Deadline
    from filingdesk.core.proof import Proof
    from filingdesk.words.catalogue import PackWords, Words


def proof_lines(proof: Proof, wording: PackWords) -> list[str]:
    """A proof in words."""
    words, speech = wording.words, ProofWords(wording)
    lines = [wording.text(proof.deadline.clock.name)]
    lines.append(words.say("Started by: {event}", event=started(proof, speech)))
    lines += [words.say("Moved by: {event}", event=each) for each in moves(proof, speech)]
    for each in proof.citations:
        lines += [part for part in (speech.clause(each), each.quote, each.url) if part]
    lines += [wording.text(each) for each in proof.notes]
    lines += day_lines(proof.deadline, words)
    lines += end_lines(proof.deadline, words)
    lines.append(words.say("Calendar {version}", version=proof.calendar))
    return lines


def day_lines(deadline: Deadline, words: Words) -> list[str]:
    """One line for each day."""
    return [
        f"{each.day.isoformat()}  {each.number or '':>3}  {day_reason(each, words)}"
        for each in deadline.reasons
    ]


def end_lines(deadline: Deadline, words: Words) -> list[str]:
    """The last day, the safe day, and whether they are provisional."""
    lines = [
        words.say("Last day by law: {day}", day=words.day(deadline.due_on)),
        words.say("Safe day: {day}", day=words.day(deadline.safe_on)),
    ]
    if deadline.provisional:
        lines.append(words.say("Provisional: the holidays of that year are not published yet."))
    return lines


def proof_json(proof: Proof, wording: PackWords) -> dict[str, Any]:
    """A proof as data: the deadline, and what it rests on."""
    deadline, clock = proof.deadline, proof.deadline.clock
    told = {
        "name": wording.text(clock.name),
        "count": clock.count,
        "unit": clock.unit.value,
        "trigger": clock.trigger.value,
        "owed_by": clock.owed_by.value,
        "full_on": deadline.full_on.isoformat(),
        "evidence": event_json(proof.evidence) if proof.evidence else None,
        "after": proof.after.clock.id if proof.after else None,
        "moves": [event_json(each) for each in proof.moves],
        "pauses": [
            {"first": each.first.isoformat(), "last": each.last.isoformat()}
            for each in deadline.pauses
        ],
        "extension": _extension_json(deadline),
        "notes": [wording.text(each) for each in proof.notes],
    }
    citations = [citation_json(each) for each in proof.citations]
    return deadline_json(deadline) | told | {"citation": citations}


def _extension_json(deadline: Deadline) -> dict[str, Any] | None:
    """By how much the law lets it be prolonged, and whether it was."""
    extension, before = deadline.clock.extension, deadline.before
    if extension is None:
        return None
    return {
        "count": extension.count,
        "unit": extension.unit.value,
        "due_before": before.due_on.isoformat() if before else None,
    }


def event_json(event: Event) -> dict[str, Any]:
    """An event as data; the clock and the day that it names only where it does."""
    told: dict[str, Any] = {
        "kind": event.kind.value,
        "day": event.day.isoformat(),
        "note": event.note,
    }
    if event.clock:
        told["clock"] = event.clock
    if event.until:
        told["until"] = event.until.isoformat()
    return told
