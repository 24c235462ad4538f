"""Why a case went to its authority: the clerk reads the reason that was signed, and no other."""

import json

import pytest

from filingdesk.core.pack import Role
from filingdesk.desk import Desk
from filingdesk.desk.behind import Behind, behind
from tests.desk.furnished import answers_of, example, no_file


@pytest.mark.parametrize(
    "name",
    [
        "cn/reconsideration-penalty",
        "cn/bank-objection-one-off",
        "cn-tianjin/tianjin-expired",
    ],
)
def test_the_clerk_reads_the_reason_that_was_signed(name: str, desk: Desk) -> None:
    """A ground of reconsideration leads to thirteen offices, all of one role."""
    draft = desk.begin_from(answers_of(desk, example(name)), no_file)
    route = desk.assemble(draft).route
    case = desk.sign(draft)
    told = desk.behind(case)
    assert (told.role, told.reason, told.citations) == (route.role, route.reason, route.citations)


def test_a_reason_that_the_law_does_not_give_any_more_is_not_replaced_by_another(
    desk: Desk,
) -> None:
    draft = desk.begin_from(answers_of(desk, example("cn-tianjin/tianjin-expired")), no_file)
    case = desk.sign(draft)
    signed = json.loads(desk.doors.store.filing(case.id))
    signed["authority"]["reason"] = "从前的理由。"
    told = behind(json.dumps(signed).encode(), desk.pack_of(case), case.kind)
    assert told.grounds
    assert told == Behind(told.grounds, Role(signed["authority"]["role"]))
