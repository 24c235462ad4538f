"""What the command line says: JSON for machines, sentences for people, and its exit codes."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from filingdesk.words.problems import sentence

if TYPE_CHECKING:
    from filingdesk.core.law import Citation
    from filingdesk.core.problem import Problem
    from filingdesk.words.catalogue import Words

DONE = 0
NO = 1
BAD_INPUT = 2
OUR_FAULT = 70
"""EX_SOFTWARE of sysexits.h: nobody foresaw it."""
INTERRUPTED = 130
HUNG_UP = 141
"""As a shell tells them: 128 and SIGINT, 128 and SIGPIPE."""


class Unheard(Exception):
    """Standard output takes no more: who listened has gone away, or there is no room."""

    def __init__(self, fault: OSError) -> None:
        super().__init__()
        self.has_hung_up = isinstance(fault, BrokenPipeError)


def tell_json(answer: Any) -> None:
    """One JSON value, readable; in ASCII where the terminal cannot show every character."""
    speaks_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    tell(json.dumps(answer, ensure_ascii=not speaks_utf8, indent=2))


def tell(*lines: str) -> None:
    """Lines for a person. Raises Unheard."""
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except OSError as fault:
        # Python would try once more at its end, and tell of that in its own way.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Unheard(fault) from None


def tell_problems(problems: Iterable[Problem], words: Words, *, as_json: bool) -> None:
    """What must be mended: on standard error, or as JSON where a machine listens."""
    if as_json:
        tell_json({"problems": [problem_json(each, words) for each in problems]})
        return
    for each in problems:
        place = f"{each.where}: " if each.where else ""
        print(f"{place}{sentence(each, words)}", file=sys.stderr)


def problem_json(problem: Problem, words: Words) -> dict[str, Any]:
    """A problem with its sentence."""
    return {
        "where": problem.where,
        "code": problem.code,
        "blocks": problem.blocks,
        "sentence": sentence(problem, words),
    }


def citation_json(citation: Citation) -> dict[str, Any]:
    """A citation as data."""
    return {
        "law": citation.law,
        "article": citation.article,
        "quote": citation.quote,
        "url": citation.url,
        "verified": citation.verified,
    }


def citation_line(citation: Citation, words: Words) -> str:
    """A citation as a line."""
    clause = citation.named()
    if citation.verified:
        return clause
    return words.say("{clause} (not verified: ask the window)", clause=clause)
