"""The statements about files that were signed again or stamped later: each beside the ones before.

What was signed first stays in `filings` for ever; the latest file is the one that is given out.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from filingdesk.core.case import Event
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Level, Reached, SignedFile, StampedFile, keeps_signed
from filingdesk.store import shared, signed
from filingdesk.store.casebook import number_of
from filingdesk.store.codec import event_out, signing_out
from filingdesk.store.tables import cases, events, filings, signings


def signed_pdf(connection: Connection, id: str) -> bytes:
    """The latest file of a case, byte for byte. Raises UserProblem: case-unknown."""
    return _whole(connection, number_of(connection, id))


def reached(connection: Connection, id: str) -> Reached:
    """How high its signatures are. Raises UserProblem: case-unknown."""
    _, row = _latest(connection, number_of(connection, id), "level", "lacking")
    return Reached(Level(row.level), row.lacking)


def below(connection: Connection, level: Level) -> Sequence[str]:
    """The references of cases whose latest file does not reach a level; the oldest first."""
    latest = (
        select(signings.c.level)
        .where(signings.c.case == cases.c.number)
        .order_by(signings.c.number.desc())
        .limit(1)
        .scalar_subquery()
    )
    lower = [each.value for each in Level if not each.reaches(level)]
    wanted = (
        select(cases.c.reference)
        .join(filings, filings.c.case == cases.c.number)
        .where(func.coalesce(latest, filings.c.level).in_(lower))
        .order_by(cases.c.number)
    )
    return tuple(connection.scalars(wanted))


def replace(
    connection: Connection,
    id: str,
    file: SignedFile | StampedFile,
    reached: Reached,
    happened: Sequence[Event],
) -> None:
    """A later file and its events. Raises UserProblem: case-changed, case-unknown."""
    case = number_of(connection, id)
    if not keeps_signed(_whole(connection, case), file.pdf):
        raise UserProblem(Problem("store", "case-changed"))
    before, _ = _latest(connection, case)
    known = shared.unchanged(file.pdf, signed.pieces_of(connection, case, before))
    row = insert(signings).values(signing_out(case, file, reached))
    number = connection.execute(row.returning(signings.c.number)).scalar_one()
    signed.keep(connection, case, number, file.pdf, known)
    for event in happened:
        connection.execute(insert(events), event_out(case, event))


def _whole(connection: Connection, case: int) -> bytes:
    number, row = _latest(connection, case, "pdf")
    return signed.whole(connection, case, number, row.pdf)


def _latest(connection: Connection, case: int, *columns: str) -> tuple[int, Row[Any]]:
    """The number of the latest file of a case, or of the one that was signed first; its columns."""
    later = select(signings.c.number, *(signings.c[each] for each in columns))
    mine = later.where(signings.c.case == case).order_by(signings.c.number.desc())
    row = connection.execute(mine.limit(1)).first()
    if row is not None:
        return row.number, row
    first = select(filings.c.case, *(filings.c[each] for each in columns))
    return signed.FIRST, connection.execute(first.where(filings.c.case == case)).one()
