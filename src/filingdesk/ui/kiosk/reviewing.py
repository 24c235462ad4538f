"""Pages that ask nothing themselves: what stands in the way is named, and leads to its question."""

from collections.abc import Sequence
from dataclasses import replace

from filingdesk.core.problem import Problem
from filingdesk.core.question import Question
from filingdesk.ui.kiosk.finding import deciding
from filingdesk.ui.kiosk.page import Page
from filingdesk.words.missing import answer_sentence

_ADVICE = ("remedy", "ground")
"""Where the advice puts its problems; no question has such a name."""


class ReviewingPage(Page):
    """Check, preview and sign."""

    def words_for(self, problem: Problem) -> str:
        """Which answer it is about."""
        question = self._asked(problem)
        if question is None:
            return super().words_for(problem)
        words = answer_sentence(problem, question, self.session.words)
        return self.say("{name}: {sentence}", name=self.text(question.label), sentence=words)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """A problem of the advice is mended at the first answer that decides it."""
        super().show_problems([self._placed(each) for each in problems])

    def _asked(self, problem: Problem) -> Question | None:
        return self.session.interview.kind.questions.get(problem.where.partition(":")[0])

    def _placed(self, problem: Problem) -> Problem:
        first = next(iter(deciding(self.session)), None)
        return replace(problem, where=first.id) if first and problem.where in _ADVICE else problem
