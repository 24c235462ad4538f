"""Where each key of a TOML text stands, so that a fault is told with its line."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

Path = tuple[str | int, ...]
"""A way into nested tables: keys, and the place in an array counted from 0."""

_SIGN = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?!")'
    r"|'''.*?'''(?!')"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'"
    r"|#[^\n]*|\n|[][{}=,.]"
    r"|[^][{}=,.#\"'\s]+",
    re.DOTALL,
)


@lru_cache(maxsize=64)  # the linter asks for many places of few files
def lines_of(toml: str) -> Mapping[Path, int]:
    """The line of every table, key and array element, counted from 1; the text is valid TOML."""
    return _Scan(toml).lines


class _Scan:
    """One walk over the signs. tomllib has judged the text already: here only its shape counts."""

    def __init__(self, toml: str) -> None:
        self.signs = [each for each in _SIGN.finditer(toml) if not each[0].startswith("#")]
        self.at = 0
        self.newlines = [each.start() for each in re.finditer("\n", toml)]
        self.elements: Counter[Path] = Counter()
        self.lines: dict[Path, int] = {(): 1}
        here: Path = ()
        while (sign := self._sign()) is not None:
            if sign == "\n":
                self.at += 1
            elif sign == "[":
                here = self._header()
            else:
                self._pair(here)

    def _sign(self) -> str | None:
        return self.signs[self.at][0] if self.at < len(self.signs) else None

    def _mark(self, path: Path, at: int) -> None:
        """What has no line of its own, as `a` in [a.b], takes that of the first thing in it."""
        line = bisect_right(self.newlines, self.signs[at].start()) + 1
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)

    def _key(self, end: str) -> list[str]:
        """The parts of a dotted key; the sign that ends it is taken too."""
        parts = []
        while (sign := self._sign()) != end:
            if sign != ".":
                parts.append(str(sign).strip("\"'"))
            self.at += 1
        self.at += 1
        return parts

    def _header(self) -> Path:
        """[table] or [[array of tables]]"""
        start = self.at
        self.at += 1
        of_array = self._sign() == "["
        self.at += of_array
        *above, name = self._key("]")
        self.at += of_array
        path: Path = ()
        for key in above:
            path = self._latest((*path, key))
        path = (*path, name)
        self.elements[path] += of_array
        path = self._latest(path)
        self._mark(path, start)
        return path

    def _latest(self, path: Path) -> Path:
        """The name of an array of tables means its latest table."""
        count = self.elements[path]
        return (*path, count - 1) if count else path

    def _pair(self, table: Path) -> None:
        """key = value"""
        start = self.at
        path = (*table, *self._key("="))
        self._mark(path, start)
        self._value(path)

    def _value(self, path: Path) -> None:
        match self._sign():
            case "[":
                for number, _ in enumerate(self._parts("]")):
                    self._mark((*path, number), self.at)
                    self._value((*path, number))
            case "{":
                for _ in self._parts("}"):
                    self._pair(path)
            case _:
                while self._sign() not in (None, "\n", ",", "]", "}"):
                    self.at += 1

    def _parts(self, end: str) -> Iterator[None]:
        """Stops at each part of what stands between brackets, and behind the last bracket."""
        self.at += 1
        while (sign := self._sign()) != end:
            if sign in ("\n", ","):
                self.at += 1
            else:
                yield
        self.at += 1
