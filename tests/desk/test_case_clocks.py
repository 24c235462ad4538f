"""A case keeps the clocks that concern it, as its answers decided when it was signed."""

from dataclasses import replace

from filingdesk.core.answers import Answers
from filingdesk.core.case import Case
from filingdesk.core.ports import AnswersFile
from filingdesk.desk import Desk
from tests.desk.furnished import answers_of, example, no_file

CONSENT = "2026-11-22"
SILENT = example("cn/complaint-silent")
TERMS = ("cn-shandong/objection-own-scope", "cn-shandong/objection-with-help")


def changed(desk: Desk, **said: str) -> AnswersFile:
    """The example of a complaint about silence, told otherwise; an empty answer is taken away."""
    file = answers_of(desk, SILENT)
    answers: Answers = file.answers
    for question, answer in said.items():
        answers = answers.say(question, answer)
    place = answers.text("jurisdiction")
    return replace(file, answers=answers, jurisdiction=place)


def signed(desk: Desk, **said: str) -> Case:
    return desk.sign(desk.begin_from(changed(desk, **said), no_file, CONSENT))


def ids(desk: Desk, case: Case) -> set[str]:
    return {each.clock.id for each in desk.case(case.id).clocks}


def test_a_complaint_about_repair_has_no_clock_of_an_objection(desk: Desk) -> None:
    repair = {"filed_what": "repair", "received_on": "", "repair_received_on": "2026-10-13"}
    about_repair = ids(desk, signed(desk, **repair))
    about_objection = ids(desk, signed(desk))
    assert about_repair == {"cn/complaint", "cn/repair-feedback"}
    assert about_objection == {
        "cn/complaint",
        "cn/duty-sixty-days",
        "cn/reconsideration-silence-no-term",
    }


def test_a_province_with_two_terms_tells_them_where_an_objection_is_silent(desk: Desk) -> None:
    here = {"jurisdiction": "cn-shandong"}
    assert ids(desk, signed(desk, **here)).issuperset(TERMS)
    repair = {"filed_what": "repair", "received_on": "", "repair_received_on": "2026-10-13"}
    assert ids(desk, signed(desk, **here, **repair)).isdisjoint(TERMS)


def test_the_store_keeps_what_was_decided(desk: Desk) -> None:
    case = signed(desk)
    kept = desk.doors.store.case(case.id).clocks
    assert kept == case.clocks
    assert kept is not None
    assert "cn/repair-feedback" not in kept


def test_of_an_older_case_every_clock_may_be_meant(desk: Desk) -> None:
    case = replace(signed(desk), clocks=None)
    kind = desk.pack_of(case).kinds["complaint"]
    assert all(case.is_concerned_by(each) for each in kind.clocks)
