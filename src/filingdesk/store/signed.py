"""The statements about the bytes of signed files: their pieces, behind what an older row holds."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, insert, select

from filingdesk.store import pieces
from filingdesk.store.pieces import Piece, Placed
from filingdesk.store.tables import pieces as kept
from filingdesk.store.tables import signed_pieces

FIRST = 0
"""Stands for the number of a signing where a file is the one that was signed first."""


def keep(
    connection: Connection, case: int, signing: int, content: bytes, known: Iterable[Placed]
) -> None:
    """Keep a file, of which these pieces are kept already."""
    key = {"case": case, "signing": signing}
    for place, piece in enumerate(pieces.add_around(connection, content, known)):
        connection.execute(insert(signed_pieces), key | {"place": place, "piece": piece})


def whole(connection: Connection, case: int, signing: int, begin: bytes) -> bytes:
    """The file; `begin` is what its row holds."""
    ours = signed_pieces.c.case == case, signed_pieces.c.signing == signing
    contents = select(kept.c.content).join(signed_pieces, signed_pieces.c.piece == kept.c.number)
    in_order = contents.where(*ours).order_by(signed_pieces.c.place)
    return pieces.joined(connection, in_order, begin)


def pieces_of(connection: Connection, case: int, signing: int) -> Sequence[Piece]:
    """Its pieces in their order; none of one that was kept as a whole."""
    ours = signed_pieces.c.case == case, signed_pieces.c.signing == signing
    found = select(kept.c.number, kept.c.sha256, kept.c.size).join(
        signed_pieces, signed_pieces.c.piece == kept.c.number
    )
    rows = connection.execute(found.where(*ours).order_by(signed_pieces.c.place))
    return tuple(Piece(row.number, row.sha256, row.size) for row in rows)
