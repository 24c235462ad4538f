"""What went wrong with a command, and its exit code; what nobody foresaw tells nothing personal."""

from pathlib import Path

import filingdesk
from filingdesk.cli.telling import BAD_INPUT, NO, OUR_FAULT
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.disk import FULL

_ANSWERS_NO = frozenset({"too-early", "too-early-until", "other-body-deals-with-it", "no-ground"})
"""Nothing is wrong with the file; the facts do not support a filing, or not yet."""


def judged(fault: Exception) -> tuple[tuple[Problem, ...], int]:
    """What to tell of a fault, and the exit code it ends with."""
    if isinstance(fault, UserProblem):
        codes = {each.code for each in fault.problems if each.blocks}
        return fault.problems, NO if codes and codes <= _ANSWERS_NO else BAD_INPUT
    if isinstance(fault, OSError):
        return (Problem(str(fault.filename or ""), file_code(fault)),), BAD_INPUT
    return (_unforeseen(fault),), OUR_FAULT


def file_code(fault: OSError) -> str:
    """What went wrong with a file that was to be read."""
    if fault.errno in FULL:
        return "disk-full"
    if isinstance(fault, IsADirectoryError):
        return "file-is-folder"
    missing = isinstance(fault, FileNotFoundError | NotADirectoryError)
    return "file-not-found" if missing else "file-not-accessible"


def _unforeseen(fault: Exception) -> Problem:
    """The kind of fault and its place in our own source; its text may quote what was typed."""
    import traceback

    house = Path(filingdesk.__file__).parent
    frames = traceback.extract_tb(fault.__traceback__)
    last = [each for each in frames if Path(each.filename).is_relative_to(house)][-1]
    place = f"{Path(last.filename).relative_to(house.parent)}:{last.lineno}"
    return Problem(place, "unforeseen", {"kind": type(fault).__name__})
