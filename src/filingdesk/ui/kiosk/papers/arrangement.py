"""A paper's pages being arranged: what is chosen, and what there was before each step."""

from collections.abc import Callable

from filingdesk.core.answers import AttachedFile, MaterialAnswer
from filingdesk.core.ports import Draft
from filingdesk.desk import Desk


class Arrangement:
    """`file` and `place` are the chosen page; the steps reach back to the opening of the page."""

    def __init__(self, paper: str) -> None:
        self.paper = paper
        self.file, self.place = "", 0
        self._before: list[MaterialAnswer] = []

    def files(self, desk: Desk, draft: Draft) -> tuple[AttachedFile, ...]:
        """The files of the paper; what is chosen is among them afterwards, if there are any."""
        files = desk.said_of(draft, self.paper).files
        chosen = next((each for each in files if each.id == self.file), None)
        if chosen is None and files:
            chosen = files[0]
            self.file = chosen.id
        self.place = max(0, min(self.place, chosen.pages - 1 if chosen else 0))
        return files

    def change(self, desk: Desk, draft: Draft, change: Callable[[Draft], Draft]) -> Draft:
        """The changed draft; the step can be taken back. Raises what the change raises."""
        before = desk.said_of(draft, self.paper)
        changed = change(draft)
        if desk.said_of(changed, self.paper) != before:
            self._before.append(before)
        return changed

    def undo(self, desk: Desk, draft: Draft) -> Draft | None:
        """The draft as it was before the last step; None where there was none."""
        return desk.say_of(draft, self._before.pop()) if self._before else None
