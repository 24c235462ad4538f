"""Saving a signed PDF to a person's stick, so that it is there when the stick is pulled out."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.handoff.reference import checked
from filingdesk.handoff.removable import sticks

__all__ = ["save", "sticks"]

_CODES = {
    "stick-full": (errno.ENOSPC, errno.EDQUOT, errno.EFBIG),
    "folder-not-writable": (errno.EACCES, errno.EPERM, errno.EROFS),
    "folder-gone": (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.ESTALE),
}
_MEGABYTE = 1_000_000

# Some file systems cannot synchronise a folder, and lose nothing by it.
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


def save(pdf: bytes, folder: Path, reference: str) -> Path:
    """The file it became: the reference and .pdf, whole and read back, or nothing at all.

    An older copy of the same filing is replaced only when the new one is safe. Raises UserProblem:
    stick-full (megabytes: what the file needs), folder-not-writable, folder-gone, copy-failed.
    """
    target = folder / f"{checked(reference)}.pdf"
    part = folder / f".{reference}-{secrets.token_hex(4)}.part"
    try:
        _write(part, pdf)
        if _read_back(part) != pdf:
            raise UserProblem(Problem("folder", "copy-failed"))
        part.replace(target)
        _sync_folder(folder)
    except OSError as error:
        raise UserProblem(_problem(error, len(pdf))) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def _write(file: Path, content: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _read_back(file: Path) -> bytes:
    """What the stick itself holds; the kernel is asked to forget its own copy first."""
    with file.open("rb") as stream:
        os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return stream.read()


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def _problem(error: OSError, size: int) -> Problem:
    found = (code for code, numbers in _CODES.items() if error.errno in numbers)
    code = next(found, "copy-failed")
    needed = {"megabytes": f"{max(size / _MEGABYTE, 0.1):.1f}"} if code == "stick-full" else {}
    return Problem("folder", code, needed)
