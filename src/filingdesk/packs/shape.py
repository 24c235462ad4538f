"""Tables become the core's frozen values; what does not fit is told by its file and line."""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from filingdesk.core.law import Citation
from filingdesk.core.problem import Problem
from filingdesk.packs.meant import nearest
from filingdesk.packs.places import Path
from filingdesk.packs.sheet import Row

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")

_EFFECT = ("since", "until")
_CITED = ("citations",)
_ONLY_WRITTEN = ("id", "replaces", "uses")
"""Keys of tables that are no field of every value."""
_TOML_WORDS = {
    "bool": "boolean",
    "dataclass": "table",
    "date": "date",
    "frozen": "array",
    "int": "integer",
    "list": "array",
    "string": "string",
    "tuple": "array",
}
"""What TOML calls the thing that was wanted, by the first word of pydantic's fault."""
_REFUSED = {"count": "pack-count-refused", "must_end": "pack-must-end-without-start"}


def shaped(
    type_: type[T], rows: Iterable[Row], citations: Mapping[str, Citation], faults: list[Problem]
) -> dict[str, T]:
    """The values that the rows hold, by id; the faults of the others are added to `faults`.

    `citations` are put where a row names their ids.
    """
    ready: dict[str, T] = {}
    rows = [*rows]
    for row in rows:
        table = _Citing(row, citations, faults).table()
        found: list[Problem] = []
        value = _read(type_, _with_effect(type_, table), row, found)
        above = [each.id for each in rows if each.pack != row.pack] if found else []
        faults.extend(_as_new(each, row, above) for each in found)
        if value is not None:
            ready[row.id] = value
    return ready


def _as_new(problem: Problem, row: Row, above: Collection[str]) -> Problem:
    """A table that lacks a key perhaps was to change one of the pack above, named otherwise."""
    meant = nearest(row.id, above)
    _, path = row.written[-1]
    if problem.code != "pack-key-missing" or problem.where != row.place() or not meant or not path:
        return problem
    facts = {**problem.facts, "table": str(path[0]), "id": row.id, "meant": meant}
    return Problem(problem.where, "pack-key-missing-in-new", facts)


def _read(type_: type[T], table: Mapping[str, Any], row: Row, faults: list[Problem]) -> T | None:
    # pydantic costs a quarter of a second: whoever reads a pack pays it, not who imports this.
    from pydantic import ValidationError

    try:
        values: list[T] = _reader(type_).validate_python([table])  # type: ignore[arg-type]  # mypy 11470
    except ValidationError as refused:
        problems = [_problem(type_, row, each) for each in refused.errors(include_url=False)]
        meant = {each.facts.get("meant") for each in problems}
        faults.extend(each for each in problems if not _is_echo(each, meant))
        return None
    return values[0]


@cache
def _reader(type_: Hashable) -> "TypeAdapter[Any]":
    """Of a list, because only what holds a dataclass can forbid keys that it does not know."""
    from pydantic import ConfigDict, TypeAdapter

    return TypeAdapter(list[type_], config=ConfigDict(extra="forbid"))  # type: ignore[valid-type]


def _with_effect(type_: type, table: dict[str, Any]) -> dict[str, Any]:
    """`since` and `until` are written in the table itself, the core keeps them together."""
    names = {each.name for each in fields(type_)}
    if "id" not in names:
        table.pop("id", None)
    if "effect" in names and "effect" not in table:
        table["effect"] = {key: table.pop(key) for key in _EFFECT if key in table}
    return table


@dataclass(frozen=True, slots=True)
class _Citing:
    """A row whose citations are named by id: each name gives way to the citation itself."""

    row: Row
    citations: Mapping[str, Citation]
    faults: list[Problem]

    def table(self) -> dict[str, Any]:
        return {key: self._below(value, (key,)) for key, value in self.row.table.items()}

    def _below(self, value: Any, path: Path) -> Any:
        if isinstance(value, list) and path[-1] in _CITED:
            return [self._cited(each, (*path, number)) for number, each in enumerate(value)]
        if isinstance(value, list):
            return [self._below(each, (*path, number)) for number, each in enumerate(value)]
        if isinstance(value, dict):
            return {key: self._below(each, (*path, key)) for key, each in value.items()}
        return value

    def _cited(self, id: Any, path: Path) -> Any:
        if not isinstance(id, str):
            return id
        if id not in self.citations:
            facts = {"name": id, "meant": nearest(id, self.citations)}
            self.faults.append(Problem(self.row.place(*path), "pack-citation-unknown", facts))
            return Citation(law="", verified=True)  # lest its want of a source be told as well
        return self.citations[id]


def _problem(type_: type, row: Row, error: "ErrorDetails") -> Problem:
    path = tuple(key for key in error["loc"][1:] if key != "effect")
    key = str(next((each for each in reversed(path) if isinstance(each, str)), ""))
    facts = {"key": key}
    match error["type"]:
        case "missing":
            code = "pack-key-missing"
        case "unexpected_keyword_argument":
            code = "pack-key-unknown"
            facts["meant"] = nearest(key, _keys_at(type_, path[:-1]))
        case "enum":
            code = "pack-value-unknown"
            offered = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
            value = str(error["input"])
            facts |= {"name": value, "meant": nearest(value, offered.split(", "))}
            facts["offered"] = offered
        case "value_error":
            meant = getattr(error["ctx"]["error"], "key", "count")
            code = _REFUSED.get(meant, "pack-value-contradicts")
            path, facts["key"] = (*path, meant), meant
        case other:
            code = "pack-wrong-type"
            facts["expected"] = _TOML_WORDS.get(other.partition("_")[0], other)
    return Problem(row.place(*path), code, facts)


def _is_echo(problem: Problem, meant: Collection[str | None]) -> bool:
    """A key that is missing only because it was misspelt."""
    return problem.code == "pack-key-missing" and problem.facts["key"] in meant


def _keys_at(type_: type, path: Path) -> set[str]:
    """The keys that a table may have there."""
    for key in path:
        if isinstance(key, str):
            type_ = _dataclass_in(get_type_hints(type_).get(key)) or type_
    names = {each.name for each in fields(type_)}
    if "effect" in names:
        names = names - {"effect"} | set(_EFFECT)
    return names.union(_ONLY_WRITTEN)


def _dataclass_in(hint: Any) -> type | None:
    if is_dataclass(hint):
        return hint if isinstance(hint, type) else None
    return next((found for each in get_args(hint) if (found := _dataclass_in(each))), None)
