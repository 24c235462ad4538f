"""due, packs: what the law says, and the packs that hold it."""

from argparse import Namespace
from typing import TYPE_CHECKING

from filingdesk.cli.filing import deadline_json
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
from filingdesk.core.deadline import Clock, Deadline
from filingdesk.core.problem import Problem
from filingdesk.words.catalogue import PackWords, Words
from filingdesk.words.counting import day_reason
from filingdesk.words.problems import sentence

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish


def due(options: Namespace, furnish: "Furnish", words: Words) -> int:
    """When a clock ends, day by day; 1 when nobody has verified how long it is."""
    desk = furnish()
    clock = desk.clock(options.clock, options.jurisdiction)
    jurisdiction = options.jurisdiction or options.clock.partition("/")[0]
    wording = PackWords(words, desk.doors.shelf.pack(jurisdiction).lineage)
    if not clock.verified:
        _tell_unverified(clock, options, words, wording)
        return NO
    deadline = desk.due(options.clock, options.event, options.jurisdiction)
    if options.json:
        tell_json(deadline_json(deadline))
    else:
        tell(*_lines(deadline, words, wording))
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
    for each in deadline.reasons:
        number = "" if each.number is None else str(each.number)
        lines.append(f"{each.day.isoformat()}  {number:>3}  {day_reason(each, words)}")
    lines.append(words.say("Last day by law: {day}", day=words.day(deadline.due_on)))
    lines.append(words.say("Safe day: {day}", day=words.day(deadline.safe_on)))
    if deadline.provisional:
        lines.append(words.say("Provisional: the holidays of that year are not published yet."))
    return lines


def list_packs(options: Namespace, furnish: "Furnish", words: Words) -> int:
    """Every jurisdiction by its name."""
    shelf = furnish().doors.shelf
    packs = [shelf.pack(each) for each in shelf.jurisdictions()]
    named = [(each, PackWords(words, each.lineage).text(each.name)) for each in packs]
    if options.json:
        tell_json([{"id": pack.id, "name": name, "version": pack.version} for pack, name in named])
    else:
        tell(*(f"{pack.id:<14} {pack.version:<12} {name}" for pack, name in named))
    return DONE


def check_packs(options: Namespace, furnish: "Furnish", words: Words) -> int:
    """Every fault of every pack; 1 when there is one."""
    desk = furnish()
    faults = desk.doors.pack_faults()
    if options.json:
        count = len(desk.doors.shelf.jurisdictions()) if not faults else None
        told = [problem_json(each, words) for each in faults]
        tell_json({"jurisdictions": count, "faults": told})
    elif faults:
        tell_problems(faults, words, as_json=False)
    else:
        tell(words.say("The packs have no fault."))
    return NO if faults else DONE


def show_pack(options: Namespace, furnish: "Furnish", words: Words) -> int:
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
