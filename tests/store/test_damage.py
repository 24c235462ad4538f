"""A damaged file is told as damage, never as a wrong key, and never as an empty store."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from filingdesk.core.problem import UserProblem
from filingdesk.store import vault
from filingdesk.store.opening import open_store
from filingdesk.store.slots import DataKey
from filingdesk.store.stamp import stamp
from tests.store.examples import case, draft, signed


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, DataKey]:
    folder = tmp_path_factory.mktemp("whole")
    key, _ = vault.create_vault(folder, "clear water, four cups")
    store = open_store(folder, key)
    for number in range(20):
        store.open_case(case(number), b"{}" * 2_000, signed(b"%PDF" * 2_000))
    store.save_draft(draft())
    store.close()
    return (folder / "keys.json").read_bytes(), (folder / "store.db").read_bytes(), key


def read_all(folder: Path, key: bytes) -> None:
    store = open_store(folder, key)
    try:
        store.drafts()
        for each in store.cases():
            store.signed_pdf(each.id)
            store.filing(each.id)
    finally:
        store.close()


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: bytes([file[0] ^ 1]) + file[1:],
        lambda file: file[:3000] + bytes(100) + file[3100:],
        lambda file: file[: 4096 * 40 + 50] + b"\xff" + file[4096 * 40 + 51 :],
        lambda file: file[: len(file) // 2],
        lambda file: file[:5000],
        lambda file: b"not a database at all" * 500,
        lambda file: file[4096:],
    ],
    ids=["salt", "first page", "a page", "half", "cut short", "something else", "shifted"],
)
def test_damage_is_told_as_damage(
    whole: tuple[bytes, bytes, DataKey], tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    keys, file, key = whole
    (tmp_path / "keys.json").write_bytes(keys)
    (tmp_path / "store.db").write_bytes(file)
    read_all(tmp_path, key)
    (tmp_path / "store.db").write_bytes(damage(file))
    with pytest.raises(UserProblem, match=r"^store: store-damaged$"):
        read_all(tmp_path, key)


def test_a_store_of_another_desk_is_told_as_a_wrong_key(
    whole: tuple[bytes, bytes, DataKey], tmp_path: Path
) -> None:
    keys, file, _ = whole
    (tmp_path / "keys.json").write_bytes(keys)
    (tmp_path / "store.db").write_bytes(file)
    with pytest.raises(UserProblem, match=r"^store: store-wrong-key$"):
        read_all(tmp_path, bytes(32))


def test_keys_of_another_desk_laid_beside_the_store_are_told_as_such(
    whole: tuple[bytes, bytes, DataKey], tmp_path: Path
) -> None:
    """Somebody brought back the wrong backup of keys.json; the memory itself is sound."""
    keys, file, key = whole
    others, _ = vault.create_vault(tmp_path, "a desk in another hall")
    (tmp_path / "store.db").write_bytes(file)
    assert vault.unlock(tmp_path, "a desk in another hall") == others
    with pytest.raises(UserProblem, match=r"^store: store-wrong-key$"):
        read_all(tmp_path, others)

    (tmp_path / "keys.json").write_bytes(keys)
    read_all(tmp_path, key)


def test_a_store_from_before_stamps_opens_and_its_damage_is_still_damage(
    whole: tuple[bytes, bytes, DataKey], tmp_path: Path
) -> None:
    keys, _, key = whole
    (tmp_path / "keys.json").write_bytes(keys)
    old = dbapi2.connect(str(tmp_path / "store.db"))
    old.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    old.execute("CREATE TABLE something (else_ TEXT)")
    old.close()
    read_all(tmp_path, key)
    file = (tmp_path / "store.db").read_bytes()
    assert not file.startswith(stamp(key))
    (tmp_path / "store.db").write_bytes(file[:3000] + bytes(100) + file[3100:])
    with pytest.raises(UserProblem, match=r"^store: store-damaged$"):
        read_all(tmp_path, key)
