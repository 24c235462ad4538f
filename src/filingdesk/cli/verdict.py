"""A verdict on the command line: as JSON for machines, as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from filingdesk.core.verdict import Mark
from filingdesk.words.terms import CAPACITIES
from filingdesk.words.verdict import (
    ABOUT,
    MARKS,
    advice_sentence,
    overall_sentence,
    point_sentence,
)

if TYPE_CHECKING:
    from filingdesk.core.signature import Change, FoundSignature
    from filingdesk.core.verdict import Point, Verdict
    from filingdesk.words.catalogue import Words

_SIGNS = {Mark.GOOD: "[+]", Mark.NOTE: "[-]", Mark.RESERVED: "[!]", Mark.WRONG: "[x]"}
_MOST_FOUND = 5


def verdict_json(found: Verdict, words: Words) -> dict[str, Any]:
    """`good` is false when something is wrong; `verdict` tells good and reserved apart."""
    payload = found.payload
    return {
        "good": found.overall is not Mark.WRONG,
        "verdict": found.overall.value,
        "reference": payload.reference if payload else None,
        "check_code": found.check or None,
        "signatures": [_signature(each) for each in found.signatures],
        "points": [_point(each, words) for each in found.points],
        "files": {name: len(content) for name, content in found.files.items()},
    }


def _signature(found: FoundSignature) -> dict[str, Any]:
    return {
        "field": found.field,
        "signer": found.signer,
        "capacity": found.capacity.value if found.capacity else None,
        "signed_at": found.signed_at.isoformat() if found.signed_at else None,
        "level": found.level,
        "intact": found.intact,
        "whole": found.whole,
        "trusted": found.trusted,
        "stamped_at": found.stamped_at.isoformat() if found.stamped_at else None,
        "stamped_by": found.stamped_by or None,
        "stamp_trusted": found.stamp_trusted,
        "revoked_at": found.revoked_at.isoformat() if found.revoked_at else None,
        "changes": [_change(each) for each in found.changes],
    }


def _change(found: Change) -> dict[str, Any]:
    return {
        "kind": found.kind.value,
        "field": found.field,
        "signer": found.signer,
        "capacity": found.capacity.value if found.capacity else None,
    }


def _point(point: Point, words: Words) -> dict[str, Any]:
    return {
        "about": point.about.value,
        "code": point.code,
        "mark": point.mark.value,
        "facts": dict(point.facts),
        "found": list(point.found),
        "sentence": point_sentence(point, words),
    }


def verdict_lines(found: Verdict, words: Words) -> Iterator[str]:
    """What it is worth, who signed, and every point under what it is about."""
    yield overall_sentence(found, words)
    yield advice_sentence(found, words)
    if found.payload is not None:
        payload = found.payload
        yield f"{payload.reference} · {payload.title} · {payload.authority.name}"
    for each in found.signatures:
        yield from _signed(each, words)
    about = None
    for point in found.points:
        if point.about is not about:
            about = point.about
            yield ""
            yield words.say(ABOUT[about])
        mark = words.say(MARKS[point.mark])
        yield f"  {_SIGNS[point.mark]} {mark}: {point_sentence(point, words)}"
        yield from (f"        {each}" for each in point.found[:_MOST_FOUND])


def _signed(found: FoundSignature, words: Words) -> Iterator[str]:
    if found.level == "time stamp":
        yield words.say("Time stamp by {authority}", authority=found.signer)
    else:
        yield words.say("Signed by {signer}", signer=found.signer)
    if found.signed_at:
        yield words.say("on {moment}", moment=words.moment(found.signed_at))
    if found.capacity:
        yield words.say(CAPACITIES[found.capacity])
