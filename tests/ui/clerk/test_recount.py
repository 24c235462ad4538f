"""A new calendar with thousands of cases: the clerk works on while the days are counted anew."""

from collections.abc import Callable

import pytest

from filingdesk.core.case import EventKind
from filingdesk.core.problem import UserProblem
from filingdesk.desk import Desk, casework
from filingdesk.store.cases import EncryptedStore
from filingdesk.ui.clerk.recount import Recount
from tests.ui.clerk.clerk import Clerk, days_ago, keep
from tests.ui.clerk.conftest import Seat

pytestmark = pytest.mark.usefixtures("plain_words")
MANY = 12


@pytest.fixture
def many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """More cases than are counted in one go, all counted; then a law that nobody counted by."""
    for number in range(MANY):
        keep(desk, f"C{number}", (EventKind.RECEIPT_NOTED, days_ago(number)))
    desk.cases()
    monkeypatch.setattr(casework, "_AT_ONCE", 5)
    monkeypatch.setattr(casework, "_STEP", 2)
    monkeypatch.setattr(Desk, "_law", lambda _: "the holidays of next year")
    return desk


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The cases of each step, as they are counted."""
    counted: list[int] = []
    settle = EncryptedStore.settle

    def seen(store: EncryptedStore, found: dict[int, object]) -> None:
        counted.append(len(found))
        settle(store, found)  # type: ignore[arg-type]

    monkeypatch.setattr(EncryptedStore, "settle", seen)
    return counted


def mark(clerk: Clerk) -> Recount:
    assert clerk.room.page is not None
    return clerk.room.page.findChildren(Recount)[0]


def test_the_agenda_is_there_at_once_and_says_that_its_days_are_from_before(
    many: Desk, seat: Seat, steps: list[int]
) -> None:
    clerk = seat.at(many)
    clerk.waits(lambda: not many.doors.store.unsettled(many.doors.time.today(), many._law()))
    clerk.waits(lambda: not mark(clerk).isVisible())
    assert steps == [2] * (MANY // 2), "never all at once"
    assert clerk.lines()


def test_the_list_shows_the_order_from_before_until_all_is_counted(
    many: Desk, seat: Seat, steps: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    stands: list[Callable[[], None]] = []
    monkeypatch.setattr(Recount, "showEvent", lambda self, _: stands.append(self._step))
    clerk = seat.at(many)
    page = clerk.room.show_cases()
    assert steps == []
    assert page.model.rowCount() == MANY
    assert mark(clerk).text().startswith("The days are being counted anew; cases left: 12.")
    step = stands[-1]
    step()
    assert "cases left: 10." in mark(clerk).text()
    for _ in range(5):
        step()
    assert not mark(clerk).isVisible()
    assert page.model.rowCount() == MANY


def test_who_goes_elsewhere_and_comes_back_goes_on_from_there(many: Desk) -> None:
    first = many.settling()
    assert [next(first), next(first), next(first)] == [12, 10, 8]
    assert [*many.settling()] == [8, 6, 4, 2, 0]
    assert [*many.settling()] == [0]


def test_a_store_that_takes_nothing_says_so_and_asks_no_more(
    many: Desk, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserProblem

    monkeypatch.setattr(EncryptedStore, "settle", full)
    clerk = seat.at(many)
    clerk.waits(lambda: "could not be counted anew" in mark(clerk).text())
    assert clerk.lines()


def test_the_command_line_waits_and_has_the_new_order(many: Desk, steps: list[int]) -> None:
    assert len(many.cases()) == MANY
    assert sum(steps) == MANY
