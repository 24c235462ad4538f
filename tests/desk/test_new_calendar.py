"""The holidays of 2027 are announced: a real desk opens with them, and a case tells what moved."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from filingdesk import resources
from filingdesk.core.case import EventKind
from filingdesk.core.problem import UserProblem
from filingdesk.desk import CaseToday
from filingdesk.store.cases import EncryptedStore
from tests.desk.furnished import answers_of, example, no_file, open_desk

OWN, HELP = "cn-shandong/objection-own-scope", "cn-shandong/objection-with-help"
SIGNED_ON, TODAY = date(2026, 12, 28), date(2026, 12, 29)
NOTICE = """
year = 2027
source = "made up for a test"
checked_against = "nothing"
make_up = []

[[notice]]
title = "made up"

[[holiday]]
from = 2027-01-01
to = 2027-01-04
name = "元旦"
"""


@pytest.fixture
def announced(tmp_path: Path) -> Path:
    """Calendars with a year more; they count as soon as a desk is furnished with them."""
    folder = tmp_path / "calendars"
    shutil.copytree(resources.calendars(), folder)
    (folder / "cn" / "2027.toml").write_text(NOTICE)
    return folder


def filed(home: Path) -> str:
    """A case whose authority has the filing since 28 December 2026; seen once."""
    with open_desk(home, SIGNED_ON) as desk:
        answers = answers_of(desk, example("cn-shandong/shandong-expired"))
        case = desk.sign(desk.begin_from(answers, no_file))
        desk.record(case.id, EventKind.RECEIPT_NOTED, SIGNED_ON)
        found = desk.case(case.id)
        assert found.moved == ()
        assert ends(found)[HELP] == (date(2027, 1, 7), True)
        return case.id


def ends(found: CaseToday) -> dict[str, tuple[date, bool]]:
    dated = ((each.clock.id, each.deadline) for each in found.clocks)
    return {id: (told.due_on, told.provisional) for id, told in dated if told}


def test_a_moved_day_is_shown_once_and_stays_in_the_history(
    home: Path, announced: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = filed(home)
    monkeypatch.setattr(resources, "calendars", lambda: announced)

    with open_desk(home, TODAY) as desk:
        found = desk.case(id)
        told = [(each.clock.id, each.before, each.now) for each in found.moved]
        assert told == [(HELP, date(2027, 1, 7), date(2027, 1, 8))]
        assert found.moved[0].calendar.startswith("cn-2026-")
        assert ends(found)[HELP] == (date(2027, 1, 8), False)
        [event] = [each for each in found.case.events if each.kind is EventKind.REDATED]
        assert (event.clock, event.until, event.day) == (HELP, date(2027, 1, 8), TODAY)
        assert desk.case(id).moved == ()
        assert desk.case(id).case == found.case

    with open_desk(home, TODAY) as desk:
        assert desk.case(id).moved == ()
        assert desk.case(id).case == found.case


def test_what_is_recorded_at_that_moment_is_told_with_it(
    home: Path, announced: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = filed(home)
    monkeypatch.setattr(resources, "calendars", lambda: announced)

    with open_desk(home, TODAY) as desk:
        found = desk.record(id, EventKind.ACCEPTED, TODAY)
        assert [each.clock.id for each in found.moved] == [HELP]
        kinds = [each.kind for each in found.case.events]
        assert kinds[-2:] == [EventKind.REDATED, EventKind.ACCEPTED]


def test_a_store_that_takes_nothing_still_shows_the_case(
    home: Path, announced: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = filed(home)
    monkeypatch.setattr(resources, "calendars", lambda: announced)

    def full(*_: object) -> None:
        raise UserProblem

    with open_desk(home, TODAY) as desk:
        with monkeypatch.context() as broken:
            broken.setattr(EncryptedStore, "keep_shown", full)
            assert [each.clock.id for each in desk.case(id).moved] == [HELP]
        assert [each.clock.id for each in desk.case(id).moved] == [HELP]
        assert desk.case(id).moved == ()


def test_an_extension_is_not_written_where_the_law_knows_none(home: Path) -> None:
    id = filed(home)
    with open_desk(home, TODAY) as desk:
        for clock, code in ((OWN, "clock-not-prolonged"), ("cn/no", "clock-unknown")):
            with pytest.raises(UserProblem, match=code):
                desk.record(id, EventKind.EXTENDED, TODAY, clock=clock)
        for kind in (EventKind.EXTENDED, EventKind.STARTED):
            with pytest.raises(UserProblem, match="clock-needed"):
                desk.record(id, kind, TODAY)
        assert len(desk.case(id).case.events) == 3


def test_a_date_of_a_case_is_proved(home: Path) -> None:
    id = filed(home)
    with open_desk(home, TODAY) as desk:
        proof = desk.proof(id, HELP)
        assert proof.evidence is not None
        assert proof.evidence.kind is EventKind.RECEIPT_NOTED
        assert proof.deadline.reasons == desk.due(HELP, SIGNED_ON).reasons
        sheet = desk.proof_sheet(proof, "cn-shandong", "es", id)
        assert sheet.startswith(b"%PDF-1.7")
        with pytest.raises(UserProblem, match="clock-unknown"):
            desk.proof(id, "cn-tianjin/objection")
