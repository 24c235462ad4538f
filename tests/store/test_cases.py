"""A signed filing becomes a case, is found by whoever asks for it, and only ever grows."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from filingdesk.core.case import Event, EventKind, Status
from filingdesk.core.ports import CaseStore
from filingdesk.core.problem import UserProblem
from filingdesk.store.cases import EncryptedStore
from filingdesk.store.opening import open_store
from tests.store.examples import NAME, NOW, case, draft, signed

FILING = b'{"name": "made up"}'
HANDED_OVER = Event(EventKind.HANDED_OVER, date(2026, 3, 3), NOW, "窗口递交")


def test_a_case_is_kept_with_all_that_belongs_to_it(folder: Path, key: bytes) -> None:
    first: CaseStore = open_store(folder, key)
    first.save_draft(draft())
    first.open_case(case(), FILING, signed(b"%PDF \x00\xff"))
    # What is left of the draft goes by itself, later: a power cut in between loses nothing.
    assert [each.id for each in first.drafts()] == ["d1"]
    first.erase_draft("d1")

    again: CaseStore = open_store(folder, key)
    assert list(again.cases()) == [case()]
    assert again.case("c1") == case()
    assert again.filing("c1") == FILING
    assert again.signed_pdf("FD-7K3M-0001-C") == b"%PDF \x00\xff"
    assert list(again.drafts()) == []


def test_events_are_added_and_never_change(store: EncryptedStore) -> None:
    store.open_case(case(), FILING, signed())
    grown = store.record("c1", HANDED_OVER)
    assert grown.events == (*case().events, HANDED_OVER)
    assert grown.status is Status.HANDED_OVER

    earlier = Event(EventKind.LEARNED, date(2026, 1, 1), NOW + timedelta(hours=1))
    assert store.record("fd-7k3m-0001-c", earlier).events[-1] == earlier
    assert store.case("c1").events == (*case().events, HANDED_OVER, earlier)


def test_a_case_is_found_by_id_or_reference_however_it_is_written(store: CaseStore) -> None:
    store.open_case(case(), FILING, signed())
    for name in ("c1", "C1", "FD-7K3M-0001-C", "fd-7k3m-0001-c", "  FD-7K3M-0001-C\n"):
        assert store.case(name) == case()
    for name in ("", "c", "FD-7K3M-0002-C", "%", "c_", "\udc80"):
        with pytest.raises(UserProblem, match="case-unknown"):
            store.case(name)
    for ask in (store.signed_pdf, store.filing):
        with pytest.raises(UserProblem, match="case-unknown"):
            ask("nobody")
    with pytest.raises(UserProblem, match="case-unknown"):
        store.record("nobody", HANDED_OVER)


def test_the_same_filing_cannot_become_a_case_twice(store: CaseStore) -> None:
    store.open_case(case(), FILING, signed(b"first"))
    for again in (case(), case(2, id="C1"), case(2, reference="fd-7k3m-0001-c")):
        with pytest.raises(UserProblem, match="case-exists"):
            store.open_case(again, FILING, signed(b"second"))
    assert list(store.cases()) == [case()]
    assert store.signed_pdf("c1") == b"first"


def test_the_newest_case_comes_first_whatever_the_clock_said(store: CaseStore) -> None:
    for number in (2, 3, 1):
        store.open_case(case(number), FILING, signed())
    assert [each.id for each in store.cases()] == ["c1", "c3", "c2"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["c3", "c2", "c1"]),
        ("   ", ["c3", "c2", "c1"]),
        ("阳𠮷", ["c1"]),
        ("smith", ["c2"]),
        (" 0003 ", ["c3"]),
        ("fd-7k3m", ["c3", "c2", "c1"]),
        ("严重失信", ["c2"]),
        ("市场监督", ["c3"]),
        ("100%", ["c2"]),
        ("%", ["c2"]),
        ("_", ["c3"]),
        ("/", ["c3"]),
        ("'; drop table cases; --", []),
        ("\udc80", []),
        ("长" * 60_000, []),
    ],
)
def test_search_takes_every_sign_for_itself(
    store: CaseStore, search: str, found: list[str]
) -> None:
    store.open_case(case(1), FILING, signed())
    store.open_case(case(2, person="J. Smith 100%", title="严重失信主体名单"), FILING, signed())
    store.open_case(case(3, person="a_b/c", authority="成都市市场监督管理局"), FILING, signed())
    assert [each.id for each in store.cases(search)] == found


def test_every_case_found_brings_its_own_history(store: CaseStore) -> None:
    store.open_case(case(1), FILING, signed())
    store.open_case(case(2), FILING, signed())
    store.record("c1", HANDED_OVER)
    assert [len(each.events) for each in store.cases(NAME)] == [2, 3]


def test_the_desk_keeps_its_seal_and_its_name(store: EncryptedStore) -> None:
    assert store.setting("seal") is None
    store.keep_setting("seal", b"\x00\x01")
    store.keep_setting("centre", "信用服务中心".encode())
    store.keep_setting("seal", b"")
    assert store.setting("seal") == b""
    assert store.setting("centre") == "信用服务中心".encode()


def test_a_closed_store_opens_for_nobody(store: EncryptedStore) -> None:
    store.close()
    store.close()
    with pytest.raises(RuntimeError, match="closed"):
        store.cases()
