"""Work that takes a while runs beside the window; its result comes back to the window's thread."""

from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.mark import Mark
from filingdesk.ui.widgets.overlay import Overlay

T = TypeVar("T")
_PATIENCE = 300  # milliseconds of work before the waiting is put into words


class Busy(QObject):
    """Runs work for `window`. Taps and keys are held off at once; `title` and `text` appear when
    the work takes longer than a moment.

    The window goes on painting. A fault without `failed` is raised in the window's thread, where
    every other fault ends. If the window is gone, so is the result.
    """

    def __init__(self, look: Look, window: QWidget, title: str, text: str = "") -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._title, self._text = title, text
        self._running = 0
        self._wait: Wait | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self._tell)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """`work()` in a thread, then `done(result)` or `failed(fault)` in this one."""
        self._running += 1
        self._hold_off()

        def finish(result: T, fault: Exception | None) -> None:
            if not isValid(self):
                return
            self._running -= 1
            self._let_go()
            if fault is None:
                done(result)
            elif failed is not None:
                failed(fault)
            else:
                raise fault

        _reports().begin(work, finish)

    def running(self) -> bool:
        return self._running > 0

    def _hold_off(self) -> None:
        if self._wait is None:
            self._wait = self._new_wait()
            self._wait.open()
            self._timer.start()

    def _new_wait(self) -> "Wait":
        return Wait(self._look, self._window, self._title, self._text)

    def _tell(self) -> None:
        if self._wait is not None:
            self._wait.tell()

    def _let_go(self) -> None:
        if self._running or self._wait is None:
            return
        self._timer.stop()
        if isValid(self._wait):
            self._wait.dismiss()
        self._wait = None


class Wait(Overlay):
    """Covers the window, at first without being seen."""

    def __init__(self, look: Look, window: QWidget, title: str, text: str) -> None:
        super().__init__(look, window, title, text, ())
        self._told = False
        self.card.hide()
        mark = Mark("hourglass", look.palette.primary, look.sizes.picture)
        self.card.column.insertWidget(0, mark)

    def is_told(self) -> bool:
        """Whether the waiting was put into words."""
        return self._told

    def tell(self) -> None:
        """Put the waiting into words."""
        self._told = True
        self.card.show()
        self.update()
        self.speak()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._told:
            super().paintEvent(event)


class _Reports(QObject):
    """Lives in the window's thread as long as that does. What belongs to a person (the work and
    what it knows, the page that waits) is let go of here: a thread is never the last to hold it.
    """

    finished = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count()
        self._open: dict[int, tuple[list[Callable[[], Any]], Callable[[Any, Any], None]]] = {}
        self.finished.connect(self._tell)

    def begin(self, work: Callable[[], Any], finish: Callable[[Any, Any], None]) -> None:
        number, works = next(self._numbers), [work]
        self._open[number] = works, finish
        QThreadPool.globalInstance().start(lambda: self._work(number, works))

    def _work(self, number: int, works: list[Callable[[], Any]]) -> None:
        try:
            result = works[0]()
        except Exception as fault:  # every fault must reach the window's thread
            self.finished.emit(number, None, fault)
        else:
            self.finished.emit(number, result, None)

    def _tell(self, number: int, result: object, fault: Exception | None) -> None:
        works, finish = self._open.pop(number)
        works.clear()
        finish(result, fault)


@cache
def _reports() -> _Reports:
    return _Reports()
