"""The wheel, alone in a clean venv, files the demo: packs, fonts and translations are inside."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import dev

ROOT = Path(dev.__file__).parent
OUTSIDE = dict(os.environ)  # the person's own home, where pip keeps its downloads


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as `pipx install .` builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    quietly(sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("filingdesk-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A venv that holds the locked libraries and the wheel, and knows no checkout."""
    venv = tmp_path_factory.mktemp("installed") / "venv"
    quietly(sys.executable, "-m", "venv", venv)
    pip: list[str | Path] = [
        venv / "bin" / "python",
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
    ]
    quietly(*pip, "--require-hashes", "--no-deps", "--requirement", ROOT / dev.RUN_LOCK)
    # Without an index, pip refuses a wheel that asks for more than the lock brought.
    quietly(*pip, "--no-index", wheel)
    return venv


def quietly(*command: str | Path) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        env=OUTSIDE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_everything_that_lies_in_resources_is_in_the_wheel(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for file in ROOT.glob("resources/**/*.*"):
        assert f"filingdesk/_{file.relative_to(ROOT)}" in inside
    for locale in ("zh_CN", "zh_TW", "en", "es"):
        assert f"filingdesk/_translations/{locale}/LC_MESSAGES/filingdesk.mo" in inside


def test_the_installed_program_runs_the_demo(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed / "bin" / "filingdesk", "demo", "-o", tmp_path / "demo"],
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (signed,) = (tmp_path / "demo").glob("**/*.pdf")
    assert signed.read_bytes().startswith(b"%PDF-")
