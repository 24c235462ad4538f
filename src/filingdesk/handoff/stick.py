"""Saving a file to a person's stick, so that it is there when the stick is pulled out."""

import errno
import os
from pathlib import Path

from filingdesk import disk
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.handoff.reference import checked
from filingdesk.handoff.removable import sticks

__all__ = ["save", "sticks"]

_CODES = {
    "stick-full": disk.FULL,
    "folder-not-writable": (errno.EACCES, errno.EPERM, errno.EROFS),
    "folder-gone": (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE),
}
_MEGABYTE = 1_000_000


def save(content: bytes, folder: Path, reference: str, ending: str = "pdf") -> Path:
    """The file it became: the reference and its ending, whole and read back, or nothing at all.

    An older copy of the same pages is replaced only when the new one is safe. Raises UserProblem:
    stick-full (megabytes: what the file needs), folder-not-writable, folder-gone, copy-failed.
    """
    target = folder / f"{checked(reference)}.{ending}"

    def is_safe(part: Path) -> None:
        if _read_back(part) != content:
            raise UserProblem(Problem("folder", "copy-failed"))

    try:
        disk.write_whole(target, content, mode=0o666, check=is_safe)
    except OSError as error:
        raise UserProblem(problem_of(error, len(content))) from None
    return target


def _read_back(file: Path) -> bytes:
    """What the stick itself holds; the kernel is asked to forget its own copy first."""
    with file.open("rb") as stream:
        os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return stream.read()


def problem_of(error: OSError, size: int) -> Problem:
    """What the system says of a folder; `size` is how many bytes were to be written."""
    found = (code for code, numbers in _CODES.items() if error.errno in numbers)
    code = next(found, "copy-failed")
    needed = {"megabytes": f"{max(size / _MEGABYTE, 0.1):.1f}"} if code == "stick-full" else {}
    return Problem("folder", code, needed)
