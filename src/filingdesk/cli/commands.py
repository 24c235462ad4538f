"""The commands and their arguments; each is carried out in a file of its own."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

from filingdesk.cli.faults import judged
from filingdesk.cli.names import OWN, SETTINGS, SETTINGS_HELP
from filingdesk.cli.telling import BAD_INPUT, HUNG_UP, INTERRUPTED, Unheard, tell_problems
from filingdesk.core.case import EventKind
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity
from filingdesk.words.catalogue import LANGUAGES, Words


class _Late:
    """A file of commands; it is read when one of them is carried out."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, command: str) -> CarryOut:
        def carry_out(options: argparse.Namespace, furnish: Furnish, words: Words) -> int:
            here = import_module(f"filingdesk.cli.{self._name}")
            return int(getattr(here, command)(options, furnish, words))

        return carry_out


if TYPE_CHECKING:
    from filingdesk.cli import cases, filing, keys, law, packs, recovery, replies, settings, trust
    from filingdesk.desk import Desk
else:
    cases, filing, keys, law, packs, recovery, replies, settings, trust = map(
        _Late,
        ("cases", "filing", "keys", "law", "packs", "recovery", "replies", "settings", "trust"),
    )


class Furnish(Protocol):
    """Makes a desk with real doors; without a folder, this user's own."""

    def __call__(self, folder: Path | None = None, today: date | None = None) -> Desk: ...


class CheckInWindow(Protocol):
    """A window for people in which a file is checked; gives the exit code when it is closed."""

    def __call__(
        self, desk: Desk, file: Path | None, trust: Sequence[bytes], language: str
    ) -> int: ...


class _Parser(argparse.ArgumentParser):
    """Wrong arguments are bad input, told as all bad input is."""

    def error(self, message: str) -> NoReturn:
        raise UserProblem(Problem(self.prog, "arguments-wrong", {"reason": message}))


def main(arguments: Sequence[str], furnish: Furnish, window: CheckInWindow | None = None) -> int:
    """Carry out one command. 0: done; 1: the answer is no; 2: bad input; 70: our own fault."""
    words = Words(_language(arguments))
    _show_every_character()
    try:
        return _obeyed(_parser(window), arguments, furnish, words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Unheard as lost:
        if not lost.has_hung_up:
            tell_problems((Problem("", "answer-not-written"),), words, as_json=False)
        return HUNG_UP if lost.has_hung_up else BAD_INPUT


def _obeyed(
    parser: argparse.ArgumentParser, arguments: Sequence[str], furnish: Furnish, words: Words
) -> int:
    try:
        options = parser.parse_args(arguments)
        return int(options.carry_out(options, furnish, words))
    except Unheard:
        raise
    except Exception as fault:
        problems, code = judged(fault)
        tell_problems(problems, words, as_json="--json" in arguments)
        return code


def _language(arguments: Sequence[str]) -> str:
    """The language that is asked for, known before the arguments are understood."""
    asked = (value for name, value in pairwise(arguments) if name == "--language")
    return next((each for each in asked if each in LANGUAGES), _own_language())


def _show_every_character() -> None:
    """A terminal that lacks a character gets its number, and not a fault."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _parser(window: CheckInWindow | None) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="filingdesk",
        description="Without a command the window opens (--kiosk: the whole screen).",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    _filing_commands(commands.add_parser)
    _law_commands(commands.add_parser)
    _trust_commands(commands.add_parser, window)
    _case_commands(commands.add_parser("cases", help="the cases of this desk"))
    _settings_commands(commands.add_parser("settings", help="how this desk signs"))
    return parser


Add = Callable[..., argparse.ArgumentParser]
CarryOut = Callable[[argparse.Namespace, Furnish, Words], int]


def _command(add: Add, name: str, carry_out: CarryOut, help: str) -> argparse.ArgumentParser:
    parser = add(name, help=help, description=help)
    parser.set_defaults(carry_out=carry_out)
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.add_argument("--language", choices=LANGUAGES, default=_own_language(), metavar="LANG")
    return parser


def _own_language() -> str:
    """The language of the shell, where it is one of ours; else English."""
    named = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").partition(".")[0]
    if named in LANGUAGES:
        return named
    return next((each for each in LANGUAGES if named and each[:2] == named[:2]), "en")


def _filing_commands(add: Add) -> None:
    file = _command(add, "file", filing.file, "sign a filing from an answers file, keep its case")
    file.add_argument("answers", type=Path, metavar="ANSWERS.toml")
    file.add_argument("-o", "--out", type=Path, required=True, metavar="OUT.pdf")
    file.add_argument(
        "--seal",
        type=Path,
        metavar="FILE.p12",
        help="the centre's seal as PKCS#12, in place of the desk's own",
    )
    file.add_argument(
        "--seal-passphrase-file", type=Path, metavar="FILE", help="else FILINGDESK_SEAL_PASSPHRASE"
    )
    _token(file)
    _today(file)
    _passphrase(file)
    advise = _command(add, "advise", filing.advise, "what the answers support, and where to go")
    advise.add_argument("answers", type=Path, metavar="ANSWERS.toml")
    _today(advise)
    demo = _command(add, "demo", filing.demo, "file the Tianjin example without asking anything")
    demo.add_argument("-o", "--out", type=Path, default=Path("filingdesk-demo"), metavar="DIR")
    render = _command(add, "render", filing.render, "make the pages of a filing.json again")
    render.add_argument("payload", type=Path, metavar="PAYLOAD.json")
    render.add_argument("--exhibits", type=Path, metavar="DIR", help="else beside the payload")
    render.add_argument("-o", "--out", type=Path, metavar="OUT.pdf")
    render.add_argument(
        "--compare", type=Path, metavar="SIGNED.pdf", help="whether it was signed over these pages"
    )


def _law_commands(add: Add) -> None:
    due = _command(add, "due", law.due, "when a clock ends, with a reason for every day")
    due.add_argument("clock", metavar="CLOCK", help="such as cn/reconsideration-filing")
    due.add_argument("--event", type=_day, required=True, metavar="DATE")
    due.add_argument("--jurisdiction", default="", metavar="ID")
    due.add_argument("--proof", action="store_true", help="with its start, its clauses in full")
    due.add_argument("--pdf", type=Path, metavar="OUT.pdf", help="write the proof as a PDF")
    every = add("packs", help="the jurisdictions").add_subparsers(
        required=True, metavar="COMMAND", parser_class=_Parser
    )
    _command(every.add_parser, "list", packs.list_packs, "every jurisdiction, and where it is from")
    check = _command(every.add_parser, "check", law.check_packs, "every fault of every pack")
    check.add_argument("jurisdictions", nargs="*", metavar="ID", help="only of these packs")
    check.add_argument("--at", type=Path, metavar="FOLDER", help="packs that were begun there")
    show = _command(every.add_parser, "show", law.show_pack, "what one jurisdiction holds")
    show.add_argument("jurisdiction", metavar="ID")
    _publisher_commands(every.add_parser)
    _keeping_commands(every.add_parser)


def _publisher_commands(add: Add) -> None:
    new = _command(add, "new", packs.new, "begin the pack of another place")
    new.add_argument("jurisdiction", metavar="ID", help="such as cn-yunling")
    new.add_argument("--name", required=True, metavar="NAME", help="as papers write it")
    new.add_argument("--parent", default="cn", metavar="ID", help="what it builds on (cn)")
    new.add_argument("--at", type=Path, metavar="FOLDER", help="else among the program's packs")
    new.add_argument(
        "--statute", type=Path, metavar="FILE.md", help="its law: every paragraph ready to be cited"
    )
    new.add_argument(
        "--articles", type=int, nargs="+", default=[], metavar="NUMBER", help="only these"
    )
    build = _command(add, "build", packs.build, "make one file of a pack's folder")
    build.add_argument("folder", type=Path, metavar="FOLDER")
    build.add_argument("-o", "--out", type=Path, metavar="FILE.fdpack")
    build.add_argument(
        "--statutes", type=Path, metavar="FOLDER", help="texts of law that the program lacks"
    )
    key = _command(add, "key", packs.key, "make a key to sign packs with")
    key.add_argument("-o", "--out", type=Path, required=True, metavar="KEY.pem")
    sign = _command(add, "sign", packs.sign, "sign a pack's file")
    sign.add_argument("file", type=Path, metavar="FILE.fdpack")
    sign.add_argument("--key", type=Path, required=True, metavar="KEY.pem")
    for each in (key, sign):
        each.add_argument(
            "--passphrase-file", type=Path, metavar="FILE", help="else FILINGDESK_KEY_PASSPHRASE"
        )


def _keeping_commands(add: Add) -> None:
    trust = _command(add, "trust", packs.trust, "take packs that this key has signed")
    trust.add_argument("key", type=Path, metavar="KEY.pub.pem")
    install = _command(add, "install", packs.install, "use the pack of a file from now on")
    install.add_argument("file", type=Path, metavar="FILE.fdpack")
    install.add_argument("--allow-unsigned", action="store_true", help="although nobody signed it")
    install.add_argument("--allow-older", action="store_true", help="in place of a newer version")
    rollback = _command(add, "rollback", packs.roll_back, "use the version that was used before")
    rollback.add_argument("jurisdiction", metavar="ID")


def _trust_commands(add: Add, window: CheckInWindow | None) -> None:
    verify = _command(add, "verify", trust.verify, "whether a PDF is a good filing")
    verify.add_argument("pdf", type=Path, nargs="?" if window else None, metavar="FILE.pdf")
    verify.set_defaults(window=None)
    if window:
        help = "in a window, where more files can be dropped"
        verify.add_argument("--window", action="store_const", const=window, help=help)
    verify.add_argument("--trust", type=Path, action="append", default=[], metavar="CERT.pem")
    extract = _command(add, "extract", trust.extract, "take the embedded files out of a PDF")
    extract.add_argument("pdf", type=Path, metavar="FILE.pdf")
    extract.add_argument("-d", "--directory", type=Path, required=True, metavar="DIR")
    seal = _command(add, "certificate", trust.certificate, "this desk's certificate, to be trusted")
    seal.add_argument("-o", "--out", type=Path, required=True, metavar="CERT.pem")
    _passphrase(seal)
    _passphrase(_command(add, "tokens", keys.tokens, "the cards and tokens that are plugged in"))
    code = _command(add, "recovery", recovery.renew, "make a new recovery code for this desk")
    _passphrase(code)


def _case_commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    every = _command(commands.add_parser, "list", cases.list_cases, "all cases, most urgent first")
    every.add_argument("--search", default="", metavar="WORDS")
    show = _command(commands.add_parser, "show", cases.show, "one case with its clocks")
    show.add_argument("-o", "--out", type=Path, metavar="OUT.pdf", help="write its signed PDF")
    show.add_argument("--proof", metavar="CLOCK", help="only why one of its days is what it is")
    show.add_argument("--pdf", type=Path, metavar="OUT.pdf", help="write that proof as a PDF")
    record = _command(commands.add_parser, "record", cases.record, "write down what happened")
    for each in (show, record):
        each.add_argument("reference", metavar="REFERENCE")
    by_itself = (
        EventKind.SIGNED,
        EventKind.REDATED,
        EventKind.COUNTERSIGNED,
        EventKind.TIME_STAMPED,
    )
    record.add_argument(
        "event", choices=[each.value for each in EventKind if each not in by_itself]
    )
    record.add_argument("--day", type=_day, metavar="DATE", help="today, unless named")
    record.add_argument("--note", default="", help="such as the receipt number")
    record.add_argument("--clock", default="", metavar="CLOCK", help="what was extended")
    record.add_argument("--until", type=_day, metavar="DATE", help="to which day, if it was said")
    _reply_commands(commands.add_parser)
    _signature_commands(commands.add_parser)
    for each in (every, show, record):
        _today(each)
        _passphrase(each)


def _reply_commands(add: Add) -> None:
    receive = _command(add, "receive", replies.receive, "keep what an agency sent back")
    receive.add_argument("reference", metavar="REFERENCE")
    receive.add_argument("file", type=Path, metavar="FILE")
    receive.add_argument("--yes", action="store_true", help="keep it, and write its day down")
    receive.add_argument(
        "--day", type=_day, metavar="DATE", help="another day than its signature's"
    )
    _today(receive)
    find = _command(add, "find", replies.find, "the case of a scan or photo of the paper")
    find.add_argument("scan", type=Path, metavar="SCAN")
    for each in (receive, find):
        _passphrase(each)


def _signature_commands(add: Add) -> None:
    sign = _command(add, "sign", keys.sign, "one more signature, with somebody's own key")
    sign.add_argument("reference", metavar="REFERENCE")
    sign.add_argument("--seal", type=Path, metavar="FILE.p12", help="a key in a file (PKCS#12)")
    sign.add_argument(
        "--seal-passphrase-file", type=Path, metavar="FILE", help="else FILINGDESK_SEAL_PASSPHRASE"
    )
    _token(sign)
    sign.set_defaults(capacity=Capacity.CLERK_ATTESTATION.value)
    stamp = _command(add, "stamp", keys.stamp, "add the time stamps that cases lack")
    stamp.add_argument("reference", nargs="?", metavar="REFERENCE", help="else every case")
    for each in (sign, stamp):
        _passphrase(each)


def _settings_commands(parser: argparse.ArgumentParser) -> None:
    add = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser).add_parser
    show = _command(add, "show", settings.show, "the level, who stamps, whom to trust, cards")
    change = _command(add, "set", settings.change, "sign differently from now on")
    change.add_argument("name", choices=SETTINGS, metavar="NAME", help=SETTINGS_HELP)
    change.add_argument("values", nargs="*", metavar="VALUE", help="none: as on a new desk")
    test = _command(add, "try", settings.test, "whether each authority gives a time stamp")
    for each in (show, change, test):
        _passphrase(each)


def _token(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--token", default="", metavar="SERIAL", help="sign with a card or token")
    parser.add_argument("--pin-file", type=Path, metavar="FILE", help="else FILINGDESK_PIN")
    parser.add_argument("--key", default="", metavar="LABEL", help="which key, among several")
    parser.add_argument(
        "--as", dest="capacity", choices=[each.value for each in OWN], help="who signs"
    )


def _today(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", type=_day, metavar="DATE", help="as if it were this day")


def _passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="else FILINGDESK_PASSPHRASE"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day written YYYY-MM-DD") from None
