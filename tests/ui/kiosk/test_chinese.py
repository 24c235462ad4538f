"""In Chinese one sentence follows the other without a space."""

from collections.abc import Callable
from pathlib import Path

import pytest

from filingdesk import resources
from filingdesk.core.deadline import Deadline
from filingdesk.core.problem import Problem
from filingdesk.ui.kiosk.next_days import when_of
from filingdesk.ui.kiosk.sign import SignPage
from tests.ui.kiosk.visits import Visit, Visitor

Translations = Callable[[], Path]
REAL: Translations = resources.translations


@pytest.fixture
def reader(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """Somebody before the signature, who reads Chinese as it is translated."""
    monkeypatch.setattr(resources, "translations", REAL)
    return visit("sign", language="zh_CN")


def test_the_days_that_count_are_told_without_a_gap(reader: Visitor) -> None:
    session, say = reader.session, reader.session.words.say
    reader.chooses("truth", say("I have read the pages, and this is true"))
    reader.chooses("signature", say("I sign on the printed paper"))
    reader.continues()
    reader.waits()
    assert session.page == "done"
    assert session.case is not None
    assert not any("。 " in each for each in reader.texts())

    clocks = session.desk.case(session.case.id).clocks
    running = [each for each in clocks if isinstance(each.deadline, Deadline)]
    told = [when_of(session, each) for each in running]
    assert any(each.count("。") > 1 for each in told), told
    assert not any("。 " in each for each in told)


def test_two_problems_of_one_field_too(reader: Visitor) -> None:
    page = reader.at(SignPage)
    twice = page._by_field([(each, "写错了。") for each in _problems()])
    assert [*twice.values()] == ["写错了。写错了。"]


def _problems() -> list[Problem]:
    return [Problem("truth", "truth-not-stated"), Problem("truth", "truth-not-stated")]
