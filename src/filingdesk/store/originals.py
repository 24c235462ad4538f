"""The statements about originals: what a person brought, byte for byte, beside its pages."""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.store import drafts, pieces
from filingdesk.store.pieces import Piece
from filingdesk.store.tables import draft_originals as originals
from filingdesk.store.tables import pieces as kept


def keep(connection: Connection, draft: str, file: str, untrusted_content: bytes) -> None:
    """Keep the bytes as they are; nobody here opens them. Raises UserProblem: draft-unknown."""
    drafts.must_be_there(connection, draft)
    erase(connection, draft, file)
    key = {"draft": draft, "file": file}
    for place, piece in enumerate(pieces.add(connection, untrusted_content)):
        connection.execute(insert(originals), key | {"place": place, "piece": piece})


def one(connection: Connection, draft: str, file: str) -> bytes:
    """The bytes as they came. Raises UserProblem: file-unknown."""
    ours = originals.c.draft == draft, originals.c.file == file
    wanted = select(kept.c.content).join(originals, originals.c.piece == kept.c.number)
    if not connection.execute(select(originals.c.place).where(*ours)).first():
        raise UserProblem(Problem("store", "file-unknown"))
    return pieces.joined(connection, wanted.where(*ours).order_by(originals.c.place))


def of_draft(connection: Connection, draft: str) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each original of a draft, in the order in which they were kept."""
    rows = connection.execute(
        select(originals.c.file, kept.c.number, kept.c.sha256, kept.c.size)
        .join(kept, originals.c.piece == kept.c.number)
        .where(originals.c.draft == draft)
        .order_by(kept.c.number)
    ).all()
    for _, group in groupby(rows, lambda row: row.file):
        yield tuple(Piece(row.number, row.sha256, row.size) for row in group)


def erase(connection: Connection, draft: str, file: str) -> None:
    """The bytes are gone; where there are none, nothing happens."""
    _erase(connection, originals.c.draft == draft, originals.c.file == file)


def erase_every(connection: Connection, draft: str) -> None:
    """All of a draft, but for what became part of a signed file."""
    _erase(connection, originals.c.draft == draft)


def _erase(connection: Connection, *which: ColumnElement[bool]) -> None:
    gone = connection.scalars(delete(originals).where(*which).returning(originals.c.piece)).all()
    pieces.forget(connection, gone)
