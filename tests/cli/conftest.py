"""A prompt, and a desk of its own for every story, set up as after the first start."""

import shutil
from pathlib import Path

import pytest

from tests.cli.shell import Filed, Shell, shell_in_here
from tests.desk.furnished import PASSPHRASE, answers_of, example, made_once, no_file, open_desk


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


@pytest.fixture(scope="session")
def filed_once(tmp_path_factory: pytest.TempPathFactory) -> Filed:
    home = tmp_path_factory.mktemp("filed") / "desk"
    shutil.copytree(made_once(tmp_path_factory.getbasetemp()), home)
    with open_desk(home) as desk:
        answers = answers_of(desk, example("cn-tianjin/tianjin-wrong"))
        case = desk.sign(desk.begin_from(answers, no_file))
        return Filed(home, case.reference, desk.signed_pdf(case.id))


@pytest.fixture
def filed(filed_once: Filed, home: Path, monkeypatch: pytest.MonkeyPatch) -> Filed:
    """The shell's own desk has this case."""
    assert home != filed_once.home
    monkeypatch.setenv("FILINGDESK_HOME", str(filed_once.home))
    return filed_once
