"""A publisher of packs, and desks that take them; the country is that of the fiction."""

from dataclasses import dataclass
from pathlib import Path

from filingdesk.core.problem import UserProblem
from filingdesk.packs.bundle import build, open_bundle, sign
from filingdesk.packs.desk_shelf import DeskShelf
from filingdesk.packs.installed import InstalledPacks, Shipped
from filingdesk.packs.keys import KeyPair, new_key
from filingdesk.packs.shelf import FolderShelf
from tests.packs.conftest import World

ISLAND = "hai-dao"
DAYS = "count = 3\n"
KIND = f"{ISLAND}/kinds/objection.toml"


@dataclass(frozen=True)
class Publisher:
    """Somebody on the island who writes its pack, and has a key."""

    world: World
    key: KeyPair

    def bundle(self, version: str, days: int = 3) -> bytes:
        """The island's pack in that version, in which the office has so many days. Unsigned."""
        head = self.world.packs / ISLAND / "pack.toml"
        kind = self.world.packs / KIND
        before = head.read_text("utf-8"), kind.read_text("utf-8")
        self.world.change(f"{ISLAND}/pack.toml", '"2026.1.0"', f'"{version}"')
        self.world.change(KIND, DAYS, f"count = {days}\n")
        try:
            return build(self.world.packs / ISLAND, self.world.statutes)
        finally:
            head.write_text(before[0], "utf-8")
            kind.write_text(before[1], "utf-8")

    def signed(self, version: str, days: int = 3) -> bytes:
        """The same with the publisher's signature."""
        return sign(open_bundle(self.bundle(version, days)), self.key.private)


@dataclass(frozen=True)
class Program:
    """A desk as it is after one start: its program brings packs, its folder stays."""

    world: World
    years: Path
    home: Path

    def installed(self) -> InstalledPacks:
        """The packs as a fresh process sees them."""
        return InstalledPacks(Shipped(self.world.packs, self.world.statutes), self.home / "packs")

    def shelf(self) -> DeskShelf:
        """The shelf as a fresh process sees it."""
        return DeskShelf(FolderShelf(self.world.packs, self.years), self.installed())

    def days(self, shelf: DeskShelf | None = None) -> int | None:
        """The days that the island's office has, by the pack in use."""
        pack = (shelf or self.shelf()).pack(ISLAND)
        clocks = pack.kinds["objection"].clocks
        return next(each.count for each in clocks if each.id == "hai-dao/answer")

    def version(self, id: str = ISLAND) -> str:
        """The version in use; empty where there is none."""
        found = (each.version for each in self.installed().in_use() if each.id == id)
        return next(found, "")


def codes(refused: UserProblem) -> list[str]:
    """What was wrong."""
    return [each.code for each in refused.problems]


def a_publisher(world: World) -> Publisher:
    """With a fresh key."""
    return Publisher(world, new_key())
