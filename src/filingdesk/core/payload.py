"""filing.json: what an agency takes in without retyping, and what the same pages are made from.

The schema resources/schema/filing-2.json is generated from these types.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from filingdesk.core.advice import Remedy
from filingdesk.core.answers import MaterialState, Value
from filingdesk.core.clock import OwedBy, Trigger, Unit
from filingdesk.core.display import DisplayState
from filingdesk.core.document import Stroke
from filingdesk.core.pack import Role
from filingdesk.core.question import Part

FORMAT = "filingdesk/filing/2"

PLACES = 4
"""Digits after the point of a stroke's numbers: a hundredth of a millimetre on the page."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A citation. `quote` is in the law's own words; `verified` says that the text was seen."""

    law: str
    article: str
    quote: str
    url: str
    as_of: date | None
    verified: bool


@dataclass(frozen=True, slots=True)
class PackUsed:
    """A pack and its version: the filing's own first, then those it builds on."""

    id: str
    version: str


@dataclass(frozen=True, slots=True, repr=False)
class Addressed:
    """The authority; `id` is None for a name that was typed and that the pack does not know."""

    id: str | None
    name: str
    role: Role
    reason: str
    citations: tuple[Clause, ...]
    verified: bool


@dataclass(frozen=True, slots=True, repr=False)
class Said:
    """An answer as it is printed, under its label; its raw value stands in `answers`."""

    question: str
    part: Part
    label: str
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Claim:
    """A sentence of the letter, and the questions whose answers support it."""

    text: str
    supports: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Argued:
    """A ground with what is claimed on it, and the clauses it rests on."""

    id: str
    name: str
    claims: tuple[Claim, ...]
    supports: tuple[str, ...]
    citations: tuple[Clause, ...]
    verified: bool


@dataclass(frozen=True, slots=True, repr=False)
class Disputed:
    """A row of the statement; `exhibits` are the numbers of those that prove it."""

    field: str
    shown: str
    true: str
    exhibits: tuple[int, ...]
    asked: str


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """An exhibit's file in the PDF: `sha256` is of it, `source_sha256` of what was brought."""

    name: str
    pages: int
    sha256: str
    source_sha256: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A paper in the list of exhibits; `number` is None for one that is not handed over.

    `by` is the day by which it will be brought, where one was named.
    """

    number: int | None
    material: str
    name: str
    state: MaterialState
    files: tuple[EmbeddedFile, ...]
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was found about a period of display.

    `about` is "display", the longest, or "minimum", the least before repair. `ends_on` and
    `citations` are there where a verified rule says so.
    """

    about: str
    state: DisplayState
    ends_on: date | None
    rule: str
    citations: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A time limit; `due_on` and `safe_on` where its first day was known when the filing was made.

    `count` is None where nobody knows it, and is not to be relied on unless `verified`.
    """

    id: str
    name: str
    count: int | None
    unit: Unit
    trigger: Trigger
    owed_by: OwedBy
    due_on: date | None
    safe_on: date | None
    citations: tuple[Clause, ...]
    verified: bool


@dataclass(frozen=True, slots=True, repr=False)
class Consented:
    """What the person declared and agreed to: the declaration's words, and both versions."""

    truth: str
    truth_version: str
    consent_version: str


@dataclass(frozen=True, slots=True)
class Code:
    """The square code on page one: its content, the check code beside it, and the public key.

    `key` is an Ed25519 public key (RFC 8032), 32 bytes in hexadecimal digits.
    """

    content: str
    check: str
    key: str


@dataclass(frozen=True, slots=True, repr=False)
class Payload:
    """A filing as data. `code` is over the rest: see `core.fingerprint`.

    `language` is the letter's, `read_in` the one that the person reads, both BCP 47. `text` is all
    that the pages say, besides the check code, in reading order. Empty `strokes` mean that the hand
    signs on paper.
    """

    format: str
    program: str
    reference: str
    jurisdiction: str
    packs: tuple[PackUsed, ...]
    kind: str
    title: str
    made_on: date
    language: str
    read_in: str
    remedy: Remedy
    authority: Addressed
    grounds: tuple[Argued, ...]
    statement: tuple[Disputed, ...]
    requests: tuple[Claim, ...]
    exhibits: tuple[Listed, ...]
    findings: tuple[Weighed, ...]
    uncertain: tuple[str, ...]
    terms: tuple[Term, ...]
    said: tuple[Said, ...]
    answers: Mapping[str, Value]
    consented: Consented
    text: tuple[str, ...]
    strokes: tuple[Stroke, ...]
    code: Code | None = None


def written(payload: Payload) -> bytes:
    """UTF-8 JSON, keys sorted: the same payload gives the same bytes."""
    return as_text(asdict(replace(payload, answers=dict(payload.answers))))


def as_text(content: Mapping[str, Any]) -> bytes:
    """UTF-8 JSON: keys sorted, one space for each level, a line's end at the end."""
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True, default=_plain)
    return f"{text}\n".encode()


def rounded(strokes: tuple[Stroke, ...]) -> tuple[Stroke, ...]:
    """Strokes as the payload keeps them, so that they are drawn alike from it."""
    return tuple(
        tuple((round(x, PLACES), round(y, PLACES)) for x, y in stroke) for stroke in strokes
    )


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"nothing that JSON holds: {type(value).__name__}")
