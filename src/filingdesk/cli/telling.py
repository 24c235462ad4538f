"""What the command line says: JSON for machines, sentences for people, and its exit codes."""

import json
import sys
from collections.abc import Iterable
from typing import Any

from filingdesk.core.law import Citation
from filingdesk.core.problem import Problem
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence

DONE = 0
NO = 1
BAD_INPUT = 2


def tell_json(answer: Any) -> None:
    """One JSON value, readable."""
    print(json.dumps(answer, ensure_ascii=False, indent=2))


def tell(*lines: str) -> None:
    """Lines for a person."""
    for line in lines:
        print(line)


def tell_problems(problems: Iterable[Problem], words: Words, *, as_json: bool) -> None:
    """What must be mended: on standard error, or as JSON where a machine listens."""
    if as_json:
        tell_json({"problems": [problem_json(each, words) for each in problems]})
        return
    for each in problems:
        print(f"{each.where}: {sentence(each, words)}", file=sys.stderr)


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
    clause = f"《{citation.law}》{citation.article}"
    if citation.verified:
        return clause
    return words.say("{clause} (not verified: ask the window)", clause=clause)
