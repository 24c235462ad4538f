"""A citizen, and the shortest way through the interview."""

from dataclasses import replace

import pytest

from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.shell import Kiosk
from tests.ui.kiosk.person import Person
from tests.ui.kiosk.visits import visit

__all__ = ["visit"]

ANSWERS = {
    "trouble": "expired",
    "jurisdiction": "cn-elsewhere",
    "record_title": "行政处罚信息",
    "deciding_authority": "market",
    "decided_on": "2024-05-06",
    "learned_on": "2026-11-20",
    "capacity": "self",
    "name": "赵宁",
    "id_number": "11010519491231002X",
}
"""Enough to come to the last page."""


@pytest.fixture(autouse=True)
def _plain_words(plain_words: None) -> None:
    """Stories read what the program says, not what translators made of it."""


@pytest.fixture
def citizen(kiosk: Kiosk) -> Person:
    """Somebody before the start page."""
    return Person(kiosk)


@pytest.fixture
def at_check(citizen: Person, session: Session) -> Person:
    """Somebody who has answered everything and reads it once more."""
    draft = session.desk.begin("en", "2026")
    answers = draft.answers
    for question, value in ANSWERS.items():
        answers = answers.say(question, value)
    session.resume(replace(draft, answers=answers, page="check"))
    assert session.page == "check"
    session.keeping.now()
    return citizen
