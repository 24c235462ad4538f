"""How long a reading process is waited for, and what its end means."""

import time
from subprocess import TimeoutExpired
from threading import Timer
from typing import IO, Protocol

_LAST_BREATH = 0.5
"""Seconds: a process whose output has ended ends itself within these, or is still there."""


class Reader(Protocol):
    """A reading process; a `Popen` is one."""

    @property
    def stdin(self) -> IO[bytes] | None: ...

    @property
    def stdout(self) -> IO[bytes] | None: ...

    def kill(self) -> None: ...

    def wait(self, timeout: float | None = None) -> int: ...


class Patience:
    """Ends a process that says nothing for `silence` seconds, or takes longer than `whole`."""

    def __init__(self, child: Reader, silence: float, whole: float) -> None:
        self._child, self._silence = child, silence
        self._until = time.monotonic() + whole
        self._timer = self._begin()

    def renew(self) -> None:
        """It has said something."""
        self._timer.cancel()
        self._timer = self._begin()

    def end(self) -> None:
        """It is not waited for any more."""
        self._timer.cancel()

    def _begin(self) -> Timer:
        left = max(0.0, self._until - time.monotonic())
        timer = Timer(min(self._silence, left), self._child.kill)
        timer.daemon = True
        timer.start()
        return timer


def why_ended(child: Reader) -> str:
    """The code for a process that broke off: ended by a signal, it had met one of its limits."""
    try:
        return "file-too-heavy" if child.wait(_LAST_BREATH) < 0 else "file-not-readable"
    except TimeoutExpired:
        return "file-not-readable"
