"""Scenarios: what must come of given answers on a given day, in words that a lawyer reads."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from filingdesk.core.pack import Pack
from filingdesk.core.problem import Problem
from filingdesk.core.workdays import Calendar
from filingdesk.packs.folder import TomlFile, files_in, read_toml
from filingdesk.packs.meant import nearest
from filingdesk.packs.outcome import Scenario, differences
from filingdesk.words.catalogue import LANGUAGES

_ARRAY = "scenario"
_NEEDED: Mapping[str, tuple[type, str]] = {
    "id": (str, "string"),
    "title": (str, "string"),
    "today": (date, "date"),
    "jurisdiction": (str, "string"),
    "answers": (dict, "table"),
    "expect": (dict, "table"),
}
_KEYS: Mapping[str, tuple[type, str]] = {
    **_NEEDED,
    "language": (str, "string"),
    "material": (list, "array of tables"),
}
_TEXTS = (list, "array of strings")
_DATES = (dict, "table of dates")
_EXPECT: Mapping[str, tuple[type, str]] = {
    "kind": (str, "string"),
    "remedy": (str, "string"),
    "grounds": _TEXTS,
    "authority": (str, "string"),
    "display": (str, "string"),
    "minimum": (str, "string"),
    "earliest": (date, "date"),
    "deadlines": _DATES,
    "safe": _DATES,
    "problems": _TEXTS,
    "no_problems": _TEXTS,
    "sentences": _TEXTS,
    "absent": _TEXTS,
    "role": (str, "string"),
    "display_ended_on": (date, "date"),
    "minimum_ended_on": (date, "date"),
}
"""What a scenario can expect; each key may be left out."""


SCENARIO_CODES = (
    "scenario-answer-unasked",
    "scenario-differs",
    "scenario-problem-unforeseen",
    "scenario-sentence-missing",
    "scenario-sentence-present",
    "scenario-without-letter",
)
"""What is told of a scenario that can be read, and that does not come out as it says."""


@dataclass(frozen=True, slots=True)
class Told:
    """A scenario, or a whole file of them, by its name: cn/repair/early; and what is wrong."""

    id: str
    faults: tuple[Problem, ...]
    is_scenario: bool = True


def scenario_files(folder: Path) -> list[Path]:
    """The scenarios of a pack, one file for each kind of filing."""
    return files_in(folder, "scenarios/*.toml")


def run_scenarios(folder: Path, pack: Pack, calendar: Callable[[], Calendar]) -> Iterator[Told]:
    """Every scenario of a pack's folder, tried; faults have their file and line.

    What is wrong with a file as a whole is told under the file's own name.
    """
    for path in scenario_files(folder):
        name = f"{folder.name}/{path.stem}"
        faults: list[Problem] = []
        file = read_toml(path, f"{folder.name}/scenarios/{path.name}", faults)
        tables = _tables(file, faults)
        if path.stem not in pack.kinds:
            facts = {"name": path.stem, "meant": nearest(path.stem, pack.kinds)}
            faults.append(Problem(file.name, "scenario-kind-unknown", facts))
            tables = []
        yield Told(name, tuple(faults), is_scenario=False)
        seen: set[str] = set()
        for number, table in enumerate(tables):
            here = _Place(file, (_ARRAY, number))
            found = [*_shape_faults(here, table, pack, seen)]
            if not found:
                scenario = Scenario(path.stem, table, here.at)
                found = [*differences(scenario, pack, calendar())]
            yield Told(f"{name}/{table.get('id', number)}", tuple(found))


def example_faults(
    path: Path, name: str, kind: str, pack: Pack, calendar: Callable[[], Calendar]
) -> Iterator[Problem]:
    """What an example expects, tried as that of a scenario; `kind` is what the file names.

    The file has been read as answers before, so what else it holds is sound.
    """
    file = read_toml(path, name, [])
    here = _Place(file, ())
    expect = file.tables.get("expect")
    if expect is None:
        return
    faults = [*_keys(here, expect, _EXPECT, "expect")]
    if "today" not in file.tables:
        faults.append(Problem(file.name, "pack-key-missing", {"key": "today"}))
    yield from faults
    if not faults:
        table = {"id": path.stem, "answers": {}, **file.tables}
        yield from differences(Scenario(kind, table, here.at), pack, calendar())


@dataclass(frozen=True, slots=True)
class _Place:
    file: TomlFile
    table: tuple[str | int, ...]

    def at(self, *path: str | int) -> str:
        """File and line of a key of this scenario."""
        return self.file.place(*self.table, *path)


def _tables(file: TomlFile, faults: list[Problem]) -> Sequence[dict[str, Any]]:
    for key in file.tables:
        if key != _ARRAY:
            facts = {"key": key, "meant": nearest(key, (_ARRAY,))}
            faults.append(Problem(file.place(key), "pack-key-unknown", facts))
    rows = file.tables.get(_ARRAY, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        facts = {"key": _ARRAY, "expected": "array of tables"}
        faults.append(Problem(file.place(_ARRAY), "pack-wrong-type", facts))
        return []
    return rows


def _shape_faults(
    here: _Place, table: Mapping[str, Any], pack: Pack, seen: set[str]
) -> Iterator[Problem]:
    for key in _NEEDED:
        if key not in table:
            yield Problem(here.at(), "pack-key-missing", {"key": key})
    yield from _keys(here, table, _KEYS)
    expect = table.get("expect")
    if isinstance(expect, dict):
        yield from _keys(here, expect, _EXPECT, "expect")
    id = str(table.get("id", ""))
    if id in seen:
        yield Problem(here.at("id"), "pack-id-twice", {"name": id, "table": _ARRAY})
    seen.add(id)
    named = table.get("jurisdiction", pack.id)
    if named != pack.id:
        yield Problem(here.at("jurisdiction"), "scenario-elsewhere", {"name": str(named)})
    language = table.get("language", pack.language)
    if isinstance(language, str) and language not in LANGUAGES:
        facts = {"name": str(language), "offered": ", ".join(LANGUAGES)}
        yield Problem(here.at("language"), "pack-value-unknown", facts)


def _keys(
    here: _Place,
    table: Mapping[str, Any],
    known: Mapping[str, tuple[type, str]],
    *above: str,
) -> Iterator[Problem]:
    for key, value in table.items():
        if key not in known:
            facts = {"key": key, "meant": nearest(key, known)}
            yield Problem(here.at(*above, key), "pack-key-unknown", facts)
        elif not _fits(value, known[key]):
            facts = {"key": key, "expected": known[key][1]}
            yield Problem(here.at(*above, key), "pack-wrong-type", facts)


def _fits(value: Any, wanted: tuple[type, str]) -> bool:
    if wanted is _TEXTS and isinstance(value, list):
        return all(isinstance(each, str) for each in value)
    if wanted is _DATES and isinstance(value, dict):
        return all(type(day) is date for day in value.values())
    return isinstance(value, wanted[0]) and not isinstance(value, datetime)
