"""Printing through CUPS: its own programs as child processes, the pages handed over in memory."""

import os
from subprocess import DEVNULL, PIPE, CompletedProcess, TimeoutExpired, run

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.handoff.reference import checked

# Seconds; finding printers on the network takes a few.
_PATIENCE = 20
_DEFAULT = "system default destination: "


def printers() -> tuple[str, ...]:
    """The names of the printers that CUPS knows, the usual one first; empty without CUPS.

    May take seconds while CUPS looks around: call it beside the window's thread.
    """
    names = _said("lpstat", "-e").splitlines()
    usual = _said("lpstat", "-d").strip().removeprefix(_DEFAULT)
    return tuple(sorted(filter(None, names), key=lambda name: (name != usual, name)))


def print_pdf(pdf: bytes, printer: str, title: str) -> None:
    """Put a PDF into a printer's queue. `title` is the case's reference, which others may see.

    CUPS has then taken it; whether there is paper, it does not know. Raises UserProblem:
    no-printer, printer-refused (printer).
    """
    command = ("lp", "-d", printer, "-t", checked(title))
    try:
        done = _run(*command, content=pdf)
    except FileNotFoundError:
        raise UserProblem(Problem("printer", "no-printer")) from None
    except TimeoutExpired:
        raise UserProblem(_refused(printer)) from None
    if done.returncode != 0:
        known = printer in printers()
        raise UserProblem(_refused(printer) if known else Problem("printer", "no-printer"))


def _refused(printer: str) -> Problem:
    return Problem("printer", "printer-refused", {"printer": printer})


def _said(*command: str) -> str:
    try:
        return _run(*command).stdout.decode(errors="replace")
    except (FileNotFoundError, TimeoutExpired):
        return ""


def _run(*command: str, content: bytes = b"") -> CompletedProcess[bytes]:
    """Run a program of CUPS, whose words are English in this locale and names are UTF-8."""
    words = {"LC_ALL": "C.UTF-8", "LANGUAGE": ""}
    return run(
        command,
        input=content,
        stdout=PIPE,
        stderr=DEVNULL,
        timeout=_PATIENCE,
        check=False,
        env=os.environ | words,
    )
