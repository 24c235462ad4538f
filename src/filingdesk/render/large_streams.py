"""Puts large contents into streams that a PDF was saved without.

What qpdf writes it copies and digests: with 100 MB of photos a third of a second, and the file lies
in memory twice. So it writes streams without contents, and the file is joined afterwards.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

_END = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")
_TAIL = 64
_TABLE = re.compile(rb"xref\n0 (\d+)\n\d{10} 65535 f \n((?:\d{10} 00000 n \n)*)")
_ROW = 20
_EMPTY = b"/Length 0 >>\nstream\n\nendstream\nendobj\n"


def filled(saved: bytes, contents: Mapping[int, bytes]) -> bytes:
    """The PDF that qpdf saved, with these contents in its empty streams, by their objects' numbers.

    Raises ValueError where it is not as qpdf writes it: its objects in their order, then one table
    of all (ISO 32000-1, 7.5.4); or where one that gets a content is no stream without one.
    """
    starts, table, trailer = _objects(saved)
    pieces: list[bytes | memoryview] = [saved[: starts[0]]]
    moved, at = [], starts[0]
    for number, (start, end) in enumerate(pairwise((*starts, table)), 1):
        own = memoryview(saved)[start:end]
        parts = _with(own, contents[number]) if number in contents else (own,)
        pieces += parts
        moved.append(at)
        at += sum(map(len, parts))
    rows = b"".join(b"%010d 00000 n \n" % each for each in moved)
    head = b"xref\n0 %d\n%010d 65535 f \n" % (len(moved) + 1, 0)
    return b"".join((*pieces, head, rows, trailer, b"startxref\n%d\n%%%%EOF\n" % at))


def _objects(saved: bytes) -> tuple[Sequence[int], int, bytes]:
    """Where each object begins, where their table does, and what stands behind its rows."""
    end = _END.search(saved, max(0, len(saved) - _TAIL))
    table = end and _TABLE.match(saved, int(end[1]))
    if not (end and table):
        raise ValueError("not as qpdf ends a PDF")
    starts = [int(table[2][at : at + _ROW // 2]) for at in range(0, len(table[2]), _ROW)]
    if int(table[1]) != len(starts) + 1 or starts != sorted(starts) or starts[-1] > table.start():
        raise ValueError("not as qpdf ends a PDF")
    return starts, table.start(), saved[table.end() : end.start()]


def _with(empty: memoryview, content: bytes) -> tuple[bytes | memoryview, ...]:
    before = len(empty) - len(_EMPTY)
    if empty[before:] != _EMPTY:
        raise ValueError("not an empty stream")
    head = b"/Length %d >>\nstream\n" % len(content)
    return empty[:before], head, content, b"\nendstream\nendobj\n"
