"""The desk is killed (SIGKILL) twenty times at work: what it had acknowledged is there."""

import json
import subprocess
import sys
from pathlib import Path

from sqlalchemy import text

from filingdesk.store.database import engine_for, reading
from filingdesk.store.opening import open_store
from tests.store import power_cut
from tests.store.examples import case


def test_every_connection_waits_for_the_disk(folder: Path, key: bytes) -> None:
    """A kill does not show this, a power cut would."""
    open_store(folder, key).close()
    engine = engine_for(folder / "store.db", key, lambda: True)
    with reading(engine) as one, reading(engine) as other:
        for connection in (one, other):
            assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
            assert connection.scalar(text("PRAGMA synchronous")) == 2  # FULL
    engine.dispose()


def test_twenty_kills_lose_no_acknowledged_case(folder: Path, key: bytes) -> None:
    told = subprocess.run(
        [sys.executable, power_cut.__file__, folder, key.hex(), "20"],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
        timeout=60,
    )
    heard = [line.split() for line in json.loads(told.stdout)]
    acknowledged = {int(number) for what, number in heard if what == "case"}
    last_draft = max(int(number) for what, number in heard if what == "draft")
    assert len(acknowledged) >= 10

    store = open_store(folder, key)
    kept = {int(each.id[1:]): each for each in store.cases()}
    assert acknowledged <= set(kept)
    assert len(kept) <= len(acknowledged) + 20  # committed, and killed before it could say so
    for number, each in kept.items():
        assert each == case(number)
        assert store.filing(each.id) == str(number).encode()
        assert store.signed_pdf(each.id) == power_cut.paper(number)
    (draft,) = store.drafts()
    assert int(draft.page) >= last_draft
    store.close()

    engine = engine_for(folder / "store.db", key, lambda: True)
    with reading(engine) as connection:
        assert connection.execute(text("PRAGMA integrity_check")).all() == [("ok",)]
        assert connection.execute(text("PRAGMA cipher_integrity_check")).all() == []
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    engine.dispose()
