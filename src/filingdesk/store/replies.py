"""The statements about what came back for a case: it is kept as it came, and never changes."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from filingdesk.core.case import Event
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.reply import KeptReply, ReplyKind
from filingdesk.store import standing
from filingdesk.store.casebook import number_of
from filingdesk.store.codec import event_out, storable
from filingdesk.store.tables import case_files, events

_TOLD = (
    case_files.c.kind,
    case_files.c.sha256,
    case_files.c.size,
    case_files.c.signer,
    case_files.c.day,
    case_files.c.kept_at,
)


def keep(
    connection: Connection, id: str, kept: KeptReply, content: bytes, told: Sequence[Event]
) -> None:
    """A file and what it tells. Raises UserProblem: case-unknown, reply-known."""
    case = number_of(connection, id)
    same = select(case_files.c.number).where(
        case_files.c.case == case, case_files.c.sha256 == kept.sha256
    )
    if connection.execute(same).first():
        raise UserProblem(Problem("file", "reply-known"))
    row = {
        "case": case,
        "kind": kept.kind.value,
        "sha256": kept.sha256,
        "size": kept.size,
        "signer": storable(kept.signer),
        "day": kept.day.isoformat() if kept.day else None,
        "kept_at": kept.kept_at.isoformat(),
        "content": content,
    }
    connection.execute(insert(case_files), row)
    for event in told:
        connection.execute(insert(events), event_out(case, event))
    if told:
        standing.unsettle(connection, case)


def every(connection: Connection, id: str) -> Sequence[KeptReply]:
    """What came back, in the order in which it was kept. Raises UserProblem: case-unknown."""
    wanted = select(*_TOLD).where(case_files.c.case == number_of(connection, id))
    return tuple(
        KeptReply(
            kind=ReplyKind(row.kind),
            sha256=row.sha256,
            size=row.size,
            signer=row.signer,
            day=date.fromisoformat(row.day) if row.day else None,
            kept_at=datetime.fromisoformat(row.kept_at),
        )
        for row in connection.execute(wanted.order_by(case_files.c.number))
    )


def content(connection: Connection, id: str, sha256: str) -> bytes:
    """One file, byte for byte. Raises UserProblem: case-unknown, file-unknown."""
    wanted = select(case_files.c.content).where(
        case_files.c.case == number_of(connection, id), case_files.c.sha256 == sha256
    )
    kept: bytes | None = connection.scalar(wanted)
    if kept is None:
        raise UserProblem(Problem("file", "file-unknown"))
    return kept
