"""How urgent cases are: kept as the desk counted it, and to be counted anew when it may differ."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from filingdesk.core.case import Event, EventKind
from filingdesk.core.ports import DueDay, Standing
from filingdesk.core.problem import UserProblem
from filingdesk.core.redating import ShownDate
from filingdesk.core.reply import KeptReply, ReplyKind
from filingdesk.store.cases import EncryptedStore
from tests.store.examples import NOW, case, signed

TODAY = date(2026, 3, 4)
DAY = timedelta(1)
FIRST, LAST = date.min, date.max


def due(rank: int, days: int, clock: str = "cn/answer") -> DueDay:
    return DueDay(rank, TODAY + days * DAY, clock)


def settled(store: EncryptedStore, *standings: tuple[DueDay, ...], until: date = LAST) -> None:
    """Cases that stand so, numbered from one."""
    for number, days in enumerate(standings, 1):
        store.open_case(case(number), b"{}", signed())
        store.settle({number: Standing(TODAY, until, days)})
    store.unsettled(TODAY, "law")
    store.settle({each: Standing(TODAY, until, days) for each, days in enumerate(standings, 1)})


def test_the_most_urgent_comes_first_and_then_the_newest(store: EncryptedStore) -> None:
    settled(store, (), (due(2, 9),), (due(1, -1), due(2, 0)), (due(2, 8),), (due(2, 9),), ())
    assert list(store.in_order()) == [3, 4, 5, 2, 6, 1]
    assert [each.id for each in store.numbered([3, 1])] == ["c3", "c1"]
    assert list(store.in_order("0004")) == [4]
    assert list(store.in_order("nobody")) == []


def test_a_thousand_come_in_their_order(store: EncryptedStore) -> None:
    """The rows come as one text, made of a subquery that has an order."""
    ranks = [number * 7919 % 1009 for number in range(1, 301)]
    settled(store, *((due(2, rank),) for rank in ranks))
    expected = sorted(range(1, 301), key=lambda number: (ranks[number - 1], -number))
    assert list(store.in_order()) == expected
    days = [TODAY + ranks[number - 1] * DAY for number in expected]
    found = store.due(store.due_numbers(2, FIRST, LAST))
    assert [day.day for _, day in found if day] == days


def test_days_are_found_by_rank_and_by_day(store: EncryptedStore) -> None:
    settled(store, (due(1, -1), due(2, 5, "cn/sixty")), (due(2, 3),))
    near = store.due(store.due_numbers(2, TODAY, TODAY + 4 * DAY))
    assert list(near) == [(2, due(2, 3))]
    every = store.due(store.due_numbers(2, FIRST, LAST))
    assert list(every) == [(2, due(2, 3)), (1, due(2, 5, "cn/sixty"))]
    assert list(store.due(store.due_numbers_of(1))) == [(1, due(1, -1)), (1, due(2, 5, "cn/sixty"))]


def test_a_day_that_went_meanwhile_still_tells_its_case(store: EncryptedStore) -> None:
    settled(store, (due(2, 3),))
    numbers = store.due_numbers(2, FIRST, LAST)
    store.settle({1: Standing(TODAY, LAST, ())})
    assert list(store.due(numbers)) == [(1, None)]


def test_it_is_to_be_counted_when_a_day_has_gone_by(store: EncryptedStore) -> None:
    settled(store, (due(2, 3),), until=TODAY + 3 * DAY)
    for day, left in ((0, []), (3, []), (4, [1]), (-1, [1])):
        assert list(store.unsettled(TODAY + day * DAY, "law")) == left


def test_it_is_to_be_counted_when_something_happened(store: EncryptedStore) -> None:
    settled(store, (due(2, 3),), ())
    store.record("c2", Event(EventKind.ACCEPTED, TODAY, NOW))
    assert list(store.unsettled(TODAY, "law")) == [2]
    moved = Event(EventKind.REDATED, TODAY, NOW, "", "cn/answer", TODAY)
    shown = ShownDate("cn/answer", TODAY, TODAY, "cn-2026")
    store.keep_shown("c1", [shown])
    assert list(store.unsettled(TODAY, "law")) == [2]
    store.keep_shown("c1", [shown], [moved])
    assert list(store.unsettled(TODAY, "law")) == [1, 2]
    store.open_case(case(3), b"{}", signed())
    assert list(store.unsettled(TODAY, "law")) == [1, 2, 3]


def test_it_is_to_be_counted_when_what_came_back_tells_something(store: EncryptedStore) -> None:
    settled(store, (due(2, 3),), ())
    kept = KeptReply(ReplyKind.RECEIPT, "ab" * 32, 4, "", TODAY, NOW)
    store.keep_reply("c1", kept, b"%PDF")
    assert list(store.unsettled(TODAY, "law")) == []
    other = replace(kept, sha256="cd" * 32)
    store.keep_reply("c2", other, b"%PDF", [Event(EventKind.RECEIPT_NOTED, TODAY, NOW)])
    assert list(store.unsettled(TODAY, "law")) == [2]


def test_it_is_to_be_counted_under_another_law(store: EncryptedStore) -> None:
    settled(store, (due(2, 3),), ())
    assert list(store.unsettled(TODAY, "law")) == []
    assert sorted(store.unsettled(TODAY, "a new calendar")) == [1, 2]


def test_a_case_is_numbered_by_id_and_by_reference(store: EncryptedStore) -> None:
    settled(store, ())
    assert store.number_of("C1") == store.number_of("fd-7k3m-0001-c") == 1
    with pytest.raises(UserProblem, match="case-unknown"):
        store.number_of("nobody")
