"""Two acts need two applications: the second begins where the first was signed."""

import pytest

from filingdesk.ui.kiosk.names import START
from tests.ui.kiosk.test_done import Printers, reference_of, signs
from tests.ui.kiosk.visits import Visit

SEVERAL = "cn/reconsideration-tax"
START_NEXT = "Start the next application"


def test_the_finding_says_that_each_act_needs_its_own(visit: Visit) -> None:
    citizen = visit("finding", SEVERAL)
    assert citizen.reads("There is a further application")
    assert not visit("finding", SEVERAL, one_act="one").reads("There is a further application")


def test_the_next_one_begins_with_the_person_and_without_the_act(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = signs(visit, SEVERAL)
    first, name = reference_of(citizen), citizen.session.here.answers.text("name")
    Printers(citizen, monkeypatch, "Hall")
    citizen.touches("Print the letter")
    citizen.waits()
    citizen.touches(START_NEXT)
    citizen.waits()

    session = citizen.session
    assert session.case is None
    assert session.here.id != first
    assert session.here.answers.text("name") == name != ""
    assert not session.here.answers.has("record_title")
    assert session.page == session.interview.page_of("act")
    assert session.words.language == "en"
    session.keeping.flush()
    assert [each.id for each in citizen.desk.doors.store.drafts()] == [session.here.id]
    assert [each.case.reference for each in citizen.desk.cases()] == [first]


def test_without_a_copy_of_the_first_one_is_asked(visit: Visit) -> None:
    citizen = signs(visit, SEVERAL)
    first = reference_of(citizen)
    citizen.touches(START_NEXT)
    overlay = citizen.overlay()
    assert overlay is not None
    assert citizen.sees("Go on without a copy?")
    citizen.touches("Stay here")
    assert reference_of(citizen) == first
    citizen.touches(START_NEXT)
    again = citizen.overlay()
    assert again is not None
    again._answer("leave")
    citizen.waits()
    assert citizen.session.case is None
    assert citizen.session.page != START


def test_whoever_has_one_act_is_offered_none(visit: Visit) -> None:
    citizen = signs(visit, "cn/reconsideration-penalty")
    assert citizen.finds(START_NEXT) is None
