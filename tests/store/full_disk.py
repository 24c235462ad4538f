"""The story of a disk that fills up; as a program, on a disk of 1 MB in a world of its own.

unshare --mount python full_disk.py <folder> <key in hex>
"""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from filingdesk.core.ports import Draft
from filingdesk.core.problem import UserProblem
from filingdesk.store.cases import EncryptedStore
from filingdesk.store.opening import open_store
from tests.store.examples import ATTACHED, SAFE, draft

STEP = 20_000
MEGABYTE = 1_000_000


def story(
    folder: Path, key: bytes, fill: Callable[[], None], make_room: Callable[[], None]
) -> None:
    """Nothing that was kept is lost, and what was refused can be kept when there is room."""
    store = open_store(folder, key)
    store.save_draft(draft())
    store.save_file("d1", ATTACHED, SAFE)
    fill()
    kept, refused, code = write_until_refused(store)
    assert code == "disk-full", code
    assert refused == replace(kept, answers=refused.answers)
    assert list(store.drafts()) == [kept]
    assert store.file("d1", "f1") == SAFE
    store.close()

    make_room()
    again = open_store(folder, key)
    assert list(again.drafts()) == [kept]
    assert again.file("d1", "f1") == SAFE
    again.save_draft(refused)
    assert list(again.drafts()) == [refused]
    again.close()


def write_until_refused(store: EncryptedStore) -> tuple[Draft, Draft, str]:
    """The last draft that was kept, the one that was refused, and why."""
    kept = draft()
    for steps in range(1, 2 * MEGABYTE // STEP):
        longer = draft(story="x" * STEP * steps)
        try:
            store.save_draft(longer)
        except UserProblem as refusal:
            return kept, longer, refusal.problems[0].code
        kept = longer
    raise AssertionError("the disk never filled up")


def on_a_small_disk(folder: Path, key: bytes) -> None:
    """With a real file system that has no room."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], check=True)
    ballast = folder / "ballast"
    story(folder, key, lambda: _write(ballast, bytes(MEGABYTE)), ballast.unlink)


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(content)


if __name__ == "__main__":
    on_a_small_disk(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
