"""The store remembers which last days a case showed, and what an event is about."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from filingdesk.core.case import Event, EventKind
from filingdesk.core.ports import CaseStore
from filingdesk.core.problem import UserProblem
from filingdesk.core.redating import ShownDate
from filingdesk.store.cases import EncryptedStore
from filingdesk.store.opening import open_store
from tests.store.examples import NOW, case, signed

ANSWER = ShownDate("cn/answer", date(2026, 12, 28), date(2027, 1, 6), "cn-2026-00000000")
SIXTY = ShownDate("cn/sixty", date(2026, 12, 1), date(2027, 2, 1), "cn-2026-00000000")
LATER = ShownDate("cn/answer", ANSWER.event, date(2027, 1, 7), "cn-2027-11111111")
MOVED = Event(EventKind.REDATED, date(2026, 12, 30), NOW, "2027-01-06", "cn/answer", LATER.due_on)


def test_what_was_shown_is_kept_until_something_else_is(folder: Path, key: bytes) -> None:
    first: CaseStore = open_store(folder, key)
    first.open_case(case(1), b"{}", signed())
    first.open_case(case(2), b"{}", signed())
    assert list(first.shown("c1")) == []
    first.keep_shown("c1", [SIXTY, ANSWER])
    first.keep_shown("fd-7k3m-0002-c", [SIXTY])

    again: CaseStore = open_store(folder, key)
    assert list(again.shown("C1")) == [ANSWER, SIXTY]
    again.keep_shown("c1", [LATER], [MOVED])
    assert list(again.shown("c1")) == [LATER, SIXTY]
    assert list(again.shown("c2")) == [SIXTY]
    assert again.case("c1").events == (*case().events, MOVED)


def test_an_extension_comes_back_with_its_clock_and_its_day(store: EncryptedStore) -> None:
    store.open_case(case(), b"{}", signed())
    told = Event(EventKind.EXTENDED, date(2026, 3, 4), NOW, "", "cn/answer", date(2026, 4, 1))
    assert store.record("c1", told).events[-1] == told
    plain = Event(EventKind.SUSPENDED, date(2026, 3, 5), NOW + timedelta(hours=1))
    assert store.record("c1", plain).events[-1] == plain


def test_nothing_is_kept_of_a_case_that_is_not_there(store: EncryptedStore) -> None:
    with pytest.raises(UserProblem, match="case-unknown"):
        store.shown("nobody")
    with pytest.raises(UserProblem, match="case-unknown"):
        store.keep_shown("nobody", [ANSWER])
