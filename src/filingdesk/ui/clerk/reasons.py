"""Why a case rests on its grounds and went to its authority: lines that open into the law."""

from collections.abc import Iterator

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.core.case import Case
from filingdesk.desk import Behind
from filingdesk.ui.clerk.opening import Opening
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.interview.clause import clauses
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.flow import Flow
from filingdesk.ui.widgets.text import Hint
from filingdesk.words.catalogue import alone
from filingdesk.words.terms import ROLES


class Reasons(QWidget):
    """Nothing is looked up before a line is opened."""

    def __init__(self, sitting: Sitting, case: Case) -> None:
        super().__init__()
        self._sitting, self._case = sitting, case
        self._behind: Behind | None = None
        look, say = sitting.look, sitting.words.say
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.openings = (
            Opening(look, say("Why this authority"), "landmark", self._authority),
            Opening(look, say("What the filing relies on"), "scale", self._grounds),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        links = Flow(Space.CARD)
        links.add(*self.openings)
        column.addLayout(links)
        for each in self.openings:
            column.addWidget(each.place)

    def _authority(self) -> QWidget:
        told, words = self._known(), self._sitting.words
        role = words.say(ROLES[told.role]) if told.role else ""
        parts = (role, self._text(told.reason), clauses(told.citations, words))
        return Hint(self._sitting.look, "\n\n".join(part for part in parts if part))

    def _grounds(self) -> QWidget:
        return Hint(self._sitting.look, "\n\n".join(self._each_ground()))

    def _each_ground(self) -> Iterator[str]:
        words = self._sitting.words
        for ground in self._known().grounds:
            yield f"{alone(self._text(ground.text))}\n{clauses(ground.citations, words)}"
        if not self._known().grounds:
            yield clauses((), words)

    def _text(self, pack_text: str) -> str:
        return self._sitting.text(self._case, pack_text)

    def _known(self) -> Behind:
        if self._behind is None:
            self._behind = self._sitting.desk.behind(self._case)
        return self._behind
