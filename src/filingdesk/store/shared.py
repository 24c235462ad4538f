"""Which pieces that are kept already stand in a file that is to be kept."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from sqlalchemy import Connection, select

from filingdesk.store.pieces import Piece, Placed
from filingdesk.store.tables import pieces

_HEAD = 64
"""Bytes that a file is looked for by."""

_MOST_TRIES = 100
"""Places that begin like a file and are another: a hostile one repeats its own beginning."""


def unchanged(content: bytes, before: Iterable[Piece]) -> Iterator[Placed]:
    """Those pieces of an earlier file that stand where they stood."""
    whole, at = memoryview(content), 0
    for each in before:
        if _is_at(whole, at, each):
            yield Placed(at, each)
        at += each.size


def found_in(
    connection: Connection, content: bytes, files: Iterable[Sequence[Piece]]
) -> Iterator[Placed]:
    """The pieces of these files where they stand in another one as they are, in their order.

    One that is packed in it, or stands before an earlier one, is not found; it is then kept twice.
    """
    begin = 0
    for file in files:
        head = select(pieces.c.content).where(pieces.c.number == file[0].number)
        at = _place_of(content, file, connection.scalars(head).one()[:_HEAD], begin)
        if at is None:
            continue
        for each in file:
            yield Placed(at, each)
            at += each.size
        begin = at


def _place_of(content: bytes, file: Sequence[Piece], head: bytes, begin: int) -> int | None:
    whole, at = memoryview(content), content.find(head, begin)
    for _ in range(_MOST_TRIES):
        if at < 0:
            break
        if _are_at(whole, at, file):
            return at
        at = content.find(head, at + 1)
    return None


def _are_at(whole: memoryview, at: int, file: Sequence[Piece]) -> bool:
    """From the last to the first: photos of one camera begin alike."""
    end = at + sum(each.size for each in file)
    for each in reversed(file):
        end -= each.size
        if not _is_at(whole, end, each):
            return False
    return True


def _is_at(whole: memoryview, at: int, piece: Piece) -> bool:
    part = whole[at : at + piece.size]
    return len(part) == piece.size and sha256(part).hexdigest() == piece.sha256
