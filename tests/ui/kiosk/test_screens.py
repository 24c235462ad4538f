"""Every page of the kiosk, at every size: named, large enough to touch, and nothing cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from filingdesk.core.answers import Difference, Value
from filingdesk.ui.kiosk.appearance import Contrast
from filingdesk.ui.kiosk.names import NOTICE, START
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import TextSize
from tests.ui.kiosk.conftest import ANSWERS
from tests.ui.kiosk.person import Person, settle

FINGER = 44


def every_page(citizen: Person, session: Session) -> Iterator[str]:
    """Walk from the start to the last page, with every question shown."""
    yield START
    session.show(NOTICE)
    yield NOTICE
    session.begin("2026")
    answers: dict[str, Value] = {
        **ANSWERS,
        "trouble": "wrong",
        "how": ("name", "amount"),
        "capacity": "agent",
    }
    answers |= {"agent_name": "王敏", "phone": "10086", "story": "没有别的了。"}
    for question, value in answers.items():
        session.say(question, value)
    session.say("differences", (Difference("金额", "5000元", "500元"),))
    while True:
        yield session.page
        if session.page in ("check", "sign") or not session.go_on():
            return


@pytest.fixture(params=[TextSize.NORMAL, TextSize.ELDERLY], ids=["normal", "very large"])
def size(request: pytest.FixtureRequest) -> TextSize:
    assert isinstance(request.param, TextSize)
    return request.param


def shown(citizen: Person, kind: type[QWidget]) -> list[QWidget]:
    settle()
    return [each for each in citizen.kiosk.findChildren(kind) if each.isVisible()]


def test_everything_that_takes_the_focus_has_a_name(citizen: Person, session: Session) -> None:
    for page in every_page(citizen, session):
        for each in shown(citizen, QWidget):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None:
                face = QAccessible.queryAccessibleInterface(each)
                assert face.text(QAccessible.Text.Name), f"{page}: {type(each).__name__}"


def test_everything_to_touch_is_as_large_as_a_finger(
    citizen: Person, session: Session, size: TextSize
) -> None:
    session.set_text_size(size)
    for page in every_page(citizen, session):
        for each in shown(citizen, QAbstractButton):
            named = f"{page}: “{each.accessibleName()}” {each.width()} x {each.height()}"
            assert min(each.width(), each.height()) >= FINGER, named


def test_nothing_is_wider_than_the_page(citizen: Person, session: Session, size: TextSize) -> None:
    session.set_text_size(size)
    for page in every_page(citizen, session):
        settle()
        viewport = citizen.kiosk.findChildren(QScrollArea)[0].viewport()
        for each in citizen.page.findChildren(QWidget):
            if each.isVisible():
                right = each.mapTo(viewport, QPoint(each.width(), 0)).x()
                assert right <= viewport.width(), f"{page}: {type(each).__name__}"


def test_no_two_pages_have_one_heading(citizen: Person, session: Session) -> None:
    headings = [citizen.heading for _ in every_page(citizen, session)]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("contrast", Contrast)
def test_every_page_can_be_built_in_every_contrast(
    citizen: Person, session: Session, contrast: Contrast
) -> None:
    session.set_contrast(contrast)
    assert len([*every_page(citizen, session)]) > 10


def test_a_page_that_is_left_is_thrown_away(citizen: Person, session: Session) -> None:
    session.begin("2026")
    gone: list[str] = []
    citizen.page.destroyed.connect(lambda: gone.append("trouble"))
    session.say("trouble", "expired")
    session.go_on()
    settle()
    assert gone == ["trouble"]
