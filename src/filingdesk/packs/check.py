"""The linter: every fault of every pack at once, each with the file and the line to mend."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.packs.catalogues import translation_faults
from filingdesk.packs.certainty import certainty_faults
from filingdesk.packs.examples import read_answers
from filingdesk.packs.folder import HEAD
from filingdesk.packs.layers import each_once
from filingdesk.packs.quotations import Statute, citation_faults, read_statutes
from filingdesk.packs.read import Reading, examine
from filingdesk.packs.references import reference_faults
from filingdesk.packs.shelf import FolderPacks
from filingdesk.packs.ways import way_faults

_KNOWN_FILES = (HEAD, "law/*.toml", "kinds/*.toml", "templates/*.txt", "lang/*.po", "lang/*.mo")


def check_packs(packs: Path, statutes: Path) -> tuple[Problem, ...]:
    """All that is wrong with a folder of packs; `statutes` are the texts they may quote."""
    shelf = FolderPacks(packs)
    quoted = read_statutes(statutes)
    ids = shelf.jurisdictions()
    if not ids:
        return (Problem(packs.name, "packs-missing"),)
    return each_once(fault for id in ids for fault in _faults(packs, id, shelf, quoted))


def _faults(
    packs: Path, id: str, shelf: FolderPacks, quoted: Mapping[str, Statute]
) -> Iterator[Problem]:
    reading = examine(id, shelf.folder)
    folder = reading.layers.folders[0]
    said = [*reading.faults, *_content_faults(reading, shelf, quoted)]
    yield from said
    yield from _strays(packs / id)
    if not said:
        yield from _example_faults(packs / id, reading, shelf)
    if not folder.unread:
        yield from translation_faults(packs, folder)


def _content_faults(
    reading: Reading, shelf: FolderPacks, quoted: Mapping[str, Statute]
) -> Iterator[Problem]:
    yield from citation_faults(reading.citations, reading.layers.sheet["citation"], quoted)
    if reading.pack:
        yield from reference_faults(reading, shelf.jurisdictions())
        yield from certainty_faults(reading.pack, reading.layers)
        for name, kind in reading.pack.kinds.items():
            yield from way_faults(kind, reading.layers.kinds[name])


def _strays(folder: Path) -> Iterator[Problem]:
    """Files that nobody reads: a letter or a law in the wrong folder would be missed silently."""
    known = {file for pattern in _KNOWN_FILES for file in folder.glob(pattern)}
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder)
        if file.is_file() and file not in known and name.parts[0] != "examples":
            yield Problem(f"{folder.name}/{name.as_posix()}", "pack-file-unread")


def _example_faults(folder: Path, reading: Reading, shelf: FolderPacks) -> Iterator[Problem]:
    """An example is documentation and test in one: every kind that people can choose has one."""
    shown: set[str] = set()
    for file in sorted(folder.glob("examples/*.toml")):
        name = f"{folder.name}/examples/{file.name}"
        try:
            filed = read_answers(file.read_text(encoding="utf-8"), name, shelf)
        except UnicodeDecodeError:
            yield Problem(name, "pack-not-utf8")
            continue
        except UserProblem as refused:
            yield from refused.problems
            continue
        if filed.jurisdiction != folder.name:
            yield Problem(name, "pack-example-elsewhere", {"name": filed.jurisdiction})
        shown.add(filed.kind)
        for path in sorted(path for paths in filed.files.values() for path in paths):
            if not (file.parent / path).is_file():
                yield Problem(name, "pack-example-file-missing", {"name": path})
    kinds = reading.pack.kinds if reading.pack and reading.pack.selectable else {}
    for kind in sorted(kinds.keys() - shown):
        yield Problem(f"{folder.name}/examples", "pack-example-missing", {"name": kind})
