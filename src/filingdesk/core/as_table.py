"""A payload as a table, for agencies that import tables: filing.csv, one thing said in a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from filingdesk.core.payload import Payload

HEAD = ("section", "number", "id", "label", "value")
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


def _rows(payload: Payload) -> Iterator[tuple[str, str, str, str, str]]:
    yield from (("filing", "", id, "", str(value)) for id, value in _head(payload))
    for said in payload.said:
        yield said.part, "", said.question, said.label, said.text
    for number, row in enumerate(payload.statement, 1):
        exhibits = " ".join(map(str, row.exhibits))
        cells = {"field": row.field, "shown": row.shown, "true": row.true, "exhibits": exhibits}
        for id, value in (cells | {"asked": row.asked}).items():
            yield "statement", str(number), id, "", value
    for number, ground in enumerate(payload.grounds, 1):
        yield "ground", str(number), ground.id, "", ground.name
    for number, request in enumerate(payload.requests, 1):
        yield "request", str(number), "", "", request.text
    for number, each in enumerate(payload.exhibits, 1):
        yield "exhibit", str(number), each.material, each.name, each.state
        for file in each.files:
            yield "exhibit file", str(number), file.name, "sha256", file.sha256


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
