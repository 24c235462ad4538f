"""From one page of the wizard to the next, forward and back, with the Tianjin example.

The clock runs from the press of Continue or Back until the new page is painted. The peak memory is
the kernel's own figure for the process that walks (VmHWM): opening the store, every page, and the
pages to be signed. Run without arguments; the walk itself is a process of its own.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from screen import screen

from filingdesk.app import furnish
from filingdesk.desk import Desk
from filingdesk.ui.kiosk.names import PREVIEW, START
from filingdesk.ui.options import WindowOptions
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.window import MainWindow
from filingdesk.words.consent import VERSION

ROUNDS = 5
PASSPHRASE = "a passphrase for measuring"  # noqa: S105 - it opens nothing


def main() -> None:
    """A new desk and a screen of its own for the walk."""
    with tempfile.TemporaryDirectory() as folder, screen(folder) as there:
        desk = furnish(Path(folder) / "desk")
        desk.doors.create(PASSPHRASE, "Benchmark")
        desk.doors.lock()
        environment = {**os.environ, "DISPLAY": there.display, "QT_QPA_PLATFORM": "xcb"}
        command = (sys.executable, __file__, f"{folder}/desk")
        subprocess.run(command, env=environment, check=True)


def walk(folder: Path) -> None:
    """There and back again, several times; the first walk also loads what pages need."""
    file = furnish().doors.read_answers(
        furnish().doors.example("cn-tianjin", "tianjin-expired"), "tianjin-expired.toml"
    )
    desk = furnish(folder, file.today)
    desk.doors.unlock(PASSPHRASE)
    walker = Walker(desk)
    walks, previews = [], []
    for _ in range(ROUNDS):
        session = walker.window.session
        session.begin(VERSION)
        session.take(replace(desk.draft_of(file), page=session.page, consent=VERSION))
        times = []
        while session.page != PREVIEW:
            times.append(walker.step(session.go_on))
        previews.append(walker.rests())
        while session.can_go_back():
            times.append(walker.step(session.go_back))
        walks.append(times)
        session.erase()
        walker.rests()
    tell("first walk", walks[0])
    tell("later walks", [each for times in walks[1:] for each in times])
    print(f"the pages to be signed: {statistics.median(previews) * 1000:.0f} ms after their page")
    lines = Path("/proc/self/status").read_text().splitlines()
    peak = next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    print(f"peak memory of the wizard: {peak:.0f} MB (goal: at most 200)")


class Walker(QObject):
    """Somebody at a window who waits for nothing but the paint."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.window = MainWindow(desk.doors, WindowOptions(language="es"))
        self.window.open()
        self.window.session.show(START)
        self._painted = False
        QTest.qWait(5000)  # what is warmed beside the window

    def step(self, act: Callable[[], object]) -> float:
        """Seconds from the press to the painted page."""
        before = self.window.session.page
        begun = time.perf_counter()
        act()
        page = self.window.kiosk.page
        assert page is not None, "a page is always shown"
        assert self.window.session.page != before, self.window.session.problems
        self._painted = False
        page.title.installEventFilter(self)
        while not self._painted:
            QApplication.processEvents()
        taken = time.perf_counter() - begun
        QTest.qWait(1)  # the former page is thrown away
        return taken

    def rests(self) -> float:
        """Seconds until nothing works beside the window any more."""
        begun = time.perf_counter()
        QTest.qWait(20)
        while any(each.running() for each in self.window.findChildren(Busy)):
            QTest.qWait(5)
        return time.perf_counter() - begun

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self._painted |= event.type() == QEvent.Type.Paint
        return False


def tell(name: str, times: list[float]) -> None:
    p95 = sorted(times)[round(0.95 * (len(times) - 1))]
    print(
        f"{name}: {len(times)} changes, p50 {statistics.median(times) * 1000:.0f} ms, "
        f"p95 {p95 * 1000:.0f} ms (goal: at most 50), longest {max(times) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    else:
        app = QApplication(["benchmark"])
        walk(Path(sys.argv[1]))
