"""Contents handed to a PDF by reference: it reads them when it is written, and keeps no copy.

A stream that is made of bytes is copied at once, so that 100 MB of photos would lie in memory
twice. One that stands in the file that was opened is read where it lies: the contents are put
behind what was drawn, as an update of it would be (ISO 32000-1, 7.5.6), and nothing is joined.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from io import SEEK_CUR, SEEK_END, SEEK_SET, BufferedReader, RawIOBase
from itertools import accumulate
from typing import Any

_END = re.compile(rb"trailer\s*<<(.*)/Size (\d+)(.*)>>\s*startxref\s*(\d+)\s*%%EOF\s*\Z", re.DOTALL)
_TAIL = 4096


class _Joined(RawIOBase):
    """Pieces read as one file, none of them copied."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = [memoryview(each) for each in pieces]
        self._starts = [0, *accumulate(map(len, pieces))]
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        self._at = {SEEK_SET: 0, SEEK_CUR: self._at, SEEK_END: self._starts[-1]}[whence] + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        number = bisect_right(self._starts, self._at) - 1
        if number >= len(self._pieces):
            return 0
        begin = self._at - self._starts[number]
        found = self._pieces[number][begin : begin + len(buffer)]
        buffer[: len(found)] = found
        self._at += len(found)
        return len(found)


def with_streams(drawn: bytes, contents: Sequence[bytes]) -> tuple[BufferedReader, range]:
    """What ReportLab drew, with a bare stream for each content, and the numbers of those streams.

    Raises ValueError if it does not end in a table of its objects.
    """
    end = _END.search(drawn, max(0, len(drawn) - _TAIL))
    if end is None:
        raise ValueError("not as ReportLab ends a PDF")
    before, size, after, earlier = end.groups()
    numbers = range(int(size), int(size) + len(contents))
    pieces, starts, at = [drawn, b"\n"], [], len(drawn) + 1
    for number, content in zip(numbers, contents, strict=True):
        starts.append(at)
        head = b"%d 0 obj\n<</Length %d>>\nstream\n" % (number, len(content))
        pieces += (head, content, b"\nendstream\nendobj\n")
        at += sum(map(len, pieces[-3:]))
    rows = b"".join(b"%010d 00000 n \n" % start for start in starts)
    pieces.append(b"xref\n%d %d\n%s" % (numbers.start, len(numbers), rows))
    trailer = b"%s/Size %d /Prev %s%s" % (before, numbers.stop, earlier, after)
    pieces.append(b"trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, at))
    return BufferedReader(_Joined(pieces)), numbers
