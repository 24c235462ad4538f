"""Reading processes for several files: each a copy of one that has loaded the decoders already.

A copy is as cut off as a process that is started for one file: what a foreign file does to it, the
next file does not meet. Only the start is spared, which takes as long as decoding a photo.
"""

import fcntl
import os
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from subprocess import DEVNULL, Popen, TimeoutExpired
from typing import IO, Self

from filingdesk.intake.frames import Refused
from filingdesk.intake.patience import Reader

_MEGABYTE = 2**20

ENDED, WAS_ENDED = b"E", b"K"
"""What is told of a copy: it ended by itself, or by a signal."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One reading process; `line` is its own to the nursery."""

    stdin: IO[bytes]
    stdout: IO[bytes]
    line: socket.socket

    def kill(self) -> None:
        """End it, whatever it does."""
        with suppress(OSError):
            self.line.shutdown(socket.SHUT_WR)

    def wait(self, timeout: float | None = None) -> int:
        """Negative where a signal ended it. Raises TimeoutExpired."""
        self.line.settimeout(timeout)
        try:
            return 0 if self.line.recv(1) == ENDED else -1
        except TimeoutError:
            raise TimeoutExpired("a copy", timeout or 0) from None


class Copies:
    """The nursery, until the end of the `with` block; several threads may ask it for copies."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command, self._environment = command, environment

    def __enter__(self) -> Self:
        self._control, theirs = socket.socketpair()
        with theirs:
            self._nursery = Popen(
                self._command,
                stdin=theirs.fileno(),
                stdout=DEVNULL,
                stderr=DEVNULL,
                env=self._environment,
                cwd="/",
            )
        return self

    def __exit__(self, *_: object) -> None:
        self._control.close()
        self._nursery.wait()

    @contextmanager
    def begin(self) -> Iterator[Reader]:
        """A copy that waits for its file. Raises Refused: file-too-heavy."""
        theirs_in, ours_in = _wide_pipe()
        ours_out, theirs_out = _wide_pipe()
        line, theirs = socket.socketpair()
        stdin, stdout = os.fdopen(ours_in, "wb"), os.fdopen(ours_out, "rb")
        try:
            self._ask(theirs_in, theirs_out, theirs)
            yield Copy(stdin, stdout, line)
        finally:
            line.close()
            stdout.close()
            with suppress(BrokenPipeError):
                stdin.close()

    def _ask(self, stdin: int, stdout: int, line: socket.socket) -> None:
        try:
            socket.send_fds(self._control, [b"+"], [stdin, stdout, line.fileno()])
        except OSError:
            # Nothing but want of memory ends the nursery.
            raise Refused("file-too-heavy") from None
        finally:
            os.close(stdin)
            os.close(stdout)
            line.close()


def _wide_pipe() -> tuple[int, int]:
    """A pipe that takes a megabyte before its writer waits, where the system has such."""
    ends = os.pipe()
    with suppress(AttributeError, OSError):
        fcntl.fcntl(ends[1], fcntl.F_SETPIPE_SZ, _MEGABYTE)
    return ends
