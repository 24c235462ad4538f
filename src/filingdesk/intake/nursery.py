"""The process whose copies read foreign files: it loads the decoders once, and reads none itself.

Run as `python -m filingdesk.intake.nursery` by `Copies` and by nobody else. Its standard input is
a socket; each byte there brings three descriptors: the copy's standard input, its standard output,
and its line, on which the nursery tells how it ended. Whoever closes the line ends the copy.
"""

import os
import signal
import socket
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector

from PIL import Image

from filingdesk.intake import child, picture  # noqa: F401 - what reads photos, loaded beforehand
from filingdesk.intake.copies import ENDED, WAS_ENDED

_DESCRIPTORS = 3


def main() -> None:
    """Make copies until nobody can ask for one any more."""
    Image.preinit()
    with socket.socket(fileno=os.dup(0)) as control:
        _Nursery(control).run()


class _Nursery:
    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._lines: dict[int, socket.socket] = {}
        self._ends, self._end = socket.socketpair()
        self._waiting = DefaultSelector()

    def run(self) -> None:
        """At the end, the copies that there are end too."""
        self._end.setblocking(False)
        signal.set_wakeup_fd(self._end.fileno())
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self._waiting.register(self._control, EVENT_READ, self._begin_one)
        self._waiting.register(self._ends, EVENT_READ, self._tell_ends)
        while self._waiting.get_map().get(self._control):
            for key, _ in self._waiting.select():
                key.data()
        for process in self._lines:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)

    def _begin_one(self) -> None:
        asked, descriptors, *_ = socket.recv_fds(self._control, 1, _DESCRIPTORS)
        if not asked:
            self._waiting.unregister(self._control)
            return
        process = os.fork()
        if process == 0:
            _read(*descriptors[:2])
        stdin, stdout, line = descriptors
        os.close(stdin)
        os.close(stdout)
        self._lines[process] = socket.socket(fileno=line)
        self._waiting.register(line, EVENT_READ, lambda: self._let_go(process))

    def _let_go(self, process: int) -> None:
        """Until it is waited for, the number is nobody else's."""
        if process in self._lines:
            self._waiting.unregister(self._lines[process])
            os.kill(process, signal.SIGKILL)

    def _tell_ends(self) -> None:
        self._ends.recv(1)
        while self._lines:
            process, status = os.waitpid(-1, os.WNOHANG)
            if not process:
                break
            # Whoever asked need not wait for it.
            with self._lines.pop(process) as line, suppress(OSError):
                with suppress(KeyError):
                    self._waiting.unregister(line)
                line.send(ENDED if os.WIFEXITED(status) else WAS_ENDED)


def _read(stdin: int, stdout: int) -> None:
    """What a copy does. It has its own input and output, and nothing of the others'."""
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.dup2(stdin, 0)
        os.dup2(stdout, 1)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        child.main()
        os._exit(0)
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
