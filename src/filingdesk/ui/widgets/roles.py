"""What each widget is for a screen reader, where Qt would guess wrong.

A widget class that has an attribute `accessible_role` is announced with that role. While a child
that `covers_all` stands over such a widget, nothing else in it can be read; an open menu belongs to
the widget that opened it.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QMenu, QWidget


@cache
def teach_roles() -> None:
    """Let Qt ask us first; called by every widget that has a role of its own, done once."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    if role is None or not isinstance(thing, QWidget):
        return None
    return _Met(thing, role, "")


class _Met(QAccessibleWidget):
    """What a screen reader meets. PySide never sets it free, so it keeps nothing of its own."""

    def childCount(self) -> int:
        children = _children(self.widget())
        return super().childCount() if children is None else len(children)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        children = _children(self.widget())
        if children is None:
            return super().child(index)
        inside = 0 <= index < len(children)
        return QAccessible.queryAccessibleInterface(children[index]) if inside else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        children = _children(self.widget())
        if children is None:
            return super().indexOfChild(child)
        met = child.object()
        return children.index(met) if met in children else -1

    def state(self) -> QAccessible.State:
        state = super().state()
        if getattr(self.widget(), "covers_all", False):
            state.modal = True
        return state


def _children(widget: QWidget | None) -> list[QWidget] | None:
    """What Qt would not list, or would list too much of; None where Qt is right."""
    if widget is None:  # it is just going
        return None
    inside = [each for each in widget.children() if isinstance(each, QWidget)]
    covers = [each for each in inside if getattr(each, "covers_all", False)]
    shown = [each for each in covers if not each.isHidden()]
    if shown:
        return shown[-1:]
    menus = [each for each in inside if isinstance(each, QMenu) and each.isVisible()]
    if menus:
        return [*(each for each in inside if not each.isWindow()), *menus]
    return None


def announce(source: QWidget, words: str) -> None:
    """Have a screen reader say `words` now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))
