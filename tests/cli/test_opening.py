"""The passphrase opens the desk, a key signs; whatever is wrong with them is told and mended."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from filingdesk.app import furnish
from filingdesk.sign.seal import certificate_pem, make_seal
from tests.cli.shell import Shell, said, told_of
from tests.desk.furnished import PASSPHRASE, example, open_desk

NEW = "This desk is new. Write this recovery code down; it is not shown again: {code}"
EXPIRED = example("cn-tianjin/tianjin-expired")


@pytest.fixture
def own_key(tmp_path: Path) -> Path:
    """A key that somebody brought."""
    file = tmp_path / "own.p12"
    file.write_bytes(make_seal("天津市南开区政务服务中心", datetime.now(UTC), b"open sesame"))
    return file


# ---------------------------------------------------------------- the desk


def test_a_new_desk_tells_its_recovery_code_once(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILINGDESK_HOME", str(tmp_path / "new"))
    monkeypatch.setenv("FILINGDESK_CENTRE", "天津市南开区政务服务中心")
    told = shell("cases", "list", "--json")
    assert (told.code, told.json()) == (0, [])
    assert told.err == said(NEW, code=told.err.split()[-1]) + "\n"
    code = told.err.split()[-1]
    assert shell("cases", "list").err == ""
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", code)
    assert shell("cases", "list").code == 0
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", code.replace(code[0], "?", 1))
    assert shell("cases", "list", "--json").code == 2
    desk = furnish(tmp_path / "new")
    desk.doors.unlock(code)
    assert desk.doors.centre() == "天津市南开区政务服务中心"
    desk.doors.lock()


def test_a_new_recovery_code_takes_the_place_of_the_one_that_was_lost(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = shell("recovery", "--json").json()["recovery_code"]
    told = shell("recovery")
    new = told.out.split(": ")[1].split()[0]
    assert (told.code, new != first) == (0, True)
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", new)
    assert shell("cases", "list", "--json").json() == []
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", first)
    assert shell("cases", "list", "--json").problems() == [("store", "passphrase-wrong")]


def test_a_passphrase_that_nobody_remembers_is_replaced_by_the_recovery_code(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code = shell("recovery", "--json").json()["recovery_code"]
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", code)
    assert shell("passphrase").code == 2, "which one?"
    new = tmp_path / "new.txt"
    new.write_text("four cups on one tray\n", "utf-8")
    told = shell("passphrase", "--new-passphrase-file", new, "--json")
    assert (told.code, told.json(), told.err) == (0, {"changed": True}, "")
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", PASSPHRASE)
    assert shell("cases", "list", "--json").problems() == [("store", "passphrase-wrong")]
    for opens in ("four cups on one tray", code):
        monkeypatch.setenv("FILINGDESK_PASSPHRASE", opens)
        assert shell("cases", "list", "--json").json() == []


@pytest.mark.parametrize(
    ("new", "code"), [("short", "passphrase-too-short"), ("", "passphrase-missing")]
)
def test_no_passphrase_takes_the_place_of_a_good_one(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, new: str, code: str
) -> None:
    shell("cases", "list")
    monkeypatch.setenv("FILINGDESK_NEW_PASSPHRASE", new)
    told = shell("passphrase", "--json")
    assert (told.code, [each for _, each in told.problems()]) == (2, [code])
    assert shell("cases", "list").code == 0


def test_a_desk_that_was_never_set_up_has_no_recovery_code(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILINGDESK_HOME", str(tmp_path / "new"))
    told = shell("recovery", "--json")
    assert (told.code, told.problems()) == (2, [("store", "desk-is-new")])
    assert not (tmp_path / "new").exists()


def test_a_short_passphrase_makes_no_desk(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILINGDESK_HOME", str(tmp_path / "new"))
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", "short")
    told = shell("cases", "list", "--json")
    assert told.code == 2
    assert told.problems() == [("store", "passphrase-too-short")]
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", PASSPHRASE)
    assert shell("cases", "list").err.startswith(said(NEW, code="").rstrip())


def test_without_a_passphrase(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FILINGDESK_PASSPHRASE")
    told = shell("cases", "list", "--json")
    assert told.code == 2
    assert told.problems() == [("FILINGDESK_PASSPHRASE", "passphrase-missing")]


def test_a_wrong_passphrase_opens_nothing_and_is_not_repeated(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILINGDESK_PASSPHRASE", "Rumpelstilzchen?")
    told = shell("cases", "list")
    assert (told.code, told.out) == (2, "")
    assert told.err == f"store: {told_of('passphrase-wrong')}\n"
    assert "Rumpelstilzchen" not in told.err


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_the_passphrase_may_lie_in_a_file(
    ending: str, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FILINGDESK_PASSPHRASE")
    file = tmp_path / "passphrase"
    file.write_bytes((PASSPHRASE + ending).encode())
    assert shell("cases", "list", "--passphrase-file", file).code == 0


def test_a_passphrase_file_that_cannot_be_read(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "passphrase"
    told = shell("cases", "list", "--passphrase-file", file, "--json")
    assert (told.code, told.problems()) == (2, [(str(file), "file-not-found")])
    file.write_bytes("清水四杯不要糖".encode("gb18030"))
    told = shell("cases", "list", "--passphrase-file", file, "--json")
    assert (told.code, told.problems()) == (2, [("passphrase", "answers-not-utf8")])


def test_the_keys_of_another_desk_open_nothing(shell: Shell, home: Path, tmp_path: Path) -> None:
    other = furnish(tmp_path / "other")
    other.doors.create(PASSPHRASE, "another desk")
    other.doors.lock()
    shutil.copy(tmp_path / "other" / "store" / "keys.json", home / "store" / "keys.json")
    for words in (("cases", "list"), ("file", EXPIRED, "-o", tmp_path / "out.pdf")):
        told = shell(*words, "--json")
        assert (told.code, told.problems()) == (2, [("store", "store-wrong-key")])
    assert not (tmp_path / "out.pdf").exists()


def test_a_store_that_is_damaged(shell: Shell, home: Path) -> None:
    store = home / "store" / "store.db"
    store.write_bytes(b"\0" * store.stat().st_size)
    told = shell("cases", "list", "--json")
    assert (told.code, told.problems()) == (2, [("store", "store-damaged")])


# ---------------------------------------------------------------- a key of one's own


def test_another_key_signs_and_its_certificate_is_the_one_to_trust(
    shell: Shell, own_key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FILINGDESK_SEAL_PASSPHRASE", "open sesame")
    out = tmp_path / "out.pdf"
    assert shell("file", EXPIRED, "-o", out, "--seal", own_key).code == 0
    trust = tmp_path / "own.pem"
    trust.write_bytes(certificate_pem(own_key.read_bytes(), b"open sesame"))
    assert shell("verify", out, "--trust", trust).code == 0
    shell("certificate", "-o", tmp_path / "seal.pem")
    told = shell("verify", out, "--trust", tmp_path / "seal.pem", "--json")
    assert told.code == 1
    assert [each["trusted"] for each in told.json()["signatures"]] == [False]


def test_the_password_of_a_key_may_lie_in_a_file(
    shell: Shell, own_key: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("open sesame\n")
    words = ("--seal", own_key, "--seal-passphrase-file", secret)
    assert shell("file", EXPIRED, "-o", tmp_path / "out.pdf", *words).code == 0


@pytest.mark.parametrize("password", ["", "open sesam", "打开"])
def test_a_wrong_password_signs_nothing(
    password: str,
    shell: Shell,
    home: Path,
    own_key: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FILINGDESK_SEAL_PASSPHRASE", password)
    told = shell("file", EXPIRED, "-o", tmp_path / "out.pdf", "--seal", own_key, "--json")
    assert (told.code, told.problems()) == (2, [("seal", "seal-wrong-password")])
    nothing_happened(home, tmp_path)


def test_a_key_that_is_none(shell: Shell, home: Path, tmp_path: Path) -> None:
    for seal, code in ((EXPIRED, "seal-not-readable"), (tmp_path / "x.p12", "file-not-found")):
        told = shell("file", EXPIRED, "-o", tmp_path / "out.pdf", "--seal", seal, "--json")
        assert told.code == 2
        assert [problem[1] for problem in told.problems()] == [code]
    nothing_happened(home, tmp_path)


def test_a_key_that_expired_signs_nothing(
    shell: Shell, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draft was begun by then; it does not stay."""
    old = tmp_path / "old.p12"
    old.write_bytes(make_seal("a centre of old", datetime(2001, 1, 1, tzinfo=UTC), b"open sesame"))
    monkeypatch.setenv("FILINGDESK_SEAL_PASSPHRASE", "open sesame")
    told = shell("file", EXPIRED, "-o", tmp_path / "out.pdf", "--seal", old, "--json")
    assert (told.code, told.problems()) == (2, [("seal", "seal-expired")])
    nothing_happened(home, tmp_path)


def nothing_happened(home: Path, folder: Path) -> None:
    assert not [each for each in folder.iterdir() if "pdf" in each.name]
    with open_desk(home) as desk:
        assert not desk.cases()
        assert desk.doors.store.drafts() == ()
