"""A company in Shandong files, hands over, waits, asks again, and is answered."""

from pathlib import Path
from typing import Any

import pytest

from filingdesk.words.catalogue import LANGUAGES
from tests.cli.shell import Shell
from tests.desk.furnished import example

OWN, WITH_HELP = "cn-shandong/objection-own-scope", "cn-shandong/objection-with-help"
RECONSIDERATION = "cn/reconsideration-filing"
# A Tuesday; three working days later it is Friday, seven: Thursday of the week after.
RECEIVED, OWN_DUE, HELP_DUE = "2026-11-24", "2026-11-27", "2026-12-03"
# Learned on 18 November: the sixtieth day is Sunday, 17 January.
LAST_DAY, SAFE_DAY = "2027-01-18", "2027-01-15"


class Clerk:
    """Who looks after one case from day to day."""

    def __init__(self, shell: Shell, reference: str) -> None:
        self._shell = shell
        self.reference = reference

    def on(self, today: str) -> dict[str, Any]:
        """The case as it stands on a day."""
        told = self._shell("cases", "show", self.reference, "--today", today, "--json")
        assert (told.code, told.err) == (0, "")
        case: dict[str, Any] = told.json()
        return case | {"clocks": {each["clock"]: each for each in case["clocks"]}}

    def records(self, event: str, day: str, note: str = "", written: str = "") -> None:
        """What happened on a day, written down on that day or later."""
        words = ("cases", "record", self.reference, event, "--day", day, "--note", note)
        assert self._shell(*words, "--today", written or day, "--json").code == 0


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "objection.pdf"


@pytest.fixture
def clerk(shell: Shell, pdf: Path) -> Clerk:
    told = shell("file", example("cn-shandong/shandong-expired"), "-o", pdf, "--json")
    return Clerk(shell, told.json()["reference"])


def test_signed_it_stands_in_the_list_and_waits_to_be_handed_over(
    clerk: Clerk, shell: Shell, pdf: Path, tmp_path: Path
) -> None:
    [row] = shell("cases", "list", "--today", "2026-11-22", "--json").json()
    assert row == {
        "reference": clerk.reference,
        "jurisdiction": "cn-shandong",
        "kind": "objection",
        "person": "青岛示例建材有限公司",
        "title": "列入安全生产失信联合惩戒名单决定",
        "authority": row["authority"],
        "status": "signed",
        "outcome": None,
        "next_due": LAST_DAY,
        "next_step": "hand_over",
    }
    case = clerk.on("2026-11-22")
    assert [each["kind"] for each in case["events"]] == ["learned", "signed"]
    assert case["clocks"][OWN] == {
        "clock": OWN,
        "state": "not_started",
        "started_by": None,
        "verified": True,
        "deadline": None,
    }
    again = tmp_path / "again.pdf"
    shell("cases", "show", clerk.reference, "-o", again)
    assert again.read_bytes() == pdf.read_bytes()


def test_the_agency_s_clock_runs_from_the_receipt(clerk: Clerk) -> None:
    clerk.records("handed_over", "2026-11-23")
    handed = clerk.on("2026-11-23")
    assert (handed["status"], handed["next_step"]) == ("handed_over", "note_receipt")
    assert handed["clocks"][OWN]["started_by"] == "handed_over"

    clerk.records("receipt_noted", RECEIVED, note="收件〔2026〕88号")
    case = clerk.on(RECEIVED)
    assert (case["status"], case["next_step"]) == ("received", "wait")
    assert case["events"][-1] == {
        "kind": "receipt_noted",
        "day": RECEIVED,
        "note": "收件〔2026〕88号",
    }
    for clock, due in ((OWN, OWN_DUE), (WITH_HELP, HELP_DUE)):
        assert case["clocks"][clock]["started_by"] == "receipt_noted"
        assert case["clocks"][clock]["deadline"]["event"] == RECEIVED
        assert case["clocks"][clock]["deadline"]["due_on"] == due
    assert case["next_due"] == OWN_DUE


def test_the_day_after_the_last_it_is_overdue_and_the_clerk_asks(
    clerk: Clerk, shell: Shell
) -> None:
    clerk.records("receipt_noted", RECEIVED)
    assert clerk.on(OWN_DUE)["clocks"][OWN]["state"] == "running"
    assert clerk.on(OWN_DUE)["next_step"] == "wait"
    late = clerk.on("2026-11-28")
    assert late["clocks"][OWN]["state"] == "overdue"
    assert late["clocks"][WITH_HELP]["state"] == "running"
    assert late["next_step"] == "ask_for_answer"
    clerk.records("accepted", "2026-11-26", written="2026-11-28")
    late = clerk.on("2026-12-04")
    assert (late["status"], late["next_step"]) == ("accepted", "ask_for_answer")
    assert late["clocks"][WITH_HELP]["state"] == "overdue"
    [row] = shell("cases", "list", "--today", "2026-12-04", "--json").json()
    assert row["next_due"] == OWN_DUE


def test_sending_it_again_does_not_start_the_clock_again(clerk: Clerk) -> None:
    """The agency has lost it, and is late all the same."""
    clerk.records("receipt_noted", RECEIVED, note="收件〔2026〕88号")
    clerk.records("handed_over", "2026-12-07")
    clerk.records("receipt_noted", "2026-12-07", note="收件〔2026〕99号")
    case = clerk.on("2026-12-07")
    assert case["clocks"][OWN]["deadline"]["due_on"] == OWN_DUE
    assert case["clocks"][OWN]["state"] == "overdue"
    assert [each["note"] for each in case["events"] if each["note"]] == [
        "收件〔2026〕88号",
        "收件〔2026〕99号",
    ]


def test_an_answer_stops_the_agency_s_clock_and_not_the_citizen_s(clerk: Clerk) -> None:
    """提出异议不等于申请行政复议: the sixty days go on, whatever the agency does."""
    before = clerk.on("2026-11-22")["clocks"][RECONSIDERATION]
    assert (before["state"], before["started_by"]) == ("running", "learned")
    assert (before["deadline"]["due_on"], before["deadline"]["safe_on"]) == (LAST_DAY, SAFE_DAY)
    steps = [
        ("handed_over", "2026-11-23", "note_receipt"),
        ("receipt_noted", RECEIVED, "wait"),
        ("accepted", "2026-11-25", "wait"),
        ("replied", "2026-11-27", "record_outcome"),
        ("refused", "2026-11-30", "consider_reconsideration"),
    ]
    for event, day, next_step in steps:
        clerk.records(event, day)
        case = clerk.on(day)
        assert case["next_step"] == next_step
        assert case["clocks"][RECONSIDERATION] == before
    assert (case["status"], case["outcome"]) == ("closed", "refused")
    assert case["clocks"][OWN]["state"] == case["clocks"][WITH_HELP]["state"] == "stopped"
    assert case["next_due"] == LAST_DAY
    assert clerk.on("2027-01-19")["clocks"][RECONSIDERATION]["state"] == "overdue"


def test_once_corrected_there_is_nothing_more_to_do(clerk: Clerk, shell: Shell) -> None:
    clerk.records("receipt_noted", RECEIVED)
    clerk.records("corrected", "2026-12-10", note="已撤下")
    case = clerk.on("2027-03-01")
    assert (case["status"], case["outcome"]) == ("closed", "corrected")
    assert (case["next_step"], case["next_due"]) == ("nothing", None)
    assert {each["state"] for each in case["clocks"].values()} == {"stopped"}


def test_written_down_late_it_counts_from_the_day_it_happened(clerk: Clerk) -> None:
    clerk.records("replied", "2026-11-26", written="2026-12-20")
    clerk.records("receipt_noted", RECEIVED, written="2026-12-20")
    case = clerk.on("2026-12-20")
    assert (case["status"], case["next_step"]) == ("replied", "record_outcome")
    assert case["clocks"][OWN]["deadline"]["due_on"] == OWN_DUE
    assert case["clocks"][OWN]["state"] == "stopped"


def test_what_has_not_happened_yet_is_not_recorded(clerk: Clerk, shell: Shell) -> None:
    words = ("cases", "record", clerk.reference, "replied", "--day", "2026-12-01")
    told = shell(*words, "--today", "2026-11-30", "--json")
    assert (told.code, told.problems()) == (2, [("day", "date-in-future")])
    told = shell(*words[:4], "--day", "0206-12-01", "--json")
    assert (told.code, told.problems()) == (2, [("day", "date-too-early")])
    assert clerk.on("2026-12-01")["status"] == "signed"


def test_the_most_urgent_case_comes_first_and_each_can_be_found(
    clerk: Clerk, shell: Shell, tmp_path: Path
) -> None:
    other = shell("file", example("cn/omission"), "-o", tmp_path / "b.pdf", "--json").json()
    today = ("--today", "2026-11-26", "--json")
    clerk.records("receipt_noted", RECEIVED)
    listed = shell("cases", "list", *today).json()
    assert [each["reference"] for each in listed] == [clerk.reference, other["reference"]]
    for words in ("黄示例", other["reference"], "惠城区税务局", "欠缴记录"):
        [found] = shell("cases", "list", "--search", words, *today).json()
        assert found["reference"] == other["reference"]
    assert shell("cases", "list", "--search", "nobody", *today).json() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_in_words(clerk: Clerk, shell: Shell, language: str) -> None:
    clerk.records("receipt_noted", RECEIVED, note="收件〔2026〕88号")
    more = ("--today", "2026-11-28", "--language", language)
    listed = shell("cases", "list", *more)
    assert listed.code == 0
    assert f"{clerk.reference}  {OWN_DUE}" in listed.out
    shown = shell("cases", "show", clerk.reference, *more)
    assert shown.code == 0
    assert "青岛示例建材有限公司" in shown.out
    assert f"{RECEIVED}  " in shown.out
    assert "收件〔2026〕88号" in shown.out


def test_an_empty_desk_says_so(shell: Shell) -> None:
    told = shell("cases", "list")
    assert told.code == 0
    assert told.out.count("\n") == 1
