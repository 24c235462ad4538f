"""A file from outside: dropped on a page or chosen, read as it is, and never opened here."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.ui.own_folder import own_folder

LARGEST = 256 * 1024 * 1024
"""Bytes; more than a filing ever has."""


class Dropping(QObject):
    """Lets files be dropped on a widget. Signal `dropped(object)` with the path of one file."""

    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):  # a drag that enters or moves is one, too
            paths = [each.toLocalFile() for each in event.mimeData().urls() if each.isLocalFile()]
            if len(paths) == 1:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.dropped.emit(Path(paths[0]))
                return True
            if isinstance(event, QDragEnterEvent):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def ask_file(window: QWidget, title: str, then: Callable[[Path], None], kinds: str = "") -> None:
    """Qt's own dialog for one file; nothing is made, renamed or erased in it."""
    dialog = QFileDialog(window, title, own_folder(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.ReadOnly)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def read_untrusted(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file. Raises UserProblem: file-not-accessible, file-too-large."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as stream:
            content = stream.read(largest + 1)
    except OSError:
        raise UserProblem(Problem("file", "file-not-accessible")) from None
    if len(content) > largest:
        most = str(largest // (1024 * 1024))
        raise UserProblem(Problem("file", "file-too-large", {"most": most}))
    return content
