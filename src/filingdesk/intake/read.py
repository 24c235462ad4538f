"""Foreign files made safe: the door for `Intake`."""

import sys
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import Timer

import filingdesk
from filingdesk.core.document import Attachment
from filingdesk.core.ports import SafeFile
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.intake import limits
from filingdesk.intake.frames import Pixels, Refused, read_pages

# Only the program's own modules and libraries are found (-P, -s), and no bytecode is written (-B).
_COMMAND = (sys.executable, "-P", "-s", "-B", "-m", "filingdesk.intake.child")
_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "PYTHONPATH": str(Path(filingdesk.__file__).resolve().parent.parent),
}

_QUALITY = 85
_FACTS = {
    "file-too-large": {"most": str(limits.MOST_BYTES // limits.MEGABYTE)},
    "file-too-many-pages": {"most": str(limits.MOST_PAGES)},
    "file-too-many-pixels": {"most": str(limits.MOST_PIXELS // 1_000_000)},
}


class SafeIntake:
    """Reads photos, scans and PDFs in a process that may not harm, and keeps their pixels only.

    JPEG, PNG, WebP, TIFF, BMP and PDF. The process has limits of memory and time, writes no file
    and is ended after `seconds`; whatever happens to it, the desk goes on.
    """

    def __init__(self, seconds: float = limits.WALL_SECONDS) -> None:
        self._seconds = seconds

    def read(self, untrusted_content: bytes) -> SafeFile:
        """The pages as new JPEGs at 150 dpi, with nothing else of the file.

        Raises UserProblem: file-empty, file-too-large (most: MB), file-kind-not-supported,
        file-not-readable, file-locked, file-too-many-pages (most), file-too-many-pixels (most:
        million).
        """
        if not untrusted_content:
            raise _problem("file-empty")
        if len(untrusted_content) > limits.MOST_BYTES:
            raise _problem("file-too-large")
        try:
            pages = tuple(_jpeg(page) for page in self._pages(untrusted_content))
        except Refused as refused:
            raise _problem(str(refused)) from None
        digest = sha256(untrusted_content).hexdigest()
        return SafeFile(pages, digest, sum(len(page) for page in pages))

    def attachment(self, safe: SafeFile, name: str, description: str) -> Attachment:
        """A safe file as it is embedded: one page as JPEG, several as PDF; `name` has no ending."""
        from filingdesk.intake.pack_pages import safe_attachment

        file, media_type, content = safe_attachment(safe, name)
        return Attachment(file, media_type, content, description)

    def _pages(self, untrusted_content: bytes) -> Iterator[Pixels]:
        with Popen(
            _COMMAND, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_ENVIRONMENT, cwd="/"
        ) as child:
            assert child.stdin
            assert child.stdout
            end = Timer(self._seconds, child.kill)
            end.start()
            try:
                child.stdin.write(untrusted_content)
                child.stdin.close()
                yield from read_pages(child.stdout)
            except BrokenPipeError:
                raise Refused("file-not-readable") from None
            finally:
                end.cancel()
                child.kill()


def _jpeg(page: Pixels) -> bytes:
    """A new JPEG; colours as sharp as the rest, because authorities' stamps are red."""
    from PIL import Image

    file = BytesIO()
    image = Image.frombytes(page.mode, (page.width, page.height), page.content)
    image.save(file, "JPEG", quality=_QUALITY, subsampling=0, dpi=(limits.DPI, limits.DPI))
    return file.getvalue()


def _problem(code: str) -> UserProblem:
    return UserProblem(Problem("file", code, _FACTS.get(code, {})))
