"""Somebody walks through an interview, changes their mind, and comes back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingdesk.core.answers import Answers, Difference
from filingdesk.core.interview import compile_interview
from filingdesk.core.pack import Edge, Page, Shows
from filingdesk.core.problem import UserProblem
from tests.core.province import KIND, interview, old_record, when


def way(answers: Answers) -> list[str]:
    return [page.id for page in interview().path(answers)]


def test_the_answers_choose_the_way() -> None:
    assert way(Answers().say("trouble", "wrong"))[1] == "differences"
    assert way(Answers().say("trouble", "old"))[1] == "dates"
    assert way(Answers().say("trouble", "right")) == ["trouble", "repair"]


def test_back_follows_the_graph_and_not_what_was_visited() -> None:
    walk = interview()
    answers = Answers().say("trouble", "old")
    assert walk.back("decider", answers) == "dates"
    assert walk.back("decider", answers.say("trouble", "wrong")) == "differences"
    assert walk.back("trouble", answers) is None
    assert walk.next("check", answers) is None


def test_answers_of_a_branch_that_was_left_wait_aside_and_come_back() -> None:
    walk = interview()
    answers = old_record()
    changed = answers.say("trouble", "wrong")
    assert [each.id for each in walk.aside(changed)] == ["published_on"]
    assert "published_on" not in walk.pruned(changed).values
    assert walk.pruned(changed.say("trouble", "old")).text("published_on") == "2023-09-10"


def test_an_answer_that_was_left_does_not_steer_the_way() -> None:
    """A condition reads only what was asked on the way to it."""
    sly = replace(
        KIND,
        pages=tuple(
            replace(page, next=(Edge("you", when("published_on", "2023-09-10")), Edge("finding")))
            if page.id == "decider"
            else page
            for page in KIND.pages
        ),
    )
    walk = compile_interview(sly)
    kept = old_record()
    assert walk.next("decider", kept) == "you"
    assert walk.next("decider", kept.say("trouble", "wrong")) == "finding"


def test_a_page_that_is_no_longer_on_the_way_leads_to_the_end_of_it() -> None:
    assert interview().back("dates", Answers().say("trouble", "right")) == "repair"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (Page("reasons", "you", "理由", questions=("story",)), "dead-end"),
        (
            Page(
                "reasons",
                "you",
                "理由",
                questions=("story",),
                next=(Edge("check", when("a", "b")),),
            ),
            "dead-end",
        ),
        (Page("reasons", "you", "理由", next=(Edge("trouble"),)), "cycle"),
        (Page("reasons", "you", "理由", next=(Edge("nowhere"),)), "page-unknown"),
        (
            Page("reasons", "you", "理由", questions=("nothing",), next=(Edge("check"),)),
            "question-unknown",
        ),
        (Page("name", "you", "理由", questions=("name",), next=(Edge("check"),)), "question-twice"),
        (Page("stray", "you", "走不到", shows=Shows.CHECK), "page-unreachable"),
    ],
)
def test_a_faulty_graph_is_refused_with_its_fault(page: Page, code: str) -> None:
    others = tuple(each for each in KIND.pages if each.id != page.id)
    with pytest.raises(UserProblem) as refused:
        compile_interview(replace(KIND, pages=(*others, page)))
    assert code in {each.code for each in refused.value.problems}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(KIND.questions)),
            st.sampled_from(["wrong", "old", "right", "2023-09-10", "?", ""]),
        ),
        max_size=12,
    )
)
def test_whatever_is_said_the_way_ends_and_back_undoes_next(said: list[tuple[str, str]]) -> None:
    walk = interview()
    answers = Answers()
    for question, value in said:
        answers = answers.say(question, value)
    path = walk.path(answers)
    assert path[-1].shows in (Shows.CHECK, Shows.ELSEWHERE)
    for page in path[:-1]:
        following = walk.next(page.id, answers)
        assert following is not None
        assert walk.back(following, answers) == page.id


def test_answers_tell_only_their_questions() -> None:
    told = repr(Answers().say("name", "吕䶮").say("differences", (Difference("金额", "5", "3"),)))
    assert told == "Answers(differences, name)"
