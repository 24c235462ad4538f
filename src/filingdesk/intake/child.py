"""The process that reads a foreign file: bytes in on stdin, pixels out on stdout, nothing kept.

Run as `python -m filingdesk.intake.child` by `SafeIntake` and by nobody else.
"""

import resource
import sys
from collections.abc import Iterator
from typing import IO

from filingdesk.intake.frames import Pixels, Refused, write_end, write_page, write_refusal
from filingdesk.intake.limits import CPU_SECONDS, MEMORY


def main() -> None:
    """Read one file and tell its pages, or why there are none."""
    limit()
    tell(sys.stdin.buffer.read(), sys.stdout.buffer)


def limit() -> None:
    """Give up, for good, what decoding a picture does not need."""
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        # A core file would keep the person's papers on the disk.
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def tell(untrusted_content: bytes, stream: IO[bytes]) -> None:
    """Write the file's pages to the stream, or a refusal after those that could be read."""
    try:
        for page in pages_of(untrusted_content):
            write_page(stream, page)
        write_end(stream)
    except Refused as refused:
        write_refusal(stream, str(refused))
    except Exception:
        # Whatever a decoder stumbles over, the file is not readable.
        write_refusal(stream, "file-not-readable")
    stream.flush()


def pages_of(untrusted_content: bytes) -> Iterator[Pixels]:
    """The pages of a PDF or a picture, whichever its first bytes announce. Raises Refused."""
    if b"%PDF-" in untrusted_content[:1024]:
        from filingdesk.intake.paper import paper_pages

        return paper_pages(untrusted_content)
    from filingdesk.intake.picture import picture_pages

    return picture_pages(untrusted_content)


if __name__ == "__main__":
    main()
