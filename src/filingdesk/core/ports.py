"""Every door the desk needs, on one screen; `app` names who stands behind each."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from filingdesk.core.answers import Answers, AttachedFile, PageEdit, Taken
    from filingdesk.core.case import Case, Event
    from filingdesk.core.document import Attachment, Document
    from filingdesk.core.fingerprint import ReadCode
    from filingdesk.core.pack import Pack, Versions
    from filingdesk.core.payload import Code, Payload
    from filingdesk.core.problem import Problem, UserProblem
    from filingdesk.core.redating import ShownDate
    from filingdesk.core.reminder import CalendarEntry, Reminder
    from filingdesk.core.reply import KeptReply
    from filingdesk.core.signature import (
        Capacity,
        Key,
        Level,
        Reached,
        SignedFile,
        SigningSettings,
        StampedFile,
        Token,
        Verification,
    )
    from filingdesk.core.verdict import Form, Pages
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


@dataclass(frozen=True, slots=True)
class NewPack:
    """A pack that somebody begins, and the parent that it builds on.

    `statute` is a file with a law's text that it will quote; `articles` are the numbers of those
    articles that matter, none for all.
    """

    id: str
    name: str
    parent: str
    statute: str = ""
    articles: tuple[int, ...] = ()


class PackKeeping(Protocol):
    """Packs that come from elsewhere and go elsewhere, and the versions that cases need."""

    def in_use(self) -> Sequence[PackInUse]: ...

    def begin(self, new: NewPack, today: date, at: str = "") -> str:
        """A folder for its author to fill, in the folder `at` or else beside the program's packs.

        Raises UserProblem: pack-name-unfit, pack-folder-exists, jurisdiction-unknown …
        """

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

    `sha256` is of the untrusted original, `size` the bytes of the pages, `ending` what the original
    is by its first bytes (jpg, pdf …). `taken` is what a camera wrote into a photo.
    """

    pages: tuple[bytes, ...]
    sha256: str
    size: int
    taken: Taken | None = None
    ending: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """Something that was read on a paper, and the line that it stands in.

    `what` is number, organ, day, amount or credit_code; a day is YYYY-MM-DD, an amount is in yuan.
    `confidence` is the reader's own, 0 to 1: a person compares it with the paper in any case.
    """

    what: str
    value: str
    line: str
    confidence: float


class Intake(Protocol):
    """Foreign files become safe pages."""

    def read(self, untrusted_content: bytes, password: str = "") -> SafeFile:
        """Raises UserProblem: file-empty, file-not-readable, file-too-large and the like.

        file-locked asks for a password, file-wrong-password for another one.
        """

    def read_each(
        self, untrusted_files: Sequence[Callable[[], bytes]]
    ) -> Generator[SafeFile | UserProblem, None, None]:
        """Several files at once, given in their order; one that is refused does not stop others.

        Closing it leaves the rest unread.
        """

    def edit(self, page: bytes, edit: PageEdit) -> bytes:
        """A kept page as it is shown: turned, then cut; itself where nothing is to be done."""

    def attachment(self, safe: SafeFile, name: str, description: str) -> Attachment:
        """A safe file as it is embedded: one page as JPEG, several as PDF."""

    def pages_of(self, untrusted_attachment: bytes) -> tuple[bytes, ...]:
        """The pages (JPEG) of what `attachment` made. Raises UserProblem: exhibit-not-readable."""

    def original(
        self, untrusted_content: bytes, ending: str, name: str, description: str
    ) -> Attachment:
        """The file that a person brought, as it came; `name` has no ending. Nobody opens it."""

    def said_on(self, untrusted_pdf: bytes) -> Pages:
        """What a PDF's pages say as text, and the square codes on its first page.

        Raises UserProblem: file-not-readable.
        """

    def codes_on(self, pages: Sequence[bytes]) -> Sequence[str]:
        """The texts of the square codes on safe pages. Raises UserProblem: file-not-readable."""

    def can_read_words(self) -> bool:
        """Whether the part that reads photographed papers is installed."""

    def decision(self, pages: Sequence[bytes]) -> Sequence[Found]:
        """What is written on the pages of a decision; nothing where nothing is recognised.

        Raises UserProblem: words-not-installed, words-not-readable.
        """


class Renderer(Protocol):
    """Documents become PDF: PDF/A-3a and PDF/UA-1, the same bytes whenever it is done."""

    def render(self, document: Document, attachments: Sequence[Attachment] = ()) -> bytes: ...

    def stamp(self, lines: Sequence[str], width: float, height: float) -> bytes:
        """A PDF of one page of that size in points: how a signed field looks."""

    def missing_characters(self, text: str) -> Sequence[str]:
        """The characters that no font of ours can print, each once."""


class Signer(Protocol):
    """A key that can sign: a session that closes itself at the end of its `with` block."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    @property
    def key(self) -> Key: ...

    def sign(self, pdf: bytes, capacity: Capacity, at: datetime, stamp: bytes = b"") -> SignedFile:
        """Sign at the signer's own level; `stamp` is the page drawn into a field that has a box.

        Without a time stamp the file is kept as B-B, and `lacking` says why. Raises UserProblem:
        seal-expired, certificate-revoked, token-removed, pdf-takes-no-signature and the like.
        """


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody's own key, open, and in which capacity it signs."""

    capacity: Capacity
    signer: Signer


class Stamper(Protocol):
    """Time stamps for what was signed before, without the signer's key."""

    def stamp(self, pdf: bytes) -> StampedFile:
        """The file lifted to the desk's level, every signature in it unchanged.

        Raises UserProblem: tsa-unreachable, tsa-missing, certificate-revoked, pdf-not-signed,
        pdf-not-readable.
        """


class Verifier(Protocol):
    """What signatures are worth."""

    def verify(self, untrusted_pdf: bytes, trust: Sequence[bytes] = ()) -> Verification:
        """`trust`: PEM certificates. Raises UserProblem: pdf-not-readable."""

    def extract(self, untrusted_pdf: bytes) -> dict[str, bytes]:
        """The embedded files by safe name. Raises UserProblem: pdf-not-readable."""

    def form(self, untrusted_pdf: bytes) -> Form:
        """What it claims to be, and what can be seen of that. Raises UserProblem as `extract`."""

    def read_code(self, untrusted_text: str) -> ReadCode | None:
        """What a square code says; None for one that is not ours."""

    def is_signed(self, code: ReadCode, digest: bytes, public: str) -> bool:
        """Whether the key made this code for the filing of this digest."""


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

    def erase_file(self, draft: str, file: str) -> None:
        """The pages of a file, and its original where it was kept, are gone from the disk."""

    def save_original(self, draft: str, file: str, untrusted_content: bytes) -> None:
        """Keep the bytes that a person brought, beside the pages of that file."""

    def original(self, draft: str, file: str) -> bytes:
        """Raises UserProblem: file-unknown."""

    def erase_original(self, draft: str, file: str) -> None: ...

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

    def keep_reply(
        self, id: str, kept: KeptReply, content: bytes, told: Sequence[Event] = ()
    ) -> None:
        """Keep what came back, and what it tells. Raises UserProblem: case-unknown, reply-known."""

    def replies(self, id: str) -> Sequence[KeptReply]:
        """What came back for a case, in the order in which it was kept."""

    def reply(self, id: str, sha256: str) -> bytes:
        """One of them, byte for byte. Raises UserProblem: case-unknown, file-unknown."""

    def reached(self, id: str) -> Reached:
        """How high the signatures of a case's file are. Raises UserProblem: case-unknown."""

    def below(self, level: Level) -> Sequence[str]:
        """The references of the cases whose files do not reach a level; the oldest first."""

    def replace_signed(
        self, id: str, signed: SignedFile | StampedFile, reached: Reached, events: Sequence[Event]
    ) -> Case:
        """Keep a file that grew out of the one before, and what happened, all of it or nothing.

        Raises UserProblem: case-changed where it grew out of another one, case-unknown.
        """

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
    def time(self) -> Time: ...

    @property
    def chance(self) -> Chance: ...

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

    def make_ready(self) -> None:
        """Load what keeps, draws and signs; a thread may do so while the desk does other work."""

    def read_payload(self, untrusted_content: bytes) -> Payload:
        """A filing.json. Raises UserProblem: payload-not-readable, payload-of-old-format."""

    def code(self, reference: str, digest: bytes) -> Code:
        """The square code of a filing, signed with the desk's own key for codes."""

    def centre(self) -> str:
        """The name of the service centre."""

    def certificate(self) -> bytes:
        """The certificate of the centre's seal as PEM, for an agency to trust."""

    def seal(self) -> Signer:
        """The centre's own seal."""

    def foreign_seal(self, untrusted_content: bytes, passphrase: str) -> Signer:
        """A key from a PKCS#12 file. Raises UserProblem: seal-wrong-password and the like."""

    def tokens(self) -> Sequence[Token]:
        """The tokens plugged in. Raises UserProblem: token-module-missing, token-missing."""

    def token(self, serial: str, pin: str, label: str = "") -> Signer:
        """A token opened with its PIN, by serial number; `label` chooses among several keys.

        Raises UserProblem: pin-wrong, pin-locked, token-missing, token-has-no-key and the like.
        """

    def stamper(self) -> Stamper:
        """Time stamps for what was signed without the network."""

    def signing(self) -> SigningSettings:
        """How this desk signs."""

    def keep_signing(self, settings: SigningSettings) -> None:
        """Sign so from now on.

        Raises UserProblem with every fault, each by its field: authority-not-an-address,
        level-needs-authority, certificate-not-readable, token-module-not-readable.
        """

    def try_authority(self, url: str) -> str:
        """Have something stamped; gives who stamped it. Raises UserProblem: authority-silent."""

    def printers(self) -> Sequence[str]: ...

    def print(self, pdf: bytes, printer: str, title: str) -> None: ...

    def sticks(self) -> Sequence[str]: ...

    def save_files(self, files: Mapping[str, bytes], folder: str, reference: str) -> str:
        """Write files into a new folder there; gives its path. Raises UserProblem as `save`."""

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
