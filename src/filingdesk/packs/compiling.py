"""Reads every pack in a process of its own, which leaves the memory that this takes behind it.

`python -m filingdesk.packs.compiling PACKS FILE` keeps the packs of a folder in a file.
"""

import sys
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, SubprocessError, run

import filingdesk
from filingdesk.core.problem import UserProblem

_SECONDS = 60
_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "PYTHONPATH": str(Path(filingdesk.__file__).resolve().parent.parent),
}


def compile_apart(packs: Path, file: Path) -> None:
    """Wait until the packs are kept in the file; where they cannot be, nothing happens."""
    # Only the program's own modules and libraries are found (-P, -s).
    places = (str(packs.resolve()), str(file.resolve()))
    command = [sys.executable, "-P", "-s", "-m", __name__, *places]
    with suppress(OSError, SubprocessError):
        run(
            command,
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=DEVNULL,
            env=_ENVIRONMENT,
            cwd="/",
            timeout=_SECONDS,
            check=False,
        )


def main(packs: Path, file: Path) -> None:
    """Read every pack; the last one that is read keeps them all."""
    from filingdesk.packs.shelf import FolderPacks

    folder = FolderPacks(packs, file)
    for id in folder.jurisdictions():
        with suppress(UserProblem):  # told where somebody wants this pack
            folder.pack(id)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
