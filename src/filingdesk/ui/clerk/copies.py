"""Pages on paper, on a stick or in a folder."""

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.own_folder import own_folder
from filingdesk.ui.taking import ToTake
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.overlay import Answer, Overlay

CANCEL, FOLDER = "cancel", "folder"


class Copies(QObject):
    """Asks where to only when there is a choice. Titles and file names begin with the reference.

    Signals: `told(str)` what was done, `failed(object)` the fault that stood in the way.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, sitting: Sitting, room: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._sitting, self._room = sitting, room
        self._busy = Busy(sitting.look, room, sitting.words.say("One moment"))
        self._busy.setParent(self)

    def print(self, taken: ToTake) -> None:
        """Put the pages into a printer's queue."""
        find = self._sitting.desk.doors.printers
        self._run(find, lambda queues: self._choose_printer(taken, queues))

    def save(self, taken: ToTake) -> None:
        """Write a copy to a stick or into a folder."""
        find = self._sitting.desk.doors.sticks
        self._run(find, lambda sticks: self._choose_place(taken, sticks))

    def _choose_printer(self, taken: ToTake, queues: Sequence[str]) -> None:
        if not queues:
            self.failed.emit(UserProblem(Problem("printer", "no-printer")))
        elif len(queues) == 1:
            self._print_on(taken, queues[0])
        else:
            title = self._sitting.words.say("On which printer?")
            answers = [Answer(name, name) for name in queues]
            self._ask(title, answers, lambda name: self._print_on(taken, name))

    def _print_on(self, taken: ToTake, queue: str) -> None:
        desk, say = self._sitting.desk, self._sitting.words.say

        def work() -> str:
            desk.doors.print(taken.pdf(), queue, taken.name)
            return say("The pages are on their way to the printer {name}.", name=queue)

        self._run(work, self.told.emit)

    def _choose_place(self, taken: ToTake, sticks: Sequence[str]) -> None:
        say = self._sitting.words.say
        answers = [
            Answer(path, say("Stick {name}", name=PurePath(path).name or path)) for path in sticks
        ]
        answers.append(Answer(FOLDER, say("Another folder")))
        title = say("Where shall the copy go?")
        self._ask(title, answers, lambda place: self._save_at(taken, place))

    def _save_at(self, taken: ToTake, place: str) -> None:
        if place == FOLDER:
            title = self._sitting.words.say("Choose a folder")
            dialog = QFileDialog(self._room, title, own_folder())
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
            dialog.fileSelected.connect(lambda folder: self._save_in(taken, folder))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
        else:
            self._save_in(taken, place, is_stick=True)

    def _save_in(self, taken: ToTake, folder: str, *, is_stick: bool = False) -> None:
        """Pulled out meanwhile, a stick can leave its empty folder on the desk's own disk."""
        desk, say = self._sitting.desk, self._sitting.words.say

        def work() -> str:
            if is_stick and folder not in desk.doors.sticks():
                raise UserProblem(Problem("stick", "folder-gone"))
            paths = [desk.doors.save(taken.pdf(), folder, taken.name)]
            for ending, content in taken.more.items():
                paths.append(desk.doors.save(content(), folder, taken.name, ending))
            names = self._sitting.words.several([PurePath(each).name for each in paths])
            return say("A copy is saved as {name}.", name=names)

        self._run(work, self.told.emit)

    def _ask(self, title: str, answers: list[Answer], then: Callable[[str], None]) -> None:
        cancel = Answer(CANCEL, self._sitting.words.say("Cancel"))
        overlay = Overlay(
            self._sitting.look, self._room, title, "", (*answers, cancel), escape=CANCEL
        )
        overlay.answered.connect(lambda key: then(key) if key != CANCEL else None)
        overlay.open()

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._busy.run(work, done, self.failed.emit)
