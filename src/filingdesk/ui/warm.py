"""What is slow the first time is done beside the window, once it can be seen."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from filingdesk.core.problem import UserProblem
from filingdesk.words.catalogue import LANGUAGES, Words

if TYPE_CHECKING:
    from filingdesk.core.ports import Doors

WARM = "warm"
"""The name of the thread."""


def warm(doors: "Doors") -> Thread:
    """Read packs and calendars, load the renderer and the words for dates; in a thread."""
    thread = Thread(target=_each, args=(_works(doors),), name=WARM, daemon=True)
    thread.start()
    return thread


def _works(doors: "Doors") -> Sequence[Callable[[], object]]:
    return (
        lambda: [doors.shelf.pack(each) for each in doors.shelf.jurisdictions()],
        doors.shelf.calendar,
        lambda: [Words(each).day(doors.time.today()) for each in LANGUAGES],
        lambda: doors.renderer.missing_characters("一"),
    )


def _each(works: Sequence[Callable[[], object]]) -> None:
    for work in works:
        # Whoever needs it is told then what is wrong with it.
        with suppress(UserProblem):
            work()
