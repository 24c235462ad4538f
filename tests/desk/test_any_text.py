"""Whatever somebody types or pastes: it is refused with a sentence, or it is signed as it is."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filingdesk.core.answers import Answers, Difference
from filingdesk.core.ports import Draft
from filingdesk.desk import Desk
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence
from tests.desk.furnished import answers_of, example, no_file

PASTED = (
    "\ud800",
    "吕\udfff䶮",
    "\ufffe\uffff\u202e反的\u200d\u200b\ufe0f" + "e\u0301\u0327" * 20,
    "{name} {0} {} %s %(x)s {reference <b>&amp;</b><!-- ]]> --> \\u0000 \\n =1+1",
    "）" * 150,
    "🏳️‍🌈👩‍👩‍👧 مرحبا שלום \N{KANGXI RADICAL MAN}\N{CJK COMPATIBILITY IDEOGRAPH-2F800}",
    "\r\n\t \u3000x\u2028y\u2029z" + "W" * 180,
)


@pytest.fixture
def draft(desk: Desk) -> Draft:
    return desk.begin_from(answers_of(desk, example("cn-tianjin/tianjin-wrong")), no_file)


def with_text(draft: Draft, text: str) -> Draft:
    """The same text wherever a person writes freely."""
    said: Answers = draft.answers
    for question in ("record_title", "name", "address", "story"):
        said = said.say(question, text)
    rows = (Difference(text, text, text), Difference("项目", "", text))
    return replace(draft, answers=said.say("differences", rows))


def signed_or_told(desk: Desk, draft: Draft, text: str) -> None:
    doubts = desk.all_problems(draft)
    assert all(sentence(each, Words("es")) for each in doubts)
    if any(each.blocks for each in doubts):
        return
    document = desk.document(draft)
    data = json.loads(desk.doors.store.filing(desk.sign(draft).id))
    assert data["answers"]["record_title"].strip() == text.strip()
    assert data["statement"][0]["true"] == text
    assert document.blocks


@pytest.mark.parametrize("text", PASTED, ids=ascii)
def test_what_people_have_pasted(desk: Desk, draft: Draft, text: str) -> None:
    kept = desk.keep(with_text(draft, text))
    [again] = desk.doors.store.drafts()
    assert again.answers.values == kept.answers.values
    signed_or_told(desk, kept, text)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=60))
def test_any_text(desk: Desk, draft: Draft, text: str) -> None:
    doubts = desk.all_problems(with_text(draft, text))
    if not any(each.blocks for each in doubts):
        desk.preview(with_text(draft, text))


@pytest.mark.parametrize("text", ["\ud800", "a\x00b", "\x1b[2J"])
def test_what_nobody_can_see_is_asked_for_again(desk: Desk, draft: Draft, text: str) -> None:
    told = {(each.where, each.code) for each in desk.all_problems(with_text(draft, text))}
    assert ("name", "answer-control-characters") in told
    assert ("differences", "answer-control-characters") in told


def test_a_question_mark_is_no_name(desk: Desk, draft: Draft) -> None:
    """It means "not sure", which these questions do not offer: the letter would be without them."""
    told = [(each.where, each.code) for each in desk.all_problems(with_text(draft, "?"))]
    assert told == [("record_title", "answer-missing"), ("name", "answer-missing")]


def test_long_answers_run_over_pages(desk: Desk, draft: Draft) -> None:
    longest = desk.interview(draft).kind.questions["story"].most
    story = "".join(f"第{number}句话，说明情况。" for number in range(longest))[:longest]
    draft = replace(draft, answers=draft.answers.say("story", story))
    rows = tuple(Difference("项目" * 40, "甲" * 180, "乙" * 180) for _ in range(12))
    draft = replace(draft, answers=draft.answers.say("differences", rows))
    assert desk.all_problems(draft) == ()
    case = desk.sign(draft)
    data = json.loads(desk.doors.store.filing(case.id))
    assert data["answers"]["story"] == story
    assert story in data["text"]
    assert len(data["statement"]) == len(rows)


@pytest.mark.parametrize(
    ("text", "looks_broken"),
    [
        ("天津市和平区".encode().decode("cp1252", "replace"), True),
        ("天津市和平区".encode().decode("latin-1"), True),
        ("José".encode().decode("cp1252"), True),
        ("天津".encode("gb18030").decode("utf-8", "replace"), True),
        ("«José», ¿está bien?", False),
        ("Ñandú & Müller – «Straßé»", False),
        ("天津市和平区示例路1号", False),
    ],
)
def test_a_text_that_was_copied_badly_is_doubted(
    desk: Desk, draft: Draft, text: str, looks_broken: bool
) -> None:
    told = desk.all_problems(with_text(draft, text))
    assert (("address", "answer-garbled") in {(each.where, each.code) for each in told}) == (
        looks_broken
    )
