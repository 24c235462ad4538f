"""The window is closed while the pages of a PDF are on it: quietly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk.furnished import PASSPHRASE, example, made_once
from tests.ui.kiosk.visits import EXPIRED

CLOSED = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from filingdesk.app import furnish
from filingdesk.ui.clerk.pane import CasePane
from filingdesk.ui.options import WindowOptions
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.pdf_pages import PdfPages
from filingdesk.ui.window import MainWindow

folder, passphrase, example, where = sys.argv[1:]
desk = furnish(Path(folder), date(2026, 11, 22))
desk.doors.unlock(passphrase)
text = Path(example).read_text("utf-8")
draft = desk.draft_of(desk.doors.read_answers(text, example))
draft = desk.keep(replace(draft, consent="2026", language="en", page="preview"))
app = QApplication([])
window = MainWindow(desk.doors, WindowOptions(language="en"))
window.session.show("start")
window.open()

def until(is_so):
    while not is_so():
        app.processEvents()

def at_rest():
    return not any(each.running() for each in window.findChildren(Busy))

if where == "case":
    case = desk.sign(draft)
    window.show_clerk()
    window.staff.open_case(case.id)
    until(at_rest)
    window.findChildren(CasePane)[0].see_pages()
else:
    window.session.resume(draft)
until(lambda: window.findChildren(PdfPages) and at_rest())
for sheet in window.findChildren(PdfPages)[0].sheets:
    sheet.repaint()
if where == "done":
    window.session.go_on()
    page = window.kiosk.page
    page.truth.set_values(("yes",))
    page.way.set_values(("paper",))
    page.go_on()
    until(lambda: window.session.page == "done" and at_rest())
QTimer.singleShot(0, window.close)
sys.exit(app.exec())
"""


@pytest.mark.parametrize("where", ["preview", "done", "case"])
def test_no_page_is_left_open(where: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = made_once(tmp_path_factory.mktemp(where))
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false"}
    run = subprocess.run(
        [sys.executable, "-c", CLOSED, str(folder), PASSPHRASE, str(example(EXPIRED)), where],
        capture_output=True,
        text=True,
        env={**os.environ, **quiet},
        cwd=Path(__file__).parents[2],
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
