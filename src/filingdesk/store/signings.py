"""The statements about files that were signed again or stamped later: each beside the ones before.

What was signed first stays in `filings` for ever; the latest file is the one that is given out.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from filingdesk.core.case import Event
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Level, Reached, SignedFile, StampedFile, keeps_signed
from filingdesk.store.casebook import number_of
from filingdesk.store.codec import event_out, signing_out
from filingdesk.store.tables import cases, events, filings, signings


def signed_pdf(connection: Connection, id: str) -> bytes:
    """The latest file of a case, byte for byte. Raises UserProblem: case-unknown."""
    pdf: bytes = _latest(connection, id, "pdf").pdf
    return pdf


def reached(connection: Connection, id: str) -> Reached:
    """How high its signatures are. Raises UserProblem: case-unknown."""
    row = _latest(connection, id, "level", "lacking")
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
    signed: SignedFile | StampedFile,
    reached: Reached,
    happened: Sequence[Event],
) -> None:
    """A later file and its events. Raises UserProblem: case-changed, case-unknown."""
    if not keeps_signed(signed_pdf(connection, id), signed.pdf):
        raise UserProblem(Problem("store", "case-changed"))
    number = number_of(connection, id)
    connection.execute(insert(signings), signing_out(number, signed, reached))
    for event in happened:
        connection.execute(insert(events), event_out(number, event))


def _latest(connection: Connection, id: str, *columns: str) -> Row[Any]:
    """These columns of the latest file of a case, or of the one that was signed first."""
    number = number_of(connection, id)
    later = select(*(signings.c[each] for each in columns)).where(signings.c.case == number)
    row = connection.execute(later.order_by(signings.c.number.desc()).limit(1)).first()
    if row is not None:
        return row
    first = select(*(filings.c[each] for each in columns)).where(filings.c.case == number)
    return connection.execute(first).one()
