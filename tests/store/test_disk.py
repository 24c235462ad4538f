"""The disk is full, or may only be read: nothing is lost, and the person is told which."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from filingdesk.core.problem import UserProblem
from filingdesk.store import vault
from filingdesk.store.opening import open_store
from tests.store import full_disk, read_only

ENVIRONMENT = {"PYTHONPATH": ":".join(sys.path), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}


def worlds() -> list[tuple[str, ...]]:
    """The ways of having a disk of one's own that this machine permits; none in some containers."""
    mount = ("mount", "-t", "tmpfs", "tmpfs", "/mnt")
    ways: list[tuple[str, ...]] = [
        ("unshare", "--mount"),
        ("unshare", "--mount", "--map-root-user"),
    ]
    return [way for way in ways if run(*way, *mount).returncode == 0][:1]


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """A program to its end, whatever that is."""
    return subprocess.run(words, env=ENVIRONMENT, capture_output=True, text=True, check=False)


@pytest.fixture
def no_limit_is_left() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def limit_files_to(size: int) -> None:
    """No file of this process may grow beyond this many bytes; -1 lifts the limit."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


@pytest.mark.usefixtures("no_limit_is_left")
@pytest.mark.parametrize("world", [*worlds(), ("quota",)])
def test_a_full_disk_loses_nothing(world: tuple[str, ...], tmp_path: Path, key: bytes) -> None:
    if world == ("quota",):
        full_disk.story(tmp_path, key, lambda: limit_files_to(500_000), lambda: limit_files_to(-1))
        return
    told = run(*world, sys.executable, full_disk.__file__, tmp_path / "disk", key.hex())
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.usefixtures("no_limit_is_left")
def test_the_passphrase_stays_when_there_is_no_room_for_a_new_one(folder: Path) -> None:
    key, code = vault.create_vault(folder, "clear water, four cups")
    limit_files_to(100)
    with pytest.raises(UserProblem, match="disk-full"):
        vault.change_passphrase(folder, "clear water, four cups", "no room for this one")
    with pytest.raises(UserProblem, match="disk-full"):
        vault.renew_code(folder, "clear water, four cups")
    limit_files_to(-1)
    assert vault.unlock(folder, "clear water, four cups") == key
    assert vault.unlock(folder, code) == key
    assert [file.name for file in folder.iterdir()] == ["keys.json"]


@pytest.mark.usefixtures("no_limit_is_left")
def test_there_may_be_no_room_for_a_store_at_all(folder: Path, key: bytes) -> None:
    limit_files_to(5_000)
    with pytest.raises(UserProblem, match="disk-full"):
        open_store(folder, key)
    limit_files_to(-1)
    open_store(folder, key).close()


@pytest.mark.parametrize(("folder_mode", "file_mode"), [("500", "600"), ("700", "400")])
def test_a_store_that_may_only_be_read_says_so(folder_mode: str, file_mode: str) -> None:
    told = run(sys.executable, read_only.__file__, folder_mode, file_mode)
    assert (told.stdout.splitlines(), told.stderr) == (["store-not-writable", "d1"], "")
    assert told.returncode == 0
