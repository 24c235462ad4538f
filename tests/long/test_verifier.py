"""The one file that an agency runs: nothing is installed, and its home is empty."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import dev
from tests.cli.shell import Told
from tests.desk.furnished import example, made_once, open_desk
from tests.desk.test_render_again import signed

ROOT = Path(dev.__file__).parent
OUTSIDE = dict(os.environ)
MOST_MEGABYTES = 30


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as `python3 dev.py verifier` builds it, and carried elsewhere."""
    done = subprocess.run(
        [sys.executable, ROOT / "build_verifier.py"],
        env=OUTSIDE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    target = tmp_path_factory.mktemp("agency") / "filingdesk-verify.pyz"
    shutil.copyfile(ROOT / "build" / "filingdesk-verify.pyz", target)
    return target


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a filing and the certificate of its service centre."""
    folder = tmp_path_factory.mktemp("handed")
    shutil.copytree(made_once(tmp_path_factory.getbasetemp()), folder / "desk")
    with open_desk(folder / "desk") as desk:
        case = signed(desk, example("cn-tianjin/tianjin-expired"), "es")
        (folder / "filing.pdf").write_bytes(desk.signed_pdf(case.id))
        (folder / "seal.pem").write_bytes(desk.doors.certificate())
    return folder


def run(verifier: Path, home: Path, *words: str | Path, **more: str) -> Told:
    """With the system's Python, without its site packages."""
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(home), **more}
    done = subprocess.run(
        ["/usr/bin/python3", "-I", "-S", verifier, *words],
        cwd="/",
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return Told(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_good_filing_is_good(verifier: Path, handed_over: Path, tmp_path: Path) -> None:
    words = (handed_over / "filing.pdf", "--trust", handed_over / "seal.pem", "--json")
    for _ in ("unpacked now", "unpacked before"):
        told = run(verifier, tmp_path, *words)
        assert (told.code, told.err) == (0, "")
        answer: dict[str, Any] = told.json()
        assert (answer["good"], answer["verdict"]) == (True, "good")
        codes = {each["code"] for each in answer["points"]}
        assert {"pages-equal", "code-fits", "exhibits-equal", "form-claimed"} <= codes
    [kept] = (tmp_path / ".cache" / "filingdesk-verify").iterdir()
    assert not any(each.suffix == ".ttf" for each in kept.rglob("*"))


def test_a_changed_filing_is_not(verifier: Path, handed_over: Path, tmp_path: Path) -> None:
    content = bytearray((handed_over / "filing.pdf").read_bytes())
    content[content.index(b"stream\n") + 40] ^= 1
    file = tmp_path / "changed.pdf"
    file.write_bytes(content)
    told = run(verifier, tmp_path, file, "--trust", handed_over / "seal.pem", "--json")
    assert (told.code, told.json()["verdict"]) == (1, "wrong")


def test_it_speaks_chinese(verifier: Path, handed_over: Path, tmp_path: Path) -> None:
    told = run(verifier, tmp_path, "/nowhere.pdf", "--language", "zh_CN")
    assert told.code == 2
    assert "文件" in told.err


def test_what_is_inside_is_taken_out(verifier: Path, handed_over: Path, tmp_path: Path) -> None:
    told = run(verifier, tmp_path, "extract", handed_over / "filing.pdf", "-d", tmp_path / "in")
    assert told.code == 0
    names = {each.name for each in (tmp_path / "in").iterdir()}
    assert {"filing.json", "filing.csv", "exhibit-01-01.jpg"} <= names


def test_without_a_home_it_leaves_nothing(
    verifier: Path, handed_over: Path, tmp_path: Path
) -> None:
    told = run(
        verifier, Path("/proc/none"), handed_over / "filing.pdf", "--json", TMPDIR=str(tmp_path)
    )
    assert told.code == 0
    assert [*tmp_path.iterdir()] == []


def test_it_is_small_enough_to_be_mailed(verifier: Path) -> None:
    assert verifier.stat().st_size < MOST_MEGABYTES * 1024 * 1024
