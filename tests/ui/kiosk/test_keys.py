"""Everything works without a mouse, and no key does harm."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import TextSize
from tests.ui.kiosk.person import Person, settle


def test_enter_leads_on_once(citizen: Person, session: Session) -> None:
    session.begin("2026")
    for question, value in {"trouble": "expired", "jurisdiction": "cn"}.items():
        session.say(question, value)
        session.go_on()
    settle()
    citizen.presses_text("处罚")
    citizen.presses(Qt.Key.Key_Return)
    assert session.here.answers.text("record_title") == "处罚"
    assert session.page == "decided_by"


def test_enter_picks_a_card_and_then_leads_on(citizen: Person, session: Session) -> None:
    session.begin("2026")
    settle()
    card = citizen.field("trouble").findChildren(QAbstractButton)[1]
    card.setFocus()
    citizen.presses(Qt.Key.Key_Return)
    assert session.page == "trouble"
    assert session.here.answers.text("trouble") == "expired"
    citizen.presses(Qt.Key.Key_Return)
    assert session.page == "place"


def test_a_story_keeps_its_enter(at_check: Person, session: Session) -> None:
    session.go_to_question("story")
    settle()
    at_check.presses_text("one")
    at_check.presses(Qt.Key.Key_Return)
    at_check.presses_text("two")
    assert session.page == "story"
    assert session.here.answers.text("story") == "one\ntwo"


def test_alt_and_left_is_the_way_back(citizen: Person, session: Session) -> None:
    session.begin("2026")
    session.say("trouble", "expired")
    session.go_on()
    settle()
    citizen.presses(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert session.page == "trouble"


def test_tab_walks_through_the_questions_in_their_order(at_check: Person, session: Session) -> None:
    session.go_to_question("name")
    settle()
    seen = []
    for _ in range(12):
        focus = at_check.focus()
        seen += [id for id, field in at_check.page.fields.items() if field.isAncestorOf(focus)]
        at_check.presses(Qt.Key.Key_Tab)
    assert list(dict.fromkeys(seen)) == ["name", "id_number", "phone"]


def test_a_question_that_came_later_has_its_place_in_the_order(
    at_check: Person, session: Session
) -> None:
    session.go_to_question("capacity")
    at_check.chooses("capacity", "代理人")
    settle()
    at_check.presses(Qt.Key.Key_Tab)
    assert at_check.field("agent_name").isAncestorOf(at_check.focus())


def test_no_key_leads_away_under_a_question(citizen: Person, session: Session) -> None:
    session.begin("2026")
    session.say("trouble", "expired")
    session.go_on()
    settle()
    citizen.kiosk.ask_erase()
    citizen.presses(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert session.page == "place"
    assert citizen.focus().accessibleName() == "Go on with my filing"
    citizen.presses(Qt.Key.Key_Escape)
    citizen.presses(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert session.page == "trouble"


def test_rare_characters_leave_the_cursor_where_it_was(at_check: Person, session: Session) -> None:
    """Each of them is two for Qt: counted as one, the next key would go between the halves."""
    session.go_to_question("story")
    settle()
    at_check.presses_text("𠮷𠮷𠮷𠮷𠮷")
    session.set_text_size(TextSize.LARGE)
    settle()
    at_check.presses_text("end")
    assert session.here.answers.text("story") == "𠮷𠮷𠮷𠮷𠮷end"
