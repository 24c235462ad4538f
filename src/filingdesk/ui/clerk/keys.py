"""Every key of the clerk's room: what it does, in one table."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtGui import QKeySequence

from filingdesk.ui.widgets.buttons import Button
from filingdesk.words.catalogue import N_, Words


class Key(StrEnum):
    """What the keyboard can ask for, by its key."""

    HELP = "F1"
    TODAY = "F2"
    CASES = "F3"
    CHECK = "F4"
    SEARCH = "Ctrl+F"
    SLASH = "/"
    NEW = "Ctrl+N"
    SCAN = "Ctrl+O"
    RECORD = "Ctrl+R"
    RECEIVE = "Ctrl+E"
    PAGES = "Ctrl+D"
    PRINT = "Ctrl+P"
    SAVE = "Ctrl+S"
    SETTINGS = "Ctrl+,"
    LOCK = "Ctrl+L"
    BACK = "Esc"


_DOES: Mapping[Key, str] = MappingProxyType(
    {
        Key.HELP: N_("show all keys"),
        Key.TODAY: N_("what is due today"),
        Key.CASES: N_("the list of cases"),
        Key.CHECK: N_("check a filing"),
        Key.SCAN: N_("open a case by a scan or photo"),
        Key.RECEIVE: N_("take in what the agency sent back"),
        Key.SEARCH: N_("search the cases"),
        Key.NEW: N_("start a new filing"),
        Key.RECORD: N_("record what happened"),
        Key.PAGES: N_("see the signed pages"),
        Key.PRINT: N_("print the signed pages"),
        Key.SAVE: N_("save a copy"),
        Key.SETTINGS: N_("how this desk signs"),
        Key.LOCK: N_("lock the desk"),
        Key.BACK: N_("go back"),
    }
)


def shown(key: Key) -> str:
    """The key as this computer writes it."""
    return QKeySequence(key.value).toString(QKeySequence.SequenceFormat.NativeText)


def tipped(button: Button, key: Key) -> Button:
    """The same button; its tip tells the key that does the same."""
    button.setToolTip(shown(key))
    button.setAccessibleDescription(shown(key))
    return button


def table(words: Words) -> str:
    """All keys, one a line."""
    lines = [
        words.say("{key}: {deed}", key=shown(key), deed=words.say(deed))
        for key, deed in _DOES.items()
    ]
    lines.append(words.say("Enter: open the case that is chosen"))
    lines.append(words.say("Ctrl+Enter: write it down at once"))
    return "\n".join(lines)
