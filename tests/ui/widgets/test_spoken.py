"""What is heard one after another has one full stop between, whichever language it is in."""

import pytest

from filingdesk.ui.theme.tokens import Look
from filingdesk.ui.widgets.errors import Entry, ErrorSummary
from filingdesk.ui.widgets.note import Note
from filingdesk.ui.widgets.spoken import spoken
from filingdesk.ui.widgets.text_field import TextField


@pytest.mark.parametrize(
    ("parts", "heard"),
    [
        (
            ("There is a problem", "Check the year.", "Sign."),
            "There is a problem. Check the year. Sign.",
        ),
        (
            ("有地方需要改一下", "没有这一天。", "请填写年、月、日。"),
            "有地方需要改一下。没有这一天。请填写年、月、日。",
        ),
        (("What next?", "Hand it over"), "What next? Hand it over"),
        (("请看这里：", "第一页"), "请看这里：第一页"),
        (("Are you still there?", ""), "Are you still there?"),
        ((), ""),
    ],
)
def test_one_full_stop_between(parts: tuple[str, ...], heard: str) -> None:
    assert spoken(*parts) == heard


def test_a_summary_and_a_note_are_heard_so(look: Look) -> None:
    year, day = TextField(look, "Year"), TextField(look, "Day")
    entries = [Entry("Check the year.", year), Entry("Check the day.", day)]
    summary = ErrorSummary(look, "There is a problem", entries)
    assert summary.accessibleName() == "There is a problem. Check the year. Check the day."
    assert Note(look, "Bring it.", title="It is missing.").accessibleName() == (
        "It is missing. Bring it."
    )
