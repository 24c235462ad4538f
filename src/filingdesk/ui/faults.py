"""What nobody foresaw: told calmly, with what is safe and what to do now."""

import sys
from types import TracebackType
from typing import Protocol

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from filingdesk.core.problem import Cancelled, UserProblem
from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence


class Speaking(Protocol):
    """How a room looks at this moment, and in which language it speaks."""

    look: Look
    words: Words


class FaultTeller:
    """A `sys.excepthook`: the trace goes to standard error, a sentence to the person.

    Traces of this program hold no personal data: see the habits of the house.
    """

    def __init__(self, speaking: Speaking, room: QWidget) -> None:
        self._speaking, self._room = speaking, room
        self._overlay: Overlay | None = None

    def __call__(
        self,
        kind: type[BaseException],
        fault: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Tell it once; a fault while one is told only goes to standard error."""
        if isinstance(fault, Cancelled):
            return
        if not isinstance(fault, UserProblem):
            sys.__excepthook__(kind, fault, trace)
        if self._is_telling() or not issubclass(kind, Exception):
            return
        self._tell(fault)

    def _is_telling(self) -> bool:
        """Until it is answered, or swept away because the person is gone."""
        overlay = self._overlay
        return overlay is not None and isValid(overlay) and not overlay.isHidden()

    def _tell(self, fault: BaseException) -> None:
        words = self._speaking.words
        if isinstance(fault, UserProblem):
            text = words.together([sentence(each, words) for each in fault.problems])
        else:
            text = words.say(
                "It is not your fault. What you typed is still here. Try it once more; if it "
                "happens again, please ask staff."
            )
        self._overlay = Overlay(
            self._speaking.look,
            self._room,
            words.say("This did not work"),
            text,
            (Answer("stay", words.say("Go on"), primary=True),),
            escape="stay",
        )
        self._overlay.open()
