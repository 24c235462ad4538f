"""Everything is kept at once; a disk that refuses is told, and nothing is lost meanwhile."""

import pytest
from pytestqt.qtbot import QtBot

from filingdesk.ui.kiosk import keeping
from filingdesk.ui.kiosk.session import Session
from tests.ui.conftest import BrokenDisk
from tests.ui.kiosk.person import Person


def kept(session: Session, question: str) -> str:
    return session.desk.doors.store.drafts()[0].answers.text(question)


def test_what_is_typed_is_on_the_disk_within_a_second(
    citizen: Person, session: Session, qtbot: QtBot
) -> None:
    session.begin("2026")
    with qtbot.waitSignal(session.saved, timeout=1000) as saved:
        citizen.chooses("trouble", "过期了")
    assert saved.args == [True]
    assert kept(session, "trouble") == "expired"
    assert citizen.sees("Saved")


def test_leaving_the_page_keeps_at_once(citizen: Person, session: Session) -> None:
    session.begin("2026")
    citizen.chooses("trouble", "过期了")
    citizen.continues()
    session.keeping.flush()
    assert kept(session, "trouble") == "expired"
    assert session.desk.doors.store.drafts()[0].page == "place"


def test_a_full_disk_is_told_and_loses_nothing(
    citizen: Person, session: Session, disk: BrokenDisk, qtbot: QtBot
) -> None:
    session.begin("2026")
    session.keeping.flush()
    disk.is_full = True
    with qtbot.waitSignal(session.saved, timeout=1000) as saved:
        citizen.chooses("trouble", "过期了")
    assert saved.args == [False]
    assert citizen.sees("Not saved")
    assert citizen.sees("Please make room on it")

    citizen.continues()
    session.set_language("es")
    session.set_language("en")

    assert citizen.sees("Not saved")
    assert session.here.answers.text("trouble") == "expired"
    assert kept(session, "trouble") == ""


def test_saving_is_tried_again_by_itself(
    citizen: Person,
    session: Session,
    disk: BrokenDisk,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keeping, "AGAIN", 100)
    session.begin("2026")
    disk.is_full = True
    session.keeping.now()
    disk.is_full = False

    with qtbot.waitSignal(session.saved, timeout=2000) as saved:
        pass

    assert saved.args == [True]
    assert not citizen.sees("Not saved")
    assert session.desk.doors.store.drafts()[0].id == session.here.id


def test_a_filed_draft_is_not_written_again(at_check: Person, session: Session) -> None:
    case = session.desk.sign(session.here)
    session.filed(case)
    session.set_language("es")
    session.keeping.flush()
    assert session.desk.doors.store.drafts() == ()
    assert not session.can_go_back()
    session.go_back()
    session.go_to("trouble")
    assert session.page == "done"
