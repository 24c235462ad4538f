"""The signed pages leave the desk: by a printer, on a stick, into a folder."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from filingdesk.core.problem import Problem
from filingdesk.desk import Desk
from filingdesk.words.problems import sentence
from tests.ui.clerk.clerk import PDF, Clerk, keep
from tests.ui.clerk.conftest import Seat

REFERENCE = "FD-7K3M-9PXA-C"
ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def clerk(desk: Desk, seat: Seat) -> Clerk:
    """Somebody before a case."""
    keep(desk, REFERENCE)
    clerk = seat.at(desk)
    clerk.room.open_case(REFERENCE)
    return clerk


@pytest.fixture
def tray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the printers of `cups` put their paper: CUPS's own programs, made small."""
    tray = tmp_path / "tray"
    tray.mkdir()
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TRAY", str(tray))
    return tray


def cups(tray: Path, *queues: str) -> None:
    programs = tray.parent / "bin"
    names = "\\n".join(queues)
    lpstat = f'#!/bin/sh\n[ "$1" = -e ] && printf "{names}\\n"\nexit 0\n'
    lp = '#!/bin/sh\ncat > "$TRAY/$2"\necho "$4" > "$TRAY/title"\n'
    for name, text in (("lpstat", lpstat), ("lp", lp)):
        program = programs / name
        program.write_text(text)
        program.chmod(0o755)


def test_one_printer_needs_no_question(clerk: Clerk, tray: Path) -> None:
    cups(tray, "Window_3")
    clerk.presses(Qt.Key.Key_P, control=True)
    clerk.waits(lambda: any("Window_3" in each for each in clerk.notes()))
    assert (tray / "Window_3").read_bytes() == PDF
    assert (tray / "title").read_text() == f"{REFERENCE}\n"


def test_of_several_printers_one_is_chosen(clerk: Clerk, tray: Path) -> None:
    cups(tray, "Hall", "Window_3")
    clerk.presses(Qt.Key.Key_P, control=True)
    clerk.waits_for("On which printer?")
    clerk.chooses("Window_3")
    clerk.waits(lambda: any("Window_3" in each for each in clerk.notes()))
    assert (tray / "Window_3").read_bytes() == PDF
    assert not (tray / "Hall").exists()


def test_without_a_printer_a_sentence_says_so(clerk: Clerk, tray: Path) -> None:
    cups(tray)
    clerk.presses(Qt.Key.Key_P, control=True)
    told = sentence(Problem("printer", "no-printer"), clerk.room.sitting.words)
    clerk.waits(lambda: told in clerk.notes())


def test_a_copy_goes_into_a_folder(clerk: Clerk, tmp_path: Path) -> None:
    clerk.presses(Qt.Key.Key_S, control=True)
    clerk.waits_for("Where shall the copy go?")
    clerk.chooses(clerk.says("Another folder"))
    dialog = clerk.room.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    clerk.waits(lambda: any(f"{REFERENCE}.pdf" in each for each in clerk.notes()))
    assert (tmp_path / f"{REFERENCE}.pdf").read_bytes() == PDF


@pytest.mark.parametrize("documents", [True, False])
def test_another_folder_is_looked_for_among_the_clerks_own(clerk: Clerk, documents: bool) -> None:
    home = Path.home()
    if documents:
        (home / "Documents").mkdir()
    clerk.presses(Qt.Key.Key_S, control=True)
    clerk.waits_for("Where shall the copy go?")
    clerk.chooses(clerk.says("Another folder"))
    dialog = clerk.room.findChildren(QFileDialog)[0]
    assert Path(dialog.directory().absolutePath()) == (home / "Documents" if documents else home)
    dialog.reject()


def test_a_folder_that_is_gone(clerk: Clerk, tmp_path: Path) -> None:
    clerk.presses(Qt.Key.Key_S, control=True)
    clerk.waits_for("Where shall the copy go?")
    clerk.chooses(clerk.says("Another folder"))
    dialog = clerk.room.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(tmp_path / "pulled out"))
    dialog.reject()
    told = sentence(Problem("folder", "folder-gone"), clerk.room.sitting.words)
    clerk.waits(lambda: told in clerk.notes())


def test_a_stick_that_was_pulled_while_choosing(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder that it was opened in can stay behind, empty, on the desk's own disk."""
    sticks = [str(tmp_path)]
    monkeypatch.setattr(clerk.room.sitting.desk.doors, "sticks", lambda: tuple(sticks))
    clerk.presses(Qt.Key.Key_S, control=True)
    clerk.waits_for("Where shall the copy go?")
    sticks.clear()
    clerk.chooses(clerk.says("Stick {name}").format(name=tmp_path.name))
    told = sentence(Problem("stick", "folder-gone"), clerk.room.sitting.words)
    clerk.waits(lambda: told in clerk.notes())
    assert not (tmp_path / f"{REFERENCE}.pdf").exists()


def test_whoever_changes_their_mind_saves_nothing(clerk: Clerk, tmp_path: Path) -> None:
    clerk.presses(Qt.Key.Key_S, control=True)
    clerk.waits_for("Where shall the copy go?")
    clerk.presses(ESCAPE)
    assert clerk.overlays() == []
    assert clerk.room.findChildren(QFileDialog) == []
