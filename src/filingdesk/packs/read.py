"""A pack's folder and its parents' become one pack; every fault of every file is told at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from filingdesk.core.deadline import Clock
from filingdesk.core.law import Citation
from filingdesk.core.pack import (
    Authority,
    DisplayRule,
    FilingKind,
    Ground,
    Material,
    Pack,
    Page,
    Section,
)
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import Question
from filingdesk.packs.folder import PackFolder, folders_in, read_folder
from filingdesk.packs.layers import Layers, Row, Sheet, each_once, lay, lineage_of
from filingdesk.packs.shape import shaped

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
        authorities=tuple(authorities.values()),
        display_rules=tuple(rules.values()),
        kinds=_kinds(layers, citations, faults),
    )
    packs = shaped(Pack, [head], citations, faults)
    return Reading(packs.get(head.id), citations, layers, each_once(faults))


def _kinds(
    layers: Layers, citations: Mapping[str, Citation], faults: list[Problem]
) -> dict[str, FilingKind]:
    kinds: dict[str, FilingKind] = {}
    for id, sheet in layers.kinds.items():
        head = _with(sheet.head, id=id, **_contents(sheet, citations, faults))
        name = sheet.head.table.get("template")
        if isinstance(name, str):
            head = _with(head, template=_letter(name, layers, sheet, faults))
        kinds |= shaped(FilingKind, [head], citations, faults)
    return kinds


def _contents(
    sheet: Sheet, citations: Mapping[str, Citation], faults: list[Problem]
) -> dict[str, Any]:
    def values(type_: type, array: str) -> dict[str, Any]:
        return shaped(type_, sheet[array].values(), citations, faults)

    return {
        "sections": tuple(values(Section, "section").values()),
        "pages": tuple(values(Page, "page").values()),
        "questions": values(Question, "question"),
        "grounds": tuple(values(Ground, "ground").values()),
        "materials": tuple(values(Material, "material").values()),
        "clocks": tuple(values(Clock, "clock").values()),
    }


def _letter(name: str, layers: Layers, sheet: Sheet, faults: list[Problem]) -> str:
    found = layers.template(name)
    if found is None:
        place = sheet.head.place("template")
        faults.append(Problem(place, "pack-template-unknown", {"name": name}))
        return ""
    return found[1]


def _with(row: Row, without: tuple[str, ...] = (), **more: Any) -> Row:
    """A row with more keys than are written, or fewer."""
    kept = {key: value for key, value in row.table.items() if key not in without}
    return Row(row.id, {**kept, **more}, row.written)
