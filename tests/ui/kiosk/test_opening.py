"""The staff open the desk: the first time, every morning, and after a power cut."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from filingdesk.app import Furniture
from filingdesk.desk import Desk
from filingdesk.ui.kiosk.names import INTERRUPTED, RECOVERY, SETUP, START, UNLOCK
from filingdesk.ui.window import MainWindow
from tests.ui.conftest import PASSPHRASE, TODAY
from tests.ui.kiosk.conftest import ANSWERS
from tests.ui.kiosk.person import Person


def opened(desk: Desk, qtbot: QtBot, passphrase: str = "") -> tuple[MainWindow, Person]:
    window = MainWindow(desk.doors, passphrase=passphrase)
    window.session.set_language("en")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.open()
    return window, Person(window.kiosk)


def leave_one_behind(desk: Desk) -> None:
    """A power cut in the middle of a filing."""
    desk.doors.unlock(PASSPHRASE)
    draft = desk.begin("es", "2026")
    for question, value in ANSWERS.items():
        draft = type(draft)(
            draft.id, draft.answers.say(question, value), "record", "es", consent="2026"
        )
    desk.keep(draft)
    desk.doors.lock()


def test_a_new_desk_is_named_and_its_recovery_code_shown_once(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(Furniture(tmp_path / "new", TODAY))
    window, clerk = opened(desk, qtbot)
    assert window.session.page == SETUP
    clerk.types("passphrase", "short")
    clerk.types("again", "short!")
    clerk.continues()
    differ = "The two passphrases are not the same. Please type both again."
    assert clerk.summary() == ["Please enter the name of the service centre.", differ]
    assert clerk.typed("passphrase") == ["short"]

    clerk.types("centre", "Citizen centre")
    clerk.types("again", "short")
    clerk.continues()
    qtbot.waitUntil(lambda: "at least 10 characters" in clerk.summary()[0], timeout=5000)
    [told] = clerk.summary()
    assert clerk.typed("centre") == ["Citizen centre"]
    assert [clerk.field(each).error() for each in ("centre", "again")] == ["", ""]
    clerk.touches(told)
    assert clerk.field("passphrase").isAncestorOf(clerk.focus())
    clerk.types("passphrase", PASSPHRASE)
    clerk.types("again", PASSPHRASE)
    clerk.continues()

    qtbot.waitUntil(lambda: window.session.page == RECOVERY, timeout=5000)
    code = window.session.recovery_code
    assert clerk.sees(code)
    clerk.continues()
    assert window.session.page == RECOVERY
    clerk.chooses("written", "I have written the code down")
    clerk.continues()
    assert window.session.page == START
    assert window.session.recovery_code == ""
    assert not clerk.sees(code)
    desk.doors.lock()
    desk.doors.unlock(code)
    assert desk.doors.centre() == "Citizen centre"
    desk.doors.lock()


def test_a_wrong_passphrase_is_told_at_the_field(locked: Desk, qtbot: QtBot) -> None:
    window, clerk = opened(locked, qtbot)
    assert window.session.page == UNLOCK
    clerk.types("passphrase", "not the passphrase")
    clerk.continues()
    qtbot.waitUntil(lambda: bool(clerk.summary()), timeout=5000)
    assert clerk.field("passphrase").error() == clerk.summary()[0]
    clerk.types("passphrase", PASSPHRASE)
    clerk.continues()
    qtbot.waitUntil(lambda: window.session.page == START, timeout=5000)
    locked.doors.lock()


def test_an_interrupted_filing_goes_on_where_it_was(locked: Desk, qtbot: QtBot) -> None:
    leave_one_behind(locked)
    window, clerk = opened(locked, qtbot)
    clerk.types("passphrase", PASSPHRASE)
    clerk.continues()
    qtbot.waitUntil(lambda: window.session.page == INTERRUPTED, timeout=5000)
    assert not clerk.sees(ANSWERS["name"])

    clerk.continues()

    assert window.session.page == "record"
    assert window.session.words.language == "es"
    assert clerk.typed("record_title") == [ANSWERS["record_title"]]
    window.session.keeping.stop()
    locked.doors.lock()


def test_an_interrupted_filing_is_erased_when_nobody_waits_for_it(
    locked: Desk, qtbot: QtBot
) -> None:
    leave_one_behind(locked)
    window, clerk = opened(locked, qtbot)
    clerk.types("passphrase", PASSPHRASE)
    clerk.continues()
    qtbot.waitUntil(lambda: window.session.page == INTERRUPTED, timeout=5000)
    clerk.touches("Erase it")
    assert window.session.page == START
    assert locked.doors.store.drafts() == ()
    locked.doors.lock()


def test_a_desk_that_opens_by_itself_shows_an_interrupted_filing_only_to_the_staff(
    locked: Desk, qtbot: QtBot
) -> None:
    leave_one_behind(locked)
    window, clerk = opened(locked, qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: window.session.page == INTERRUPTED, timeout=5000)
    clerk.types("passphrase", "somebody else's")
    clerk.continues()
    qtbot.waitUntil(lambda: bool(clerk.summary()), timeout=5000)
    assert window.session.draft is None
    clerk.types("passphrase", PASSPHRASE)
    clerk.continues()
    qtbot.waitUntil(lambda: window.session.page == "record", timeout=5000)
    window.session.keeping.stop()
    locked.doors.lock()


def test_a_wrong_passphrase_in_the_set_up_asks_a_person(locked: Desk, qtbot: QtBot) -> None:
    window, clerk = opened(locked, qtbot, "an old passphrase")
    qtbot.waitUntil(lambda: window.session.page == UNLOCK, timeout=5000)
    assert clerk.summary()


def test_the_idle_rule_does_not_touch_a_closed_desk(locked: Desk, qtbot: QtBot) -> None:
    window, clerk = opened(locked, qtbot)
    clerk.types("passphrase", "half a passphr")
    window.kiosk.idle._ask()
    assert clerk.overlay() is None
    assert window.session.page == UNLOCK


@pytest.fixture(autouse=True)
def _quick_taps(monkeypatch: pytest.MonkeyPatch) -> None:
    from filingdesk.ui.widgets.guard import taps

    monkeypatch.setattr(taps, "interval", 0)


def test_every_button_of_the_first_pages_can_be_reached(locked: Desk, qtbot: QtBot) -> None:
    window, clerk = opened(locked, qtbot)
    named = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    assert named
    assert all(each.accessibleName() for each in named)
    assert clerk.page.first_focus() is clerk.field("passphrase")
