"""One window for every kind of filing: what was answered first decides which one it is."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from filingdesk import resources
from filingdesk.app import Furniture
from filingdesk.desk import Desk
from filingdesk.ui.kiosk.session import Session
from tests.packs.conftest import FICTION
from tests.ui.conftest import TODAY
from tests.ui.kiosk.person import Person


@pytest.fixture
def locked(made_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk in a country with two kinds of filing."""
    country = shutil.copytree(FICTION / "packs" / "shan", tmp_path / "packs" / "cn")
    for name in ("pack.toml", "parts/person.toml"):
        text = (country / name).read_text("utf-8")
        (country / name).write_text(
            text.replace('id = "shan"', 'id = "cn"').replace("shan/answer", "cn/answer"), "utf-8"
        )
    monkeypatch.setattr(resources, "packs", lambda: tmp_path / "packs")
    shutil.copytree(made_desk, tmp_path / "desk")
    return Desk(Furniture(tmp_path / "desk", TODAY))


def tells(session: Session, **answers: str) -> None:
    """Each answer on the page that asks for it, and on."""
    for question, value in answers.items():
        while question not in session.interview.pages[session.page].questions:
            assert session.go_on(), session.problems
        session.say(question, value)
    assert session.go_on(), session.problems


def test_the_first_answer_decides_the_kind_and_another_changes_it(
    citizen: Person, session: Session
) -> None:
    session.begin("2026")
    assert session.desk.kind(session.here) == "objection"

    citizen.chooses("trouble", "没有写错，想修复")
    assert session.desk.kind(session.here) == "repair"
    citizen.continues()
    tells(session, jurisdiction="cn", record_title="罚款", published_on="2025-02-03")
    assert session.page == "mended"

    while session.page != "trouble":
        citizen.goes_back()
    citizen.chooses("trouble", "写错了")
    assert session.desk.kind(session.here) == "objection"
    tells(session, jurisdiction="cn", record_title="罚款", published_on="2025-02-03")
    assert session.page == "person"


def test_who_asks_too_early_learns_from_which_day_and_may_finish(
    citizen: Person, session: Session
) -> None:
    session.begin("2026")
    tells(
        session,
        trouble="right",
        jurisdiction="cn",
        record_title="罚款",
        published_on="2026-02-03",
        mended="yes",
        supervisor="?",
    )

    assert session.page == "finding"
    day = session.words.day(date(2027, 2, 4))
    assert citizen.sees(f"You can ask for this from {day}")
    assert citizen.sees("How long you must wait")
    assert citizen.sees("最少公示一年的规定")
    assert citizen.sees("Another way that may serve you")
    assert citizen.sees("记录写错了的，可以提异议。")
    assert not session.go_on()

    citizen.continues()
    assert citizen.sees("Erase everything and finish?")


def test_in_time_the_way_goes_on_to_who_deals_with_it(citizen: Person, session: Session) -> None:
    session.begin("2026")
    tells(
        session,
        trouble="right",
        jurisdiction="cn",
        record_title="罚款",
        published_on="2025-02-03",
        mended="yes",
        supervisor="?",
    )
    assert citizen.sees("改正了，可以申请修复")
    citizen.continues()
    assert session.page == "authority"
    assert citizen.sees("Take it to 山国信用办公室")
    assert not citizen.sees("I know who decided")
    citizen.continues()
    assert session.page == "person"
