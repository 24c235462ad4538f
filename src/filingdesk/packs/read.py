"""A pack's folder and its parents' become one pack; every fault of every file is told at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from filingdesk.core.deadline import Clock
from filingdesk.core.law import Citation
from filingdesk.core.pack import (
    Alternative,
    Authority,
    DisplayRule,
    Enclosure,
    FilingKind,
    Ground,
    Material,
    Pack,
    Page,
    Section,
    Triage,
)
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import Question
from filingdesk.packs.folder import PackFolder, folders_in, read_folder
from filingdesk.packs.layers import Layers, each_once, lay, lineage_of
from filingdesk.packs.shape import shaped
from filingdesk.packs.sheet import Row, Sheet

FolderOf = Callable[[str], PackFolder | None]
"""The folder of a jurisdiction, None where there is none."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What a folder gave. `pack` holds all that fits, None where its files or its head do not."""

    pack: Pack | None
    citations: Mapping[str, Citation]
    layers: Layers
    faults: tuple[Problem, ...]


def folders_of(packs: Path) -> FolderOf:
    """The folders under a path, each read once, when it is first asked for."""

    @cache
    def folder(id: str) -> PackFolder | None:
        return read_folder(packs / id) if id in folders_in(packs) else None

    return folder


def read_pack(id: str, folder: FolderOf) -> Pack:
    """A jurisdiction with all that its parents give it.

    Raises UserProblem: jurisdiction-unknown, or every fault of its files, each with its line.
    """
    if folder(id) is None:
        raise UserProblem(Problem("jurisdiction", "jurisdiction-unknown", {"name": id}))
    reading = examine(id, folder)
    if reading.faults or reading.pack is None:
        raise UserProblem(*reading.faults)
    return reading.pack


def examine(id: str, folder: FolderOf) -> Reading:
    """The same for the linter, which goes on where a pack has faults. The folder exists.

    Where a file or a parent cannot be read, only that is told: all else would be its echo.
    """
    folders, lost = lineage_of(id, folder)
    layers = lay(folders)
    unread = [*lost, *(fault for each in folders for fault in each.unread)]
    if unread:
        return Reading(None, {}, layers, tuple(unread))
    faults = [*layers.faults, *(fault for each in folders for fault in each.faults)]
    citations = shaped(Citation, layers.sheet["citation"].values(), {}, faults)
    authorities = shaped(Authority, layers.sheet["authority"].values(), citations, faults)
    rules = shaped(DisplayRule, layers.sheet["display_rule"].values(), citations, faults)
    head = _with(
        layers.sheet.head,
        without=("parent",),
        lineage=tuple(each.id for each in folders),
        versions=tuple((each.id, each.version) for each in folders),
        authorities=tuple(authorities.values()),
        display_rules=tuple(rules.values()),
        triage=_triage(layers, citations, faults),
        kinds=_kinds(layers, citations, faults),
    )
    packs = shaped(Pack, [head], citations, faults)
    return Reading(packs.get(head.id), citations, layers, each_once(faults))


def _kinds(
    layers: Layers, citations: Mapping[str, Citation], faults: list[Problem]
) -> dict[str, FilingKind]:
    kinds: dict[str, FilingKind] = {}
    for id, sheet in layers.kinds.items():
        contents = _contents(sheet, layers, citations, faults)
        head = _with(
            _lettered(sheet.head, layers, faults),
            without=("uses", "addressees", "citations"),
            id=id,
            **contents,
        )
        kinds |= shaped(FilingKind, [head], citations, faults)
    return kinds


def _triage(layers: Layers, citations: Mapping[str, Citation], faults: list[Problem]) -> Triage:
    rows = layers.triage.rows
    return Triage(
        pages=tuple(shaped(Page, rows["page"].values(), citations, faults).values()),
        questions=shaped(Question, rows["question"].values(), citations, faults),
    )


def _contents(
    sheet: Sheet, layers: Layers, citations: Mapping[str, Citation], faults: list[Problem]
) -> dict[str, Any]:
    enclosed = [_lettered(row, layers, faults) for row in sheet["attachment"].values()]

    def values(type_: type, array: str) -> dict[str, Any]:
        return shaped(type_, sheet[array].values(), citations, faults)

    return {
        "sections": tuple(values(Section, "section").values()),
        "pages": tuple(values(Page, "page").values()),
        "questions": values(Question, "question"),
        "grounds": tuple(values(Ground, "ground").values()),
        "materials": tuple(values(Material, "material").values()),
        "enclosures": tuple(shaped(Enclosure, enclosed, citations, faults).values()),
        "alternatives": tuple(values(Alternative, "alternative").values()),
        "clocks": tuple(values(Clock, "clock").values()),
    }


def _lettered(row: Row, layers: Layers, faults: list[Problem]) -> Row:
    """A row with the text of its template in place of the template's name."""
    name = row.table.get("template")
    if not isinstance(name, str):
        return row
    found = layers.template(name)
    if found is None:
        faults.append(Problem(row.place("template"), "pack-template-unknown", {"name": name}))
    return _with(row, template=found[1] if found else "")


def _with(row: Row, without: tuple[str, ...] = (), **more: Any) -> Row:
    """A row with more keys than are written, or fewer."""
    kept = {key: value for key, value in row.table.items() if key not in without}
    return Row(row.id, {**kept, **more}, row.written)
