"""Furnishes the house: the only file that names who stands behind each door."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from filingdesk import resources
from filingdesk.core.problem import Problem, UserProblem

if TYPE_CHECKING:
    from filingdesk.core.ports import (
        AnswersFile,
        CaseStore,
        Chance,
        Intake,
        PackKeeping,
        PackReport,
        PackShelf,
        Renderer,
        Signer,
        Time,
        Verifier,
    )
    from filingdesk.core.reminder import CalendarEntry
    from filingdesk.desk import Desk
    from filingdesk.packs.installed import InstalledPacks
    from filingdesk.packs.shelf import FolderShelf
    from filingdesk.sign.pkcs12 import Pkcs12Signer
    from filingdesk.store.cases import EncryptedStore

SEAL = "seal"
SEAL_SECRET = "seal secret"  # noqa: S105 - the name of a setting
CENTRE = "centre"


class WallClock:
    """The computer's clock."""

    def today(self) -> date:
        """The day where the desk stands."""
        return self.now().date()

    def now(self) -> datetime:
        """This moment, with its time zone."""
        return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class FixedDay(WallClock):
    """The computer's clock with another day: `--today` on the command line."""

    day: date = field(default_factory=date.today)

    def today(self) -> date:
        """The day that was asked for."""
        return self.day


class SystemChance:
    """The operating system's randomness."""

    def below(self, bound: int) -> int:
        """A number from 0 to bound - 1."""
        from secrets import randbelow

        return randbelow(bound)


class Furniture:
    """The doors of the house. Each imports its library when it is first opened."""

    def __init__(
        self, folder: Path, today: date | None = None, *, compile_apart: bool = False
    ) -> None:
        self.folder = folder / "store"
        self._compile_apart = compile_apart
        self._cache = cache_folder(folder)
        self.time: Time = WallClock() if today is None else FixedDay(today)
        self.chance: Chance = SystemChance()
        self._store: EncryptedStore | None = None

    @cached_property
    def shelf(self) -> "PackShelf":
        """Packs and calendars that lie in the resources, and the packs that this desk keeps."""
        from filingdesk.packs.desk_shelf import DeskShelf

        shipped = _shelf(resources.packs(), resources.calendars() / "cn")
        shipped.keep_compiled(self._cache, self._compile())
        return DeskShelf(shipped, self._installed)

    def _compile(self) -> "Callable[[Path, Path], None] | None":
        """What reads packs leaves 50 MB behind, which a window would carry all day."""
        if not self._compile_apart:
            return None
        from filingdesk.packs.compiling import compile_apart

        return compile_apart

    @property
    def packs(self) -> "PackKeeping":
        """The packs that this desk keeps, and those it makes for others."""
        return self._installed

    @cached_property
    def _installed(self) -> "InstalledPacks":
        from filingdesk.packs.installed import InstalledPacks, Shipped

        shipped = Shipped(resources.packs(), resources.statutes())
        return InstalledPacks(shipped, self.folder.with_name("packs"))

    @cached_property
    def intake(self) -> "Intake":
        """Foreign files, read by a child process."""
        from filingdesk.intake.read import SafeIntake

        return SafeIntake()

    @cached_property
    def renderer(self) -> "Renderer":
        """ReportLab with the fonts that lie in the resources."""
        from filingdesk.render.pages import PdfRenderer

        return PdfRenderer(resources.fonts())

    @cached_property
    def verifier(self) -> "Verifier":
        """PyHanko's judgement."""
        from filingdesk.sign.verify import PdfVerifier

        return PdfVerifier()

    @property
    def store(self) -> "CaseStore":
        """The encrypted store. Raises UserProblem store-locked until it was opened."""
        return self._opened

    @property
    def _opened(self) -> "EncryptedStore":
        if self._store is None:
            raise UserProblem(Problem("store", "store-locked"))
        return self._store

    def read_answers(self, text: str, name: str) -> "AnswersFile":
        """An ANSWERS.toml, read strictly."""
        from filingdesk.packs.examples import read_answers

        return read_answers(text, name, self.shelf)

    def proved(self, only: "Sequence[str]" = ()) -> "PackReport":
        """What the linter finds in the packs of the resources, and what it counted."""
        from filingdesk.packs.check import prove_packs

        return prove_packs(resources.packs(), resources.statutes(), self.time.today(), only)

    def example(self, jurisdiction: str, name: str) -> str:
        """An example that lies in a pack's folder."""
        return (resources.packs() / jurisdiction / "examples" / f"{name}.toml").read_text("utf-8")

    def is_new(self) -> bool:
        """Whether nobody has made a store here yet."""
        from filingdesk.store.files import exists

        return not exists(self.folder)

    def create(self, passphrase: str, centre: str) -> str:
        """Make the store and the seal, whole or not at all; the code is given this once."""
        import secrets
        import shutil

        from filingdesk.sign.seal import make_seal
        from filingdesk.store import vault
        from filingdesk.store.opening import open_store

        secret = secrets.token_urlsafe(32)
        seal = make_seal(centre, self.time.now(), secret.encode())
        unfinished = self.folder.with_name(f"{self.folder.name}.new")
        shutil.rmtree(unfinished, ignore_errors=True)
        key, code = vault.create_vault(unfinished, passphrase)
        store = open_store(unfinished, key)
        store.keep_setting(SEAL, seal)
        store.keep_setting(SEAL_SECRET, secret.encode())
        store.keep_setting(CENTRE, centre.encode())
        store.close()
        unfinished.rename(self.folder)
        self._store = open_store(self.folder, key)
        return str(code)

    def renew_code(self, passphrase: str) -> str:
        """A new recovery code in place of the one before; it is given this once."""
        from filingdesk.store import vault

        return str(vault.renew_code(self.folder, passphrase))

    def unlock(self, passphrase: str) -> None:
        """Open the store with the passphrase or the recovery code."""
        from filingdesk.store import vault
        from filingdesk.store.opening import open_store

        self.lock()
        self._store = open_store(self.folder, vault.unlock(self.folder, passphrase))

    def prove(self, passphrase: str) -> None:
        """Raise UserProblem unless this opens the store."""
        from filingdesk.store import vault

        vault.unlock(self.folder, passphrase)

    def lock(self) -> None:
        """Close the store and forget its key."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def centre(self) -> str:
        """The name of the service centre, as its seal says it."""
        return (self._opened.setting(CENTRE) or b"").decode()

    def seal(self) -> "Signer":
        """The centre's own seal, which lies encrypted in the store."""
        return self._open_seal()

    def certificate(self) -> bytes:
        """The seal's certificate as PEM, for an agency to trust."""
        from filingdesk.sign.seal import certificate_pem

        return certificate_pem(*self._kept_seal())

    def foreign_seal(self, untrusted_content: bytes, passphrase: str) -> "Signer":
        """A key that somebody brought as PKCS#12."""
        from filingdesk.sign.pkcs12 import open_pkcs12

        return open_pkcs12(untrusted_content, passphrase.encode())

    def printers(self) -> Sequence[str]:
        """The queues that CUPS knows."""
        from filingdesk.handoff import printing

        return printing.printers()

    def print(self, pdf: bytes, printer: str, title: str) -> None:
        """Put pages into a printer's queue."""
        from filingdesk.handoff import printing

        printing.print_pdf(pdf, printer, title)

    def sticks(self) -> Sequence[str]:
        """Where removable drives are mounted."""
        from filingdesk.handoff import stick

        return tuple(str(each) for each in stick.sticks())

    def save(self, content: bytes, folder: str, reference: str, ending: str = "pdf") -> str:
        """Write a copy into a folder, whole or not at all."""
        from filingdesk.handoff import stick

        return str(stick.save(content, Path(folder), reference, ending))

    def calendar_file(self, entry: "CalendarEntry") -> bytes:
        """A day as iCalendar."""
        from filingdesk.handoff import ics

        return ics.calendar_file(entry)

    def _open_seal(self) -> "Pkcs12Signer":
        from filingdesk.sign.pkcs12 import open_pkcs12

        return open_pkcs12(*self._kept_seal())

    def _kept_seal(self) -> tuple[bytes, bytes]:
        seal, secret = self._opened.setting(SEAL), self._opened.setting(SEAL_SECRET)
        if seal is None or secret is None:
            raise UserProblem(Problem("seal", "seal-missing"))
        return seal, secret


@cache
def _shelf(packs: Path, calendars: Path) -> "FolderShelf":
    """Read once, for every desk that this process furnishes."""
    from filingdesk.packs.shelf import FolderShelf

    return FolderShelf(packs, calendars)


def desk_folder() -> Path:
    """Where the desk keeps its store: FILINGDESK_HOME, or the user's data folder."""
    named = os.environ.get("FILINGDESK_HOME")
    if named:
        return Path(named)
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(data) / "filingdesk"


def cache_folder(desk: Path) -> Path:
    """What can be made anew: in the user's cache folder for a desk in the user's data folder."""
    if os.environ.get("FILINGDESK_HOME") or desk != desk_folder():
        return desk / "cache"
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(cache) / "filingdesk"


def furnish(folder: Path | None = None, today: date | None = None) -> "Desk":
    """A desk with real doors."""
    from filingdesk.desk import Desk

    return Desk(Furniture(folder or desk_folder(), today))


def main(argv: Sequence[str] | None = None) -> int:
    """The window when nothing, or only window options, are asked for; else the command line."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] in WINDOW_OPTIONS:
        gc.disable()  # nothing goes away before the first paint; then see ui.garbage
        from filingdesk.ui.window import run_window

        return run_window(Furniture(desk_folder(), compile_apart=True), arguments)
    from filingdesk import cli

    return cli.main(arguments, furnish)


WINDOW_OPTIONS = ("--kiosk", "--clerk")
