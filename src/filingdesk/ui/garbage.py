"""Python's garbage is collected in the window's thread only, between two touches.

A widget that is part of a cycle would otherwise be destroyed by whichever thread happens to
allocate next, and Qt does not survive that.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000
"""Milliseconds between two looks."""


def keep_garbage_here(window: QObject) -> None:
    """From now on only the window's thread collects, as long as the window lives."""
    gc.disable()
    timer = QTimer(window, interval=_EVERY)
    timer.timeout.connect(sweep)
    timer.start()


def sweep() -> None:
    """Collect the oldest generation that is due, by the interpreter's own thresholds."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = (number for number in (2, 1, 0) if counts[number] > thresholds[number] > 0)
    generation = next(due, None)
    if generation is not None:
        gc.collect(generation)
