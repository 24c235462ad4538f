"""due, packs check, packs show: what the law says, and the packs that hold it."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from filingdesk.cli.advising import deadline_json
from filingdesk.cli.proof import day_lines, end_lines, proof_json, proof_lines
from filingdesk.cli.telling import (
    DONE,
    NO,
    citation_json,
    citation_line,
    problem_json,
    tell,
    tell_json,
    tell_problems,
)
from filingdesk.cli.writing import write_whole
from filingdesk.core.problem import Problem
from filingdesk.core.proof import Proof
from filingdesk.words.catalogue import PackWords
from filingdesk.words.problems import sentence

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish
    from filingdesk.core.deadline import Clock, Deadline
    from filingdesk.core.ports import PackReport
    from filingdesk.words.catalogue import Words


def due(options: Namespace, furnish: Furnish, words: Words) -> int:
    """When a clock ends, day by day; 1 when nobody has verified how long it is."""
    desk = furnish()
    clock = desk.clock(options.clock, options.jurisdiction)
    jurisdiction = options.jurisdiction or options.clock.partition("/")[0]
    wording = PackWords(words, desk.doors.shelf.pack(jurisdiction).lineage)
    if not clock.verified:
        _tell_unverified(clock, options, words, wording)
        return NO
    deadline = desk.due(options.clock, options.event, options.jurisdiction)
    proof = Proof(deadline)
    if options.pdf:
        write_whole(options.pdf, desk.proof_sheet(proof, jurisdiction, words.language))
    if options.json:
        tell_json(proof_json(proof, wording) if options.proof else deadline_json(deadline))
    else:
        tell(*(proof_lines(proof, wording) if options.proof else _lines(deadline, words, wording)))
    return DONE


def _tell_unverified(clock: Clock, options: Namespace, words: Words, wording: PackWords) -> None:
    """The same as for a clock that is verified, without a number."""
    told = Problem(clock.id, "clock-not-verified", blocks=False)
    if not options.json:
        tell(*_head(clock, words, wording), sentence(told, words), wording.text(clock.note))
        return
    unknown = dict.fromkeys(("due_on", "safe_on", "provisional"))
    tell_json(
        {
            "clock": clock.id,
            "event": options.event.isoformat(),
            **unknown,
            "verified": False,
            "citation": [citation_json(each) for each in clock.citations],
            "reasons": [],
            "unverified": [problem_json(told, words)],
        }
    )


def _head(clock: Clock, words: Words, wording: PackWords) -> list[str]:
    return [wording.text(clock.name), *(citation_line(each, words) for each in clock.citations)]


def _lines(deadline: Deadline, words: Words, wording: PackWords) -> list[str]:
    lines = _head(deadline.clock, words, wording)
    return [*lines, *day_lines(deadline, words), *end_lines(deadline, words)]


def check_packs(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Every fault of every pack, and what was looked at; 1 when there is a fault."""
    report = furnish().doors.proved(options.jurisdictions, str(options.at or ""))
    if options.json:
        tell_json(_report_json(report, words))
        return NO if report.faults else DONE
    told = (*report.faults, *report.notes)
    if told:
        tell_problems(told, words, as_json=False)
    if not report.faults:
        tell(words.say("The packs have no fault."))
    tell(_counts(report, words))
    return NO if report.faults else DONE


def _report_json(report: PackReport, words: Words) -> dict[str, object]:
    return {
        "jurisdictions": report.jurisdictions,
        "kinds": report.kinds,
        "scenarios": report.scenarios,
        "rules": report.rules,
        "verified_rules": report.verified_rules,
        "pages": report.pages,
        "paths": report.paths,
        "bounds": asdict(report.bounds),
        "faults": [problem_json(each, words) for each in report.faults],
        "notes": [problem_json(each, words) for each in report.notes],
    }


def _counts(report: PackReport, words: Words) -> str:
    counts = {
        "jurisdictions": report.jurisdictions,
        "kinds": report.kinds,
        "scenarios": report.scenarios,
        "rules": report.rules,
        "verified": report.verified_rules,
        "pages": report.pages,
        "paths": report.paths,
        "walked": report.bounds.walked,
    }
    return words.say(
        "Looked at: {jurisdictions} places, {kinds} kinds of filing, {scenarios} scenarios, "
        "{rules} rules ({verified} verified), {pages} pages, {paths} ways ({walked} walked).",
        **{key: words.number(count) for key, count in counts.items()},
    )


def show_pack(options: Namespace, furnish: Furnish, words: Words) -> int:
    """What one jurisdiction holds."""
    pack = furnish().doors.shelf.pack(options.jurisdiction)
    wording = PackWords(words, pack.lineage)
    told = {
        "id": pack.id,
        "name": wording.text(pack.name),
        "version": pack.version,
        "as_of": pack.as_of.isoformat(),
        "lineage": list(pack.lineage),
        "kinds": {
            each.id: {
                "name": wording.text(each.name),
                "grounds": {one.id: wording.text(one.plain) for one in each.grounds},
                "clocks": {one.id: wording.text(one.name) for one in each.clocks},
            }
            for each in pack.kinds.values()
        },
        "authorities": {each.id: wording.text(each.name) for each in pack.authorities},
    }
    if options.json:
        tell_json(told)
        return DONE
    tell(f"{pack.id} {pack.version}", wording.text(pack.name))
    for kind in pack.kinds.values():
        tell("", wording.text(kind.name))
        tell(*(f"  {each.id}: {wording.text(each.plain)}" for each in kind.grounds))
        tell(*(f"  {each.id}: {wording.text(each.name)}" for each in kind.clocks))
    tell("", *(f"  {each.id}: {wording.text(each.name)}" for each in pack.authorities))
    return DONE
