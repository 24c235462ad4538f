"""Where a clerk and a person look for a file together: to take one, never to change any."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListView, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from filingdesk.ui.kiosk.choosing_file import ChoosingFiles, icon_of
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.stick_files import StickFile
from tests.ui.kiosk.person import Person, settle


@pytest.fixture
def letter() -> Path:
    """A file in the home of whoever uses this computer."""
    letter = Path.home() / "letter.pdf"
    letter.write_bytes(b"%PDF")
    return letter


@pytest.fixture
def dialog(citizen: Person, session: Session, letter: Path, qtbot: QtBot) -> QFileDialog:
    """Open, with the file in its list."""
    session.may_browse = True
    taken: list[Sequence[Path]] = []
    ChoosingFiles(citizen.page, "", taken.append).begin()
    (dialog,) = citizen.page.findChildren(QFileDialog)
    files = dialog.findChildren(QListView)[0]
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) > 0, timeout=5000)
    return dialog


@pytest.mark.parametrize(
    ("name", "icon"),
    [("notes.TXT", "file-text"), ("letter.pdf", "file-text"), ("IMG_1.HEIC", "camera")],
)
def test_a_text_is_not_shown_as_a_photo(name: str, icon: str) -> None:
    assert icon_of(StickFile(0.0, Path(name), "", 1)) == icon


def test_it_begins_at_home(dialog: QFileDialog) -> None:
    assert Path(dialog.directory().absolutePath()) == Path.home()


def test_nothing_is_made_or_erased_there(dialog: QFileDialog, letter: Path) -> None:
    new_folder = dialog.findChild(QToolButton, "newFolderButton")
    assert isinstance(new_folder, QToolButton)
    assert not new_folder.isEnabled()

    dialog.selectFile(str(letter))
    files = dialog.findChildren(QListView)[0]
    files.setFocus()
    before = sorted(Path.home().iterdir())
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(files, key)
        settle()
    assert dialog.findChildren(QMessageBox) == []
    assert sorted(Path.home().iterdir()) == before
    dialog.reject()
