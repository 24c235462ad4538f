"""What a clock can be, and what nobody can mean."""

from dataclasses import replace

import pytest

from filingdesk.core.clock import Clock, Extension, NotMeant, OwedBy, Trigger, Unit

ANSWER = Clock("cn/answer", "答复", 20, Unit.WORKING_DAY, Trigger.RECEIVED, OwedBy.AGENCY)


@pytest.mark.parametrize(
    ("different", "key"),
    [
        ({"count": 0}, "count"),
        ({"count": None, "verified": True}, "count"),
        ({"follows": "cn/answer"}, "follows"),
        ({"deemed": Trigger.RECEIVED}, "deemed"),
        ({"suspends": (Trigger.SUSPENDED,)}, "suspends"),
        ({"resumes": (Trigger.RESUMED,)}, "suspends"),
        ({"suspends": (Trigger.RECEIVED,), "resumes": (Trigger.RESUMED,)}, "suspends"),
        ({"suspends": (Trigger.SUSPENDED,), "resumes": (Trigger.SUSPENDED,)}, "suspends"),
        ({"ended_by": (Trigger.RECEIVED,)}, "ended_by"),
    ],
)
def test_a_clock_that_contradicts_itself_is_refused(different: dict[str, object], key: str) -> None:
    with pytest.raises(NotMeant) as refused:
        replace(ANSWER, **different)  # type: ignore[arg-type]
    assert refused.value.key == key
    assert isinstance(refused.value, ValueError)


def test_an_extension_of_no_days_is_none() -> None:
    with pytest.raises(NotMeant, match="at least one"):
        Extension(0, Unit.WORKING_DAY)


def test_clocks_of_one_id_that_differ_are_two() -> None:
    shorter = replace(ANSWER, count=7)
    assert len({ANSWER, shorter, replace(ANSWER)}) == 2
