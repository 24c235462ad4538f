"""Sentences with named places: which may stand there, and what a letter's line consists of."""

from collections.abc import Collection, Iterator
from string import Formatter

from filingdesk.core.blocks import PLACES
from filingdesk.core.problem import Problem
from filingdesk.packs.meant import nearest

FOUND = (
    "authority",
    "display_clause",
    "display_ended_on",
    "display_rule",
    "filing",
    "minimum_clause",
    "minimum_ended_on",
    "minimum_rule",
    "reference",
    "today",
)
"""Places that the desk fills itself; every question of the kind is one too."""

BLOCKS = (*PLACES, "[signature]")
_OF_QUESTIONS = ("[fields:", "[story:")
_SIGNATURES = ("[signature:", "[line:")


def places_in(sentence: str) -> set[str] | None:
    """The names of its places; None where a brace does not pair or holds more than a name."""
    try:
        parts = [part for part in Formatter().parse(sentence) if part[1] is not None]
    except ValueError:
        return None
    if any(not name or not name.isidentifier() or spec or turn for _, name, spec, turn in parts):
        return None
    return {name for _, name, _, _ in parts if name}


def sentence_faults(where: str, sentence: str, questions: Collection[str]) -> Iterator[Problem]:
    """Places that nothing can ever fill."""
    names = places_in(sentence)
    if names is None:
        yield Problem(where, "pack-place-broken")
        return
    known = {*FOUND, *questions}
    for name in sorted(names - known):
        yield Problem(where, "pack-place-unknown", {"name": name, "meant": nearest(name, known)})


def template_texts(template: str) -> Iterator[tuple[int, str]]:
    """What the lines of a letter say, without their marks, with their numbers from 1."""
    for number, written in enumerate(template.splitlines(), start=1):
        line = written.strip()
        if line.startswith(_SIGNATURES) and line.endswith("]"):
            yield number, line.partition(":")[2].removesuffix("]").strip()
        elif line and line not in BLOCKS and not line.startswith(_OF_QUESTIONS):
            yield number, _unmarked(line)


def template_faults(name: str, template: str, questions: Collection[str]) -> Iterator[Problem]:
    """Places, fields and blocks of a letter that do not exist."""
    for number, text in template_texts(template):
        where = f"{name}:{number}"
        if text.startswith("["):
            known = (*BLOCKS, *_OF_QUESTIONS, *_SIGNATURES)
            facts = {"name": text, "meant": nearest(text, known)}
            yield Problem(where, "pack-block-unknown", facts)
        else:
            yield from sentence_faults(where, text, questions)
    for number, written in enumerate(template.splitlines(), start=1):
        line = written.strip()
        if line.startswith(_OF_QUESTIONS):
            for id in line.partition(":")[2].removesuffix("]").split(","):
                if id.strip() not in questions:
                    facts = {"name": id.strip(), "meant": nearest(id.strip(), questions)}
                    yield Problem(f"{name}:{number}", "pack-question-unknown", facts)


def _unmarked(line: str) -> str:
    for mark in ("## ", "# ", "> "):
        if line.startswith(mark):
            return line.removeprefix(mark)
    return line
