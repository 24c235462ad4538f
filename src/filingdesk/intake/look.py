"""What pages say and which square codes they bear, told by a process that may not harm."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired

import filingdesk
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.verdict import Pages
from filingdesk.intake import limits

_COMMAND = (sys.executable, "-P", "-s", "-B", "-m", "filingdesk.intake.look_child")
_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "PYTHONIOENCODING": "utf-8",
    "PYTHONPATH": str(Path(filingdesk.__file__).resolve().parent.parent),
}
_MOST_CODES = 100
_LONGEST_CODE = 8000


def pages_said(untrusted_pdf: bytes) -> Pages:
    """What a PDF's pages say as text, and the codes on its first page.

    Raises UserProblem: file-not-readable, also for a file that is too heavy.
    """
    return _told(b"P" + untrusted_pdf)


def codes_on(pages: Sequence[bytes]) -> tuple[str, ...]:
    """The codes on safe pages (JPEG). Raises UserProblem: file-not-readable."""
    behind_length = (len(each).to_bytes(4) + each for each in pages)
    return _told(b"J" + b"".join(behind_length)).codes


def _told(content: bytes) -> Pages:
    untrusted_answer = _answer(content)
    try:
        found = json.loads(untrusted_answer)
        texts, codes = found["texts"], found["codes"][:_MOST_CODES]
        if not all(isinstance(each, str) for each in (*texts, *codes)):
            raise TypeError
        return Pages(tuple(texts), tuple(each[:_LONGEST_CODE] for each in codes))
    except (ValueError, TypeError, KeyError):
        raise UserProblem(Problem("file", "file-not-readable")) from None


def _answer(content: bytes) -> bytes:
    with Popen(
        _COMMAND, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_ENVIRONMENT, cwd="/"
    ) as child:
        try:
            answer, _ = child.communicate(content, limits.LOOK_SECONDS)
        except (TimeoutExpired, BrokenPipeError):
            return b""
        finally:
            child.kill()
    return answer if len(answer) <= 8 * limits.LOOK_SIGNS else b""
