"""cases: the tracker without a window."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from filingdesk.cli.advising import deadline_json
from filingdesk.cli.opening import opened
from filingdesk.cli.proof import event_json, proof_json, proof_lines
from filingdesk.cli.telling import DONE, problem_json, tell, tell_json
from filingdesk.cli.writing import write_whole
from filingdesk.core.case import EventKind
from filingdesk.words.catalogue import PackWords
from filingdesk.words.counting import moved_lines
from filingdesk.words.problems import sentence
from filingdesk.words.signed import note_of
from filingdesk.words.terms import CLOCK_STATES, EVENTS, NEXT_STEPS, STATUSES

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish
    from filingdesk.core.case import Case
    from filingdesk.desk import CaseToday, Desk
    from filingdesk.words.catalogue import Words


def list_cases(options: Namespace, furnish: Furnish, words: Words) -> int:
    """All cases, the most urgent first."""
    with opened(furnish(today=options.today), options, words) as desk:
        found = tuple(desk.cases(options.search))
    if options.json:
        tell_json([_row(each) for each in found])
        return DONE
    for each in found:
        day = each.next_due.isoformat() if each.next_due else "-" * 10
        status = words.say(STATUSES[each.case.status])
        tell(f"{each.case.reference}  {day}  {status}  {each.case.person}  {each.case.title}")
    if not found:
        tell(words.say("No case yet."))
    return DONE


def show(options: Namespace, furnish: Furnish, words: Words) -> int:
    """One case with its history and its clocks."""
    with opened(furnish(today=options.today), options, words) as desk:
        found = desk.case(options.reference)
        if options.out:
            write_whole(options.out, desk.signed_pdf(found.case.id))
        if options.proof:
            _tell_proof(desk, found.case, options, words)
            return DONE
    _tell_case(desk, found, options, words)
    return DONE


def record(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Write down what happened to a case."""
    with opened(furnish(today=options.today), options, words) as desk:
        day = options.day or desk.doors.time.today()
        about = (options.note, options.clock, options.until)
        found = desk.record(options.reference, EventKind(options.event), day, *about)
    _tell_case(desk, found, options, words)
    return DONE


def _tell_proof(desk: Desk, case: Case, options: Namespace, words: Words) -> None:
    proof = desk.proof(case.id, options.proof)
    wording = PackWords(words, desk.pack_of(case).lineage)
    if options.pdf:
        sheet = desk.proof_sheet(proof, case.jurisdiction, words.language, case.reference)
        write_whole(options.pdf, sheet)
    if options.json:
        tell_json(proof_json(proof, wording))
    else:
        tell(*proof_lines(proof, wording))


def _tell_case(desk: Desk, found: CaseToday, options: Namespace, words: Words) -> None:
    if options.json:
        warnings = [problem_json(each, words) for each in found.warnings]
        tell_json(_row(found) | _detail(found) | {"warnings": warnings})
        return
    case = found.case
    tell(case.reference, case.person, case.title, case.authority, words.say(STATUSES[case.status]))
    for event in case.events:
        said = words.say(EVENTS[event.kind])
        tell(f"{event.day.isoformat()}  {said}  {note_of(event, words)}")
    wording = PackWords(words, desk.pack_of(case).lineage)
    tell(*(sentence(each, words) for each in found.warnings))
    tell(*moved_lines(found.moved, wording))
    for clock in found.clocks:
        state = words.say(CLOCK_STATES[clock.state])
        due = words.day(clock.deadline.due_on) if clock.deadline else ""
        tell(f"{wording.text(clock.clock.name)}: {state} {due}".rstrip())
    tell(words.say("Next: {step}", step=words.say(NEXT_STEPS[found.next_step])))


def _row(found: CaseToday) -> dict[str, Any]:
    case = found.case
    return {
        "reference": case.reference,
        "jurisdiction": case.jurisdiction,
        "kind": case.kind,
        "person": case.person,
        "title": case.title,
        "authority": case.authority,
        "status": case.status.value,
        "outcome": case.outcome.value if case.outcome else None,
        "next_due": found.next_due.isoformat() if found.next_due else None,
        "next_step": found.next_step.value,
    }


def _detail(found: CaseToday) -> dict[str, Any]:
    return {
        "versions": dict(found.case.versions),
        "events": [event_json(each) for each in found.case.events],
        "moved": [
            {
                "clock": each.clock.id,
                "before": each.before.isoformat(),
                "now": each.now.isoformat(),
                "calendar": each.calendar,
            }
            for each in found.moved
        ],
        "clocks": [
            {
                "clock": each.clock.id,
                "state": each.state.value,
                "started_by": each.started_by.value if each.started_by else None,
                "verified": each.clock.verified,
                "deadline": deadline_json(each.deadline) if each.deadline else None,
            }
            for each in found.clocks
        ],
    }
