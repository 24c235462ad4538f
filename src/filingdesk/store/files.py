"""Where the store lies, how its small files are written, and what a disk that refuses means."""

import os
from pathlib import Path

from filingdesk import disk
from filingdesk.core.problem import Problem, UserProblem

KEYS = "keys.json"
DATABASE = "store.db"


def exists(folder: Path) -> bool:
    """Whether a store was ever made here; one whose keys are lost counts as well.

    So does one that nobody here may look at: what reads it tells that.
    """
    try:
        return (folder / KEYS).exists() or (folder / DATABASE).exists()
    except OSError:
        return True


def problem(code: str, **facts: str) -> UserProblem:
    """A problem of the store as a whole."""
    return UserProblem(Problem("store", code, facts))


def disk_problem(fault: OSError) -> UserProblem:
    """What the person can mend when the disk refuses: disk-full or store-not-writable."""
    return problem("disk-full" if fault.errno in disk.FULL else "store-not-writable")


def private_folder(folder: Path) -> None:
    """Make the folder, for its owner's eyes alone. Raises UserProblem: store-not-writable."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as fault:
        raise disk_problem(fault) from None


def private_file(file: Path) -> None:
    """Make an empty file for its owner's eyes alone, unless it is there."""
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
        disk.sync_folder(file.parent)
    except OSError as fault:
        raise disk_problem(fault) from None


def write_whole(file: Path, content: bytes) -> None:
    """The new content or the old, never half of it, whenever the power is cut.

    Raises UserProblem: disk-full, store-not-writable; the old content is then untouched.
    """
    try:
        disk.write_whole(file, content, by=file.with_name(f"{file.name}.new"))
    except OSError as fault:
        raise disk_problem(fault) from None


def why_refused(folder: Path) -> str:
    """The code of what keeps a folder from being written, tried with a page of nothing.

    Where that succeeds, it was a limit on what is already long: disk-full as well.
    """
    trial = folder / "trial"
    try:
        write_whole(trial, bytes(4096))
        trial.unlink()
    except OSError as fault:
        return disk_problem(fault).problems[0].code
    except UserProblem as fault:
        return fault.problems[0].code
    return "disk-full"
