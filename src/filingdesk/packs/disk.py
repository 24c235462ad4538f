"""Folders and files of kept packs: there as a whole or not at all, whenever the power is cut."""

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from filingdesk.core.problem import Problem, UserProblem

UNFINISHED = ".new-"
"""What the name of a folder begins with that is not yet, or no longer, one of the kept."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Nobody else changes the kept packs meanwhile; what a power cut left half is swept away.

    Raises UserProblem: disk-full, packs-not-writable.
    """
    with _told():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for half in folder.rglob(f"{UNFINISHED}*"):
                _remove(half)
            yield
        finally:
            os.close(lock)


@contextmanager
def _told() -> Iterator[None]:
    """What a disk refuses, as a problem that a person can mend."""
    try:
        yield
    except OSError as fault:
        code = "disk-full" if fault.errno in _FULL else "packs-not-writable"
        raise UserProblem(Problem("packs", code)) from None


@contextmanager
def unfinished(beside: Path) -> Iterator[Path]:
    """A new folder beside the place where it will stand; whoever leaves it there loses it."""
    beside.parent.mkdir(parents=True, exist_ok=True)
    folder = beside.with_name(f"{UNFINISHED}{token_hex(8)}")
    folder.mkdir()
    try:
        yield folder
    finally:
        _remove(folder)


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Files below a folder, all of them on the disk when this returns."""
    folders = {folder}
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        folders.update(each for each in file.parents if each.is_relative_to(folder))
        _write(file, content)
    for each in folders:
        _sync_folder(each)


def put(folder: Path, place: Path) -> None:
    """A finished folder to the place where it stays; what stood there goes."""
    if place.exists():
        place.rename(place.with_name(f"{UNFINISHED}{token_hex(8)}"))
    folder.rename(place)
    for each in (place.parent, place.parent.parent):
        _sync_folder(each)


def write_whole(file: Path, content: bytes) -> None:
    """The new content or the old, never half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{UNFINISHED}{token_hex(8)}")
    _write(fresh, content)
    fresh.replace(file)
    _sync_folder(file.parent)


def _write(file: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    with os.fdopen(os.open(file, flags, 0o600), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """A name is on the disk only when its folder is."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
