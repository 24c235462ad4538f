"""Qt's own words (file dialogs, menus) in the language of the window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from filingdesk import resources


class QtWords:
    """Keeps translators installed: Qt's own, and before it ours, for what Qt does not say well."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Say Qt's own words in this language, where Qt or we have them."""
        app = QCoreApplication.instance()
        if app is None:
            return
        for former in self._installed:
            app.removeTranslator(former)
        self._installed = []
        for file in _files(language):
            # Never a translator of our own written in Python: it blocks Qt's own threads.
            translator = QTranslator()
            if translator.load(str(file)):
                app.installTranslator(translator)
                self._installed.append(translator)
        QLocale.setDefault(QLocale(language))


def _files(language: str) -> tuple[Path, Path]:
    """The one that is installed last is asked first."""
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return qt / f"qtbase_{language}.qm", resources.translations() / "qt" / f"{language}.qm"
