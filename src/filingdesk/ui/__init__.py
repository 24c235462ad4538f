"""The door to the window: the only room that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401 - puts its own import function in place of Python's

# PySide's reads the source of every module that is imported after it, to see whether it asks for
# PySide's own `__feature__`, and keeps it: 32 MB and half a second with the libraries of all doors.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
