"""From a slot to files: what lies on the person's stick, and nothing else of this disk."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.panel import room_of
from filingdesk.ui.kiosk.papers.picking_files import PickingFiles
from filingdesk.ui.kiosk.stick_files import ENDINGS, SHOWN, StickFile, files_on
from filingdesk.ui.own_folder import own_folder
from filingdesk.ui.widgets.cards import Choice
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.words.catalogue import Words

_MEGABYTE = 1024 * 1024


class ChoosingFiles:
    """`take` gets the paths of what was chosen; nothing happens when nothing was."""

    def __init__(self, page: Page, accepted: str, take: Callable[[Sequence[Path]], None]) -> None:
        self._page, self._accepted, self._take = page, accepted, take
        self._say = page.session.words.say

    def begin(self) -> None:
        """On a clerk's own computer every file may be chosen; at a kiosk those of a stick."""
        if self._page.session.may_browse:
            self._browse()
        else:
            self._look_at_sticks()

    def _look_at_sticks(self) -> None:
        doors = self._page.session.desk.doors

        def look() -> tuple[bool, Sequence[StickFile]]:
            sticks = doors.sticks()
            return bool(sticks), files_on(sticks)

        self._page.work(
            self._say("We are looking at your stick"), look, lambda found: self._offer(*found)
        )

    def _offer(self, has_stick: bool, files: Sequence[StickFile]) -> None:
        if not files:
            self._tell_nothing(has_stick)
            return
        shown = {str(each.path): each for each in files[:SHOWN]}
        words = self._page.session.words
        choices = [
            Choice(path, each.name, detail(each, words), icon_of(each))
            for path, each in shown.items()
        ]
        told = [self._accepted]
        if len(files) > SHOWN:
            more = self._say(
                "Your stick holds {count} files; the newest {shown} are here.",
                count=words.number(len(files)),
                shown=SHOWN,
            )
            told.append(more)
        picking = PickingFiles(
            self._page.look,
            room_of(self._page),
            self._say("Which files?"),
            words.together(told),
            choices,
            words=(self._say("Attach what is ticked"), self._say("Cancel")),
            nothing=self._say("Please tick at least one file."),
        )
        picking.picked.connect(lambda paths: self._take([Path(each) for each in paths]))
        picking.open()

    def _tell_nothing(self, has_stick: bool) -> None:
        if has_stick:
            title = self._say("There is no photo and no PDF on your stick")
        else:
            title = self._say("We cannot see a USB stick")
        text = self._say(
            "Put the stick with your files in, and look again. If your paper is not on a stick, "
            "ask staff: a clerk can look at the original, and confirm it here."
        )
        answers = (
            Answer("again", self._say("Look again"), primary=True),
            Answer("leave", self._say("Close")),
        )
        overlay = Overlay(
            self._page.look, room_of(self._page), title, text, answers, escape="leave"
        )
        overlay.answered.connect(lambda key: self._look_at_sticks() if key == "again" else None)
        overlay.open()

    def _browse(self) -> None:
        """Qt's own dialog, starting at the stick where there is one."""
        sticks = self._page.session.desk.doors.sticks()
        begin = sticks[0] if sticks else own_folder()
        dialog = QFileDialog(self._page, self._say("Which files?"), begin)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.ReadOnly)  # no folder made, nothing renamed or erased
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*{each}" for each in ENDINGS)
        kinds = self._say("Photos, PDF files and plain texts")
        dialog.setNameFilter(f"{kinds} ({endings})")
        dialog.filesSelected.connect(lambda paths: self._take([Path(each) for each in paths]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def detail(file: StickFile, words: Words) -> str:
    """How large it is, and in which folder it lies."""
    size = words.megabytes(max(0.1, round(file.size / _MEGABYTE, 1)))
    return " · ".join(part for part in (size, file.folder) if part)


def icon_of(file: StickFile) -> str:
    """A paper with lines for what is read, a camera for what was photographed."""
    return "file-text" if file.name.lower().endswith((".pdf", ".txt")) else "camera"
