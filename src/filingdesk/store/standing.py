"""The statements about how urgent cases are: counted by the desk, kept here to be put in order."""

from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from filingdesk.core.ports import DueDay, Standing
from filingdesk.store.searching import that_hold
from filingdesk.store.tables import cases, due_days, settings, standings

_LAW = "standings law"
_NEVER = ""
_NO_DAY = date.max.isoformat()
_NO_RANK = 9
_PLACES = 1000


def begin(connection: Connection, case: int) -> None:
    """A case of which nothing was counted yet."""
    connection.execute(insert(standings).values(case=case))


def unsettle(connection: Connection, case: int) -> None:
    """Something happened to a case: what was counted of it holds no more."""
    connection.execute(update(standings).where(standings.c.case == case).values(until=_NEVER))


def is_by_law(connection: Connection, law: str) -> bool:
    """Whether everything that is kept was counted by this law."""
    kept = connection.scalar(select(settings.c.value).where(settings.c.name == _LAW))
    return bool(kept == law.encode())


def begin_law(connection: Connection, law: str) -> None:
    """From now on everything is counted by this law; what was counted before holds no more."""
    row = {"name": _LAW, "value": law.encode()}
    connection.execute(
        insert_or_update(settings)
        .values(row)
        .on_conflict_do_update(index_elements=["name"], set_=row)
    )
    connection.execute(update(standings).values(until=_NEVER))


def unsettled(connection: Connection, today: date) -> Sequence[int]:
    """The numbers of the cases of which it must be counted anew how they stand on a day."""
    day = today.isoformat()
    late = or_(standings.c.until < day, standings.c.since > day)
    return connection.scalars(select(standings.c.case).where(late)).all()


def settle(connection: Connection, found: Mapping[int, Standing]) -> None:
    """What was counted, in place of what was kept; by the numbers of the cases."""
    numbers = [*found]
    for table in (due_days, standings):
        connection.execute(delete(table).where(table.c.case.in_(numbers)))
    connection.execute(insert(standings), [_standing_out(*each) for each in found.items()])
    days = [
        _day_out(number, place, day)
        for number, each in found.items()
        for place, day in enumerate(each.days)
    ]
    if days:
        connection.execute(insert(due_days), days)


def in_order(connection: Connection, search: str) -> Sequence[int]:
    """The numbers of the cases in which a text occurs, the most urgent first, then the newest."""
    wanted = select(standings.c.case)
    if search.strip():
        found = that_hold(select(cases.c.number), search)
        wanted = wanted.where(standings.c.case.in_(found))
    order = (standings.c.rank, standings.c.day, standings.c.case.desc())
    return _numbers(connection, wanted.order_by(*order))


def due_numbers(connection: Connection, rank: int, first: date, last: date) -> Sequence[int]:
    """The numbers of the days of one rank between two days, both included, the nearest first."""
    wanted = select(due_days.c.number).where(
        due_days.c.rank == rank, due_days.c.day.between(first.isoformat(), last.isoformat())
    )
    order = (due_days.c.rank, due_days.c.day, due_days.c.case)
    return _numbers(connection, wanted.order_by(*order))


def due_numbers_of(connection: Connection, case: int) -> Sequence[int]:
    """The numbers of the days of one case, the most urgent first."""
    wanted = select(due_days.c.number).where(due_days.c.case == case)
    return connection.scalars(wanted.order_by(due_days.c.number)).all()


def due(connection: Connection, numbers: Sequence[int]) -> Sequence[tuple[int, DueDay | None]]:
    """Days in the order of their numbers given, each with the number of its case."""
    rows = connection.execute(select(due_days).where(due_days.c.number.in_(numbers)))
    known = {row.number: _day_in(row) for row in rows}
    return tuple((number // _PLACES, known.get(number)) for number in numbers)


def _numbers(connection: Connection, wanted: Select[tuple[int]]) -> Sequence[int]:
    """What one column holds, in its order: as one text it comes five times as fast as by rows.

    SQLite keeps the order of a subquery for every aggregate but count, min and max.
    """
    rows = wanted.subquery()
    text = connection.scalar(select(func.group_concat(rows.c[0])))
    return array("q", map(int, text.split(","))) if text else array("q")


def _standing_out(number: int, standing: Standing) -> dict[str, object]:
    first = standing.days[0] if standing.days else None
    return {
        "case": number,
        "since": standing.since.isoformat(),
        "until": standing.until.isoformat(),
        "rank": first.rank if first else _NO_RANK,
        "day": first.day.isoformat() if first else _NO_DAY,
    }


def _day_out(case: int, place: int, day: DueDay) -> dict[str, object]:
    """The number tells the case, also when the day is not there any more."""
    return {
        "number": case * _PLACES + place,
        "case": case,
        "rank": day.rank,
        "day": day.day.isoformat(),
        "clock": day.clock,
    }


def _day_in(row: Row[Any]) -> DueDay:
    return DueDay(row.rank, date.fromisoformat(row.day), row.clock)
