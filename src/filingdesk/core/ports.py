"""Every door the desk needs, on one screen; `app` names who stands behind each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, Self

from filingdesk.core.answers import Answers, AttachedFile
from filingdesk.core.case import Case, Event
from filingdesk.core.document import Attachment, Document
from filingdesk.core.pack import Pack, Versions
from filingdesk.core.problem import Problem
from filingdesk.core.redating import ShownDate
from filingdesk.core.reminder import CalendarEntry, Reminder
from filingdesk.core.signature import Capacity, SignedFile, Verification
from filingdesk.core.workdays import Calendar


class PackShelf(Protocol):
    """The jurisdictions this desk knows."""

    def jurisdictions(self) -> Sequence[str]: ...

    def pack(self, jurisdiction: str, versions: Versions = ()) -> Pack:
        """The pack with all that its parents give it: as it was in those versions, or today's.

        Raises UserProblem: jurisdiction-unknown, pack-version-missing.
        """

    def calendar(self) -> Calendar: ...


@dataclass(frozen=True, slots=True)
class PackInUse:
    """A version of a pack. `signer` is the short name of a key, empty where nobody signed."""

    id: str
    version: str
    is_shipped: bool
    signer: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class BuiltPack:
    """A pack as a file to give away: its name, its bytes, and the key that it is signed with."""

    name: str
    content: bytes
    signer: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class NewKey:
    """A publisher's key as PEM files, and its short name."""

    private: bytes
    public: bytes
    id: str


class PackKeeping(Protocol):
    """Packs that come from elsewhere and go elsewhere, and the versions that cases need."""

    def in_use(self) -> Sequence[PackInUse]: ...

    def build(self, folder: str, statutes: str = "") -> BuiltPack:
        """`statutes`: a folder of texts that the program does not bring.

        Raises UserProblem with what cannot be read in the folder.
        """

    def sign(self, untrusted_bundle: bytes, untrusted_key: bytes, passphrase: str) -> BuiltPack:
        """Raises UserProblem: key-not-readable, key-wrong-passphrase, bundle-not-readable …"""

    def new_key(self, passphrase: str) -> NewKey: ...

    def trust(self, untrusted_key: bytes) -> str:
        """Take packs of this public key (PEM); gives its short name."""

    def install(
        self, untrusted_bundle: bytes, *, allow_unsigned: bool = False, allow_older: bool = False
    ) -> PackInUse:
        """Raises UserProblem: bundle-unsigned, bundle-signer-unknown, pack-older, its faults …"""

    def roll_back(self, id: str) -> PackInUse | None:
        """The version before; None where there was none. Raises UserProblem: pack-never-changed."""

    def keep(self, versions: Versions) -> None:
        """What a case is made under stays on this desk. Raises UserProblem: disk-full."""


@dataclass(frozen=True, slots=True, repr=False)
class SafeFile:
    """A foreign file made safe: its pages as JPEG at 150 dpi, nothing of the original left.

    `sha256` is of the untrusted original, `size` the bytes of the pages.
    """

    pages: tuple[bytes, ...]
    sha256: str
    size: int


class Intake(Protocol):
    """Foreign files become safe pages."""

    def read(self, untrusted_content: bytes) -> SafeFile:
        """Raises UserProblem: file-empty, file-not-readable, file-too-large and the like."""

    def attachment(self, safe: SafeFile, name: str, description: str) -> Attachment:
        """A safe file as it is embedded: one page as JPEG, several as PDF."""


class Renderer(Protocol):
    """Documents become PDF."""

    def render(self, document: Document, attachments: Sequence[Attachment] = ()) -> bytes: ...

    def missing_characters(self, text: str) -> Sequence[str]:
        """The characters that no font of ours can print, each once."""


class Signer(Protocol):
    """A key that can sign: a session that closes itself at the end of its `with` block."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def sign(self, pdf: bytes, capacity: Capacity, at: datetime) -> SignedFile:
        """PAdES B-B. Raises UserProblem: seal-expired and the like."""


class Verifier(Protocol):
    """What signatures are worth."""

    def verify(self, untrusted_pdf: bytes, trust: Sequence[bytes] = ()) -> Verification:
        """`trust`: PEM certificates. Raises UserProblem: pdf-not-readable."""

    def extract(self, untrusted_pdf: bytes) -> dict[str, bytes]:
        """The embedded files by safe name. Raises UserProblem: pdf-not-readable."""


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """A filing being made: kept at every change, opened again after a crash.

    Its kind follows from its answers: see `interview.kind_of`.
    """

    id: str
    answers: Answers
    page: str
    language: str
    consent: str = ""
    change_from: str = ""
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day of a case to look after; the smallest `rank` presses most.

    `clock` is the id of what sets it; empty, with the last of all days, where nothing does.
    """

    rank: int
    day: date
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a case needs on every day from `since` to `until`, unless something happens to it.

    `days`: the most urgent first; none where nothing is to be looked after.
    """

    since: date
    until: date
    days: tuple[DueDay, ...]


class CaseStore(Protocol):
    """The encrypted memory of the desk. What it has acknowledged survives a power cut."""

    def save_draft(self, draft: Draft) -> None:
        """Raises UserProblem: disk-full, store-not-writable."""

    def drafts(self) -> Sequence[Draft]: ...

    def erase_draft(self, id: str) -> None:
        """The draft and its files are gone, also from the disk."""

    def save_file(self, draft: str, file: AttachedFile, safe: SafeFile) -> None: ...

    def file(self, draft: str, file: str) -> SafeFile: ...

    def erase_file(self, draft: str, file: str) -> None: ...

    def open_case(self, case: Case, filing: bytes, signed: SignedFile) -> None:
        """Keep a signed filing as a case; `filing` is filing.json."""

    def cases(self, search: str = "") -> Sequence[Case]:
        """Newest first; `search` looks for a text however it is written, in reference, person,
        title, authority and document number.
        """

    def in_order(self, search: str = "") -> Sequence[int]:
        """The numbers of those cases, the most urgent first as far as that is settled."""

    def numbered(self, numbers: Sequence[int]) -> Sequence[Case]:
        """The cases of some hundred numbers at most, in the same order."""

    def number_of(self, id: str) -> int:
        """By id or by reference. Raises UserProblem: case-unknown."""

    def unsettled(self, today: date, law: str) -> Sequence[int]:
        """The numbers of the cases of which nothing was settled that holds today.

        `law` names what days are counted by: under another one than before, that is all of them.
        """

    def settle(self, found: Mapping[int, Standing]) -> None:
        """Keep how some hundred cases stand, by their numbers."""

    def due_numbers(self, rank: int, first: date, last: date) -> Sequence[int]:
        """The numbers of the settled days of a rank between two days, the nearest first."""

    def due_numbers_of(self, case: int) -> Sequence[int]:
        """The numbers of the settled days of one case, the most urgent first."""

    def due(self, numbers: Sequence[int]) -> Sequence[tuple[int, DueDay | None]]:
        """Some hundred of those days in that order, each with the number of its case.

        None for a day that is not settled any more.
        """

    def case(self, id: str) -> Case:
        """By id or by reference. Raises UserProblem: case-unknown."""

    def signed_pdf(self, id: str) -> bytes: ...

    def filing(self, id: str) -> bytes: ...

    def record(self, id: str, event: Event) -> Case: ...

    def shown(self, id: str) -> Sequence[ShownDate]:
        """The last days that a case showed, each clock once. Raises UserProblem: case-unknown."""

    def keep_shown(self, id: str, dates: Sequence[ShownDate], moved: Sequence[Event] = ()) -> None:
        """Keep what is shown now, and the events of what moved, all of it or nothing."""

    def keep_reminder(self, reminder: Reminder) -> None:
        """In place of what was kept under its id before. Raises as `save_draft` does."""

    def reminders(self) -> Sequence[Reminder]:
        """The nearest day first."""

    def erase_reminder(self, id: str) -> None:
        """Nothing of it stays on the disk; nothing happens where there is none."""


@dataclass(frozen=True, slots=True, repr=False)
class AnswersFile:
    """An ANSWERS.toml as read: what was said, and what an example expects to come of it.

    `files` are paths as written, by material; `today` is None unless the file names the day.
    """

    jurisdiction: str
    kind: str
    language: str
    today: date | None
    answers: Answers
    files: Mapping[str, tuple[str, ...]]
    expect: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far the ways of all kinds were walked.

    `every_path` says that all sequences of pages were counted; a way to a thing was `walked` so
    many times in all, and sought over so many `pages` at most.
    """

    every_path: bool = True
    walked: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class PackReport:
    """What the linter found in all packs: `faults` are to be mended, `notes` only to be known.

    Kinds, rules, pages and paths count once for each pack that has them; a rule is a ground, a
    time limit, a display rule or an authority.
    """

    faults: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()
    jurisdictions: int = 0
    kinds: int = 0
    scenarios: int = 0
    rules: int = 0
    verified_rules: int = 0
    pages: int = 0
    paths: int = 0
    bounds: Bounds = Bounds()


class Doors(Protocol):
    """The doors of a furnished house; each is opened when it is first asked for.

    `store` raises UserProblem "store-locked" until the desk was unlocked.
    """

    @property
    def shelf(self) -> PackShelf: ...

    @property
    def packs(self) -> PackKeeping: ...

    @property
    def intake(self) -> Intake: ...

    @property
    def renderer(self) -> Renderer: ...

    @property
    def verifier(self) -> Verifier: ...

    @property
    def store(self) -> CaseStore: ...

    @property
    def time(self) -> "Time": ...

    @property
    def chance(self) -> "Chance": ...

    def read_answers(self, text: str, name: str) -> AnswersFile:
        """Raises UserProblem with every fault of the file, by its place."""

    def proved(self, only: Sequence[str] = ()) -> PackReport:
        """Every fault of every pack, or of those named, and what was looked at to find them.

        Raises UserProblem: jurisdiction-unknown.
        """

    def example(self, jurisdiction: str, name: str) -> str:
        """The text of an example that a pack carries."""

    def is_new(self) -> bool:
        """Whether this desk has no store yet."""

    def create(self, passphrase: str, centre: str) -> str:
        """Make and open the store, and the centre's seal; gives the recovery code, once."""

    def unlock(self, passphrase: str) -> None:
        """Open the store, also with the recovery code. Raises UserProblem: passphrase-wrong."""

    def renew_code(self, passphrase: str) -> str:
        """A new recovery code, given once; the one before opens nothing any more.

        Raises UserProblem: passphrase-wrong, disk-full, store-not-writable.
        """

    def prove(self, passphrase: str) -> None:
        """Raise UserProblem unless this is the passphrase of the open store."""

    def lock(self) -> None:
        """Close the store and forget its key."""

    def centre(self) -> str:
        """The name of the service centre."""

    def certificate(self) -> bytes:
        """The certificate of the centre's seal as PEM, for an agency to trust."""

    def seal(self) -> "Signer":
        """The centre's own seal."""

    def foreign_seal(self, untrusted_content: bytes, passphrase: str) -> "Signer":
        """A key from a PKCS#12 file. Raises UserProblem: seal-wrong-password and the like."""

    def printers(self) -> Sequence[str]: ...

    def print(self, pdf: bytes, printer: str, title: str) -> None: ...

    def sticks(self) -> Sequence[str]: ...

    def save(self, content: bytes, folder: str, reference: str, ending: str = "pdf") -> str:
        """Write a copy into a folder; gives the path. Raises UserProblem: stick-full and so on."""

    def calendar_file(self, entry: CalendarEntry) -> bytes:
        """A day as iCalendar, for somebody's own telephone."""


class Time(Protocol):
    """The clock on the wall."""

    def today(self) -> date: ...

    def now(self) -> datetime: ...


class Chance(Protocol):
    """Randomness for references and ids."""

    def below(self, bound: int) -> int:
        """A number from 0 to bound - 1 that nobody can guess."""
