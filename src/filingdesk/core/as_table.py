"""A payload as a table, for agencies that import tables: filing.csv, one thing said in a row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from filingdesk.core.payload import Clause, Listed, Payload, Term

HEAD = ("section", "number", "id", "label", "value")
Row = tuple[str, str, str, str, str]

_BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for something else."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_table(payload: Payload) -> bytes:
    """CSV (RFC 4180) in UTF-8: the same sections, ids and texts as filing.json.

    A value that a spreadsheet would take for a formula has an apostrophe before it (CWE-1236).
    """
    lines = _Lines()
    csv.writer(lines).writerows((HEAD, *(tuple(map(_inert, row)) for row in _rows(payload))))
    return f"{_BYTE_ORDER_MARK}{''.join(lines)}".encode()


class _Lines(list[str]):
    """What `csv` writes to."""

    def write(self, line: str) -> None:
        self.append(line)


def _inert(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value


def _rows(payload: Payload) -> Iterator[Row]:
    yield from (("filing", "", id, "", str(value)) for id, value in _head(payload))
    yield from _clauses("", "authority", payload.authority.citations)
    for said in payload.said:
        yield said.part, "", said.question, said.label, said.text
    for number, row in enumerate(payload.statement, 1):
        exhibits = " ".join(map(str, row.exhibits))
        cells = {"field": row.field, "shown": row.shown, "true": row.true, "exhibits": exhibits}
        for id, value in (cells | {"asked": row.asked}).items():
            yield "statement", str(number), id, "", value
    for number, ground in enumerate(payload.grounds, 1):
        yield "ground", str(number), ground.id, "", ground.name
        yield from (("claim", str(number), ground.id, "", each.text) for each in ground.claims)
        yield from _clauses(str(number), ground.id, ground.citations)
    for number, request in enumerate(payload.requests, 1):
        yield "request", str(number), "", "", request.text
    yield from _exhibits(payload.exhibits)
    for number, finding in enumerate(payload.findings, 1):
        yield "finding", str(number), finding.about, finding.state, _day(finding.ends_on)
        yield from _clauses(str(number), finding.about, finding.citations)
    yield from _terms(payload.terms)


def _exhibits(exhibits: Iterable[Listed]) -> Iterator[Row]:
    """By the numbers of the letter; a paper that is not handed over has none."""
    for each in exhibits:
        number = str(each.number or "")
        yield "exhibit", number, each.material, each.name, each.state
        if each.by:
            yield "exhibit by", number, each.material, each.name, _day(each.by)
        for file in each.files:
            yield "exhibit file", number, file.name, "sha256", file.sha256


def _terms(terms: Iterable[Term]) -> Iterator[Row]:
    """What nobody has verified has no number here either."""
    for place, each in enumerate(terms, 1):
        number = str(place)
        yield "term", number, each.id, each.name, _day(each.due_on)
        if each.verified and each.count is not None:
            yield "term length", number, each.id, each.unit, str(each.count)
        yield from _clauses(number, each.id, each.citations)


def _clauses(number: str, id: str, citations: Iterable[Clause]) -> Iterator[Row]:
    return (("citation", number, id, each.article, each.law) for each in citations)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _head(payload: Payload) -> Iterator[tuple[str, Any]]:
    yield "format", payload.format
    yield "reference", payload.reference
    yield "jurisdiction", payload.jurisdiction
    yield from ((f"pack {each.id}", each.version) for each in payload.packs)
    yield "kind", payload.kind
    yield "title", payload.title
    yield "made_on", payload.made_on.isoformat()
    yield "authority", payload.authority.name
    yield "authority_id", payload.authority.id or ""
    yield "authority_role", payload.authority.role
    yield "check_code", payload.code.check if payload.code else ""
