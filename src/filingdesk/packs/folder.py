"""One pack's folder as it lies on the disk: its tables, its letters, and what cannot be read."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filingdesk.core.problem import Problem
from filingdesk.packs import places
from filingdesk.packs.meant import nearest

HEAD = "pack.toml"
TRIAGE = "triage.toml"
KEYS = {
    "pack": ("id", "name", "version", "as_of", "language", "parent", "selectable"),
    "law": (),
    "triage": (),
    "parts": (),
    "kinds": ("name", "template", "truth", "enter", "uses", "wait_for", "addressees", "citations"),
}
"""The keys that each sort of file has beside its arrays."""
ARRAYS = {
    "pack": ("authority",),
    "law": ("citation", "display_rule"),
    "triage": ("section", "page", "question"),
    "parts": ("section", "page", "question", "material", "attachment", "clock"),
    "kinds": (
        "section",
        "page",
        "question",
        "ground",
        "material",
        "attachment",
        "alternative",
        "clock",
    ),
}
"""The arrays of tables that each sort of file may hold."""


@dataclass(frozen=True, slots=True, eq=False)
class TomlFile:
    """A file that is TOML. `name` is what a clerk looks for: cn-shandong/kinds/objection.toml."""

    name: str
    toml: str
    tables: Mapping[str, Any]

    def place(self, *path: str | int) -> str:
        """The file with the line of that key, or of what stands around it where it is missing."""
        lines = places.lines_of(self.toml)
        for length in range(len(path), -1, -1):
            if path[:length] in lines:
                return f"{self.name}:{lines[path[:length]]}"
        return self.name


@dataclass(frozen=True, slots=True, eq=False)
class PackFolder:
    """A pack as written, before its parents' gifts. Kinds, parts, templates go by file name.

    With `unread` faults there is a hole in it; with `faults` only a key that nobody knows.
    """

    id: str
    head: TomlFile
    law: tuple[TomlFile, ...]
    triage: TomlFile | None
    parts: Mapping[str, TomlFile]
    kinds: Mapping[str, TomlFile]
    templates: Mapping[str, str]
    unread: tuple[Problem, ...]
    faults: tuple[Problem, ...]

    @property
    def parent(self) -> str:
        """The pack that this one builds on; empty for a country."""
        parent = self.head.tables.get("parent", "")
        return parent if isinstance(parent, str) else ""

    @property
    def version(self) -> str:
        """Which version of the pack this is; empty where it does not say."""
        version = self.head.tables.get("version", "")
        return version if isinstance(version, str) else ""

    @property
    def written(self) -> tuple[TomlFile, ...]:
        """Every file of tables, in the order a person reads them."""
        triage = (self.triage,) if self.triage else ()
        return (self.head, *self.law, *triage, *self.parts.values(), *self.kinds.values())

    @property
    def selectable(self) -> bool:
        """Whether people choose it, or other packs only build on it."""
        return self.head.tables.get("selectable", True) is not False


def folders_in(packs: Path) -> list[str]:
    """The ids of the packs that lie there: the folders with a pack.toml."""
    return sorted(head.parent.name for head in packs.glob(f"*/{HEAD}"))


def files_in(folder: Path, *patterns: str) -> list[Path]:
    """A pack's files, in the order of their names; what an editor hides there is none of them."""
    found = {each for pattern in patterns for each in folder.glob(pattern)}
    return sorted(each for each in found if not each.name.startswith("."))


def read_folder(folder: Path) -> PackFolder:
    """Every file of a pack; what is not UTF-8 or not TOML counts as empty and is told."""
    unread: list[Problem] = []

    def toml(sort: str, *parts: str) -> TomlFile:
        name = "/".join((folder.name, *parts))
        file = read_toml(folder.joinpath(*parts), name, unread)
        unread.extend(_array_faults(file, sort))
        return file

    head = toml("pack", HEAD)
    law = tuple(toml("law", "law", each.name) for each in files_in(folder, "law/*.toml"))
    triage = toml("triage", TRIAGE) if (folder / TRIAGE).exists() else None
    parts, kinds = (
        {each.stem: toml(sort, sort, each.name) for each in files_in(folder, f"{sort}/*.toml")}
        for sort in ("parts", "kinds")
    )
    templates = {
        each.stem: read_text(each, f"{folder.name}/templates/{each.name}", unread)
        for each in files_in(folder, "templates/*.txt")
    }
    id = head.tables.get("id", folder.name)
    if id != folder.name:
        facts = {"name": str(id), "folder": folder.name}
        unread.append(Problem(head.place("id"), "pack-id-differs", facts))
    faults = [
        *_key_faults(head, "pack"),
        *(fault for file in law for fault in _key_faults(file, "law")),
        *(_key_faults(triage, "triage") if triage else ()),
        *(fault for file in parts.values() for fault in _key_faults(file, "parts")),
        *(fault for file in kinds.values() for fault in _key_faults(file, "kinds")),
    ]
    return PackFolder(
        folder.name,
        head,
        law,
        triage,
        parts,
        kinds,
        templates,
        tuple(unread),
        tuple(faults),
    )


def read_toml(path: Path, name: str, faults: list[Problem]) -> TomlFile:
    """A file under the name that its faults are told with; what cannot be read counts as empty."""
    text = read_text(path, name, faults)
    return TomlFile(name, text, _tables(text, name, faults))


def read_text(file: Path, name: str, faults: list[Problem]) -> str:
    """A file's text; one that is not UTF-8 counts as empty, and is told under that name."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        faults.append(Problem(name, "pack-not-utf8"))
        return ""


def _tables(toml: str, name: str, faults: list[Problem]) -> Mapping[str, Any]:
    try:
        return tables_of(toml)
    except tomllib.TOMLDecodeError as broken:
        reason, line = broken_at(broken, toml)
        code = "pack-not-toml"
        if _has_full_width(toml, line):
            code = "pack-signs-full-width"
        elif _is_near_hash(toml, line):
            code = "pack-not-toml-near-hash"
        faults.append(Problem(f"{name}:{line}", code, {"reason": reason}))
        return {}


def tables_of(toml: str) -> dict[str, Any]:
    """What a text of TOML says.

    Raises TOMLDecodeError, also where a number or what is nested goes beyond what can be read.
    """
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError:
        raise
    except (ValueError, RecursionError):
        raise tomllib.TOMLDecodeError("Too long or too deep (at end of document)") from None


def _has_full_width(toml: str, line: int) -> bool:
    """Whether signs stand in a line, outside of its texts, as a Chinese keyboard types them."""
    written = [*toml.split("\n"), ""][line - 1]
    return bool(re.search("[“”＂＝]", re.sub('"[^"]*"', "", written)))


_CLOSE = 4
"""Lines: an open bracket is told at the next table, after a blank line and its comment."""


def _is_near_hash(toml: str, line: int) -> bool:
    """Whether a line that waits to be used stands close before a line, or right after it."""
    around = toml.split("\n")[max(0, line - 1 - _CLOSE) : line + 1]
    return any(re.match(r"#\S", each) for each in around)


def broken_at(broken: tomllib.TOMLDecodeError, toml: str) -> tuple[str, int]:
    """What the parser said, and the line it said it of."""
    reason, _, place = str(broken).rpartition(" (at ")
    line = re.search(r"line (\d+)", place)
    return reason, int(line[1]) if line else toml.count("\n") + 1


def _array_faults(file: TomlFile, sort: str) -> Iterator[Problem]:
    """Arrays of tables that belong into another sort of file, or that are none."""
    for name, rows in file.tables.items():
        if name in ARRAYS[sort]:
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                facts = {"key": name, "expected": "array of tables"}
                yield Problem(file.place(name), "pack-wrong-type", facts)
        elif any(name in names for names in ARRAYS.values()):
            yield Problem(file.place(name), "pack-table-misplaced", {"key": name})


def _key_faults(file: TomlFile, sort: str) -> Iterator[Problem]:
    known = (*KEYS[sort], *ARRAYS[sort])
    if "id" in file.tables and "id" not in known:
        yield Problem(file.place("id"), "pack-table-unnamed")
        return
    for key in file.tables:
        if key not in known and not any(key in names for names in ARRAYS.values()):
            facts = {"key": key, "meant": nearest(key, known)}
            yield Problem(file.place(key), "pack-key-unknown", facts)
