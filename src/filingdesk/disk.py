"""Files that are whole or not there, whenever the power is cut: below every door that writes any.

Everything here raises OSError; each door tells a person in its own words what that means.
"""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What a disk answers, or a quota, that takes no more."""

UNFINISHED = ".new-"
"""What the name of a file or a folder begins with that is not yet in its place."""

# Some file systems cannot synchronise a folder, and lose nothing by it.
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


def write_whole(
    file: Path,
    content: bytes,
    *,
    mode: int = 0o600,
    by: Path | None = None,
    check: Callable[[Path], None] | None = None,
) -> None:
    """The new content or the old, never half of it; what raises leaves nothing behind.

    It is written to `by`, a file beside it, and takes its place when `check` did not raise: what a
    power cut left of `by` is overwritten. Without a name, `by` gets one that nobody else uses.
    """
    fresh = by or unfinished(file)
    try:
        if by is not None:
            by.unlink(missing_ok=True)
        write_new(fresh, content, mode)
        if check is not None:
            check(fresh)
        fresh.replace(file)
        sync_folder(file.parent)
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def unfinished(place: Path) -> Path:
    """A name beside a place, for what will stand there when it is finished."""
    return place.with_name(f"{UNFINISHED}{token_hex(8)}")


def write_new(file: Path, content: bytes, mode: int = 0o600) -> None:
    """A file that was not there, with its content on the disk; its folder is the caller's."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    with os.fdopen(os.open(file, flags, mode), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """A name is on the disk only when its folder is."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:  # one may put files there, and not look
        return
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)
