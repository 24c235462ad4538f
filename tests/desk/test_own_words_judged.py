"""A person tells their story in several paragraphs, in whichever language: the pages are equal."""

from dataclasses import replace

import pytest

from filingdesk.core.question import AnswerType
from filingdesk.core.verdict import Mark, page_points
from filingdesk.desk import Desk
from tests.desk.furnished import answers_of, example, no_file

LINES = (
    "La multa se pagó el día en que llegó la carta.",
    "Nadie lo anotó, aunque lo pedí en la ventanilla dos veces y por escrito, con el recibo.",
    "Por eso pido que se corrija.",
)


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en", "es"])
@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("name", ["cn/repair-general", "cn-tianjin/tianjin-expired"])
def test_own_words_in_paragraphs_are_found_on_the_pages(
    desk: Desk, name: str, language: str, times: int
) -> None:
    draft = desk.begin_from(answers_of(desk, example(name)), no_file)
    draft = replace(draft, language=language)
    own = [
        each.id
        for each in desk.interview(draft).asked_on_path(draft.answers)
        if each.type is AnswerType.STORY
    ]
    assert own
    for question in own:
        text = "\n".join(LINES * times)
        draft = replace(draft, answers=draft.answers.say(question, text))
    paper = desk.paper(draft)
    pages = desk.doors.intake.said_on(desk.doors.renderer.render(paper.document, paper.attachments))
    [point] = page_points(paper.payload, pages)
    assert (point.code, point.mark, point.found) == ("pages-equal", Mark.GOOD, ())
