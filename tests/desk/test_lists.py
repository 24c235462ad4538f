"""The list of cases and what is due: kept by the store, and the same as if counted on the day."""

from datetime import date, datetime, timedelta, timezone

import pytest

from filingdesk.app import FixedDay, Furniture
from filingdesk.core.case import Case, Event, EventKind
from filingdesk.core.problem import UserProblem
from filingdesk.core.signature import Capacity, SignedFile
from filingdesk.desk import Desk
from filingdesk.desk.paged import SIZE, Paged
from filingdesk.desk.urgency import Entry, When, entries
from filingdesk.store.cases import EncryptedStore
from tests.desk.furnished import TODAY

K = EventKind
DAY = timedelta(1)
AT = datetime(2026, 11, 22, 9, tzinfo=timezone(timedelta(hours=8)))
KINDS = [
    ("cn-shandong", "objection"),
    ("cn-tianjin", "objection"),
    ("cn", "reconsideration"),
    ("cn-shandong", "reconsideration"),
]


def keep(desk: Desk, name: str, place: str, kind: str, *happened: tuple[K, date]) -> None:
    """A case with a history."""
    events = tuple(Event(each, day, AT) for each, day in happened)
    case = Case(name, name, place, kind, "赵宁", "行政处罚信息", "某局", events)
    signed = SignedFile(b"%PDF-1.7", "cd" * 32, "CN=x", Capacity.CENTRE_SEAL, AT)
    desk.doors.store.open_case(case, b"{}", signed)


def on(desk: Desk, day: date) -> Desk:
    """The same desk on another day."""
    assert isinstance(desk.doors, Furniture)
    desk.doors.time = FixedDay(day)
    return desk


def histories(first: date) -> list[tuple[tuple[K, date], ...]]:
    """What can have happened to a case that began on a day."""
    signed = ((K.LEARNED, first), (K.SIGNED, first), (K.RECEIPT_NOTED, first + DAY))
    return [
        signed[:2],
        signed,
        (*signed, (K.ACCEPTED, first + 4 * DAY)),
        (*signed, (K.ACCEPTED, first + 2 * DAY), (K.SUSPENDED, first + 5 * DAY)),
        (*signed, (K.CORRECTION_NOTICE, first + 3 * DAY)),
        (*signed, (K.REFUSED, first + 6 * DAY)),
        (*signed, (K.CORRECTED, first + 6 * DAY)),
    ]


def counted(desk: Desk, today: date) -> list[tuple[When, date | None, str, str]]:
    """Everything to look after, each case counted on that day, in the order of the agenda."""
    cases = [desk.case(each.id) for each in desk.doors.store.cases()][::-1]
    found = [each for case in cases for each in entries(case, today)]
    found.sort(key=lambda each: (each.when, each.day or date.max))
    return [told(each) for each in found]


def told(entry: Entry) -> tuple[When, date | None, str, str]:
    clock = entry.clock.clock.id if entry.clock else ""
    return entry.when, entry.day, entry.found.case.id, clock


def test_on_every_day_the_lists_are_what_is_counted_on_it(desk: Desk) -> None:
    """As the days go by, only what can have changed is counted anew; nothing is missed."""
    for place, (jurisdiction, kind) in enumerate(KINDS):
        for number, history in enumerate(histories(TODAY - 40 * DAY)):
            keep(desk, f"C{place}{number}", jurisdiction, kind, *history)
    whens = set()
    for days in (*range(100), 400, -20):
        today = TODAY + days * DAY
        agenda = on(desk, today).agenda()
        found = [told(each) for due in agenda.values() for each in due]
        assert found == counted(desk, today), today
        whens |= {*agenda}
        foremost: dict[str, tuple[int, date]] = {}
        for when, day, id, _ in found:
            foremost.setdefault(id, (when, day or date.max))
        order = [each.case.id for each in desk.cases()]
        assert len(order) == len(KINDS) * 7
        keys = [foremost.get(id, (9, date.max)) for id in order]
        assert keys == sorted(keys), today
    assert whens == {*When}


def test_only_what_can_have_changed_is_counted_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        began = TODAY - number * DAY
        keep(desk, f"C{number}", "cn-shandong", "objection", (K.RECEIPT_NOTED, began))
    desk.cases()
    settled: list[int] = []
    settle = EncryptedStore.settle

    def seen(store: EncryptedStore, found: dict[int, object]) -> None:
        settled.extend(found)
        settle(store, found)  # type: ignore[arg-type]

    monkeypatch.setattr(EncryptedStore, "settle", seen)
    desk.cases()
    assert settled == []
    desk.record("C3", K.ACCEPTED, TODAY)
    desk.cases()
    assert settled == [4]


def test_a_store_that_takes_nothing_still_lists_its_cases(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(desk, "C1", "cn-shandong", "objection", (K.RECEIPT_NOTED, TODAY))

    def full(*_: object) -> None:
        raise UserProblem

    monkeypatch.setattr(EncryptedStore, "settle", full)
    [found] = desk.cases()
    assert found.next_due is not None


def test_a_day_that_another_clerk_dealt_with_is_still_a_line_of_its_case(desk: Desk) -> None:
    keep(desk, "C1", "cn-shandong", "objection", (K.RECEIPT_NOTED, TODAY))
    agenda = desk.agenda()
    desk.record("C1", K.CORRECTED, TODAY)
    desk.cases()
    [entry, *_] = agenda[When.SOON]
    assert (entry.found.case.id, entry.day, entry.clock) == ("C1", None, None)


def test_a_list_knows_where_a_case_stands(desk: Desk) -> None:
    for number in range(3):
        began = TODAY - number * DAY
        keep(desk, f"C{number}", "cn-shandong", "objection", (K.RECEIPT_NOTED, began))
    cases = desk.cases()
    assert [cases.place_of_case(each.case.id) for each in cases] == [0, 1, 2]
    assert cases.place_of_case("nobody") == cases.place_of_case("") == -1
    for due in desk.agenda().values():
        for place, entry in enumerate(due):
            assert due.place_of_case(entry.found.case.id) <= place
            assert entry.day is not None
            assert due.place_for(entry.day) > place
            assert due.place_for(entry.day - DAY) <= place


# ---------------------------------------------------------------- a list that is read in parts


def test_only_the_parts_that_are_looked_at_are_read() -> None:
    read: list[int] = []

    def values(numbers: object) -> list[str]:
        some = list(numbers)  # type: ignore[call-overload]
        read.extend(some)
        return [f"v{each}" for each in some]

    paged = Paged(range(10_000), values)
    assert len(paged) == 10_000
    assert (paged[3], paged[-1], paged[5000:5002]) == ("v3", "v9999", ("v5000", "v5001"))
    assert len(read) <= 3 * SIZE
    assert (paged[3], len(read)) == ("v3", len(set(read)))
    paged.replace(3, "changed")
    assert paged[3] == "changed"
    with pytest.raises(IndexError):
        paged[10_000]
    assert [*paged][4:] == [f"v{each}" for each in range(4, 10_000)]
