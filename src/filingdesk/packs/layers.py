"""A pack and its parents laid over each other: tables of the same id are one, the nearest wins."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from filingdesk.core.problem import Problem
from filingdesk.packs.compose import compose
from filingdesk.packs.folder import KEYS, PackFolder, TomlFile
from filingdesk.packs.sheet import Sheet, head_row, lay_files, lay_rows


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """A whole pack as tables. `folders` is its lineage, nearest first.

    `kinds` hold what the triage and their parts give them.
    """

    folders: tuple[PackFolder, ...]
    sheet: Sheet
    triage: Sheet
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
    near = [[folder.head, *folder.law] for folder in lineage]
    sheet = Sheet(
        head_row([lineage[0].head], lineage[0].id, KEYS["pack"]),
        {
            "authority": lay_rows("authority", near, faults, nearest_first=True),
            "citation": lay_rows("citation", near, faults),
            "display_rule": lay_rows("display_rule", near, faults),
        },
    )
    triages = [folder.triage for folder in lineage if folder.triage]
    triage = lay_files(triages, "triage", "triage", faults)
    parts = _by_name("parts", [folder.parts for folder in lineage], faults)
    own = _by_name("kinds", [folder.kinds for folder in lineage], faults)
    kinds = {name: compose(each, triage, parts, faults) for name, each in own.items()}
    return Layers(tuple(lineage), sheet, triage, kinds, tuple(faults))


def _by_name(
    sort: str, lineage: Sequence[Mapping[str, TomlFile]], faults: list[Problem]
) -> dict[str, Sheet]:
    names = dict.fromkeys(name for files in lineage for name in files)
    return {
        name: lay_files([files[name] for files in lineage if name in files], name, sort, faults)
        for name in names
    }


def each_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """A parent's fault is met once for each of its children, and told once."""
    return tuple({repr(each): each for each in problems}.values())
