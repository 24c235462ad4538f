"""Reading a photographed decision for a person, who compares every word of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from filingdesk.core.answers import Answers
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import AnswerType, Question
from filingdesk.core.wording import answered
from filingdesk.desk.papers import Suggestion
from filingdesk.ui.kiosk.panel import room_of
from filingdesk.ui.kiosk.papers.suggested import Proposal, Suggested
from filingdesk.ui.widgets.overlay import Answer, Overlay

if TYPE_CHECKING:
    from filingdesk.ui.kiosk.materials import MaterialsPage


class Reading:
    """Of all files in a slot; nothing is answered before the person has said so."""

    def __init__(self, page: "MaterialsPage", paper: str) -> None:
        self._page, self._paper, self._session = page, paper, page.session
        self._say = page.session.words.say

    def begin(self) -> None:
        """Beside the window: it takes seconds for each page."""
        self._page.work(
            self._say("We are reading the paper"),
            self._read(),
            self._offer,
            lambda problems: self._page.refuse(self._paper, problems),
        )

    def _read(self) -> Callable[[], Sequence[Suggestion]]:
        desk, draft, paper = self._session.desk, self._session.here, self._paper
        files = desk.said_of(draft, paper).files

        def read() -> Sequence[Suggestion]:
            found: dict[str, Suggestion] = {}
            refused: list[Problem] = []
            for file in files:
                try:
                    for each in desk.suggestions(draft, paper, file.id):
                        found.setdefault(each.question, each)
                except UserProblem as unread:
                    refused.extend(unread.problems)
            if refused and not found:
                raise UserProblem(refused[0])
            return tuple(found.values())

        return read

    def _offer(self, found: Sequence[Suggestion]) -> None:
        proposals = [each for each in map(self._proposal, found) if each.value != each.said]
        if not proposals:
            self._tell_nothing()
            return
        card = Suggested(self._page.look, room_of(self._page), self._session.words, proposals)
        card.taken.connect(lambda taken: self._take(dict(taken)))
        card.open()

    def _proposal(self, each: Suggestion) -> Proposal:
        question = self._session.interview.kind.questions[each.question]
        value = self._value(question, each.found.value)
        return Proposal(
            question=each.question,
            label=self._session.text(question.label),
            value=value,
            said=each.said,
            shown=self._shown(question, value),
            mine=self._shown(question, each.said),
            line=each.found.line,
        )

    def _value(self, question: Question, read: str) -> str:
        """An organ that the pack knows by this name is that organ."""
        if question.type is not AnswerType.AUTHORITY:
            return read
        known = self._session.desk.pack(self._session.here.answers).authorities
        return next((each.id for each in known if each.name == read), read)

    def _shown(self, question: Question, value: str) -> str:
        """As the check page shows an answer."""
        session = self._session
        alone = Answers().say(question.id, value)
        pack = session.desk.pack(session.here.answers)
        found = answered(question, alone, pack, session.pack_words)
        return found.text if found else value

    def _tell_nothing(self) -> None:
        overlay = Overlay(
            self._page.look,
            room_of(self._page),
            self._say("We found nothing to fill in"),
            self._say("Nothing on this paper answers a question that is still open."),
            (Answer("close", self._say("Close"), primary=True),),
            escape="close",
        )
        overlay.open()

    def _take(self, taken: Mapping[str, str]) -> None:
        draft = self._session.here
        for question, value in taken.items():
            self._session.say(question, value)
        if self._session.here is not draft:
            self._page.tell_taken(len(taken))
