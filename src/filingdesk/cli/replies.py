"""cases receive, cases find: what comes back for a case, and the case that a paper belongs to."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from filingdesk.cli.opening import opened
from filingdesk.cli.telling import DONE, NO, tell, tell_json
from filingdesk.cli.verdict import verdict_json, verdict_lines
from filingdesk.words.reply import reply_sentence
from filingdesk.words.terms import EVENTS

if TYPE_CHECKING:
    from filingdesk.cli.commands import Furnish
    from filingdesk.core.reply import Reply
    from filingdesk.words.catalogue import Words


def receive(options: Namespace, furnish: Furnish, words: Words) -> int:
    """Judge what came back, and keep it once it is confirmed; 1 when it was not."""
    with opened(furnish(today=options.today), options, words) as desk:
        reply = desk.look_at_reply(options.reference, options.file.read_bytes())
        day = options.day or (reply.day if reply.event else None)
        if not options.json:
            tell(*_lines(reply, words))
        is_kept = options.yes or (not options.json and _is_confirmed(words))
        if is_kept:
            desk.take_reply(options.reference, reply, day)
    if options.json:
        tell_json(_json(reply, words) | {"kept": is_kept})
    elif is_kept and day and reply.event:
        event, written = words.say(EVENTS[reply.event]), words.day(day)
        tell(words.say("Recorded: {event}, {day}.", event=event, day=written))
    elif is_kept:
        tell(words.say("The file is kept with the case."))
    else:
        tell(words.say("Nothing was kept. To keep it, add --yes."))
    return DONE if is_kept else NO


def find(options: Namespace, furnish: Furnish, words: Words) -> int:
    """The case of a printed filing; 1 when its code was not made for just this filing."""
    with opened(furnish(), options, words) as desk:
        scanned = desk.find_scan(options.scan.read_bytes())
    case = scanned.found.case
    if options.json:
        tell_json({"reference": case.reference, "is_ours": scanned.is_ours})
    else:
        tell(f"{case.reference}  {case.person}  {case.title}")
        if not scanned.is_ours:
            tell(words.say("The code on this paper was not made for this filing. Compare both."))
    return DONE if scanned.is_ours else NO


def _is_confirmed(words: Words) -> bool:
    if not sys.stdin.isatty():
        return False
    print(words.say("Keep it with the case? Type yes, or press Enter to leave it."))
    return sys.stdin.readline().strip().casefold() in ("yes", words.say("yes").casefold())


def _lines(reply: Reply, words: Words) -> list[str]:
    lines = [reply_sentence(reply, words)]
    if reply.day:
        lines.append(words.say("The day of its signature is {day}.", day=words.day(reply.day)))
    return lines + (list(verdict_lines(reply.verdict, words)) if reply.verdict else [])


def _json(reply: Reply, words: Words) -> dict[str, Any]:
    return {
        "kind": reply.kind.value,
        "signer": reply.signer,
        "day": reply.day.isoformat() if reply.day else None,
        "event": reply.event.value if reply.event else None,
        "verdict": verdict_json(reply.verdict, words) if reply.verdict else None,
    }
