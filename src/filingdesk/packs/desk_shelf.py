"""The shelf of a desk: its packs as they are in use, and as they were when a case was made."""

from collections.abc import Mapping, Sequence
from functools import cache
from threading import RLock

from filingdesk.core.pack import Pack, Versions
from filingdesk.core.problem import UserProblem
from filingdesk.core.workdays import Calendar
from filingdesk.packs.folder import PackFolder, read_folder
from filingdesk.packs.installed import InstalledPacks
from filingdesk.packs.kept import Place
from filingdesk.packs.shelf import FolderShelf, missing_version
from filingdesk.words.catalogue import speak_from


class DeskShelf:
    """A `PackShelf` over the packs of the program and those that this desk keeps.

    `shipped` may be shared by desks: what is not changed here is read there, and once. Threads may
    share a shelf.
    """

    def __init__(self, shipped: FolderShelf, installed: InstalledPacks) -> None:
        self._shipped = shipped
        self._installed = installed
        self._read: dict[tuple[str, Versions], Pack | UserProblem] = {}
        self._folder = cache(lambda place: read_folder(place.folder))
        self._one_at_a_time = RLock()

    def jurisdictions(self) -> Sequence[str]:
        """Those that people choose come first; a place comes before the country it lies in."""
        with self._one_at_a_time:
            if not self._installed.is_changed():
                return self._shipped.jurisdictions()
            places = self._installed.places()
            known = [id for id, place in places.items() if place.is_shipped or self._is_read(id)]
            folders = [self._folder(places[id]) for id in known]
            folders.sort(key=lambda each: (not each.selectable, not each.parent, each.id))
            return [each.id for each in folders]

    def pack(self, jurisdiction: str, versions: Versions = ()) -> Pack:
        """Raises UserProblem: jurisdiction-unknown, pack-version-missing."""
        with self._one_at_a_time:
            if not versions:
                return self._today(jurisdiction)
            try:
                pack = self._today(jurisdiction)
            except UserProblem:
                return self._earlier(jurisdiction, versions)
            return pack if pack.versions == versions else self._earlier(jurisdiction, versions)

    def calendar(self) -> Calendar:
        """Raises UserProblem with every fault of the years."""
        return self._shipped.calendar()

    def _today(self, jurisdiction: str) -> Pack:
        if not self._installed.is_changed():
            return self._shipped.pack(jurisdiction)
        places = self._installed.places()
        here = places.get(jurisdiction)
        if here and here.is_shipped:
            pack = self._shipped.pack(jurisdiction)
            if all(id in places and places[id].is_shipped for id in pack.lineage):
                return pack
        try:
            return self._of(jurisdiction, (), places)
        except UserProblem:
            # A later program may refuse what an earlier one took; its own packs fit it.
            if self._installed.is_shipped(jurisdiction):
                return self._shipped.pack(jurisdiction)
            raise

    def _earlier(self, jurisdiction: str, versions: Versions) -> Pack:
        found = {id: self._installed.place(id, version) for id, version in versions}
        places = {id: place for id, place in found.items() if place}
        try:
            pack = self._of(jurisdiction, versions, places)
        except UserProblem:
            raise UserProblem(missing_version(jurisdiction, versions)) from None
        if pack.versions != versions:
            raise UserProblem(missing_version(jurisdiction, versions))
        return pack

    def _of(self, jurisdiction: str, versions: Versions, places: Mapping[str, Place]) -> Pack:
        key = (jurisdiction, versions)
        if key not in self._read:
            self._read[key] = self._tried(jurisdiction, places, is_today=not versions)
        read = self._read[key]
        if isinstance(read, UserProblem):
            raise UserProblem(*read.problems)
        return read

    def _tried(
        self, jurisdiction: str, places: Mapping[str, Place], *, is_today: bool
    ) -> Pack | UserProblem:
        from filingdesk.packs.read import read_pack

        def folder(id: str) -> PackFolder | None:
            return self._folder(places[id]) if id in places else None

        try:
            pack = read_pack(jurisdiction, folder)
        except UserProblem as refused:
            return refused
        for id in pack.lineage:
            if not places[id].is_shipped:
                speak_from(id, places[id].folder / "lang", first=is_today)
        return pack

    def _is_read(self, jurisdiction: str) -> bool:
        try:
            self._today(jurisdiction)
        except UserProblem:
            return False
        return True
