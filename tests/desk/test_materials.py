"""Papers: each that is required is spoken of, none is ever demanded."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from filingdesk.core.answers import MaterialAnswer, MaterialState
from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.desk import Desk
from tests.desk.furnished import FILINGS, answers_of, example, name_of

PAGE = "materials"


@pytest.fixture
def draft(desk: Desk) -> Draft:
    """Tianjin, everything answered but the papers."""
    whole = desk.draft_of(answers_of(desk, example("cn-tianjin/tianjin-expired")))
    return desk.keep(replace(whole, answers=whole.answers.say(PAGE, "")))


def photo(colour: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (90, 60), colour).save(file, "PNG")
    return file.getvalue()


def unsaid(*materials: str) -> tuple[Problem, ...]:
    return tuple(Problem(f"materials:{each}", "material-unanswered") for each in materials)


def test_each_required_paper_is_asked_about_by_its_name(desk: Desk, draft: Draft) -> None:
    required = [each.id for each in desk.materials(draft) if each.required]
    assert required == ["identity", "record-page"]
    assert desk.problems(draft, PAGE) == unsaid(*required)
    assert desk.all_problems(draft) == unsaid(*required)
    with pytest.raises(UserProblem, match="material-unanswered"):
        desk.sign(draft)
    draft = desk.say_of(draft, MaterialAnswer("identity", MaterialState.WILL_BRING))
    assert desk.problems(draft, PAGE) == unsaid("record-page")


@pytest.mark.parametrize(
    "state", [MaterialState.DO_NOT_HAVE, MaterialState.WILL_BRING, MaterialState.CLERK_SAW]
)
def test_any_answer_will_do(desk: Desk, draft: Draft, state: MaterialState) -> None:
    """An incomplete filing is possible; its list says so."""
    for material in ("identity", "record-page"):
        draft = desk.say_of(draft, MaterialAnswer(material, state))
    assert desk.all_problems(draft) == ()
    exhibits = desk.assemble(draft).exhibits
    assert [each.state for each in exhibits] == [state] * 2
    assert [each.number for each in exhibits] == (
        [1, 2] if state is MaterialState.CLERK_SAW else [None, None]
    )


def test_a_paper_that_is_not_asked_for_any_more_is_not_missed(desk: Desk, draft: Draft) -> None:
    for_another = replace(draft, answers=draft.answers.say("capacity", "agent"))
    assert "materials:agent-identity" in {each.where for each in desk.problems(for_another, PAGE)}
    assert "materials:agent-identity" not in {each.where for each in desk.problems(draft, PAGE)}


def test_attached_means_that_there_is_a_picture(desk: Desk, draft: Draft) -> None:
    draft = desk.say_of(draft, MaterialAnswer("record-page", MaterialState.CLERK_SAW))
    draft = desk.say_of(draft, MaterialAnswer("identity", MaterialState.ATTACHED))
    assert [each.code for each in desk.problems(draft, PAGE)] == ["material-without-file"]
    draft = desk.attach(draft, "identity", photo("teal"))
    assert desk.problems(draft, PAGE) == ()


def test_a_picture_taken_out_is_off_the_disk_and_off_the_list(desk: Desk, draft: Draft) -> None:
    draft = desk.say_of(draft, MaterialAnswer("record-page", MaterialState.CLERK_SAW))
    for colour in ("teal", "olive"):
        draft = desk.attach(draft, "identity", photo(colour))
    first, second = desk.said_of(draft, "identity").files
    draft = desk.detach(draft, "identity", first.id)
    assert desk.said_of(draft, "identity").files == (second,)
    with pytest.raises(UserProblem, match="file-unknown"):
        desk.doors.store.file(draft.id, first.id)
    [exhibit, _] = desk.assemble(draft).exhibits
    assert exhibit.files == (second,)


def test_a_picture_that_cannot_be_read_changes_nothing(desk: Desk, draft: Draft) -> None:
    for junk in (b"", b"%PDF-1.7 and no more", b"\x89PNG\r\n\x1a\n"):
        with pytest.raises(UserProblem) as refused:
            desk.attach(draft, "identity", junk)
        assert [each.where for each in refused.value.problems] == ["file"]
    assert desk.materials_said(draft) == ()


@pytest.mark.parametrize("objection", FILINGS, ids=name_of)
def test_the_examples_speak_of_every_required_paper(desk: Desk, objection: Path) -> None:
    draft = desk.draft_of(answers_of(desk, objection))
    assert desk.all_problems(draft) == ()


def promised(desk: Desk, draft: Draft, by: str) -> Draft:
    draft = desk.say_of(draft, MaterialAnswer("record-page", MaterialState.DO_NOT_HAVE))
    return desk.say_of(draft, MaterialAnswer("identity", MaterialState.WILL_BRING, by=by))


def test_a_paper_is_promised_by_a_day_in_list_and_data_and_comes_back_as_typed(
    desk: Desk, draft: Draft
) -> None:
    day = desk.doors.time.today() + timedelta(days=9)
    kept = desk.keep(promised(desk, draft, day.isoformat()))
    assert desk.all_problems(kept) == ()
    assert [each.by for each in desk.assemble(kept).exhibits] == [day, None]
    promise = f"不迟于{day.year}年{day.month}月{day.day}日补交，届时请一并考虑"
    assert promise in str(desk.document(kept))
    (again,) = [each for each in desk.doors.store.drafts() if each.id == kept.id]
    assert desk.said_of(again, "identity").by == day.isoformat()


@pytest.mark.parametrize(
    ("by", "code"), [("2026-02-30", "date-not-a-day"), ("2001-01-01", "date-is-over")]
)
def test_a_day_that_cannot_be_is_told_at_its_paper(
    desk: Desk, draft: Draft, by: str, code: str
) -> None:
    assert desk.problems(promised(desk, draft, by), PAGE) == (
        Problem("materials:identity:by", code),
    )
