"""The statements about pieces: files in rows of a megabyte, so that none lies in memory twice.

A piece never changes and may be part of several files: what a draft kept becomes part of the file
that was signed without being written again, and what is stamped later shares all but its end.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import SEEK_END, BytesIO
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select

from filingdesk.store.tables import pieces, signed_pieces

_SIZE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece without its bytes."""

    number: int
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece that stands in a file from `at` on."""

    at: int
    piece: Piece


def add(connection: Connection, content: bytes | memoryview) -> Iterator[int]:
    """Keep the bytes as new pieces; gives their numbers in order, one at the least."""
    whole = memoryview(content)
    for start in range(0, max(len(whole), 1), _SIZE):
        part = whole[start : start + _SIZE]
        row = {"sha256": sha256(part).hexdigest(), "size": len(part), "content": part}
        number = insert(pieces).values(row).returning(pieces.c.number)
        yield connection.execute(number).scalar_one()


def add_around(connection: Connection, content: bytes, known: Iterable[Placed]) -> Iterator[int]:
    """The numbers of all pieces of a file, of which only those that are not known are added."""
    whole, done = memoryview(content), 0
    for each in sorted(known, key=lambda found: found.at):
        if each.at < done:
            continue
        if done < each.at:
            yield from add(connection, whole[done : each.at])
        yield each.piece.number
        done = each.at + each.piece.size
    if done < len(whole):
        yield from add(connection, whole[done:])


def joined(connection: Connection, contents: Select[Any], begin: bytes = b"") -> bytes:
    """The file that begins like this and goes on with these pieces."""
    file = BytesIO(begin)
    file.seek(0, SEEK_END)
    for content in connection.scalars(contents.execution_options(yield_per=1)):
        file.write(content)
    return file.getvalue()


def forget(connection: Connection, numbers: Sequence[int]) -> None:
    """These pieces are gone, but for those of signed files."""
    is_signed = select(signed_pieces.c.piece).where(signed_pieces.c.piece == pieces.c.number)
    connection.execute(delete(pieces).where(pieces.c.number.in_(numbers), ~is_signed.exists()))
