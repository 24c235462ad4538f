"""The linter: every fault of every pack at once, each with the file and the line to mend."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path

from filingdesk import resources
from filingdesk.core.ports import PackReport
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.packs.calendars import load_calendar
from filingdesk.packs.catalogues import Catalogues
from filingdesk.packs.certainty import asserted, certainty_faults, certainty_notes
from filingdesk.packs.examples import read_answers
from filingdesk.packs.explore import Exploration
from filingdesk.packs.folder import HEAD, TRIAGE, PackFolder, files_in, folders_in, read_toml
from filingdesk.packs.layers import each_once
from filingdesk.packs.meant import nearest
from filingdesk.packs.quotations import Statute, citation_faults, read_statutes
from filingdesk.packs.read import Reading, examine
from filingdesk.packs.references import reference_faults
from filingdesk.packs.scenarios import SCENARIO_CODES, example_faults, run_scenarios
from filingdesk.packs.shelf import FolderPacks
from filingdesk.packs.ways import triage_faults, way_faults

_KNOWN_FILES = (
    HEAD,
    TRIAGE,
    "law/*.toml",
    "parts/*.toml",
    "kinds/*.toml",
    "templates/*.txt",
    "lang/*.po",
    "lang/*.mo",
)
_READ_BY_OTHERS = ("examples", "scenarios")
_OF_TEXTS = frozenset(
    {
        "pack-catalogue-missing",
        "pack-catalogue-broken",
        "pack-text-missing",
        "pack-text-unused",
        "pack-text-untranslated",
        "pack-text-fuzzy",
        "pack-text-places-differ",
        *SCENARIO_CODES,
    }
)
"""What may be wrong with a pack that can be walked nevertheless."""


def check_packs(
    packs: Path, statutes: Path, only: Collection[str] | None = None
) -> tuple[Problem, ...]:
    """All that is wrong with the files of a folder of packs; `statutes` are what they may quote.

    `only` are the packs to look at, where it is not all of them.
    """
    return _Check(packs, statutes).report(only=only).faults


def prove_packs(
    packs: Path, statutes: Path, today: date | None = None, only: Collection[str] = ()
) -> PackReport:
    """The same, with every scenario and example tried and every way of every kind walked.

    `today` is compared with the days by which addresses are to be looked at. With `only`, of what
    these packs build on just that is told which makes them unsound.

    Raises UserProblem: jurisdiction-unknown.
    """
    known = folders_in(packs)
    unknown = [each for each in only if each not in known]
    if unknown:
        facts = [{"name": each, "meant": nearest(each, known)} for each in unknown]
        raise UserProblem(*(Problem("ID", "jurisdiction-unknown", each) for each in facts))
    chosen = only or None
    return _Check(packs, statutes, Exploration(chosen)).report(today, chosen)


class _Check:
    """One look at all packs of a folder, with an exploration or without."""

    def __init__(self, packs: Path, statutes: Path, exploration: Exploration | None = None) -> None:
        self._packs = packs
        self._shelf = FolderPacks(packs)
        self._unread: list[Problem] = []
        self._quoted = read_statutes(statutes, self._unread)
        self._exploration = exploration
        self._catalogues = Catalogues(packs)
        self._calendar = cache(lambda: load_calendar(resources.calendars() / "cn"))
        self._scenarios = 0

    def report(self, today: date | None = None, only: Collection[str] | None = None) -> PackReport:
        """What is wrong, and what was looked at."""
        ids = self._shelf.jurisdictions()
        if not ids:
            return PackReport((Problem(self._packs.name, "packs-missing"),))
        wanted = ids if only is None else [id for id in ids if id in only]
        readings = {id: examine(id, self._shelf.folder) for id in wanted}
        found = {id: [*self._faults(id, reading)] for id, reading in readings.items()}
        walked = self._explored(readings, found)
        faults = each_once([*self._unread, *chain.from_iterable(found.values()), *walked])
        return self._counted(faults, [*readings.values()], today)

    def _counted(
        self, faults: tuple[Problem, ...], readings: Sequence[Reading], today: date | None
    ) -> PackReport:
        packs = [(each.pack, each.layers) for each in readings if each.pack]
        notes = [certainty_notes(pack, layers, today) for pack, layers in packs]
        if self._exploration:
            notes += [self._catalogues.notes(each.layers.folders) for each in readings]
            notes.append(iter(self._exploration.notes))
        told = each_once(chain.from_iterable(notes))
        looked_at = {each.layers.folders[0].id for each in readings}
        rules = [rule.verified for each in packs for rule, _ in asserted(*each)]
        explored = self._exploration or Exploration()
        return PackReport(
            faults=faults,
            notes=tuple(each for each in told if each.where.partition("/")[0] in looked_at),
            jurisdictions=len(packs),
            kinds=sum(len(pack.kinds) for pack, _ in packs),
            scenarios=self._scenarios,
            rules=len(rules),
            verified_rules=sum(rules),
            pages=explored.pages,
            paths=explored.paths,
            bounds=explored.bounds,
        )

    def _faults(self, id: str, reading: Reading) -> Iterator[Problem]:
        folder = reading.layers.folders[0]
        said = [*reading.faults, *_content_faults(reading, self._shelf, self._quoted)]
        yield from said
        yield from _strays(self._packs / id)
        if not said:
            yield from self._example_faults(id, reading)
            yield from self._scenario_faults(id, reading)
        if not folder.unread:
            yield from self._catalogues.faults(folder)

    def _example_faults(self, id: str, reading: Reading) -> Iterator[Problem]:
        """What no example can hold; and where none is at fault, what does not come of one."""
        told = [*_example_faults(self._packs / id, reading, self._shelf)]
        yield from told
        if told or reading.pack is None or self._exploration is None:
            return
        for file in files_in(self._packs / id, "examples/*.toml"):
            name = f"{id}/examples/{file.name}"
            kind = read_toml(file, name, []).tables["kind"]
            yield from example_faults(file, name, kind, reading.pack, self._calendar)

    def _scenario_faults(self, id: str, reading: Reading) -> Iterator[Problem]:
        if reading.pack is None or self._exploration is None:
            return
        for told in run_scenarios(self._packs / id, reading.pack, self._calendar):
            self._scenarios += told.is_scenario
            yield from told.faults

    def _explored(
        self, readings: Mapping[str, Reading], found: Mapping[str, Sequence[Problem]]
    ) -> Iterator[Problem]:
        """Only packs that people can choose are walked, and only those whose files are sound.

        What one pack brings counts for all that have it: so nothing is told before all are sound.
        Parents come first: what a child takes over unchanged is not walked again.
        """
        if self._exploration is None:
            return
        sound = {
            id for id, faults in found.items() if all(each.code in _OF_TEXTS for each in faults)
        }
        for each in sorted(readings.values(), key=lambda each: len(each.layers.folders)):
            if each.pack and each.pack.selectable and sound >= {*each.pack.lineage} & found.keys():
                self._exploration.explore(each.pack, each.layers, self._calendar())
        if sound >= readings.keys():
            yield from self._brought_by_no_child(readings, self._exploration)

    def _brought_by_no_child(
        self, readings: Mapping[str, Reading], exploration: Exploration
    ) -> Iterator[Problem]:
        """What the packs that build on those that were named bring is no fault of these."""
        others = [id for id in self._shelf.jurisdictions() if id not in readings]
        for id in others:
            if not any(exploration.faults):
                return
            child = examine(id, self._shelf.folder)
            if child.pack and not child.faults and {*child.pack.lineage} & readings.keys():
                exploration.look_again(child.pack, child.layers, self._calendar())
        yield from exploration.faults


def _content_faults(
    reading: Reading, shelf: FolderPacks, quoted: Mapping[str, Statute]
) -> Iterator[Problem]:
    yield from citation_faults(reading.citations, reading.layers.sheet["citation"], quoted)
    if reading.pack:
        yield from reference_faults(reading, shelf.jurisdictions())
        yield from certainty_faults(reading.pack, reading.layers)
        for name, kind in reading.pack.kinds.items():
            yield from way_faults(kind, reading.layers.kinds[name], reading.layers)
        yield from triage_faults(reading.layers)


def _strays(folder: Path) -> Iterator[Problem]:
    """Files that nobody reads: a letter or a law in the wrong folder would be missed silently."""
    known = files_in(folder, *_KNOWN_FILES)
    for file in files_in(folder, "**/*"):
        name = file.relative_to(folder)
        if file.is_file() and file not in known and name.parts[0] not in _READ_BY_OTHERS:
            yield Problem(f"{folder.name}/{name.as_posix()}", "pack-file-unread")


def _example_faults(folder: Path, reading: Reading, shelf: FolderPacks) -> Iterator[Problem]:
    """An example is documentation and test in one: who adds a kind shows it."""
    shown: set[str] = set()
    for file in files_in(folder, "examples/*.toml"):
        name = f"{folder.name}/examples/{file.name}"
        try:
            filed = read_answers(file.read_text(encoding="utf-8-sig"), name, shelf)
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
    for kind in sorted(_unshown(reading.layers.folders, shown)):
        yield Problem(f"{folder.name}/examples", "pack-example-missing", {"name": kind})


def _unshown(lineage: Sequence[PackFolder], shown: Collection[str]) -> Collection[str]:
    """The kinds that want an example: each that the pack adds, or one of those that it changes."""
    own, *parents = lineage
    if not own.selectable:
        return ()
    added = own.kinds.keys() - {kind for parent in parents for kind in parent.kinds}
    return added - set(shown) or (() if shown else sorted(own.kinds)[:1])
