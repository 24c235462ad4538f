"""One command line, from its words to its exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from filingdesk.cli.faults import judged
from filingdesk.cli.telling import BAD_INPUT, HUNG_UP, INTERRUPTED, Unheard, tell_problems
from filingdesk.cli.tree import every_command
from filingdesk.core.problem import Problem
from filingdesk.words.catalogue import Words
from filingdesk.words.command_line import Parser, asked_language

if TYPE_CHECKING:
    from filingdesk.desk import Desk


class Furnish(Protocol):
    """Makes a desk with real doors; without a folder, this user's own."""

    def __call__(self, folder: Path | None = None, today: date | None = None) -> Desk: ...


class CheckInWindow(Protocol):
    """A window for people in which a file is checked; gives the exit code when it is closed."""

    def __call__(
        self, desk: Desk, file: Path | None, trust: Sequence[bytes], language: str
    ) -> int: ...


def main(arguments: Sequence[str], furnish: Furnish, window: CheckInWindow | None = None) -> int:
    """Carry out one command. 0: done; 1: the answer is no; 2: bad input; 70: our own fault."""
    words = Words(asked_language(arguments))
    _show_every_character()
    try:
        return _obeyed(every_command(words, window), arguments, furnish)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Unheard as lost:
        if not lost.has_hung_up:
            tell_problems((Problem("", "answer-not-written"),), words, as_json=False)
        return HUNG_UP if lost.has_hung_up else BAD_INPUT


def _obeyed(parser: Parser, arguments: Sequence[str], furnish: Furnish) -> int:
    try:
        options = parser.parse_args(arguments)
        return int(options.carry_out(options, furnish, parser.words))
    except Unheard:
        raise
    except Exception as fault:
        problems, code = judged(fault)
        tell_problems(problems, parser.words, as_json="--json" in arguments)
        return code


def _show_every_character() -> None:
    """A terminal that lacks a character gets its number, and not a fault."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
