"""The packs and the calendar of this desk, each read once, when it is first wanted."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from threading import RLock

from filingdesk.core.pack import Pack, Versions
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.workdays import Calendar
from filingdesk.packs import disk
from filingdesk.packs.calendars import load_calendar
from filingdesk.packs.compiled import content_key, read_compiled, write_compiled
from filingdesk.packs.folder import PackFolder, folders_in


class FolderPacks:
    """The packs of a folder, one folder in it for each jurisdiction.

    `compiled` is the file in which they are kept as they were read, once all of them were. Where
    it does not fit, `compile` may make it; else they are read here, one by one.
    """

    def __init__(self, packs: Path, compiled: Path | None = None) -> None:
        self.compiled = compiled
        self.compile: Callable[[Path, Path], None] | None = None
        self._packs = packs
        self._read: dict[str, Pack] = {}
        self._key: str | None = None
        self._is_whole = False

    @cached_property
    def folder(self) -> Callable[[str], PackFolder | None]:
        """A folder as it is written, by its id."""
        from filingdesk.packs.read import folders_of

        return folders_of(self._packs)

    def jurisdictions(self) -> Sequence[str]:
        """Those that people choose come first; a place comes before the country it lies in."""
        self._look()
        if self._is_whole:
            return [*self._read]
        folders = [found for id in folders_in(self._packs) if (found := self.folder(id))]
        folders.sort(key=lambda each: (not each.selectable, not each.parent, each.id))
        return [each.id for each in folders]

    def pack(self, jurisdiction: str) -> Pack:
        """Raises UserProblem: jurisdiction-unknown, or every fault of its files."""
        self._look()
        if jurisdiction not in self._read:
            # What reads tables is not needed where packs were kept.
            from filingdesk.packs.read import read_pack

            self._read[jurisdiction] = read_pack(jurisdiction, self.folder)
            self._keep()
        return self._read[jurisdiction]

    def _look(self) -> None:
        """Take what was kept, at the first look; what the files say now counts."""
        if self.compiled is None or self._key is not None:
            return
        self._key = content_key(self._packs)
        kept = read_compiled(self.compiled, self._key)
        if not kept and self.compile:
            self.compile(self._packs, self.compiled)
            kept = read_compiled(self.compiled, self._key)
        if kept:
            self._read = {each.id: each for each in kept}
            self._is_whole = True

    def _keep(self) -> None:
        """A disk that takes nothing only costs the next start its time."""
        ids = self.jurisdictions()
        if self.compiled and self._key and len(self._read) == len(ids):
            packs = [self._read[id] for id in ids]
            with suppress(OSError):
                self.compiled.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                disk.write_whole(self.compiled, write_compiled(packs, self._key))


class FolderShelf:
    """A `PackShelf` of folders: the packs, and the years of one country (`calendars/cn`).

    Threads may share it: who wants a pack that another is reading waits and reads nothing again.
    """

    def __init__(self, packs: Path, calendars: Path) -> None:
        self._packs = FolderPacks(packs)
        self._calendars = calendars
        self._calendar: Calendar | None = None
        self._one_at_a_time = RLock()

    def keep_compiled(
        self, folder: Path, compile: Callable[[Path, Path], None] | None = None
    ) -> None:
        """Keep the packs in this folder for the next start, unless another was named before.

        `compile` makes the file of a folder of packs: see `compiling.compile_apart`.
        """
        with self._one_at_a_time:
            self._packs.compiled = self._packs.compiled or folder / "packs.json"
            self._packs.compile = self._packs.compile or compile

    def jurisdictions(self) -> Sequence[str]:
        with self._one_at_a_time:
            return self._packs.jurisdictions()

    def pack(self, jurisdiction: str, versions: Versions = ()) -> Pack:
        """Raises UserProblem: pack-version-missing for any version but the one that lies here."""
        with self._one_at_a_time:
            pack = self._packs.pack(jurisdiction)
        if versions and versions != pack.versions:
            raise UserProblem(missing_version(jurisdiction, versions))
        return pack

    def calendar(self) -> Calendar:
        """Raises UserProblem with every fault of the years."""
        with self._one_at_a_time:
            if self._calendar is None:
                self._calendar = load_calendar(self._calendars)
            return self._calendar


def missing_version(jurisdiction: str, versions: Versions) -> Problem:
    """That the pack is not here as it was in those versions."""
    facts = {"name": jurisdiction, "version": dict(versions).get(jurisdiction, "")}
    return Problem("law", "pack-version-missing", facts)
