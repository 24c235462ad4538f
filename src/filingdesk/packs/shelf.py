"""The packs and the calendar of this desk, each read once, when it is first wanted."""

from collections.abc import Sequence
from pathlib import Path
from threading import RLock

from filingdesk.core.pack import Pack
from filingdesk.core.workdays import Calendar
from filingdesk.packs.calendars import load_calendar
from filingdesk.packs.folder import folders_in
from filingdesk.packs.read import folders_of, read_pack


class FolderPacks:
    """The packs of a folder, one folder in it for each jurisdiction."""

    def __init__(self, packs: Path) -> None:
        self._packs = packs
        self._read: dict[str, Pack] = {}
        self.folder = folders_of(packs)

    def jurisdictions(self) -> Sequence[str]:
        """Those that people choose come first; a place comes before the country it lies in."""
        folders = [found for id in folders_in(self._packs) if (found := self.folder(id))]
        folders.sort(key=lambda each: (not each.selectable, not each.parent, each.id))
        return [each.id for each in folders]

    def pack(self, jurisdiction: str) -> Pack:
        """Raises UserProblem: jurisdiction-unknown, or every fault of its files."""
        if jurisdiction not in self._read:
            self._read[jurisdiction] = read_pack(jurisdiction, self.folder)
        return self._read[jurisdiction]


class FolderShelf:
    """A `PackShelf` of folders: the packs, and the years of one country (`calendars/cn`).

    Threads may share it: who wants a pack that another is reading waits and reads nothing again.
    """

    def __init__(self, packs: Path, calendars: Path) -> None:
        self._packs = FolderPacks(packs)
        self._calendars = calendars
        self._calendar: Calendar | None = None
        self._one_at_a_time = RLock()

    def jurisdictions(self) -> Sequence[str]:
        with self._one_at_a_time:
            return self._packs.jurisdictions()

    def pack(self, jurisdiction: str) -> Pack:
        with self._one_at_a_time:
            return self._packs.pack(jurisdiction)

    def calendar(self) -> Calendar:
        """Raises UserProblem with every fault of the years."""
        with self._one_at_a_time:
            if self._calendar is None:
                self._calendar = load_calendar(self._calendars)
            return self._calendar
