"""A person takes the signed filing home on a stick."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.handoff.stick import save
from tests.permissions import read_only

REFERENCE = "FD-7K3M-9PXA-C"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 400


def told(folder: Path, pdf: bytes = PDF) -> Problem:
    with pytest.raises(UserProblem) as problem:
        save(pdf, folder, REFERENCE)
    (found,) = problem.value.problems
    assert found.where == "folder"
    return found


def test_the_file_is_on_the_stick_under_its_reference_and_nothing_else_is(tmp_path: Path) -> None:
    saved = save(PDF, tmp_path, REFERENCE)
    assert saved == tmp_path / f"{REFERENCE}.pdf"
    assert saved.read_bytes() == PDF
    assert list(tmp_path.iterdir()) == [saved]


def test_others_may_read_the_file_at_home(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        assert save(PDF, tmp_path, REFERENCE).stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(before)


def test_saving_twice_leaves_one_file_with_the_newer_pages(tmp_path: Path) -> None:
    save(b"older", tmp_path, REFERENCE)
    assert save(PDF, tmp_path, REFERENCE).read_bytes() == PDF
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    "name", ["", "..", "a/b", "../x", "张三", "Zhang San", "-x", "a\n", "a" * 99]
)
def test_no_name_and_no_path_ever_becomes_a_file_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="letters, digits and hyphens"):
        save(PDF, tmp_path, name)
    assert list(tmp_path.iterdir()) == []


def test_a_stick_that_was_pulled_out_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "gone") == Problem("folder", "folder-gone")
    file = tmp_path / "file"
    file.touch()
    assert told(file).code == "folder-gone"


def test_a_folder_that_takes_no_files_is_told(tmp_path: Path) -> None:
    with read_only(tmp_path):
        assert told(tmp_path) == Problem("folder", "folder-not-writable")


def test_a_stick_without_room_is_told_and_keeps_the_older_copy(tmp_path: Path) -> None:
    """A process that may write files of 8 kB only meets the same refusal as a full stick."""
    older = save(b"older", tmp_path, REFERENCE)
    script = f"""
import resource
from pathlib import Path
from filingdesk.core.problem import UserProblem
from filingdesk.handoff.stick import save
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
try:
    save(b"x" * 1_234_567, Path({str(tmp_path)!r}), {REFERENCE!r})
except UserProblem as told:
    print(told, dict(told.problems[0].facts))
"""
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert said.strip() == "folder: stick-full {'megabytes': '1.2'}"
    assert older.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [older]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "stick-full"),
        (errno.EROFS, "folder-not-writable"),
        (errno.ENODEV, "folder-gone"),
        (errno.EIO, "copy-failed"),
    ],
)
def test_what_a_stick_says_only_when_all_is_flushed_is_told_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    assert told(tmp_path).code == code
    assert list(tmp_path.iterdir()) == []


def test_a_stick_that_gives_back_something_else_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worn-out stick is played by whoever changes the file while it is being flushed."""
    flush = os.fsync

    def spoil(handle: int) -> None:
        flush(handle)
        os.pwrite(handle, b"?", 50)

    monkeypatch.setattr(os, "fsync", spoil)
    assert told(tmp_path) == Problem("folder", "copy-failed")
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_that_cannot_flush_folders_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def only_files(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").resolve().is_dir():
            raise OSError(errno.EINVAL, "Invalid argument")
        flush(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    assert save(PDF, tmp_path, REFERENCE).read_bytes() == PDF
