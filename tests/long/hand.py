"""A hand on the mouse and the keys: xdotool, and nothing else, moves the program."""

import subprocess
import time
from collections.abc import Mapping, Sequence

PAUSE = 0.55  # seconds: a second tap at the same place within half a second is not meant
NEAR = 60  # pixels


class Hand:
    """Clicks, drags and types where a person would."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._taps: list[tuple[float, tuple[int, int]]] = []

    def click(self, place: tuple[int, int]) -> None:
        near = (at for at, (x, y) in self._taps if abs(x - place[0]) + abs(y - place[1]) < NEAR)
        time.sleep(max(0.0, max(near, default=0.0) + PAUSE - time.monotonic()))
        self._do("mousemove", *place, "mousedown", 1, "mouseup", 1)
        self._taps = [*self._taps[-9:], (time.monotonic(), place)]

    def scroll(self, place: tuple[int, int], *, down: bool, notches: int = 1) -> None:
        self._do("mousemove", *place, "click", "--repeat", notches, "--delay", 10, 5 if down else 4)

    def key(self, name: str, times: int = 1) -> None:
        self._do("key", "--repeat", times, "--delay", 30, name)

    def types(self, text: str) -> None:
        """Letters that are on a key, line by line."""
        first, *others = text.split("\n")
        self._do("type", "--delay", 12, "--", first)
        for line in others:
            self.key("Return")
            self._do("type", "--delay", 12, "--", line)

    def draws(self, line: Sequence[tuple[int, int]]) -> None:
        """One stroke of a pen."""
        self._do("mousemove", *line[0], "mousedown", 1)
        for place in line[1:]:
            self._do("mousemove", *place)
            time.sleep(0.01)
        self._do("mouseup", 1)

    def _do(self, *words: object) -> None:
        command = ("xdotool", *(str(word) for word in words))
        subprocess.run(command, env=dict(self._environment), check=True, timeout=60)
