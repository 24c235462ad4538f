"""The commands about the cases of a desk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from filingdesk.cli.taking import (
    Commands,
    Late,
    day,
    take_passphrase,
    take_seal,
    take_today,
    take_token,
)
from filingdesk.core.case import EventKind
from filingdesk.core.signature import Capacity
from filingdesk.words.command_line import Parser

if TYPE_CHECKING:
    from filingdesk.cli import cases, keys, replies
    from filingdesk.words.catalogue import Words
else:
    cases, keys, replies = Late("cases"), Late("keys"), Late("replies")


def case_commands(every: Commands) -> None:
    """`cases …`."""
    say = every.say
    every_case = every.command("list", cases.list_cases, say("all cases, most urgent first"))
    about = say("only those with these words")
    every_case.add_argument("--search", default="", metavar="WORDS", help=about)
    show = every.command("show", cases.show, say("one case with its clocks"))
    about = say("write its signed PDF")
    show.add_argument("-o", "--out", type=Path, metavar="OUT.pdf", help=about)
    about = say("only why one of its days is what it is")
    show.add_argument("--proof", metavar="CLOCK", help=about)
    about = say("write that proof as a PDF")
    show.add_argument("--pdf", type=Path, metavar="OUT.pdf", help=about)
    record = every.command("record", cases.record, say("write down what happened"))
    receive = every.command("receive", replies.receive, say("keep what an agency sent back"))
    find = every.command("find", replies.find, say("the case of a scan or photo of the paper"))
    sign = every.command("sign", keys.sign, say("one more signature, with somebody's own key"))
    stamp = every.command("stamp", keys.stamp, say("add the time stamps that cases lack"))
    for each in (show, record, receive, sign):
        each.add_argument("reference", metavar="REFERENCE", help=say("the case's reference"))
    _what_happened(record)
    _what_came_back(receive)
    find.add_argument("scan", type=Path, metavar="SCAN", help=say("the scan or photo"))
    take_seal(sign, say("a key in a file (PKCS#12)"))
    take_token(sign)
    sign.set_defaults(capacity=Capacity.CLERK_ATTESTATION.value)
    about = say("only this case (else every case)")
    stamp.add_argument("reference", nargs="?", metavar="REFERENCE", help=about)
    for each in (every_case, show, record, receive):
        take_today(each)
    for each in (every_case, show, record, receive, find, sign, stamp):
        take_passphrase(each)


def _what_happened(record: Parser) -> None:
    say = record.words.say
    by_itself = (
        EventKind.SIGNED,
        EventKind.REDATED,
        EventKind.COUNTERSIGNED,
        EventKind.TIME_STAMPED,
    )
    events = [each for each in EventKind if each not in by_itself]
    codes, about = [each.value for each in events], say("what happened, as below")
    record.add_argument("event", choices=codes, metavar="EVENT", help=about)
    record.at_the_end = lambda: _meanings(events, record.words)
    about = say("its day (else today)")
    record.add_argument("--day", type=day, metavar="DATE", help=about)
    about = say("such as the receipt number")
    record.add_argument("--note", default="", metavar="NOTE", help=about)
    record.add_argument("--clock", default="", metavar="CLOCK", help=say("what was extended"))
    about = say("to which day, if it was said")
    record.add_argument("--until", type=day, metavar="DATE", help=about)


def _what_came_back(receive: Parser) -> None:
    say = receive.words.say
    receive.add_argument("file", type=Path, metavar="FILE", help=say("what came back"))
    about = say("keep it, and write its day down")
    receive.add_argument("--yes", action="store_true", help=about)
    about = say("another day than its signature's")
    receive.add_argument("--day", type=day, metavar="DATE", help=about)


def _meanings(events: Sequence[EventKind], words: Words) -> str:
    from filingdesk.words.terms import EVENTS  # names half of the core

    lines = ((each.value, words.say(EVENTS[each])) for each in events)
    return "\n".join(words.say("{name}: {sentence}", name=name, sentence=it) for name, it in lines)
