"""A store of its own for every story."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from filingdesk.store.cases import EncryptedStore
from filingdesk.store.opening import open_store

KEY = bytes(range(32))


@pytest.fixture
def key() -> bytes:
    return KEY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture
def store(folder: Path, key: bytes) -> Iterator[EncryptedStore]:
    open_store(folder, key).close()
    opened = open_store(folder, key)  # as on every day but the first
    yield opened
    opened.close()
