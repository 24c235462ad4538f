"""An ordinary person meets a store that may only be read; tells the problem's code.

python read_only.py <mode of the folder> <mode of its files>
"""

import os
import sys
import tempfile
from pathlib import Path

from filingdesk.core.problem import UserProblem
from filingdesk.store.opening import open_store
from tests.store.examples import draft

NOBODY = 65534
KEY = bytes(32)


def met(folder: Path) -> str:
    """The code of the problem, or what was kept there."""
    try:
        store = open_store(folder, KEY)
        kept = [each.id for each in store.drafts()]
        store.close()
    except UserProblem as problem:
        return problem.problems[0].code
    return " ".join(kept)


def set_modes(folder: Path, folder_mode: int, file_mode: int) -> None:
    for file in folder.iterdir():
        file.chmod(file_mode)
    folder.chmod(folder_mode)


def try_both(folder: Path, folder_mode: int, file_mode: int) -> None:
    """What is met while it may only be read, and afterwards."""
    if os.geteuid() == 0:
        # Modes do not bind root.
        for each in (folder, *folder.iterdir()):
            os.chown(each, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    set_modes(folder, folder_mode, file_mode)
    print(met(folder))
    set_modes(folder, 0o700, 0o600)
    print(met(folder))
    if os.getuid() == 0:
        os.seteuid(0)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        made = open_store(Path(place), KEY)
        made.save_draft(draft())
        made.close()
        try_both(Path(place), int(sys.argv[1], 8), int(sys.argv[2], 8))
