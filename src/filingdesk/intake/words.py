"""The words on safe pages, read by a process without a network: the optional extra `ocr`."""

import json
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired

import filingdesk
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.intake import limits
from filingdesk.intake.decision import Line

_COMMAND = (sys.executable, "-P", "-s", "-B", "-m", "filingdesk.intake.words_child")
_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONPATH": str(Path(filingdesk.__file__).resolve().parent.parent),
}
_LONGEST_LINE = 200
_MOST_LINES = 1000


class PaperWords:
    """Recognises printed Chinese and Latin letters; 3 to 6 seconds and 1 GB for a page."""

    def __init__(self, seconds: float = limits.WORDS_SECONDS) -> None:
        self._seconds = seconds

    def are_readable(self) -> bool:
        """Whether what recognises them is installed."""
        return all(find_spec(each) is not None for each in ("rapidocr", "onnxruntime"))

    def lines(self, pages: Sequence[bytes]) -> tuple[Line, ...]:
        """The lines of the first pages (JPEG) from the top down.

        Raises UserProblem: words-not-installed, words-not-readable.
        """
        if not self.are_readable():
            raise UserProblem(Problem("file", "words-not-installed"))
        untrusted_answer = self._answer(pages[: limits.WORDS_PAGES])
        try:
            rows = json.loads(untrusted_answer)
            return tuple(_line(*row) for row in rows[:_MOST_LINES])
        except (ValueError, TypeError, KeyError):
            raise UserProblem(Problem("file", "words-not-readable")) from None

    def _answer(self, pages: Sequence[bytes]) -> bytes:
        content = b"".join(len(each).to_bytes(4) + each for each in pages)
        with Popen(
            _COMMAND, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_ENVIRONMENT, cwd="/"
        ) as child:
            try:
                answer, _ = child.communicate(content, self._seconds)
            except TimeoutExpired:
                return b""
            finally:
                child.kill()
        return answer if len(answer) <= limits.WORDS_BYTES else b""


def _line(text: str, confidence: float) -> Line:
    """One line with what prints alone. Raises TypeError, ValueError: it is none."""
    if not isinstance(text, str):
        raise TypeError("not a line")
    printed = "".join(each for each in text if each.isprintable())
    return Line(printed[:_LONGEST_LINE], min(max(float(confidence), 0.0), 1.0))
