"""A pack and its parents laid over each other: tables of the same id are one, the nearest wins."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from filingdesk.core.problem import Problem
from filingdesk.packs.folder import ARRAYS, KEYS, PackFolder, TomlFile
from filingdesk.packs.meant import nearest
from filingdesk.packs.places import Path


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A table with all that its lineage gave it, and where it is written, nearest first."""

    id: str
    table: Mapping[str, Any]
    written: tuple[tuple[TomlFile, Path], ...]

    def place(self, *path: str | int) -> str:
        """File and line of a key, in the file that the key's value comes from."""
        for file, table in self.written:
            if path and path[0] in _at(file.tables, table):
                return file.place(*table, *path)
        file, table = self.written[0]
        return file.place(*table)

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


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """A whole pack as tables. `folders` is its lineage, nearest first."""

    folders: tuple[PackFolder, ...]
    sheet: Sheet
    kinds: Mapping[str, Sheet]
    faults: tuple[Problem, ...]

    def template(self, name: str) -> tuple[str, str] | None:
        """A letter's file and text, from the nearest pack that has one."""
        for folder in self.folders:
            if name in folder.templates:
                return f"{folder.id}/templates/{name}.txt", folder.templates[name]
        return None


def lineage_of(
    id: str, folder: Callable[[str], PackFolder | None]
) -> tuple[list[PackFolder], list[Problem]]:
    """A pack and its parents, nearest first, as far as they can be found."""
    found: list[PackFolder] = []
    while here := folder(id):
        found.append(here)
        id = here.parent
        place = here.head.place("parent")
        if id in {each.id for each in found}:
            return found, [Problem(place, "pack-parent-circle", {"name": id})]
        if id and folder(id) is None:
            return found, [Problem(place, "pack-parent-unknown", {"name": id})]
    return found, []


def lay(lineage: Sequence[PackFolder]) -> Layers:
    """Lay a lineage, nearest first, into one set of tables."""
    faults: list[Problem] = []
    names = dict.fromkeys(name for folder in lineage for name in folder.kinds)
    near = [[folder.head, *folder.law] for folder in lineage]
    sheet = Sheet(
        _head([lineage[0].head], lineage[0].id, KEYS["pack"]),
        {
            "authority": _rows("authority", near, faults, nearest_first=True),
            "citation": _rows("citation", near, faults),
            "display_rule": _rows("display_rule", near, faults),
        },
    )
    kinds = {}
    for name in names:
        files = [folder.kinds[name] for folder in lineage if name in folder.kinds]
        rows = {each: _rows(each, [[file] for file in files], faults) for each in ARRAYS["kinds"]}
        rows["clock"] = _replaced(rows["clock"], faults)
        kinds[name] = Sheet(_head(files, name, KEYS["kinds"]), rows)
    return Layers(tuple(lineage), sheet, kinds, tuple(faults))


def each_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """A parent's fault is met once for each of its children, and told once."""
    return tuple({repr(each): each for each in problems}.values())


def _head(files: list[TomlFile], id: str, keys: tuple[str, ...]) -> Row:
    merged: dict[str, Any] = {}
    for file in reversed(files):
        merged |= {key: value for key, value in file.tables.items() if key in keys}
    return Row(id, merged, tuple((file, ()) for file in files))


def _rows(
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
        merged = {**own, **merged, **own} if nearest_first else {**merged, **own}
    return merged


def _own_rows(array: str, files: list[TomlFile], faults: list[Problem]) -> dict[str, Row]:
    own: dict[str, Row] = {}
    for file in files:
        tables = file.tables.get(array, [])
        for number, table in enumerate(tables if isinstance(tables, list) else []):
            if not isinstance(table, dict):
                continue
            id = table.get("id")
            if not isinstance(id, str) or not id:
                place = file.place(array, number)
                faults.append(Problem(place, "pack-key-missing", {"key": "id", "table": array}))
            elif id in own:
                place = file.place(array, number, "id")
                faults.append(Problem(place, "pack-id-twice", {"name": id, "table": array}))
            else:
                own[id] = Row(id, table, ((file, (array, number)),))
    return own


def _replaced(clocks: dict[str, Row], faults: list[Problem]) -> dict[str, Row]:
    """A clock with `replaces` stands where the clock of that id stood."""
    placed = dict(clocks)
    for row in clocks.values():
        old = row.table.get("replaces")
        if old is None:
            continue
        if not isinstance(old, str) or old not in placed or old == row.id:
            facts = {"name": str(old), "meant": nearest(str(old), clocks)}
            faults.append(Problem(row.place("replaces"), "pack-clock-unknown", facts))
            continue
        placed.pop(row.id)
        placed = {
            (row.id if id == old else id): (row if id == old else each)
            for id, each in placed.items()
        }
    return {id: _clock(row) for id, row in placed.items()}


def _clock(row: Row) -> Row:
    """A clock as the core knows it: nothing replaced, and a count even where nobody knows it."""
    written = {key: value for key, value in row.table.items() if key != "replaces"}
    return Row(row.id, {"count": None, **written}, row.written)


def _at(tables: Any, path: Path) -> Any:
    for key in path:
        tables = tables[key]
    return tables
