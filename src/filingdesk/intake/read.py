"""Foreign files made safe: the door for `Intake`."""

import os
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import BoundedSemaphore

import filingdesk
from filingdesk.core.answers import PageEdit, Taken
from filingdesk.core.document import Attachment
from filingdesk.core.ports import Found, SafeFile
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.verdict import Pages
from filingdesk.intake import limits
from filingdesk.intake.frames import Pixels, Refused, Told, read_frames
from filingdesk.intake.kinds import ending_of, media_type_of
from filingdesk.intake.patience import Patience, Reader, why_ended
from filingdesk.intake.words import PaperWords

# Only the program's own modules and libraries are found (-P, -s), and no bytecode is written (-B).
_COMMAND = (sys.executable, "-P", "-s", "-B", "-m", "filingdesk.intake.child")
_NURSERY = (*_COMMAND[:-1], "filingdesk.intake.nursery")
_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    # glibc: pixels in pages of 2 MB.
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
    "PYTHONPATH": str(Path(filingdesk.__file__).resolve().parent.parent),
}

_Begin = Callable[[], AbstractContextManager[Reader]]
"""Begins a reading process."""

_SEVERAL = 2
"""Files from which on a process that is copied for each is worth its start."""

_QUALITY = 85
_LONGEST_PASSWORD = 1000
_FACTS = {
    "file-too-large": {"most": str(limits.MOST_BYTES // limits.MEGABYTE)},
    "file-too-many-pages": {"most": str(limits.MOST_PAGES)},
    "file-too-many-pixels": {"most": str(limits.MOST_PIXELS // 1_000_000)},
}


class SafeIntake:
    """Reads photos, scans, PDFs and texts in processes that may not harm, and keeps their pixels.

    JPEG, PNG, WebP, TIFF, HEIC, BMP, PDF and plain text, each in a process of its own with limits
    of memory and time, which reaches no network, starts nothing and writes no file. It is ended
    when it says nothing for `page_seconds` or takes longer than `seconds` in all; whatever happens
    to it, the desk goes on. No more of them run at once than there are cores.
    """

    def __init__(
        self,
        page_seconds: float = limits.PAGE_SECONDS,
        seconds: float = limits.WALL_SECONDS,
        words: PaperWords | None = None,
    ) -> None:
        self._page_seconds, self._seconds = page_seconds, seconds
        self._cores = os.cpu_count() or 1
        self._free = BoundedSemaphore(self._cores)
        self._words = words or PaperWords()

    def read(self, untrusted_content: bytes, password: str = "") -> SafeFile:
        """The pages as new JPEGs at 150 dpi, and when and where they were taken; nothing else.

        Raises UserProblem: file-empty, file-too-large (most: MB), file-kind-not-supported and the
        kinds that have a sentence of their own, file-not-readable, file-too-heavy, file-locked,
        file-wrong-password, file-too-many-pages (most), file-too-many-pixels (most: million).
        """
        return self._read(untrusted_content, password, _begun)

    def _read(self, untrusted_content: bytes, password: str, begin: _Begin) -> SafeFile:
        if not untrusted_content:
            raise _problem("file-empty")
        if len(untrusted_content) > limits.MOST_BYTES:
            raise _problem("file-too-large")
        if len(password) > _LONGEST_PASSWORD:
            raise _problem("file-wrong-password")
        pages, taken = [], None
        try:
            with self._free:
                for each in self._told(untrusted_content, password, begin):
                    if isinstance(each, Taken):
                        taken = each
                    else:
                        pages.append(_jpeg(each))
            ending = ending_of(untrusted_content)
        except Refused as refused:
            raise _problem(str(refused)) from None
        digest = sha256(untrusted_content).hexdigest()
        return SafeFile(tuple(pages), digest, sum(map(len, pages)), taken, ending)

    def read_each(
        self, untrusted_files: Sequence[Callable[[], bytes]]
    ) -> Generator[SafeFile | UserProblem, None, None]:
        """Several files at once, given in their order; one that is refused does not stop others."""
        from filingdesk.intake.copies import Copies
        from filingdesk.intake.together import in_order

        if len(untrusted_files) < _SEVERAL:
            yield from in_order(self.read, untrusted_files, self._cores)
            return
        with Copies(_NURSERY, _ENVIRONMENT) as copies:
            read = partial(self._read, password="", begin=copies.begin)
            yield from in_order(read, untrusted_files, self._cores)

    def edit(self, page: bytes, edit: PageEdit) -> bytes:
        """A kept page as it is shown: turned, then cut."""
        from filingdesk.intake.edit import edited

        return edited(page, edit)

    def attachment(self, safe: SafeFile, name: str, description: str) -> Attachment:
        """A safe file as it is embedded: one page as JPEG, several as PDF; `name` has no ending."""
        from filingdesk.intake.pack_pages import safe_attachment

        file, media_type, content = safe_attachment(safe, name)
        return Attachment(file, media_type, content, description)

    def pages_of(self, untrusted_attachment: bytes) -> tuple[bytes, ...]:
        """The pages of what `attachment` made. Raises UserProblem: exhibit-not-readable."""
        from filingdesk.intake.pack_pages import pages_in

        return pages_in(untrusted_attachment)

    def original(
        self, untrusted_content: bytes, ending: str, name: str, description: str
    ) -> Attachment:
        """The file as it came, named by us; what it is was seen when it was read."""
        media_type = media_type_of(ending)
        return Attachment(f"{name}.{ending}", media_type, untrusted_content, description, "Source")

    def said_on(self, untrusted_pdf: bytes) -> Pages:
        """What a PDF's pages say, and the codes on its first. Raises UserProblem as `read` does."""
        from filingdesk.intake.look import pages_said

        return pages_said(untrusted_pdf)

    def codes_on(self, pages: Sequence[bytes]) -> Sequence[str]:
        """The square codes on safe pages. Raises UserProblem: file-not-readable."""
        from filingdesk.intake.look import codes_on

        return codes_on(pages)

    def can_read_words(self) -> bool:
        """Whether the extra `ocr` is installed."""
        return self._words.are_readable()

    def decision(self, pages: Sequence[bytes]) -> Sequence[Found]:
        """What is written on the first pages of a decision, to be compared by a person.

        Raises UserProblem: words-not-installed, words-not-readable.
        """
        from filingdesk.intake.decision import found_in

        return found_in(self._words.lines(pages))

    def _told(self, untrusted_content: bytes, password: str, begin: _Begin) -> Iterator[Told]:
        secret = password.encode("utf-8", "replace")
        with begin() as child:
            assert child.stdin
            assert child.stdout
            patience = Patience(child, self._page_seconds, self._seconds)
            try:
                child.stdin.write(len(secret).to_bytes(2) + secret)
                child.stdin.write(untrusted_content)
                child.stdin.close()
                for each in read_frames(child.stdout):
                    patience.renew()
                    yield each
            except BrokenPipeError:
                raise Refused(why_ended(child)) from None
            except Refused as refused:
                code = str(refused)
                is_broken = code == "file-not-readable"
                raise Refused(why_ended(child) if is_broken else code) from None
            finally:
                patience.end()
                child.kill()


def _begun() -> Popen[bytes]:
    """A reading process for one file."""
    return Popen(_COMMAND, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_ENVIRONMENT, cwd="/")


def _jpeg(page: Pixels) -> bytes:
    """A new JPEG; colours as sharp as the rest, because authorities' stamps are red."""
    from PIL import Image

    file = BytesIO()
    image = Image.frombytes(page.mode, (page.width, page.height), page.content)
    image.save(file, "JPEG", quality=_QUALITY, subsampling=0, dpi=(limits.DPI, limits.DPI))
    return file.getvalue()


def _problem(code: str) -> UserProblem:
    return UserProblem(Problem("file", code, _FACTS.get(code, {})))
