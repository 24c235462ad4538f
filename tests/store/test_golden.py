"""A store that an earlier version made opens, and everything that was in it is found.

Each was made once by `make_golden.py` with that version of the program, and never again.
"""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from filingdesk.core.signature import Reached
from filingdesk.store import vault
from filingdesk.store.cases import EncryptedStore
from filingdesk.store.opening import open_store
from filingdesk.store.schema import HEAD
from tests.store.examples import SAFE, case, draft, signed
from tests.store.make_golden import (
    CAME_BACK,
    EXTENDED,
    FILING,
    LATER,
    NOTED,
    NUMBER,
    ORIGINAL,
    PASSPHRASE,
    RECEIPT,
    REMINDER,
    RISEN,
    SHOWN,
    STAMPED,
    VERSIONS,
)

GOLDEN = Path(__file__).parent / "golden"
ALL = sorted(each.name for each in GOLDEN.iterdir())


@pytest.fixture(params=ALL)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def old(version: str, tmp_path: Path) -> Iterator[EncryptedStore]:
    folder = shutil.copytree(GOLDEN / version, tmp_path / version)
    store = open_store(folder, vault.unlock(folder, PASSPHRASE))
    assert vault.unlock(folder, (folder / "code.txt").read_text())
    yield store
    store.close()


def test_the_shape_of_today_lies_there_too() -> None:
    assert ALL[-1] == HEAD


def test_a_draft_its_file_and_the_settings_are_there(old: EncryptedStore, version: str) -> None:
    assert list(old.drafts()) == [draft()]
    assert old.file("d1", "f1") == SAFE
    assert version < "0012" or old.original("d1", "f1") == ORIGINAL
    assert old.setting("centre") == "信用服务中心".encode()


def test_the_cases_are_there_with_all_that_was_known_then(
    old: EncryptedStore, version: str
) -> None:
    first = case(1)
    if version >= "0002":
        first = replace(first, events=(*first.events, EXTENDED), document_number=NUMBER)
        assert list(old.shown("c1")) == [SHOWN]
        assert old.filing("c1") == FILING
    if version >= "0003":
        first = replace(first, versions=VERSIONS)
    if version >= "0008":
        first = replace(first, clocks=("cn/answer",))
        assert list(old.reminders()) == [REMINDER]
    if version >= "0011":
        first = replace(first, events=(*first.events, STAMPED, NOTED))
    assert list(old.cases()) == [case(2), first]


def test_the_signed_files_are_there_and_what_came_back(old: EncryptedStore, version: str) -> None:
    stamped = version >= "0011"
    assert old.signed_pdf("c1") == (LATER.pdf if stamped else signed().pdf)
    assert old.reached("c1") == (RISEN if stamped else Reached())
    assert list(old.replies("c1")) == ([CAME_BACK] if stamped else [])
    assert not stamped or old.reply("c1", CAME_BACK.sha256) == RECEIPT
    assert old.signed_pdf("c2") == signed().pdf
    assert old.reached("c2") == Reached()
    assert list(old.replies("c2")) == []


def test_they_are_searched_and_put_in_order(old: EncryptedStore, version: str) -> None:
    assert list(old.in_order("阳𠮷祥")) == list(old.in_order("fd-7k3m"))
    assert sorted(old.in_order("天津市发展")) == [1, 2]
    if version >= "0002":
        assert list(old.in_order("津市监罚[2023] 第 12 号")) == [1]
    assert sorted(old.unsettled(date(2026, 3, 5), "another law")) == [1, 2]
