"""What nobody is sure of, each by its name."""

from collections.abc import Sequence

from filingdesk.core.pack import Shows
from filingdesk.core.problem import Problem
from filingdesk.ui.kiosk.session import Session
from filingdesk.words.problems import sentence


def doubts(session: Session, uncertain: Sequence[Problem]) -> list[str]:
    """One sentence each. The period is told in its own place, the office on its own page."""
    told = (_doubt(session, each) for each in uncertain)
    return [*dict.fromkeys(words for words in told if words)]


def _doubt(session: Session, problem: Problem) -> str:
    say, kind = session.words.say, session.interview.kind
    clock = next((each for each in kind.clocks if each.id == problem.where), None)
    words = sentence(problem, session.words)
    if clock:
        name = session.text(clock.name)
        if problem.code != "clock-not-verified":
            return say("{name}: {sentence}", name=name, sentence=words)
        return say("{name}: not verified, ask the window for the time limit.", name=name)
    question = kind.questions.get(problem.where)
    if question:
        return say("{name}: {sentence}", name=session.text(question.label), sentence=words)
    path = session.interview.path(session.here.answers)
    told_elsewhere = problem.where == "display" or any(
        page.shows is Shows.AUTHORITY for page in path
    )
    return "" if told_elsewhere else words
