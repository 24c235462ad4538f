"""Who came too early: the first day, its proof, and a reminder that becomes a filing."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from filingdesk.core.advice import Remedy
from filingdesk.core.answers import (
    Answers,
    AttachedFile,
    MaterialAnswer,
    MaterialState,
)
from filingdesk.core.pack import Shows
from filingdesk.core.ports import Draft
from filingdesk.core.problem import UserProblem
from filingdesk.core.proof import proof_sheet
from filingdesk.core.reminder import without_files
from filingdesk.desk import Desk
from filingdesk.words.catalogue import PackWords, Words
from filingdesk.words.proof import ProofWords
from tests.desk.furnished import answers_of, example, made_once, open_desk

FIRST_DAY = date(2027, 1, 9)
"""Three months from 8 October 2026 end on 8 January 2027."""


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_once(tmp_path_factory.getbasetemp()), tmp_path / "desk"))


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    with open_desk(folder) as desk:
        yield desk


def early(desk: Desk) -> Draft:
    return desk.keep(desk.draft_of(answers_of(desk, example("cn/repair-early"))))


def test_the_first_day_is_counted_from_what_was_said(desk: Desk) -> None:
    draft = early(desk)
    proof = desk.proof_awaited(draft)
    assert proof.deadline.due_on == date(2027, 1, 8)
    assert proof.deadline.event == date(2026, 10, 8)
    assert proof.named == desk.interview(draft).kind.questions["decided_on"].label
    assert proof.citations


def test_a_page_to_take_home_says_the_day_the_record_and_the_law(desk: Desk) -> None:
    assert desk.earliest_sheet(early(desk), "zh_CN").startswith(b"%PDF-")


def test_the_calendar_names_neither_the_person_nor_the_record(desk: Desk) -> None:
    draft = early(desk)
    content = desk.calendar_file(draft, "zh_CN")
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event.decoded("dtstart") == FIRST_DAY
    told = f"{event['summary']} {event['description']}"
    assert draft.id in told
    assert draft.answers.text("org_name") not in told
    assert draft.answers.text("record_title") not in told


def test_a_reminder_outlives_its_draft_and_becomes_the_same_filing(
    desk: Desk, folder: Path
) -> None:
    draft = early(desk)
    kept = desk.remind(draft, " 武汉示例 ", " 027-00000000 ")
    assert (kept.day, kept.person, kept.contact) == (FIRST_DAY, "武汉示例", "027-00000000")
    assert (kept.kind, kept.jurisdiction, kept.title) == ("repair", "cn", "行政处罚决定书")
    desk.erase(draft)
    assert desk.doors.store.drafts() == ()

    with open_desk(folder, FIRST_DAY) as later:
        (found,) = later.reminders()
        begun = later.begin_reminded(found.id)
        assert (begun.id, begun.answers) == (draft.id, draft.answers)
        page = later.interview(begun).pages[begun.page]
        assert page.shows is Shows.FINDING
        assert later.advise(begun).remedy is Remedy.FILING
        assert later.reminders() == (found,), "until it is signed"
        assert later.proof_reminded(found).deadline.due_on == date(2027, 1, 8)
        assert later.reminder_sheet(found, "zh_CN").startswith(b"%PDF-")
        later.sign(begun)
        assert later.reminders() == ()


def test_a_day_that_came_is_still_given_to_the_calendar(desk: Desk, folder: Path) -> None:
    id = desk.remind(early(desk), "赵宁").id
    with open_desk(folder, date(2027, 2, 1)) as later:
        content = later.reminder_calendar_file(later.reminder(id), "en")
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event.decoded("dtstart") == FIRST_DAY
    assert "赵宁" not in f"{event['summary']} {event['description']}"


def test_whoever_has_no_name_is_asked_for_one(desk: Desk) -> None:
    with pytest.raises(UserProblem, match="reminder-name-missing"):
        desk.remind(early(desk), "  ")


def test_where_nothing_must_be_waited_for_there_is_no_reminder(desk: Desk) -> None:
    draft = desk.draft_of(answers_of(desk, example("cn/repair-general")))
    for deed in (
        lambda: desk.remind(draft, "赵宁"),
        lambda: desk.earliest_sheet(draft, "en"),
        lambda: desk.calendar_entry(draft, "en"),
    ):
        with pytest.raises(UserProblem, match="no-date-yet"):
            deed()


def test_a_reminder_that_is_gone_is_told(desk: Desk) -> None:
    reminder = desk.remind(early(desk), "赵宁")
    desk.dismiss(reminder.id)
    with pytest.raises(UserProblem, match="reminder-unknown"):
        desk.begin_reminded(reminder.id)


def test_pictures_do_not_stay_with_the_answers() -> None:
    photo = AttachedFile("f1", 1, "ab" * 32, 100)
    seen = MaterialAnswer("seen", MaterialState.CLERK_SAW)
    said = (
        Answers()
        .say("name", "赵宁")
        .say(
            "papers",
            (
                MaterialAnswer("photo", MaterialState.ATTACHED, (photo,)),
                seen,
            ),
        )
    )
    assert without_files(said).values == {"name": "赵宁", "papers": (seen,)}


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en", "es"])
def test_the_proof_of_a_day_names_the_answer_that_gave_it(desk: Desk, language: str) -> None:
    draft = early(desk)
    speech = ProofWords(PackWords(Words(language), desk.pack(draft.answers).lineage))
    sheet = proof_sheet(desk.proof_awaited(draft), speech)
    label = speech.text(desk.interview(draft).kind.questions["decided_on"].label)
    assert label in repr(sheet)


class TestFurther:
    """Several acts: several applications."""

    def test_the_person_is_carried_over_and_the_act_is_not(self, desk: Desk) -> None:
        file = answers_of(desk, example("cn/reconsideration-tax"))
        draft = replace(desk.draft_of(file), consent="2026-01")
        further = desk.begin_next(draft)
        assert further.id != draft.id
        assert (further.language, further.consent) == (draft.language, "2026-01")
        assert desk.kind(further) == desk.kind(draft) == "reconsideration"
        of_the_act = {"act", "record_title", "deciding_authority", "decided_on"}
        assert of_the_act <= draft.answers.values.keys()
        assert not of_the_act & further.answers.values.keys()
        assert further.answers.text("name") == draft.answers.text("name") != ""
        assert not further.answers.has("one_act")
        assert "act" in desk.interview(further).pages[further.page].questions

    def test_only_whoever_said_several_is_told(self, desk: Desk) -> None:
        draft = desk.draft_of(answers_of(desk, example("cn/reconsideration-tax")))
        one = replace(draft, answers=draft.answers.say("one_act", "one"))
        assert "reconsideration" in [each.kind for each in desk.advise(draft).alternatives]
        assert "reconsideration" not in [each.kind for each in desk.advise(one).alternatives]
