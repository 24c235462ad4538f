"""Who has the folder but not the key has nothing, and what was erased is gone for everybody."""

import logging
import os
import sqlite3
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from filingdesk.core.problem import UserProblem
from filingdesk.store import vault
from filingdesk.store.cases import EncryptedStore
from filingdesk.store.database import engine_for, writing
from filingdesk.store.opening import open_store
from filingdesk.store.tables import drafts
from tests.store.examples import ATTACHED, ID_NUMBER, NAME, SAFE, case, draft, signed
from tests.store.forensics import all_that_can_be_read

SECRETS = [NAME.encode(), ID_NUMBER.encode(), b"%PDF", b"SQLite format", b"CREATE TABLE", b"FD-7"]


@pytest.fixture
def busy_store(store: EncryptedStore) -> EncryptedStore:
    store.save_draft(draft(story=NAME + ID_NUMBER))
    store.save_file("d1", ATTACHED, SAFE)
    store.open_case(case(), NAME.encode(), signed())
    return store


@pytest.mark.usefixtures("busy_store")
def test_without_the_key_the_files_are_noise(folder: Path) -> None:
    files = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert {"store.db", "store.db-wal"} <= set(files)
    assert sum(map(len, files.values())) > 50_000
    for content in files.values():
        assert not [secret for secret in SECRETS if secret in content]

    plain = sqlite3.connect(folder / "store.db")
    with pytest.raises(sqlite3.DatabaseError, match="file is not a database"):
        plain.execute("SELECT * FROM sqlite_master")
    plain.close()


@pytest.mark.usefixtures("busy_store")
def test_with_the_key_an_examiner_sees_what_the_noise_is(folder: Path, key: bytes) -> None:
    """The counter-test: the two tests beside it look in the right place."""
    readable = all_that_can_be_read(folder, key)
    assert not [secret for secret in SECRETS[:3] if secret not in readable]


def test_an_erased_draft_cannot_be_read_even_with_the_key(
    store: EncryptedStore, folder: Path, key: bytes
) -> None:
    for keystrokes in range(1, 40):
        store.save_draft(draft(story=f"{ID_NUMBER} " * keystrokes))
    store.save_draft(draft("other"))
    store.save_file("d1", ATTACHED, SAFE)
    story = f"{ID_NUMBER} ".encode() * 2
    assert story in all_that_can_be_read(folder, key)

    store.erase_draft("d1")
    readable = all_that_can_be_read(folder, key)
    assert (folder / "store.db-wal").stat().st_size == 0
    assert b"learned_on" in readable  # the other draft
    assert story not in readable
    assert SAFE.pages[0][:100] not in readable


def test_an_erased_file_cannot_be_read_even_with_the_key(
    busy_store: EncryptedStore, folder: Path, key: bytes
) -> None:
    assert SAFE.pages[0] in all_that_can_be_read(folder, key)
    busy_store.erase_file("d1", "f1")
    assert SAFE.pages[0][:100] not in all_that_can_be_read(folder, key)


@pytest.mark.usefixtures("busy_store")
def test_a_clerk_with_another_key_gets_nothing_but_the_problem(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UserProblem) as fault:
        open_store(folder, os.urandom(32))
    assert [(each.where, each.code) for each in fault.value.problems] == [
        ("store", "store-wrong-key")
    ]
    assert capfd.readouterr() == ("", "")


def test_every_store_and_every_page_is_its_own_noise(tmp_path: Path, key: bytes) -> None:
    for name in ("one", "two"):
        open_store(tmp_path / name, key).close()
    one, two = ((tmp_path / name / "store.db").read_bytes() for name in ("one", "two"))
    assert len(one) == len(two)
    pages = [each[at : at + 64] for each in (one, two) for at in range(0, len(each), 4096)]
    assert len(set(pages)) == len(pages)


@pytest.mark.usefixtures("busy_store")
def test_only_the_owner_may_open_the_files(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}


@pytest.fixture
def every_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


def test_a_failing_statement_does_not_tell_what_it_was_about(
    folder: Path, key: bytes, every_log_line: pytest.LogCaptureFixture
) -> None:
    open_store(folder, key).close()
    engine = engine_for(folder / "store.db", key, lambda: True)
    row = {"id": ID_NUMBER, "answers": NAME, "page": None}
    with pytest.raises(IntegrityError) as fault, writing(engine) as connection:
        connection.execute(insert(drafts), row)
    engine.dispose()
    told = "".join(traceback.format_exception(fault.value)) + repr(fault.value) + str(fault.value)
    assert "NOT NULL" in told
    for secret in (NAME, ID_NUMBER, key.hex()):
        assert secret not in told + every_log_line.text


def test_no_log_line_tells_of_anybody(
    folder: Path, key: bytes, every_log_line: pytest.LogCaptureFixture
) -> None:
    store = open_store(folder, key)
    store.save_draft(draft())
    store.open_case(case(), b"", signed())
    assert store.cases(NAME)
    assert store.drafts()
    store.close()
    with pytest.raises(UserProblem):
        open_store(folder, bytes(32))
    logging.getLogger().debug("the log is on")
    assert "the log is on" in every_log_line.text
    for secret in (NAME, ID_NUMBER, key.hex(), "FD-7K3M"):
        assert secret not in every_log_line.text


def test_the_key_of_the_vault_is_the_key_of_the_store(tmp_path: Path) -> None:
    key, code = vault.create_vault(tmp_path, "clear water, four cups")
    first = open_store(tmp_path, key)
    first.save_draft(draft())
    first.close()
    vault.change_passphrase(tmp_path, code, "spring water, two cups")
    again = open_store(tmp_path, vault.unlock(tmp_path, "spring water, two cups"))
    assert list(again.drafts()) == [draft()]
    again.close()
