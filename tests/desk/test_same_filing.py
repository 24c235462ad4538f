"""The same answers make the same filing, whoever asks the questions."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from filingdesk.core.answers import Answers
from filingdesk.core.as_table import as_table
from filingdesk.core.case import Case
from filingdesk.core.document import Stroke, sentences_of
from filingdesk.core.pack import Shows
from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.desk import Desk
from filingdesk.store.cases import EncryptedStore
from tests.desk.furnished import (
    EXAMPLES,
    FILINGS,
    answers_of,
    example,
    name_of,
    no_file,
    without_reference,
)

CONSENT = "2026-11-22"
HAND: tuple[Stroke, ...] = (((0.1, 0.2), (0.8, 0.3)), ((0.4, 0.1), (0.4, 0.9)))

each_objection = pytest.mark.parametrize("objection", FILINGS, ids=name_of)


def typed_page_by_page(desk: Desk, objection: Path) -> Draft:
    """As in the window: page after page, only what is asked there, and Continue when it stands."""
    read = answers_of(desk, objection)
    given = read.answers.values
    draft = desk.begin(read.language, CONSENT)
    page: str | None = draft.page
    while page is not None:
        while asked := [
            each.id
            for each in desk.interview(draft).asked(page, draft.answers)
            if each.id in given.keys() - draft.answers.values.keys()
        ]:
            said = draft.answers.say(asked[0], given[asked[0]])
            draft = desk.keep(replace(draft, answers=said, page=page))
        assert [each for each in desk.problems(draft, page) if each.blocks] == []
        page = desk.interview(draft).next(page, draft.answers)
    return draft


def filing_of(desk: Desk, case: Case) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(desk.doors.store.filing(case.id))
    return data


@each_objection
def test_typed_or_from_a_file_it_is_one_filing(desk: Desk, objection: Path) -> None:
    read = desk.begin_from(answers_of(desk, objection), no_file, CONSENT)
    typed = typed_page_by_page(desk, objection)
    first, second = (json.loads(desk.paper(draft).data) for draft in (typed, read))
    assert first["reference"] == typed.id != read.id == second["reference"]
    assert without_reference(first) == without_reference(second)


def test_what_is_kept_and_what_travels_is_that_filing(desk: Desk) -> None:
    draft = typed_page_by_page(desk, example("cn-tianjin/tianjin-expired"))
    paper = desk.paper(draft)
    case = desk.sign(draft)
    assert desk.doors.store.filing(case.id) == paper.data
    assert desk.doors.verifier.extract(desk.signed_pdf(case.id)) == {
        "filing.csv": as_table(paper.payload),
        "filing.json": paper.data,
    }
    assert (case.person, case.title) == ("吕䶮", "行政处罚决定书")


def test_an_agency_that_imports_tables_lacks_nothing_of_the_law(desk: Desk) -> None:
    draft = desk.begin_from(answers_of(desk, example("cn-tianjin/tianjin-wrong")), no_file, CONSENT)
    payload = desk.paper(draft).payload
    table = as_table(payload).decode("utf-8-sig")
    _, *rows = csv.reader(StringIO(table, newline=""))
    of = {section: [row[1:] for row in rows if row[0] == section] for section, *_ in rows}
    rests_on = [
        *payload.authority.citations,
        *(each for ground in payload.grounds for each in ground.citations),
        *(each for finding in payload.findings for each in finding.citations),
        *(each for term in payload.terms for each in term.citations),
    ]
    assert [row[2:] for row in of["citation"]] == [[each.article, each.law] for each in rests_on]
    claims = [each.text for ground in payload.grounds for each in ground.claims]
    assert [row[-1] for row in of["claim"]] == claims
    assert [row[1] for row in of["finding"]] == [each.about for each in payload.findings]
    days = {row[1]: row[-1] for row in of["term"]}
    assert days == {each.id: str(each.due_on or "") for each in payload.terms}
    counted = {row[1] for row in of["term length"]}
    assert counted == {each.id for each in payload.terms if each.verified and each.count}
    assert counted < days.keys(), "nobody has verified how long Tianjin takes"
    numbers = [row[0] for row in of["exhibit"]]
    assert numbers == [str(each.number or "") for each in payload.exhibits]
    assert "" in numbers


def test_the_same_pages_are_printed(desk: Desk) -> None:
    objection = example("cn-tianjin/tianjin-expired")
    typed = desk.document(typed_page_by_page(desk, objection))
    read = desk.document(desk.begin_from(answers_of(desk, objection), no_file, CONSENT))
    assert typed.blocks[1:] == read.blocks[1:]
    assert sentences_of(typed)


def test_the_way_leads_to_an_end_for_every_example(desk: Desk) -> None:
    ends = {}
    for each in EXAMPLES:
        file = answers_of(desk, each)
        path = desk.interview(desk.draft_of(file)).path(file.answers)
        ends[name_of(each)] = path[-1].shows
    assert ends.pop("cn/data-request-organisation") is Shows.ELSEWHERE
    assert set(ends.values()) == {Shows.CHECK}


def test_a_hand_that_signed_is_told_as_drawn(desk: Desk) -> None:
    objection = answers_of(desk, example("cn-tianjin/tianjin-expired"))
    drawn = desk.sign(desk.begin_from(objection, no_file), HAND)
    on_paper = desk.sign(desk.begin_from(objection, no_file))
    assert filing_of(desk, drawn)["strokes"]
    assert not filing_of(desk, on_paper)["strokes"]


# ---------------------------------------------------------------- only once


def test_a_filing_is_filed_once(desk: Desk) -> None:
    """Back after signing, and once more the button: the case that is there is named."""
    draft = desk.begin_from(answers_of(desk, example("cn/omission")), no_file)
    case = desk.sign(draft)
    for again in (draft, desk.keep(draft)):
        with pytest.raises(UserProblem) as refused:
            desk.sign(again)
        [problem] = refused.value.problems
        assert (problem.code, problem.facts) == ("already-filed", {"reference": case.reference})
    assert len(desk.cases()) == 1


def test_a_filed_draft_that_a_power_cut_left_is_swept_away(desk: Desk) -> None:
    draft = desk.begin_from(answers_of(desk, example("cn/omission")), no_file)
    desk.sign(draft)
    desk.keep(draft)
    assert desk.interrupted() is None
    assert desk.doors.store.drafts() == ()


def test_a_store_that_does_not_answer_offers_no_filed_draft_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = desk.begin_from(answers_of(desk, example("cn/omission")), no_file)
    desk.sign(draft)
    desk.keep(draft)

    def busy(*_: object) -> None:
        raise UserProblem(Problem("store", "store-busy"))

    monkeypatch.setattr(EncryptedStore, "case", busy)
    with pytest.raises(UserProblem) as refused:
        desk.interrupted()
    assert refused.value.codes == ("store-busy",)


# ---------------------------------------------------------------- branches that were left


@pytest.fixture
def elsewhere(desk: Desk) -> Draft:
    """First answered for somebody else, about another trouble; then changed to the Tianjin shop."""
    left = {
        "agent_name": "欧阳走岔",
        "agent_phone": "0100000001",
        "org_name": "走岔有限公司",
        "duplicate_of": "走岔的记录",
        "revoking_document": "走岔字第1号",
        "never_why": "warning",
    }
    draft = desk.draft_of(answers_of(desk, example("cn-tianjin/tianjin-expired")))
    said = draft.answers
    for question, value in left.items():
        said = said.say(question, value)
    return desk.keep(replace(draft, answers=said))


def test_what_was_said_on_a_branch_that_was_left_is_kept_aside(
    desk: Desk, elsewhere: Draft
) -> None:
    aside = {each.id for each in desk.interview(elsewhere).aside(elsewhere.answers)}
    assert {"agent_name", "agent_phone", "org_name", "duplicate_of", "never_why"} <= aside
    back = replace(elsewhere, answers=elsewhere.answers.say("capacity", "agent"))
    assert back.answers.text("agent_name") == "欧阳走岔"
    assert "agent_name" in {each.id for each in desk.interview(back).asked_on_path(back.answers)}


def test_it_gets_into_neither_the_pages_nor_the_data_nor_the_case(
    desk: Desk, elsewhere: Draft
) -> None:
    document = desk.document(elsewhere)
    assert [each.text for each in sentences_of(document) if "走岔" in each.text] == []
    case = desk.sign(elsewhere)
    data = desk.doors.store.filing(case.id).decode()
    assert "走岔" not in data
    assert "0100000001" not in data
    assert "never_why" not in json.loads(data)["answers"]
    assert not desk.cases("走岔")


def test_every_sentence_says_whose_answer_supports_it(desk: Desk, elsewhere: Draft) -> None:
    """And none is supported by an answer that does not count."""
    interview = desk.interview(elsewhere)
    counted = {each.id for each in interview.asked_on_path(elsewhere.answers)}
    supports = {one for each in sentences_of(desk.document(elsewhere)) for one in each.supports}
    assert supports
    assert supports <= counted


def test_a_place_nobody_knows_is_asked_in_the_country_s_words(desk: Desk) -> None:
    draft = replace(desk.begin("en", CONSENT), answers=Answers().say("jurisdiction", "atlantis"))
    assert desk.pack(draft.answers).id == "cn"
