"""All doors of a furnished house."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from filingdesk.core.payload import Code, Payload
    from filingdesk.core.ports.packs import AnswersFile, PackKeeping, PackReport, PackShelf
    from filingdesk.core.ports.paper import Intake, Renderer
    from filingdesk.core.ports.signing import Signer, Stamper, Verifier
    from filingdesk.core.ports.store import CaseStore
    from filingdesk.core.reminder import CalendarEntry
    from filingdesk.core.signature import SigningSettings, Token


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

    def proved(self, only: Sequence[str] = (), at: str = "") -> PackReport:
        """Every fault of every pack, or of those named, and what was looked at to find them.

        `at` is a folder of packs beside the program's, whose packs are meant.

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

    def change_passphrase(self, proof: str, new: str) -> None:
        """A new passphrase, by the one before or the recovery code, which stays.

        Raises UserProblem: passphrase-wrong, recovery-code-mistyped, passphrase-too-short,
        disk-full, store-not-writable: then the one before stays.
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
