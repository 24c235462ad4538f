"""A file's tables by name and id, with all that a lineage gave them, and where each is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from filingdesk.core.problem import Problem
from filingdesk.packs.folder import ARRAYS, KEYS, TomlFile
from filingdesk.packs.places import Path


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A table with all that its lineage gave it, and where it is written, nearest first."""

    id: str
    table: Mapping[str, Any]
    written: tuple[tuple[TomlFile, Path], ...]

    def place(self, *path: str | int) -> str:
        """File and line of a key, in the file that the key's value comes from."""
        file, table = self._holder(*path)
        return file.place(*table, *path)

    def source(self, *path: str | int) -> tuple[str, Path]:
        """The file that the key's value comes from, and the way to it: the same in every child."""
        file, table = self._holder(*path)
        return file.name, (*table, *path)

    def _holder(self, *path: str | int) -> tuple[TomlFile, Path]:
        for file, table in self.written:
            if path and path[0] in _at(file.tables, table):
                return file, table
        return self.written[0]

    @property
    def pack(self) -> str:
        """The pack that wrote it first."""
        return self.written[-1][0].name.partition("/")[0]


Rows = Mapping[str, Row]


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A file's own keys (`head`) and its arrays of tables by name and id."""

    head: Row
    rows: Mapping[str, Rows]

    def __getitem__(self, array: str) -> Rows:
        return self.rows[array]


def lay_files(files: Sequence[TomlFile], id: str, sort: str, faults: list[Problem]) -> Sheet:
    """The files of one sort and name, nearest first, laid over each other."""
    rows = {each: lay_rows(each, [[file] for file in files], faults) for each in ARRAYS[sort]}
    return Sheet(head_row(files, id, KEYS[sort]), rows)


def head_row(files: Sequence[TomlFile], id: str, keys: tuple[str, ...]) -> Row:
    """A file's own keys, the nearest file's first."""
    merged: dict[str, Any] = {}
    for file in reversed(files):
        merged |= {key: value for key, value in file.tables.items() if key in keys}
    return Row(id, merged, tuple((file, ()) for file in files))


def lay_rows(
    array: str,
    lineage: list[list[TomlFile]],
    faults: list[Problem],
    *,
    nearest_first: bool = False,
) -> dict[str, Row]:
    """The tables of one array by id: parents' first, the child's new ones after them."""
    merged: dict[str, Row] = {}
    for files in reversed(lineage):
        own = _own_rows(array, files, faults)
        for id, row in own.items():
            if id in merged:
                under = merged[id]
                own[id] = Row(id, {**under.table, **row.table}, row.written + under.written)
        if array == "ground":
            merged = {id: _under_head(row, own, files) for id, row in merged.items()}
            own = {id: merged.get(id, row) for id, row in own.items()}
        merged = {**own, **merged, **own} if nearest_first else {**merged, **own}
    return merged


def _under_head(row: Row, own: Mapping[str, Row], files: Sequence[TomlFile]) -> Row:
    """An inherited ground with what the head of the kind says, unless the same file says more.

    It leads to the `addressees` of the head; the `citations` of the head stand before its own.
    """
    now = own.get(row.id, row)
    changed = now.written[: len(now.written) - len(row.written)]
    said = {key for file, path in changed for key in _at(file.tables, path)}
    for file in files:
        heads = {
            key: file.tables[key] for key in _HEADING if key in file.tables and key not in said
        }
        if not row.table.get("addressees"):
            heads.pop("addressees", None)
        if isinstance(heads.get("citations"), list):
            first = heads["citations"]
            heads["citations"] = [*first, *(each for each in _cited(row) if each not in first)]
        if heads:
            table = {**now.table, **heads}
            return Row(row.id, table, (*changed, (file, ()), *row.written))
    return now


_HEADING = ("addressees", "citations")
"""What the head of a kind says for all of its inherited grounds."""


def _cited(row: Row) -> list[Any]:
    cited = row.table.get("citations", [])
    return cited if isinstance(cited, list) else []


def _own_rows(array: str, files: list[TomlFile], faults: list[Problem]) -> dict[str, Row]:
    own: dict[str, Row] = {}
    for file in files:
        tables = file.tables.get(array, [])
        for number, table in enumerate(tables if isinstance(tables, list) else []):
            if not isinstance(table, dict):
                continue
            id = table.get("id", table.get(_NAMED_BY.get(array, "id")))
            if not isinstance(id, str) or not id:
                place = file.place(array, number)
                faults.append(Problem(place, "pack-key-missing", {"key": "id", "table": array}))
            elif id in own:
                place = file.place(array, number, "id")
                faults.append(Problem(place, "pack-id-twice", {"name": id, "table": array}))
            else:
                own[id] = Row(id, {"id": id, **table}, ((file, (array, number)),))
    return own


def _at(tables: Any, path: Path) -> Any:
    for key in path:
        tables = tables[key]
    return tables


_NAMED_BY = {"alternative": "kind"}
"""The key that names a table which has no id."""
