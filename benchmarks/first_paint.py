"""First paint of the window against a bare PySide6 window, whole processes in turn."""

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 7
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
class Bare(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        app.exit(0)
app = QApplication(sys.argv)
label = Bare("公共信用信息异议")
label.resize(1280, 800)
label.show()
app.exec()
"""
OURS = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from filingdesk.app import furnish
from filingdesk.ui.window import make_window
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.isVisible():
            import os
            os._exit(0)
        return False
app = QApplication(sys.argv)
window = make_window(furnish(), [])
painted = Painted()
app.installEventFilter(painted)
window.show()
app.exec()
"""


def main() -> None:
    """Print medians and the ratio, after one round that is not counted."""
    with tempfile.TemporaryDirectory() as home:
        surroundings = os.environ | {"FILINGDESK_HOME": f"{home}/desk"}
        bare, ours = [], []
        for _ in range(ROUNDS + 1):
            bare.append(_seconds(BARE, surroundings))
            ours.append(_seconds(OURS, surroundings))
    bare_median, our_median = statistics.median(bare[1:]), statistics.median(ours[1:])
    print(f"bare window  {bare_median:.3f} s (first run {bare[0]:.3f} s)")
    print(f"filingdesk   {our_median:.3f} s (first run {ours[0]:.3f} s)")
    print(f"ratio        {our_median / bare_median:.2f}  (goal: at most 2)")


def _seconds(program: str, surroundings: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], env=surroundings, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
