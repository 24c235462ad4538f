"""A prompt, and a desk of its own for every story, set up as after the first start."""

import shutil
from pathlib import Path

import pytest

from tests.cli.shell import Shell, shell_in_here
from tests.desk.furnished import PASSPHRASE, made_once


@pytest.fixture
def home(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The folder of the desk; the command line knows it and its passphrase."""
    folder = tmp_path / "desk"
    shutil.copytree(made_once(tmp_path_factory.getbasetemp()), folder)
    monkeypatch.setenv("FILINGDESK_HOME", str(folder))
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", PASSPHRASE)
    return folder


@pytest.fixture
def shell(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Commands for this desk, in English."""
    assert home.is_dir()
    monkeypatch.setenv("LC_ALL", "en")
    return shell_in_here(capsys)
