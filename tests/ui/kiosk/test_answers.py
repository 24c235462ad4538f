"""What is typed is never lost: not by Back, not by another language, not by larger words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from filingdesk.core.answers import Difference
from filingdesk.ui.interview.writing import wrong_part
from filingdesk.ui.kiosk.appearance import Contrast
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import TextSize
from tests.ui.kiosk.person import Person, settle
from tests.ui.kiosk.visits import Visit


def to_dates(citizen: Person, session: Session) -> None:
    session.begin("2026")
    for question, value in {
        "trouble": "expired",
        "jurisdiction": "cn",
        "record_title": "处罚",
        "deciding_authority": "market",
    }.items():
        session.say(question, value)
    while session.page != "dates":
        assert session.go_on(), session.problems
    assert citizen.heading == "哪一天？"


def test_back_keeps_the_thirtieth_of_february(citizen: Person, session: Session) -> None:
    to_dates(citizen, session)
    citizen.types("decided_on", "2026", "2", "30")
    citizen.goes_back()
    assert citizen.heading == "谁作出的？"

    citizen.continues()

    assert citizen.typed("decided_on") == ["2026", "02", "30"]


def test_a_day_that_does_not_exist_is_told_beside_its_field_and_above(
    citizen: Person, session: Session
) -> None:
    to_dates(citizen, session)
    citizen.types("decided_on", "2026", "2", "30")
    citizen.types("learned_on", "2026", "11", "1")

    citizen.continues()

    assert len(citizen.summary()) == 1
    assert "There is no such day" in citizen.summary()[0]
    assert citizen.summary() == [citizen.field("decided_on").error()]
    assert citizen.typed("decided_on") == ["2026", "02", "30"]
    assert citizen.focus() is citizen.page.summary


def test_an_entry_of_the_summary_leads_to_its_field(citizen: Person, session: Session) -> None:
    to_dates(citizen, session)
    citizen.continues()
    assert len(citizen.summary()) == 2

    citizen.touches(citizen.summary()[1])

    assert citizen.field("learned_on").isAncestorOf(citizen.focus())


def test_another_language_in_the_middle_of_a_page_keeps_every_letter(
    citizen: Person, session: Session
) -> None:
    to_dates(citizen, session)
    citizen.types("decided_on", "2026", "13", "")
    session.set_language("es")
    session.set_text_size(TextSize.ELDERLY)
    session.set_contrast(Contrast.HIGH)

    assert citizen.typed("decided_on") == ["2026", "13", ""]
    session.keeping.now()
    assert session.desk.doors.store.drafts()[0].language == "es"


def test_a_slip_on_not_sure_costs_nothing(citizen: Person, session: Session) -> None:
    to_dates(citizen, session)
    citizen.types("decided_on", "2024", "5", "6")
    citizen.chooses("decided_on", "I am not sure")
    assert session.here.answers.text("decided_on") == "?"
    session.set_language("zh_TW")
    session.set_language("en")
    assert citizen.typed("decided_on") == ["2024", "05", "06"]

    citizen.types("decided_on", "2024")

    assert session.here.answers.text("decided_on") == "2024-05-06"
    assert citizen.chosen("decided_on") == []


def test_a_question_comes_and_goes_with_the_answer_above_it(
    citizen: Person, session: Session
) -> None:
    to_dates(citizen, session)
    session.say("decided_on", "?")
    session.say("learned_on", "2026-11-01")
    while session.page != "who":
        assert session.go_on(), session.problems
    assert [*citizen.page.fields] == ["capacity"]

    citizen.chooses("capacity", "代理人")
    assert [*citizen.page.fields] == ["capacity", "agent_name"]
    citizen.types("agent_name", "Wang Min")
    citizen.chooses("capacity", "本人")
    assert [*citizen.page.fields] == ["capacity"]
    citizen.chooses("capacity", "代理人")

    assert citizen.typed("agent_name") == ["Wang Min"]


def test_the_focus_stays_where_it_was_when_a_question_comes(
    citizen: Person, session: Session
) -> None:
    to_dates(citizen, session)
    session.say("decided_on", "?")
    session.say("learned_on", "2026-11-01")
    while session.page != "who":
        session.go_on()
    citizen.chooses("capacity", "代理人")
    settle()
    assert citizen.field("capacity").isAncestorOf(citizen.focus())


def test_a_name_that_the_pack_does_not_know_is_typed(citizen: Person, session: Session) -> None:
    to_dates(citizen, session)
    citizen.goes_back()
    citizen.chooses("deciding_authority", "Another organ")
    citizen.continues()
    assert "type its name" in citizen.summary()[0]
    assert citizen.chosen("deciding_authority") == ["Another organ"]

    citizen.touches(citizen.summary()[0])
    for each in "Grain Office":
        citizen.presses_text(each)
    session.page_stale.emit()

    assert session.here.answers.text("deciding_authority") == "Grain Office"
    assert citizen.chosen("deciding_authority") == ["Another organ"]


def test_a_row_of_the_comparison_is_taken_away_and_the_others_stay(
    citizen: Person, session: Session
) -> None:
    session.begin("2026")
    session.say("trouble", "wrong")
    session.say("how", ("amount",))
    rows = (Difference("金额", "5000元", "500元"), Difference("名称", "", "赵宁"))
    session.say("differences", rows)
    session.go_on()
    session.go_on()
    citizen.touches("Add another line")
    assert citizen.sees("Line 3")
    assert session.here.answers.differences("differences") == rows

    citizen.touches("Remove this line")

    assert session.here.answers.differences("differences") == rows[1:]
    assert not citizen.sees("Line 3")


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        ("", "year"),
        ("26-05-06", "year"),
        ("2026-13-01", "month"),
        ("2026--01", "month"),
        ("2026-02-30", "day"),
        ("2026-02-", "day"),
        ("2026-02-03-", "day"),
    ],
)
def test_a_wrong_date_leads_to_the_box_to_mend(raw: str, part: str) -> None:
    assert wrong_part(raw) == part


def test_building_the_page_anew_moves_nothing_under_the_hands(
    at_check: Person, session: Session
) -> None:
    session.go_to_question("phone")
    at_check.types("phone", "10086")
    at_check.presses(Qt.Key.Key_Left)
    at_check.presses(Qt.Key.Key_Left)
    session.set_language("es")
    session.set_contrast(Contrast.DARK)
    session.page_stale.emit()

    at_check.presses_text("x")

    assert session.here.answers.text("phone") == "100x86"


def test_larger_letters_lead_back_to_the_card_that_was_picked(
    citizen: Person, session: Session
) -> None:
    session.begin("2026")
    last = citizen.field("trouble").findChildren(QAbstractButton)[-1].text()
    citizen.chooses("trouble", last)
    session.set_text_size(TextSize.ELDERLY)
    settle()
    focus = citizen.focus()
    assert isinstance(focus, QAbstractButton)
    assert (focus.text(), focus.isChecked()) == (last, True)
    assert not focus.visibleRegion().isEmpty()


def test_larger_letters_do_not_move_the_line_out_of_sight(visit: Visit) -> None:
    citizen = visit("story")
    citizen.kiosk.resize(1024, 768)
    citizen.types("story", "The fine was paid")
    citizen.session.set_text_size(TextSize.ELDERLY)
    settle()
    assert citizen.field("story").isAncestorOf(citizen.focus())
    assert not citizen.focus().visibleRegion().isEmpty()


def test_larger_letters_do_not_tell_again_what_is_being_mended(
    citizen: Person, session: Session
) -> None:
    to_dates(citizen, session)
    citizen.continues()
    citizen.types("decided_on", "2024", "5", "6")
    session.set_text_size(TextSize.LARGE)
    settle()
    assert citizen.field("decided_on").isAncestorOf(citizen.focus())
    citizen.continues()
    assert citizen.focus() is citizen.page.summary, "what is still wrong is told"


def test_a_problem_of_the_comparison_leads_to_the_line_that_says_nothing(
    citizen: Person, session: Session
) -> None:
    session.begin("2026")
    session.say("trouble", "wrong")
    session.say("how", ("amount",))
    session.say("differences", (Difference("金额", "5", "50"), Difference("名称", "", "")))
    session.go_on()
    session.go_on()
    citizen.continues()

    citizen.touches(citizen.summary()[0])
    citizen.presses_text("Zhao")

    assert session.here.answers.differences("differences")[1] == Difference("名称", "Zhao", "")


@pytest.mark.parametrize(
    ("page", "name", "asked"),
    [
        ("inquiry_use", "cn/own-record-authorised", "inquiry_use"),
        ("asked_before", "cn/data-request-delete", "asked_before"),
    ],
)
def test_a_title_is_not_said_again_by_the_first_label(
    page: str, name: str, asked: str, visit: Visit
) -> None:
    citizen = visit(page, name)
    first, *others = citizen.page.fields.items()
    assert first[0] == asked
    assert first[1].label().text() == citizen.heading
    assert not first[1].label().isVisible()
    assert all(field.label().isVisible() for _, field in others)
    assert citizen.texts().count(citizen.heading) == 1
    spoken = [each.accessibleName() for each in (first[1], *first[1].findChildren(QWidget))]
    assert citizen.heading in spoken
