"""First paint of the window against a bare PySide6 window with one Chinese label.

Both are whole processes, started in turn; the clock runs from the start of the process until the
window's pixels lie on a screen in memory (Xvfb), which is watched from outside. Nothing of the
program is changed for it.
"""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from screen import Screen, screen

ROUNDS = 9
PATIENCE = 30  # seconds
PASSPHRASE = "a passphrase for measuring"  # noqa: S105 - it opens nothing
ROOT = Path(__file__).resolve().parent.parent
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
label = QLabel("公共信用信息异议")
label.resize(1280, 800)
label.show()
app.exec()
"""
READ_AT_START = (
    Path(sys.prefix),
    Path(sys.base_prefix) / "lib",
    ROOT / "src",
    ROOT / "resources" / "icons",
    ROOT / "translations",
    Path("/usr/share/fonts"),
)


@dataclass(frozen=True, slots=True)
class Start:
    """One way to start, and how long each round took, in seconds."""

    name: str
    command: Sequence[str]
    environment: dict[str, str]
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)


def main() -> None:
    """Print medians and the ratios."""
    with tempfile.TemporaryDirectory() as folder, screen(folder) as pixels:
        starts = ways_to_start(Path(folder), pixels.display)
        for start in starts:
            first_paint(start, pixels)  # not counted: leaves bytecode behind
        for _ in range(ROUNDS):
            for start in starts:
                forget_files()
                start.cold.append(first_paint(start, pixels))
                start.warm.append(first_paint(start, pixels))
    bare = starts[0]
    print(f"{'':44} {'cold':>12}   {'warm':>12}   (goal: at most 2)")
    for start in starts:
        cold, warm = statistics.median(start.cold), statistics.median(start.warm)
        by_cold = cold / statistics.median(bare.cold)
        by_warm = warm / statistics.median(bare.warm)
        print(f"{start.name:44} {cold:5.3f} s {by_cold:4.2f}   {warm:5.3f} s {by_warm:4.2f}")


def ways_to_start(folder: Path, display: str) -> list[Start]:
    """A bare window, a desk that nobody has set up, one to be opened, one that opens by itself."""
    plain = {name: value for name, value in os.environ.items() if name not in _NOT_AT_A_DESK}
    plain["DISPLAY"] = display
    ours = (sys.executable, "-m", "filingdesk")
    made = {**plain, "FILINGDESK_HOME": str(folder / "made")}
    set_up(folder / "made")
    return [
        Start("a bare PySide6 window", (sys.executable, "-c", BARE), plain),
        Start(
            "filingdesk, first start: set up", ours, {**plain, "FILINGDESK_HOME": f"{folder}/new"}
        ),
        Start("filingdesk, locked: open this desk", ours, made),
        Start("filingdesk, unlocked", ours, {**made, "FILINGDESK_PASSPHRASE": PASSPHRASE}),
    ]


_NOT_AT_A_DESK = ("PYTHONDONTWRITEBYTECODE", "PYTHONPROFILEIMPORTTIME", "QT_QPA_PLATFORM")


def set_up(folder: Path) -> None:
    from filingdesk.app import furnish

    desk = furnish(folder)
    desk.doors.create(PASSPHRASE, "Benchmark")
    desk.doors.lock()


def first_paint(start: Start, pixels: Screen) -> float:
    """Seconds until the window can be seen; then it is killed."""
    begun = time.perf_counter()
    running = subprocess.Popen(start.command, env=start.environment, cwd=ROOT)
    try:
        while pixels.is_empty():
            if running.poll() is not None or time.perf_counter() - begun > PATIENCE:
                raise SystemExit(f"{start.name}: no window came")
            time.sleep(0.0005)
        return time.perf_counter() - begun
    finally:
        running.send_signal(signal.SIGKILL)
        running.wait()
        while not pixels.is_empty():
            time.sleep(0.01)


def forget_files() -> None:
    """Ask the kernel to forget what a start reads from the disk; what others use it keeps."""
    for folder in READ_AT_START:
        for file in folder.rglob("*"):
            if file.is_file():
                handle = os.open(file, os.O_RDONLY)
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(handle)


if __name__ == "__main__":
    main()
