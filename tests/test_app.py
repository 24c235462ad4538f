"""Nobody waits for what they do not use: packs come without the verbs, help without the law."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from filingdesk import resources
from filingdesk.app import Furniture
from filingdesk.core.problem import UserProblem
from filingdesk.store.cases import EncryptedStore

SOURCE = resources.packs().parent.parent / "src"


def loaded_by(script: str, *arguments: str) -> set[str]:
    """The names of all modules that a process has at its end."""
    ran = subprocess.run(
        [sys.executable, "-c", f"{script}\nimport sys; print(*sys.modules)", *arguments],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stdout.split())


def test_whoever_reads_packs_does_not_wait_for_the_verbs(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from filingdesk.app import Furniture\n"
        "shelf = Furniture(Path(sys.argv[1])).shelf\n"
        "[shelf.pack(each) for each in shelf.jurisdictions()]\n"
    )
    first, second = (loaded_by(script, str(tmp_path)) for _ in range(2))
    assert "filingdesk.packs.read" in first
    assert "filingdesk.core.pack" in second
    assert not second & {"filingdesk.desk", "filingdesk.core.payload", "filingdesk.packs.read"}


def test_help_is_told_without_the_law() -> None:
    script = (
        "from contextlib import suppress; from filingdesk.app import main\n"
        "with suppress(SystemExit): main(['--help'])\n"
    )
    heavy = {"filingdesk.core.advice", "filingdesk.desk", "sqlalchemy", "pydantic", "pyhanko"}
    assert not loaded_by(script) & heavy


def test_what_signs_draws_and_keeps_is_loaded_beforehand(tmp_path: Path) -> None:
    script = "from pathlib import Path; from filingdesk.app import furnish; import sys\n"
    script += "furnish(Path(sys.argv[1])).doors.make_ready()"
    found = loaded_by(script, str(tmp_path))
    assert found >= {"filingdesk.store.cases", "filingdesk.sign.pades", "reportlab.platypus"}


def test_the_seal_is_opened_with_its_password_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Furniture(tmp_path / "desk")
    desk.create("a long passphrase", "A centre")
    with desk.seal() as first:
        owner = first.key
    asked: list[str] = []
    monkeypatch.setattr("filingdesk.sign.seal.read_pkcs12", lambda *_: asked.append("password"))
    with desk.seal() as second:
        assert second.key == owner
    assert not asked


def test_another_seal_in_the_store_is_another_key(tmp_path: Path) -> None:
    one, two = (Furniture(tmp_path / name) for name in ("one", "two"))
    for each in (one, two):
        each.create("a long passphrase", f"Centre {each.folder.parent.name}")
    with one.seal() as own:
        before = own.key
    assert isinstance(one.store, EncryptedStore)
    assert isinstance(two.store, EncryptedStore)
    for name in ("seal", "seal secret"):
        value = two.store.setting(name)
        assert value
        one.store.keep_setting(name, value)
    with one.seal() as other, two.seal() as theirs:
        assert other.key == theirs.key != before


def test_a_locked_desk_has_no_seal(tmp_path: Path) -> None:
    desk = Furniture(tmp_path / "desk")
    desk.create("a long passphrase", "A centre")
    desk.lock()
    with pytest.raises(UserProblem) as told:
        desk.seal()
    assert told.value.problems[0].code == "store-locked"
