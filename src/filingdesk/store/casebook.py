"""The statements about cases: what was signed stays as it is, events are only ever added."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from filingdesk.core.case import Case, Event
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.redating import ShownDate
from filingdesk.core.signature import SignedFile
from filingdesk.store import originals, shared, signed, standing
from filingdesk.store.codec import (
    case_in,
    case_out,
    event_out,
    filing_out,
    shown_in,
    shown_out,
    storable,
)
from filingdesk.store.searching import that_hold
from filingdesk.store.tables import cases, events, filings, shown_dates


def add(connection: Connection, case: Case, filing: bytes, file: SignedFile) -> None:
    """A case with its first events and what was signed. Raises UserProblem: case-exists."""
    taken = select(cases.c.number).where(
        or_(cases.c.id == case.id, cases.c.reference == case.reference)
    )
    if connection.execute(taken).first():
        raise UserProblem(Problem("store", "case-exists"))
    number: int = connection.execute(
        insert(cases).values(case_out(case)).returning(cases.c.number)
    ).scalar_one()
    standing.begin(connection, number)
    connection.execute(insert(filings), filing_out(number, filing, file))
    known = shared.found_in(connection, file.pdf, originals.of_draft(connection, case.id))
    signed.keep(connection, number, signed.FIRST, file.pdf, known)
    for event in case.events:
        connection.execute(insert(events), event_out(number, event))


def found(connection: Connection, search: str) -> Sequence[Case]:
    """The cases in which the text occurs, the latest opened first; all for an empty text."""
    wanted = that_hold(select(cases), search)
    rows = connection.execute(wanted.order_by(cases.c.number.desc())).all()
    numbers = wanted.with_only_columns(cases.c.number)
    history = _history(connection, select(events).where(events.c.case.in_(numbers)))
    return tuple(case_in(row, history.get(row.number, ())) for row in rows)


def numbered(connection: Connection, numbers: Sequence[int]) -> Sequence[Case]:
    """The cases of these numbers, in the same order."""
    rows = connection.execute(select(cases).where(cases.c.number.in_(numbers))).all()
    history = _history(connection, select(events).where(events.c.case.in_(numbers)))
    known = {row.number: case_in(row, history.get(row.number, ())) for row in rows}
    return tuple(known[number] for number in numbers)


def one(connection: Connection, id: str) -> Case:
    """The case of an id or a reference, whatever its capitals. Raises UserProblem: case-unknown."""
    number = number_of(connection, id)
    row = connection.execute(select(cases).where(cases.c.number == number)).one()
    history = _history(connection, select(events).where(events.c.case == number))
    return case_in(row, history.get(number, ()))


def number_of(connection: Connection, id: str) -> int:
    """The number of a case by its id or its reference. Raises UserProblem: case-unknown."""
    name = storable(id.strip())
    number: int | None = connection.scalar(
        select(cases.c.number)
        .where(or_(cases.c.id == name, cases.c.reference == name))
        .order_by((cases.c.id == name).desc())
    )
    if number is None:
        raise UserProblem(Problem("store", "case-unknown"))
    return number


def filing(connection: Connection, id: str) -> bytes:
    """filing.json as it was signed. Raises UserProblem: case-unknown."""
    kept: bytes = connection.scalars(_kept(connection, id, filings.c.filing)).one()
    return kept


def record(connection: Connection, id: str, event: Event) -> None:
    """One more event. Raises UserProblem: case-unknown."""
    case = number_of(connection, id)
    connection.execute(insert(events), event_out(case, event))
    standing.unsettle(connection, case)


def shown(connection: Connection, id: str) -> Sequence[ShownDate]:
    """The last days that a case showed, each clock once. Raises UserProblem: case-unknown."""
    kept = select(shown_dates).where(shown_dates.c.case == number_of(connection, id))
    return tuple(shown_in(row) for row in connection.execute(kept.order_by(shown_dates.c.clock)))


def keep_shown(
    connection: Connection, id: str, dates: Sequence[ShownDate], moved: Sequence[Event]
) -> None:
    """Last days in place of those shown before, and the events of those that moved."""
    case = number_of(connection, id)
    for each in dates:
        row = shown_out(case, each)
        connection.execute(
            insert_or_update(shown_dates)
            .values(row)
            .on_conflict_do_update(index_elements=["case", "clock"], set_=row)
        )
    for event in moved:
        connection.execute(insert(events), event_out(case, event))
    if moved:
        standing.unsettle(connection, case)


def _kept(connection: Connection, id: str, column: Any) -> Select[Any]:
    return select(column).where(filings.c.case == number_of(connection, id))


def _history(connection: Connection, wanted: Select[Any]) -> dict[int, tuple[Row[Any], ...]]:
    """Events by the number of their case, in the order in which they were written down."""
    rows = connection.execute(wanted.order_by(events.c.case, events.c.number))
    return {number: tuple(group) for number, group in groupby(rows, lambda row: row.case)}
