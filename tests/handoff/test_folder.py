"""What is inside a filing, saved into a folder: all of it, or nothing."""

import errno
from pathlib import Path

import pytest

from filingdesk.core.problem import UserProblem
from filingdesk.handoff.folder import save_files

REFERENCE = "FD-7K3M-9PXA-C"
FILES = {"filing.json": b"{}", "exhibit-01-01.jpg": b"jpeg"}


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def test_the_files_lie_in_a_folder_of_their_own(tmp_path: Path) -> None:
    saved = save_files(FILES, tmp_path, "not a reference")
    assert saved == tmp_path / "filing"
    assert {each.name: each.read_bytes() for each in saved.iterdir()} == FILES


def test_an_older_folder_stays(tmp_path: Path) -> None:
    first, second = (save_files(FILES, tmp_path, REFERENCE) for _ in range(2))
    assert second.name == f"{first.name}-2"
    assert names(tmp_path) == {first.name, second.name}


@pytest.mark.parametrize("name", ["../outside", "a/b", "/etc/passwd"])
def test_a_name_that_leads_elsewhere_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserProblem) as told:
        save_files(FILES | {name: b""}, tmp_path, REFERENCE)
    assert told.value.problems[0].code == "copy-failed"
    assert not names(tmp_path)


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserProblem) as told:
        save_files(FILES, tmp_path / "pulled", REFERENCE)
    assert told.value.problems[0].code == "folder-gone"


def test_a_stick_whose_files_belong_to_another_takes_them_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT that the computer mounted for all: anybody may write, only root may change modes."""

    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "not yours")

    monkeypatch.setattr(Path, "chmod", refused)
    saved = save_files(FILES, tmp_path, REFERENCE)
    assert {each.name for each in saved.iterdir()} == set(FILES)
