"""A filing kind put together: the triage, the parts that it uses, and what it says itself."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from filingdesk.core.problem import Problem
from filingdesk.packs.folder import ARRAYS
from filingdesk.packs.meant import nearest
from filingdesk.packs.sheet import Row, Rows, Sheet

OUT = ">"
"""Where an edge of a part leads that leaves it."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A part that a kind uses, and the page that follows it; `at` is its place in the list."""

    part: str
    then: str
    at: int


def compose(own: Sheet, triage: Sheet, parts: Mapping[str, Sheet], faults: list[Problem]) -> Sheet:
    """All tables of a kind. Its own change those of its parts key by key; the triage's stay."""
    uses = _uses(own, parts, faults)
    pages = [triage.rows.get("page", {}), own["page"], *(parts[each.part]["page"] for each in uses)]
    known = {id for rows in pages for id in rows}
    used = [_used(parts[each.part], own, each, known, faults) for each in uses]
    rows: dict[str, Rows] = {}
    for array in ARRAYS["kinds"]:
        first = triage.rows.get(array, {})
        given = _given(array, used, faults)
        new = {id: row for id, row in own[array].items() if id not in given}
        match array:
            case "section":
                rows[array] = {**first, **own[array], **given}
            case "clock":
                rows[array] = _replaced({**new, **given}, faults)
            case _:
                further = {**given, **new}
                rows[array] = {**first, **further, **first}
                for id in first.keys() & further.keys():
                    facts = {"name": id, "table": array}
                    faults.append(Problem(further[id].place("id"), "pack-id-twice", facts))
    for id, row in own["page"].items():
        if _leaves(row) and not any(id in part["page"] for part in used):
            facts = {"name": OUT, "page": id}
            faults.append(Problem(row.place("next"), "page-unknown", facts))
    return Sheet(own.head, rows)


def _uses(own: Sheet, parts: Mapping[str, Sheet], faults: list[Problem]) -> list[_Use]:
    found: list[_Use] = []
    written = own.head.table.get("uses", [])
    for number, table in enumerate(written if isinstance(written, list) else []):
        where = own.head.place("uses", number)
        part = table.get("part") if isinstance(table, dict) else None
        then = table.get("then", "") if isinstance(table, dict) else None
        if not isinstance(part, str) or not isinstance(then, str) or table.keys() - _KEYS:
            facts = {"key": "uses", "expected": "{ part, then }"}
            faults.append(Problem(where, "pack-wrong-type", facts))
        elif part not in parts:
            facts = {"name": part, "meant": nearest(part, parts)}
            faults.append(Problem(where, "pack-part-unknown", facts))
        elif part in {each.part for each in found}:
            faults.append(Problem(where, "pack-id-twice", {"name": part, "table": "uses"}))
        else:
            found.append(_Use(part, then, number))
    return found


_KEYS = {"part", "then"}


def _used(
    part: Sheet, own: Sheet, use: _Use, known: Collection[str], faults: list[Problem]
) -> Sheet:
    """The part with the kind's own tables over its, and the page that follows in place of OUT.

    Where that page is not named, or not known, OUT stays.
    """
    rows = {
        array: {id: _over(own[array].get(id), row) for id, row in part[array].items()}
        for array in ARRAYS["parts"]
    }
    leaving = [id for id, row in rows["page"].items() if _leaves(row)]
    where = own.head.place("uses", use.at)
    if leaving and not use.then:
        faults.append(Problem(where, "pack-part-leads-nowhere", {"name": use.part}))
    elif use.then and not leaving:
        faults.append(Problem(where, "pack-part-without-exit", {"name": use.part}))
    elif use.then and use.then not in known:
        place = own.head.place("uses", use.at, "then")
        facts = {"name": use.then, "meant": nearest(use.then, known)}
        faults.append(Problem(place, "page-unknown", facts))
    if use.then in known:
        rows["page"] |= {id: _to(use.then, rows["page"][id]) for id in leaving}
    return Sheet(part.head, rows)


def edges_of(row: Row) -> list[Any]:
    """The edges of a page as they are written; none where they are no list."""
    edges = row.table.get("next", [])
    return edges if isinstance(edges, list) else []


def _leaves(row: Row) -> bool:
    return any(isinstance(edge, dict) and edge.get("to") == OUT for edge in edges_of(row))


def _to(then: str, row: Row) -> Row:
    edges = [
        {**edge, "to": then} if isinstance(edge, dict) and edge.get("to") == OUT else edge
        for edge in edges_of(row)
    ]
    return Row(row.id, {**row.table, "next": edges}, row.written)


def _given(array: str, used: list[Sheet], faults: list[Problem]) -> dict[str, Row]:
    """What the parts give, in the order in which they are used."""
    given: dict[str, Row] = {}
    for sheet in used:
        for id, row in sheet.rows.get(array, {}).items():
            if id in given and array != "section":
                facts = {"name": id, "table": array}
                faults.append(Problem(row.place("id"), "pack-id-twice", facts))
            given.setdefault(id, row)
    return given


def _over(row: Row | None, under: Row) -> Row:
    if row is None:
        return under
    return Row(row.id, {**under.table, **row.table}, row.written + under.written)


def _replaced(clocks: dict[str, Row], faults: list[Problem]) -> dict[str, Row]:
    """A clock with `replaces` stands where the clock of that id stood, and is followed like it."""
    placed = dict(clocks)
    successors: dict[str, str] = {}
    for row in clocks.values():
        old = row.table.get("replaces")
        if old is None:
            continue
        if not isinstance(old, str) or old == row.id or not {old, row.id} <= placed.keys():
            above = [each.id for each in clocks.values() if each.pack != row.pack]
            facts = {"name": str(old), "meant": nearest(str(old), above)}
            faults.append(Problem(row.place("replaces"), "pack-clock-unknown", facts))
            continue
        successors[old] = row.id
        placed.pop(row.id)
        placed = {
            (row.id if id == old else id): (row if id == old else each)
            for id, each in placed.items()
        }
    return {id: _clock(row, successors) for id, row in placed.items()}


def _clock(row: Row, successors: Mapping[str, str]) -> Row:
    """A clock as the core knows it: nothing replaced, and a count even where nobody knows it."""
    written = {key: value for key, value in row.table.items() if key != "replaces"}
    followed = written.get("follows")
    while isinstance(followed, str) and followed in successors:
        written["follows"] = followed = successors[followed]
    return Row(row.id, {"count": None, **written}, row.written)
