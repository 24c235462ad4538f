"""Large files lie in pieces: what a draft kept becomes part of what was signed, kept once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from alembic import command
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Level, Reached, StampedFile
from filingdesk.store import schema
from filingdesk.store.cases import EncryptedStore
from filingdesk.store.database import engine_for, reading, writing
from filingdesk.store.files import private_file
from filingdesk.store.opening import open_store
from tests.store.examples import ATTACHED, SAFE, case, draft, signed

MEGABYTE = 1024 * 1024
DRAFT = replace(draft(), id=case().id)


def photo(number: int, size: int = 5 * MEGABYTE // 2) -> bytes:
    """Photos of one camera begin with the same bytes."""
    return b"\xff\xd8\xff of one camera".ljust(200) + Random(number).randbytes(size)


@pytest.fixture
def engine(folder: Path, key: bytes, store: EncryptedStore) -> Iterator[Engine]:
    """The same file, seen beside the store."""
    made = engine_for(folder / "store.db", key, lambda: True)
    yield made
    made.dispose()


@pytest.fixture
def kept(engine: Engine) -> Callable[[], int]:
    """How many bytes lie in pieces."""

    def bytes_kept() -> int:
        with reading(engine) as connection:
            return int(connection.scalar(text("SELECT total(length(content)) FROM pieces")) or 0)

    return bytes_kept


def keep_originals(store: EncryptedStore, *originals: bytes) -> None:
    store.save_draft(DRAFT)
    for number, each in enumerate(originals):
        store.save_original(DRAFT.id, f"{number:x}", each)


def test_an_original_is_not_written_again_when_it_was_signed(
    store: EncryptedStore, kept: Callable[[], int]
) -> None:
    photos = [photo(number) for number in range(3)]
    keep_originals(store, *photos)
    assert [store.original(DRAFT.id, f"{number:x}") for number in range(3)] == photos
    pdf = b"%PDF-1.7 " + b" between ".join(photos) + b" signed"
    before = kept()
    store.open_case(case(), b"{}", signed(pdf))
    assert kept() - before == len(pdf) - sum(map(len, photos))
    store.erase_draft(DRAFT.id)
    assert store.signed_pdf(case().id) == pdf
    assert kept() == len(pdf)
    with pytest.raises(UserProblem, match="file-unknown"):
        store.original(DRAFT.id, "0")


def test_an_original_that_was_not_signed_goes_with_its_draft(
    store: EncryptedStore, kept: Callable[[], int]
) -> None:
    inside, left_out = photo(1), photo(2)
    keep_originals(store, left_out, inside)
    pdf = b"%PDF-1.7 " + inside + b" signed"
    store.open_case(case(), b"{}", signed(pdf))
    store.erase_draft(DRAFT.id)
    assert (store.signed_pdf(case().id), kept()) == (pdf, len(pdf))


def test_an_original_is_kept_anew_in_place_of_the_one_before(
    store: EncryptedStore, kept: Callable[[], int]
) -> None:
    keep_originals(store, photo(1))
    store.save_original(DRAFT.id, "0", b"another")
    assert (store.original(DRAFT.id, "0"), kept()) == (b"another", len(b"another"))
    store.erase_original(DRAFT.id, "0")
    assert kept() == 0


@pytest.mark.parametrize(
    "pdf",
    [
        photo(2) + b" before " + photo(1),
        photo(1)[:-1] + b"!" + photo(1)[:-1],
        b"over" + photo(1) + photo(1),
        b"",
    ],
    ids=["in another order", "all but the last byte", "twice", "empty"],
)
def test_a_file_comes_back_byte_for_byte_wherever_originals_stand(
    store: EncryptedStore, pdf: bytes
) -> None:
    keep_originals(store, photo(1), photo(2))
    store.open_case(case(), b"{}", signed(pdf))
    store.erase_draft(DRAFT.id)
    assert store.signed_pdf(case().id) == pdf


def test_one_that_repeats_its_own_beginning_takes_no_more_time(store: EncryptedStore) -> None:
    """Looked for wherever it begins, it would be hashed a hundred thousand times."""
    hostile = b"\xff\xd8\xff".ljust(64, b".") * (4 * MEGABYTE // 64)
    keep_originals(store, hostile)
    pdf = hostile[64:] + b"and nothing behind it"
    store.open_case(case(), b"{}", signed(pdf))
    assert store.signed_pdf(case().id) == pdf


def test_a_later_file_shares_all_but_its_end(
    store: EncryptedStore, kept: Callable[[], int]
) -> None:
    first = photo(1)
    store.open_case(case(), b"{}", signed(first))
    stamped = StampedFile(first + b" and stamped", "ef" * 32, Level.B_T)
    store.replace_signed(case().id, stamped, Reached(Level.B_T), [])
    assert store.signed_pdf(case().id) == stamped.pdf
    assert kept() == len(stamped.pdf)


def test_a_piece_of_a_signed_file_neither_changes_nor_goes(
    store: EncryptedStore, engine: Engine
) -> None:
    store.open_case(case(), b"{}", signed(photo(1)))
    for statement in (
        "UPDATE pieces SET content = x'00'",
        "UPDATE signed_pieces SET place = place + 100",
        "DELETE FROM pieces",
    ):
        with pytest.raises(IntegrityError), writing(engine) as connection:
            connection.execute(text(statement))
    assert store.signed_pdf(case().id) == photo(1)


def test_originals_of_a_draft_from_before_are_found(tmp_path: Path, key: bytes) -> None:
    """They lay among the pages, each whole, under a key of its own."""
    file = tmp_path / "store.db"
    private_file(file)
    engine = engine_for(file, key, lambda: False)
    with schema.migrating(engine) as connection:
        command.upgrade(schema.config(connection), "0011")
        row = {"draft": "d1", "sha256": "ab" * 32, "size": 9, "jpeg": b"as it was"}
        connection.execute(
            text("INSERT INTO drafts VALUES ('d1', '{}', '', 'zh_CN', '', '', '2026-03-01')")
        )
        for each in ("f1", "f1/original"):
            connection.execute(
                text("INSERT INTO draft_files VALUES (:draft, :file, :sha256, :size)"),
                row | {"file": each},
            )
            connection.execute(
                text("INSERT INTO draft_pages VALUES (:draft, :file, 1, :jpeg)"),
                row | {"file": each},
            )
    engine.dispose()
    store = open_store(tmp_path, key)
    assert store.original("d1", "f1") == b"as it was"
    assert store.file("d1", "f1").pages == (b"as it was",)
    with pytest.raises(UserProblem, match="file-unknown"):
        store.file("d1", "f1/original")
    store.save_file("d1", ATTACHED, SAFE)
    assert store.original("d1", "f1") == b"as it was"
    store.close()
