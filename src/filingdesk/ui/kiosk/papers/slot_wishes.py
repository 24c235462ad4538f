"""What a person wants with the files in a slot: out again, with originals, with their place."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from filingdesk.core.answers import AttachedFile
from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.ui.kiosk.panel import room_of
from filingdesk.ui.kiosk.papers.originals import Originals
from filingdesk.ui.kiosk.papers.page_words import PageWords
from filingdesk.ui.widgets.overlay import Answer, Overlay

if TYPE_CHECKING:
    from filingdesk.ui.kiosk.materials import MaterialsPage

_OUT = "out"


class SlotWishes:
    """For one paper of the page."""

    def __init__(self, page: "MaterialsPage", paper: str) -> None:
        self._page, self._paper = page, paper
        self._say, self._session = page.session.words.say, page.session

    def remove(self, file: str) -> None:
        """Not without asking: the pages are off the disk at once."""
        files = self._session.desk.said_of(self._session.here, self._paper).files
        number, found = next((n, each) for n, each in enumerate(files, 1) if each.id == file)
        overlay = Overlay(
            self._page.look,
            room_of(self._page),
            self._say("Take this file out?"),
            self._about(number, found),
            (
                Answer("keep", self._say("Keep it here"), primary=True),
                Answer(_OUT, self._say("Take the file out")),
            ),
            escape="keep",
        )
        overlay.answered.connect(lambda key: self._remove(file) if key == _OUT else None)
        overlay.open()

    def keep_originals(self, keeps: bool) -> None:
        """Read again where they were, or erased; the card shows what became of it."""
        originals, draft, paper = Originals(self._session), self._session.here, self._paper
        change = originals.keep if keeps else originals.drop
        self._session.keeping.flush()
        self._page.work(
            self._say("One moment"), lambda: change(draft, paper), self._kept, self._refuse
        )

    def keep_origin(self, file: str, keeps: bool) -> None:
        """When and where a photo was taken is printed, or not."""
        desk, draft = self._session.desk, self._session.here
        self._try(lambda: desk.keep_taken(draft, self._paper, file, keeps=keeps))

    def _about(self, number: int, file: AttachedFile) -> str:
        name = PageWords(self._session.words).of_file(number, file)
        text = self._say("It is erased from this computer, and this cannot be undone.")
        return f"{name}\n{text}"

    def _kept(self, draft: Draft) -> None:
        self._session.take(draft)

    def _remove(self, file: str) -> None:
        desk, draft = self._session.desk, self._session.here
        self._try(lambda: desk.detach(draft, self._paper, file), is_shown=True)

    def _try(self, change: Callable[[], Draft], *, is_shown: bool = False) -> None:
        try:
            draft = change()
        except UserProblem as refused:
            self._refuse(refused.problems)
            return
        if is_shown:
            self._page.take(self._paper, draft)
            self._page.slots[self._paper].setFocus()
        else:
            self._session.take(draft)

    def _refuse(self, problems: Sequence[Problem]) -> None:
        self._page.refuse(self._paper, problems)
