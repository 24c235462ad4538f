"""Furnishes the house: the only file that names who stands behind each door."""

import atexit
import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, cached_property
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from filingdesk import resources
from filingdesk.core.problem import Problem, UserProblem

if TYPE_CHECKING:
    from filingdesk.core.payload import Code, Payload
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
        Stamper,
        Time,
        Verifier,
    )
    from filingdesk.core.reminder import CalendarEntry
    from filingdesk.core.signature import SigningSettings, Token
    from filingdesk.desk import Desk
    from filingdesk.packs.installed import InstalledPacks
    from filingdesk.packs.shelf import FolderShelf
    from filingdesk.sign.raising import Raising
    from filingdesk.sign.session import KeySigner
    from filingdesk.store.cases import EncryptedStore

SEAL = "seal"
SEAL_SECRET = "seal secret"  # noqa: S105 - the name of a setting
CODE_KEY = "code key"
CENTRE = "centre"
SIGNATURE_LEVEL = "signature level"
STAMP_AUTHORITIES = "time stamp authorities"
STAMP_TRUST = "time stamp trust"
TOKEN_MODULE = "token module"  # noqa: S105 - the name of a setting


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

    def proved(self, only: "Sequence[str]" = (), at: str = "") -> "PackReport":
        """What the linter finds in the packs of the resources, and what it counted."""
        from filingdesk.packs.check import prove_packs
        from filingdesk.packs.trial import prove_beside

        packs, statutes, today = resources.packs(), resources.statutes(), self.time.today()
        if at:
            return prove_beside(packs, statutes, Path(at), today, only)
        return prove_packs(packs, statutes, today, only)

    def example(self, jurisdiction: str, name: str) -> str:
        """An example that lies in a pack's folder."""
        return (resources.packs() / jurisdiction / "examples" / f"{name}.toml").read_text("utf-8")

    def read_payload(self, untrusted_content: bytes) -> "Payload":
        """A filing.json, read strictly."""
        from filingdesk.packs.payloads import read_payload

        return read_payload(untrusted_content)

    def code(self, reference: str, digest: bytes) -> "Code":
        """The square code; the key for it is made when a store first needs one."""
        from filingdesk.core.fingerprint import check_code
        from filingdesk.core.payload import Code
        from filingdesk.sign.papercode import CodeKey, new_key

        private = self._opened.setting(CODE_KEY)
        if not private:
            private = new_key()
            self._opened.keep_setting(CODE_KEY, private)
        key = CodeKey(private)
        return Code(key.code(reference, digest), check_code(digest), key.public)

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

    def change_passphrase(self, proof: str, new: str) -> None:
        """A new passphrase in place of the one before; the recovery code stays."""
        from filingdesk.store import vault

        vault.change_passphrase(self.folder, proof, new)

    def unlock(self, passphrase: str) -> None:
        """Open the store with the passphrase or the recovery code."""
        from filingdesk.store import vault
        from filingdesk.store.opening import open_store

        self.lock()
        # Deriving the key takes no Python: the library of the database is loaded beside it.
        Thread(target=import_module, args=("filingdesk.store.cases",), name="load").start()
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

    def make_ready(self) -> None:
        """The libraries of three doors, in the order in which a filing comes to them."""
        import_module("filingdesk.store.cases")
        import_module("filingdesk.render.blocks")
        self.renderer.missing_characters("一")  # reads the fonts
        import_module("filingdesk.sign.pades")

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

        return open_pkcs12(untrusted_content, passphrase.encode(), self._raising())

    def tokens(self) -> "Sequence[Token]":
        """What is plugged in, as the maker's library tells it."""
        from filingdesk.sign.slots import tokens

        return tokens(self._token_module())

    def token(self, serial: str, pin: str, label: str = "") -> "Signer":
        """A key on a token that its PIN opens."""
        from filingdesk.sign.token import open_token

        return open_token(self._token_module(), serial, pin, label, self._raising())

    def stamper(self) -> "Stamper":
        """Time stamps from the authorities that this desk knows."""
        from filingdesk.sign.stamper import DeskStamper

        return DeskStamper(self._raising())

    def signing(self) -> "SigningSettings":
        """How this desk signs, as its store remembers it."""
        from filingdesk.core.signature import SigningSettings

        raising = self._raising()
        trust = b"".join(raising.trust)
        return SigningSettings(raising.level, raising.authorities, trust, self._token_module())

    def keep_signing(self, settings: "SigningSettings") -> None:
        """Checked first: what cannot work is not kept."""
        from filingdesk.sign.settings import check

        check(settings)
        kept = {
            SIGNATURE_LEVEL: settings.level.encode(),
            STAMP_AUTHORITIES: "\n".join(settings.authorities).encode(),
            STAMP_TRUST: settings.trust,
            TOKEN_MODULE: settings.token_module.encode(),
        }
        for name, value in kept.items():
            self._opened.keep_setting(name, value)

    def try_authority(self, url: str) -> str:
        """Ask an authority for a stamp over something random."""
        from filingdesk.sign.settings import try_authority

        return try_authority(url)

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

    def save_files(self, files: Mapping[str, bytes], folder: str, reference: str) -> str:
        """Write what is inside a filing into a new folder, all of it or nothing."""
        from filingdesk.handoff.folder import save_files

        return str(save_files(files, Path(folder), reference))

    def save(self, content: bytes, folder: str, reference: str, ending: str = "pdf") -> str:
        """Write a copy into a folder, whole or not at all."""
        from filingdesk.handoff import stick

        return str(stick.save(content, Path(folder), reference, ending))

    def calendar_file(self, entry: "CalendarEntry") -> bytes:
        """A day as iCalendar."""
        from filingdesk.handoff import ics

        return ics.calendar_file(entry)

    def _open_seal(self) -> "KeySigner":
        """From its second time on without its password, which lies in the same store."""
        from filingdesk.sign.seal import bare, open_bare

        content, secret = self._kept_seal()
        name = f"{SEAL} {sha256(content).hexdigest()}"
        kept = self._opened.setting(name)
        if kept is None:
            kept = bare(content, secret)
            self._opened.keep_setting(name, kept)
        return open_bare(kept, self._raising())

    def _raising(self) -> "Raising":
        """How high this desk raises its signatures; a desk that is locked leaves them as B-B."""
        from filingdesk.sign.raising import PLAIN, raising_of

        if self._store is None:
            return PLAIN
        names = (SIGNATURE_LEVEL, STAMP_AUTHORITIES, STAMP_TRUST)
        return raising_of(*(self._store.setting(name) for name in names))

    def _token_module(self) -> str:
        return (self._opened.setting(TOKEN_MODULE) or b"").decode()

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
    give_large_memory_back()
    if not arguments or arguments[0] in WINDOW_OPTIONS:
        gc.disable()  # nothing goes away before the first paint; then see ui.garbage
        from filingdesk.ui.window import run_window

        return run_window(Furniture(desk_folder(), compile_apart=True), arguments)
    collect_little()
    from filingdesk import cli

    return cli.main(arguments, furnish, check_in_window)


def check_in_window(desk: "Desk", file: Path | None, trust: Sequence[bytes], language: str) -> int:
    """`verify --window`: Qt is loaded for it alone."""
    from filingdesk.ui.check_window import run_check_window

    return run_check_window(desk, file, trust, language)


def collect_little() -> None:
    """For a process that does one thing: libraries and packs stay to its end.

    Python would look through all of them again and again, a tenth of the time, and three times
    more as it ends. What a long command leaves behind is still collected.
    """
    gc.set_threshold(500_000, 20, 100)
    atexit.register(gc.freeze)


def give_large_memory_back() -> None:
    """Have what is larger than a megabyte returned when it is let go of, where glibc is asked.

    It keeps ever larger pieces for itself otherwise, 100 MB after a filing with many photos.
    """
    from ctypes import CDLL

    with suppress(OSError, AttributeError):
        CDLL(None).mallopt(_MMAP_THRESHOLD, 2**20)


_MMAP_THRESHOLD = -3  # malloc.h: M_MMAP_THRESHOLD
WINDOW_OPTIONS = ("--kiosk", "--clerk")
