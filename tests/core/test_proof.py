"""The proof of a date: what started it, what moved it, the clause, and each of its days."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from filingdesk.core.case import Case, ClockState, Event, EventKind, RunningClock
from filingdesk.core.clock import OwedBy, Trigger, Unit
from filingdesk.core.deadline import Deadline, Pause, Prolonged, Why, due
from filingdesk.core.document import Fields, Quotation, Table, sentences_of
from filingdesk.core.law import Citation
from filingdesk.core.proof import Proof, moves, proof_of, proof_sheet, started
from filingdesk.core.running import clocks_today
from filingdesk.words.catalogue import LANGUAGES, PackWords, Words
from filingdesk.words.proof import ProofWords
from tests.core.china import ACCEPTANCE, DECISION, china, clock

K = EventKind
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
QUOTE = "行政复议机关应当自受理申请之日起六十日内作出行政复议决定"
CITED = Citation("中华人民共和国行政复议法", "第六十二条", QUOTE, verified=True)
MORE = Citation("中华人民共和国行政复议法", "第六十二条第一款", "延长期限最多不得超过三十日")


def told(deadline: Deadline) -> list[tuple[str, int | None, Why]]:
    return [(f"{each.day:%m-%d}", each.number, each.why) for each in deadline.reasons]


# ------------------------------------------------------------------ every day has its reason


def test_a_paused_day_is_told_and_not_counted() -> None:
    three = clock("three", 3, Unit.WORKING_DAY)
    pause = Pause(date(2026, 4, 30), date(2026, 5, 6))

    deadline = due(three, date(2026, 4, 29), china(), [pause])

    assert told(deadline) == [
        ("04-29", None, Why.START_NOT_COUNTED),
        ("04-30", None, Why.PAUSED),
        ("05-01", None, Why.PAUSED),
        ("05-02", None, Why.PAUSED),
        ("05-03", None, Why.PAUSED),
        ("05-04", None, Why.PAUSED),
        ("05-05", None, Why.PAUSED),
        ("05-06", None, Why.PAUSED),
        ("05-07", 1, Why.WORKING_DAY),
        ("05-08", 2, Why.WORKING_DAY),
        ("05-09", 3, Why.LAST_DAY),
    ]
    assert deadline.reasons[2].holiday == "劳动节"


def test_a_month_is_longer_by_the_days_of_its_pause() -> None:
    month = clock("month", 1, Unit.MONTH, owed_by=OwedBy.APPLICANT)
    pause = Pause(date(2026, 3, 10), date(2026, 3, 12))

    deadline = due(month, date(2026, 3, 5), china(), [pause])

    assert told(deadline) == [
        ("03-05", None, Why.START_NOT_COUNTED),
        ("03-10", None, Why.PAUSED),
        ("03-11", None, Why.PAUSED),
        ("03-12", None, Why.PAUSED),
        ("04-05", None, Why.CORRESPONDING_DAY),
        ("04-08", None, Why.LAST_DAY),
    ]


def test_further_days_are_counted_from_one_again() -> None:
    """Sixty days end on Saturday 9 May, which is worked; then thirty, to Monday 8 June."""
    deadline = due(DECISION, date(2026, 3, 10), china(), (), Prolonged(date(2026, 5, 6)))

    days = told(deadline)
    assert days[60:62] == [("05-09", 60, Why.PROLONGED), ("05-10", 1, Why.CALENDAR_DAY)]
    assert days[-1] == ("06-08", 30, Why.LAST_DAY)


def test_the_rest_days_between_are_told_once() -> None:
    """The sixtieth day is Sunday 10 May: an authority's further days follow Monday."""
    deadline = due(DECISION, date(2026, 3, 11), china(), (), Prolonged(date(2026, 5, 6)))

    assert told(deadline)[60:63] == [
        ("05-10", 60, Why.PROLONGED),
        ("05-11", None, Why.ROLLED_FORWARD),
        ("05-12", 1, Why.CALENDAR_DAY),
    ]


def test_each_day_of_any_count_is_told_once_and_in_order() -> None:
    for start in range(60):
        event = date(2026, 1, 1) + start * timedelta(days=3)
        pauses = [Pause(event + timedelta(days=9), event + timedelta(days=15))]
        deadline = due(DECISION, event, china(), pauses, Prolonged(event))
        days = [each.day for each in deadline.reasons]
        assert days == [event + timedelta(days=number) for number in range(len(days))]
        counted = [each.number for each in deadline.reasons if each.counted]
        assert counted == [*range(1, 61), *range(1, 31)]


def test_a_pause_without_a_day_is_none() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Pause(date(2026, 3, 10), date(2026, 3, 9))


# ------------------------------------------------------------------ the sheet

CASE = Case(
    "1",
    "FD-7K3M-0001-C",
    "cn",
    "any",
    "吕䶮",
    "处罚",
    "市政府",
    (
        Event(K.SIGNED, date(2026, 3, 1), NOON),
        Event(K.RECEIPT_NOTED, date(2026, 3, 2), NOON, "收件〔2026〕88号"),
        Event(K.SUSPENDED, date(2026, 4, 1), NOON),
        Event(K.RESUMED, date(2026, 4, 10), NOON),
        Event(K.EXTENDED, date(2026, 5, 6), NOON, "复延〔2026〕3号", "decision"),
    ),
)


def clocks() -> tuple[RunningClock, ...]:
    assert DECISION.extension is not None
    longer = replace(DECISION.extension, citations=(MORE,), note="可以延长。")
    decision = replace(DECISION, citations=(CITED,), extension=longer, note="普通程序。")
    return clocks_today(CASE, (ACCEPTANCE, decision), china(), date(2026, 5, 9))


def spoken(language: str = "en") -> ProofWords:
    return ProofWords(PackWords(Words(language), ()))


def proofs() -> list[Proof]:
    found = [proof_of(each, CASE) for each in clocks()]
    assert None not in found
    return [each for each in found if each]


def test_a_receipt_proves_the_start_and_silence_what_follows() -> None:
    acceptance, decision = proofs()
    assert "收件〔2026〕88号" in started(acceptance, spoken())
    assert acceptance.after is None
    assert moves(acceptance, spoken()) == ()
    assert decision.evidence is None
    assert decision.after == acceptance.deadline
    assert acceptance.deadline.clock.name in started(decision, spoken())
    assert [each.kind for each in decision.moves] == [K.SUSPENDED, K.RESUMED, K.EXTENDED]
    assert decision.citations == (CITED, MORE)
    assert decision.notes == ("普通程序。", "可以延长。")


def test_without_a_case_the_day_was_given() -> None:
    proof = Proof(due(ACCEPTANCE, date(2026, 3, 2), china()))
    assert proof.moves == ()
    assert spoken().trigger(Trigger.RECEIVED) in started(proof, spoken())


def test_a_clock_without_a_date_has_no_proof() -> None:
    assert proof_of(RunningClock(DECISION, ClockState.NOT_STARTED), CASE) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_has_a_row_for_each_day_and_the_clause_word_for_word(language: str) -> None:
    _, proof = proofs()
    sheet = proof_sheet(proof, spoken(language), CASE.reference)

    assert sheet.reference == CASE.reference
    assert china().version in sheet.footer
    [table] = [each for each in sheet.blocks if isinstance(each, Table)]
    assert len(table.rows) == len(proof.deadline.reasons)
    assert [row[1].text for row in table.rows] == [
        each.day.isoformat() for each in proof.deadline.reasons
    ]
    assert abs(sum(table.widths) - 1) < 0.001
    quoted = [each.text for each in sheet.blocks if isinstance(each, Quotation)]
    assert quoted == [QUOTE, "延长期限最多不得超过三十日"]
    [form] = [each for each in sheet.blocks if isinstance(each, Fields)]
    values = [value.text for _, value in form.rows]
    assert spoken(language).day(proof.deadline.due_on) in values
    assert china().version in values
    assert all(each.text or each in [row[0] for row in table.rows] for each in sentences_of(sheet))


def test_a_provisional_date_says_so() -> None:
    proof = Proof(due(ACCEPTANCE, date(2026, 12, 30), china()))
    known = Proof(due(ACCEPTANCE, date(2026, 3, 2), china()))
    forms = [proof_sheet(each, spoken()).blocks[1] for each in (proof, known)]
    labels = [[label for label, _ in each.rows] for each in forms if isinstance(each, Fields)]
    assert "Provisional" in labels[0]
    assert "Provisional" not in labels[1]
