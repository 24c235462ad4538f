"""The process that reads a foreign file: bytes in on stdin, pixels out on stdout, nothing kept.

Run as `python -m filingdesk.intake.child` by `SafeIntake` and by nobody else. What comes in is the
length of a password in two bytes, the password, and the file.
"""

import sys
from collections.abc import Iterator
from typing import IO

from filingdesk.intake.cut_off import cut_off
from filingdesk.intake.frames import (
    Pixels,
    Refused,
    Told,
    write_end,
    write_page,
    write_refusal,
    write_taken,
)
from filingdesk.intake.kinds import kind_of
from filingdesk.intake.limits import CPU_SECONDS, MEMORY


def main() -> None:
    """Read one file and tell its pages, or why there are none."""
    cut_off(MEMORY, CPU_SECONDS)
    stdin = sys.stdin.buffer
    password = stdin.read(int.from_bytes(stdin.read(2)))
    tell(stdin.read(), password.decode(), sys.stdout.buffer)


def tell(untrusted_content: bytes, password: str, stream: IO[bytes]) -> None:
    """Write the file's pages to the stream, or a refusal after those that could be read."""
    try:
        for each in frames_of(untrusted_content, password):
            if isinstance(each, Pixels):
                write_page(stream, each)
            else:
                write_taken(stream, each)
            stream.flush()
        write_end(stream)
    except Refused as refused:
        write_refusal(stream, str(refused))
    except MemoryError:
        write_refusal(stream, "file-too-heavy")
    except Exception:
        # Whatever a decoder stumbles over, the file is not readable.
        write_refusal(stream, "file-not-readable")
    stream.flush()


def frames_of(untrusted_content: bytes, password: str) -> Iterator[Told]:
    """The pages of a PDF, a text or a picture, whichever it is by its bytes. Raises Refused."""
    kind = kind_of(untrusted_content)
    if kind.decoder == "PDF":
        from filingdesk.intake.paper import paper_pages

        return paper_pages(untrusted_content, password)
    if kind.decoder == "TEXT":
        from filingdesk.intake.plain import plain_pages

        return plain_pages(untrusted_content)
    from filingdesk.intake.picture import picture_frames

    return picture_frames(untrusted_content, kind.decoder)


if __name__ == "__main__":
    main()
