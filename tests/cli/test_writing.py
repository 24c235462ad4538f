"""What is written is there whole or not at all, and nothing beside it."""

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.shell import Filed, Shell
from tests.permissions import read_only


def test_a_case_gives_its_pdf_back_byte_for_byte(
    shell: Shell, filed: Filed, tmp_path: Path
) -> None:
    again = tmp_path / "again.pdf"
    again.write_bytes(b"what was there before")
    assert shell("cases", "show", filed.reference, "-o", again).code == 0
    assert again.read_bytes() == filed.pdf


def test_a_link_stays_and_leads_to_the_new_file(shell: Shell, filed: Filed, tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    link, target = tmp_path / "link.pdf", tmp_path / "shelf" / "target.pdf"
    target.touch()
    link.symlink_to(target)
    assert shell("cases", "show", filed.reference, "-o", link).code == 0
    assert link.is_symlink()
    assert target.read_bytes() == filed.pdf


def test_a_device_is_written_into_and_never_replaced(
    shell: Shell, filed: Filed, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert shell("cases", "show", filed.reference, "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()
    assert shell("certificate", "-o", pipe).code == 0
    assert os.read(reader, 100).startswith(b"-----BEGIN CERTIFICATE-----")
    assert pipe.is_fifo()
    os.close(reader)


@pytest.fixture
def quota() -> Iterator[int]:
    """No file of this process may grow beyond this many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    most = 40_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    yield most
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_where_there_is_no_room_the_old_file_stays(
    shell: Shell, filed: Filed, tmp_path: Path, quota: int
) -> None:
    assert len(filed.pdf) > quota
    out = tmp_path / "copy.pdf"
    out.write_bytes(b"what was there before")
    before = sorted(tmp_path.iterdir())
    told = shell("cases", "show", filed.reference, "-o", out, "--json")
    assert (told.code, told.problems()) == (2, [(str(out), "disk-full")])
    assert out.read_bytes() == b"what was there before"
    assert sorted(tmp_path.iterdir()) == before


def test_an_attachment_for_which_there_is_no_room(
    shell: Shell, filed: Filed, tmp_path: Path
) -> None:
    pdf, folder = tmp_path / "out.pdf", tmp_path / "inside"
    pdf.write_bytes(filed.pdf)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    told = shell("extract", pdf, "-d", folder, "--json")
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (told.code, told.problems()) == (2, [(str(folder / "filing.csv"), "disk-full")])
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("missing/out", "folder-not-found"),
        ("out.pdf/out", "folder-not-found"),
        (".", "file-is-folder"),
        ("shelf/out", "file-not-writable"),
        ("n" * 300, "file-not-writable"),
    ],
)
def test_a_place_that_takes_nothing(
    place: str, code: str, shell: Shell, filed: Filed, tmp_path: Path
) -> None:
    (tmp_path / "out.pdf").touch()
    (tmp_path / "shelf").mkdir()
    where = str(tmp_path / place)
    for words in (("cases", "show", filed.reference), ("certificate",)):
        with read_only(tmp_path / "shelf"):
            told = shell(*words, "-o", where, "--json")
        assert (told.code, told.problems()) == (2, [(where, code)])


@pytest.mark.parametrize(
    ("folder", "code"),
    [
        ("out.pdf", "file-not-writable"),
        ("out.pdf/inside", "folder-not-found"),
        ("shelf/x", "file-not-writable"),
    ],
)
def test_a_folder_that_cannot_be_made(
    folder: str, code: str, shell: Shell, filed: Filed, tmp_path: Path
) -> None:
    (tmp_path / "out.pdf").write_bytes(filed.pdf)
    (tmp_path / "shelf").mkdir()
    where = str(tmp_path / folder)
    for words in (("extract", tmp_path / "out.pdf", "-d", where), ("demo", "-o", where)):
        with read_only(tmp_path / "shelf"):
            told = shell(*words, "--json")
        assert (told.code, told.problems()) == (2, [(where, code)])
