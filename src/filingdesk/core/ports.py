"""Every door the desk needs, on one screen; `app` names who stands behind each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, Self

from filingdesk.core.answers import Answers, AttachedFile
from filingdesk.core.case import Case, Event
from filingdesk.core.document import Attachment, Document
from filingdesk.core.pack import Pack
from filingdesk.core.problem import Problem
from filingdesk.core.signature import Capacity, SignedFile, Verification
from filingdesk.core.workdays import Calendar


class PackShelf(Protocol):
    """The jurisdictions this desk knows."""

    def jurisdictions(self) -> Sequence[str]: ...

    def pack(self, jurisdiction: str) -> Pack:
        """The pack with all that its parents give it. Raises UserProblem for an unknown one."""

    def calendar(self) -> Calendar: ...


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
    """A filing being made: kept at every change, opened again after a crash."""

    id: str
    answers: Answers
    page: str
    language: str
    kind: str = "objection"
    consent: str = ""
    change_from: str = ""
    saved_at: datetime | None = None


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
        """Newest first; `search` looks in reference, person, title and authority."""

    def case(self, id: str) -> Case:
        """By id or by reference. Raises UserProblem: case-unknown."""

    def signed_pdf(self, id: str) -> bytes: ...

    def filing(self, id: str) -> bytes: ...

    def record(self, id: str, event: Event) -> Case: ...


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


class Doors(Protocol):
    """The doors of a furnished house; each is opened when it is first asked for.

    `store` raises UserProblem "store-locked" until the desk was unlocked.
    """

    @property
    def shelf(self) -> PackShelf: ...

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

    def pack_faults(self) -> Sequence[Problem]:
        """Every fault of every pack."""

    def example(self, jurisdiction: str, name: str) -> str:
        """The text of an example that a pack carries."""

    def is_new(self) -> bool:
        """Whether this desk has no store yet."""

    def create(self, passphrase: str, centre: str) -> str:
        """Make and open the store, and the centre's seal; gives the recovery code, once."""

    def unlock(self, passphrase: str) -> None:
        """Open the store, also with the recovery code. Raises UserProblem: passphrase-wrong."""

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

    def save(self, pdf: bytes, folder: str, reference: str) -> str:
        """Write a copy into a folder; gives the path. Raises UserProblem: stick-full and so on."""


class Time(Protocol):
    """The clock on the wall."""

    def today(self) -> date: ...

    def now(self) -> datetime: ...


class Chance(Protocol):
    """Randomness for references and ids."""

    def below(self, bound: int) -> int:
        """A number from 0 to bound - 1 that nobody can guess."""
