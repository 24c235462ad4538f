"""What each widget is for a screen reader, where Qt would guess wrong.

A widget class that has an attribute `accessible_role` is announced with that role.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def teach_roles() -> None:
    """Let Qt ask us first; called by every widget that has a role of its own, done once."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    if role is None or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, role, "")


def announce(source: QWidget, words: str) -> None:
    """Have a screen reader say `words` now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))
