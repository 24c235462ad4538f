"""What is said of an answer that is missing: each kind of answer is asked for in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filingdesk.core.question import AnswerType
from filingdesk.words.catalogue import N_
from filingdesk.words.problems import sentence

if TYPE_CHECKING:
    from filingdesk.core.problem import Problem
    from filingdesk.core.question import Question
    from filingdesk.words.catalogue import Words

_MISSING = {
    AnswerType.CHOICE: N_("Please choose one answer."),
    AnswerType.CHOICES: N_("Please choose at least one answer."),
    AnswerType.JURISDICTION: N_("Please choose a place."),
    AnswerType.AUTHORITY: N_("Please choose an organ, or type its name as it stands on the paper."),
    AnswerType.DATE: N_("Please enter the year, the month and the day."),
    AnswerType.DIFFERENCES: N_("Please fill in at least one line."),
    AnswerType.MATERIALS: N_("Please say for each paper whether you have it."),
}
_MISSING_TEXT = N_("Please fill this in.")


def answer_sentence(problem: Problem, question: Question, words: Words) -> str:
    """The same for the answer to a question: what is missing is named by its kind."""
    if problem.code == "answer-missing":
        return words.say(_MISSING.get(question.type, _MISSING_TEXT))
    return sentence(problem, words)
