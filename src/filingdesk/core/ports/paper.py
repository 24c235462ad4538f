"""Foreign files in, pages out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from filingdesk.core.answers import PageEdit, Taken
    from filingdesk.core.document import Attachment, Document
    from filingdesk.core.problem import UserProblem
    from filingdesk.core.verdict import Pages


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
