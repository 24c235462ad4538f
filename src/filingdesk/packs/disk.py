"""Folders and files of kept packs: there as a whole or not at all, whenever the power is cut."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filingdesk import disk
from filingdesk.core.problem import Problem, UserProblem


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
            for half in folder.rglob(f"{disk.UNFINISHED}*"):
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
        code = "disk-full" if fault.errno in disk.FULL else "packs-not-writable"
        raise UserProblem(Problem("packs", code)) from None


@contextmanager
def unfinished(beside: Path) -> Iterator[Path]:
    """A new folder beside the place where it will stand; whoever leaves it there loses it."""
    beside.parent.mkdir(parents=True, exist_ok=True)
    folder = disk.unfinished(beside)
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
        disk.write_new(file, content)
    for each in folders:
        disk.sync_folder(each)


def put(folder: Path, place: Path) -> None:
    """A finished folder to the place where it stays; what stood there goes."""
    if place.exists():
        place.rename(disk.unfinished(place))
    folder.rename(place)
    for each in (place.parent, place.parent.parent):
        disk.sync_folder(each)


def write_whole(file: Path, content: bytes) -> None:
    """The new content or the old, in a folder that is made where there is none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    disk.write_whole(file, content)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
