"""Where a dialog begins to look: among the person's own files, not beside the program."""

from PySide6.QtCore import QDir, QStandardPaths


def own_folder() -> str:
    """The documents of whoever uses this computer; where there are none, their home."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folders = QStandardPaths.standardLocations(documents)
    return next((each for each in folders if QDir(each).exists()), QDir.homePath())
