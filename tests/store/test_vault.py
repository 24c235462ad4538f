"""Making the keys of a desk, opening them, forgetting the passphrase, and breaking the file."""

import hashlib
import json
import os
import traceback
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from filingdesk.core.problem import UserProblem
from filingdesk.store import vault
from filingdesk.store.files import exists
from filingdesk.store.recovery import RecoveryCode
from filingdesk.store.slots import DataKey
from tests.permissions import closed

PASSPHRASE = "clear water, four cups"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DataKey, RecoveryCode]:
    folder = tmp_path_factory.mktemp("desk") / "store"
    return folder, *vault.create_vault(folder, PASSPHRASE)


def told(fault: pytest.ExceptionInfo[UserProblem]) -> list[tuple[str, str]]:
    return [(each.where, each.code) for each in fault.value.problems]


def test_the_passphrase_and_the_code_open_the_same_key(
    made: tuple[Path, DataKey, RecoveryCode],
) -> None:
    folder, key, code = made
    assert len(key) == 32
    assert vault.unlock(folder, PASSPHRASE) == key
    assert vault.unlock(folder, code) == key
    assert vault.unlock(folder, code.lower().replace("-", " ")) == key


def test_the_same_signs_from_another_input_method_open_it(tmp_path: Path) -> None:
    key, _ = vault.create_vault(tmp_path, "é ABC 我的口令 123")
    assert vault.unlock(tmp_path, "é ＡＢＣ 我的口令 １２３") == key


def test_a_wrong_passphrase_a_wrong_code_and_a_slip_are_told_apart(
    made: tuple[Path, DataKey, RecoveryCode],
) -> None:
    folder, _, code = made
    others_code = "LGNYA-4WFV4-5JVBJ-3T5JY-8TJ8N"
    slip = ("3" if code[0] == "2" else "2") + code[1:]
    for proof, problem in (
        ("clear water, five cups", "passphrase-wrong"),
        ("", "passphrase-wrong"),
        (PASSPHRASE.upper(), "passphrase-wrong"),
        ("half a sign \udc80 of a pair", "passphrase-wrong"),
        (others_code, "passphrase-wrong"),
        (others_code[:-1] + "P", "recovery-code-mistyped"),
        (slip + "22", "recovery-code-mistyped"),
    ):
        with pytest.raises(UserProblem) as fault:
            vault.unlock(folder, proof)
        assert told(fault) == [("store", problem)]


def test_a_new_passphrase_takes_the_place_of_the_old(tmp_path: Path) -> None:
    key, code = vault.create_vault(tmp_path, PASSPHRASE)
    vault.change_passphrase(tmp_path, PASSPHRASE, "another one, longer")
    assert vault.unlock(tmp_path, "another one, longer") == key
    with pytest.raises(UserProblem, match="passphrase-wrong"):
        vault.unlock(tmp_path, PASSPHRASE)

    vault.change_passphrase(tmp_path, code, "forgotten and renewed")
    assert vault.unlock(tmp_path, "forgotten and renewed") == key
    assert vault.unlock(tmp_path, code) == key
    assert [slot["kind"] for slot in _file(tmp_path)["slots"]] == ["passphrase", "recovery"]

    with pytest.raises(UserProblem, match="passphrase-wrong"):
        vault.change_passphrase(tmp_path, "not the right one", "does not matter")
    assert vault.unlock(tmp_path, "forgotten and renewed") == key


def test_a_new_recovery_code_takes_the_place_of_the_old(tmp_path: Path) -> None:
    key, code = vault.create_vault(tmp_path, PASSPHRASE)
    new = vault.renew_code(tmp_path, PASSPHRASE)
    assert new != code
    assert vault.unlock(tmp_path, new) == vault.unlock(tmp_path, PASSPHRASE) == key
    with pytest.raises(UserProblem, match="passphrase-wrong"):
        vault.unlock(tmp_path, code)
    assert [slot["kind"] for slot in _file(tmp_path)["slots"]] == ["passphrase", "recovery"]

    with pytest.raises(UserProblem, match="passphrase-wrong"):
        vault.renew_code(tmp_path, code)
    assert vault.unlock(tmp_path, new) == key


def test_ten_signs_of_any_kind_are_enough_and_nine_are_not(
    tmp_path: Path, made: tuple[Path, DataKey, RecoveryCode]
) -> None:
    for attempt in (
        lambda: vault.create_vault(tmp_path / "new", "九个字的口令不够长"),
        lambda: vault.change_passphrase(made[0], PASSPHRASE, "123456789"),
    ):
        with pytest.raises(UserProblem, match="passphrase-too-short") as fault:
            attempt()
        assert dict(fault.value.problems[0].facts) == {"least": "10"}
    assert not exists(tmp_path / "new")
    vault.create_vault(tmp_path / "new", "aaaaaaaaaa")


def test_a_store_that_somebody_else_owns_is_told(tmp_path: Path) -> None:
    """As after the desk was once started by the computer's administrator."""
    vault.create_vault(tmp_path / "desk", PASSPHRASE)
    with closed(tmp_path / "desk"):
        assert exists(tmp_path / "desk")
        with pytest.raises(UserProblem, match="vault-exists"):
            vault.create_vault(tmp_path / "desk", PASSPHRASE)
        with pytest.raises(UserProblem, match="store-not-writable"):
            vault.unlock(tmp_path / "desk", PASSPHRASE)


def test_keys_are_never_made_over_a_store_that_is_there(tmp_path: Path) -> None:
    assert not exists(tmp_path)
    vault.create_vault(tmp_path, PASSPHRASE)
    before = (tmp_path / "keys.json").read_bytes()
    assert exists(tmp_path)
    with pytest.raises(UserProblem, match="vault-exists"):
        vault.create_vault(tmp_path, PASSPHRASE)
    assert (tmp_path / "keys.json").read_bytes() == before

    # The keys are lost, the store is not: new keys would make it look like a wrong passphrase.
    (tmp_path / "keys.json").rename(tmp_path / "store.db")
    assert exists(tmp_path)
    with pytest.raises(UserProblem, match="vault-exists"):
        vault.create_vault(tmp_path, PASSPHRASE)
    with pytest.raises(UserProblem, match="vault-damaged"):
        vault.unlock(tmp_path, PASSPHRASE)


def test_a_flipped_bit_is_damage_and_not_a_wrong_passphrase(
    made: tuple[Path, DataKey, RecoveryCode], tmp_path: Path
) -> None:
    whole = (made[0] / "keys.json").read_bytes()
    for at in range(0, len(whole), 7):
        broken = bytearray(whole)
        broken[at] ^= 0x04
        if _same_json(broken, whole):
            continue
        (tmp_path / "keys.json").write_bytes(broken)
        with pytest.raises(UserProblem, match=r"vault-damaged|store-too-new"):
            vault.unlock(tmp_path, PASSPHRASE)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"null", b"\xff\x00", b'{"version": 1}'])
def test_what_is_no_vault_is_damage(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "keys.json").write_bytes(content)
    with pytest.raises(UserProblem, match="vault-damaged"):
        vault.unlock(tmp_path, PASSPHRASE)


def test_a_vault_that_would_eat_all_memory_is_refused(
    made: tuple[Path, DataKey, RecoveryCode], tmp_path: Path
) -> None:
    whole = _file(made[0])
    whole["slots"][0]["memory"] = 2**31
    text = json.dumps([1, whole["mark"], whole["slots"]], sort_keys=True)
    whole["check"] = hashlib.sha256(text.encode()).hexdigest()
    (tmp_path / "keys.json").write_text(json.dumps(whole))
    with pytest.raises(UserProblem, match="vault-damaged"):
        vault.unlock(tmp_path, PASSPHRASE)


def test_a_vault_of_a_later_program_says_so(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text('{"version": 2, "anything": "else"}')
    with pytest.raises(UserProblem, match="store-too-new"):
        vault.unlock(tmp_path, PASSPHRASE)


def test_only_the_owner_may_read_and_nothing_is_left_beside(
    made: tuple[Path, DataKey, RecoveryCode],
) -> None:
    folder = made[0]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "keys.json").stat().st_mode & 0o777 == 0o600
    assert os.listdir(folder) == ["keys.json"]


def test_the_file_is_what_the_decision_record_says(
    made: tuple[Path, DataKey, RecoveryCode],
) -> None:
    """Read with nothing of ours: Argon2id, then AES-256-GCM over the kind and the costs."""
    folder, key, code = made
    secrets = {"passphrase": PASSPHRASE, "recovery": code.replace("-", "")}
    for slot in _file(folder)["slots"]:
        wrapping = Argon2id(
            salt=b64decode(slot["salt"]), length=32, iterations=3, lanes=4, memory_cost=65536
        ).derive(secrets[slot["kind"]].encode())
        bound = f"filingdesk slot 1 {slot['kind']} 3 65536 4".encode()
        opened = AESGCM(wrapping).decrypt(
            b64decode(slot["nonce"]), b64decode(slot["wrapped"]), bound
        )
        assert opened == bytes(key)


def test_the_key_shows_itself_nowhere(
    made: tuple[Path, DataKey, RecoveryCode],
) -> None:
    folder, key, code = made
    guess = PASSPHRASE + " and so on"
    with pytest.raises(UserProblem) as fault:
        vault.unlock(folder, guess)
    shown = f"{key} {key!r} {[key]} {code!r}" + (folder / "keys.json").read_text()
    shown += "".join(traceback.format_exception(fault.value)) + repr(fault.value)
    assert "DataKey(…)" in shown
    for secret in (key.hex(), repr(bytes(key)), PASSPHRASE, code, code.replace("-", "")):
        assert secret not in shown


def _file(folder: Path) -> Any:
    return json.loads((folder / "keys.json").read_text())


def _same_json(one: bytes | bytearray, other: bytes) -> bool:
    try:
        return bool(json.loads(one) == json.loads(other))
    except ValueError:
        return False
