"""What nobody has verified is named as such, and never shown as a number or a day."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from filingdesk.core.advice import Advice
from filingdesk.core.document import sentences_of
from filingdesk.desk import Desk
from filingdesk.words.catalogue import LANGUAGES, Words
from tests.cli.shell import Shell
from tests.desk.furnished import (
    EXAMPLES,
    FILINGS,
    TODAY,
    answers_of,
    example,
    name_of,
    no_file,
    open_desk,
)

EXPIRED = example("cn-tianjin/tianjin-expired")
UNCERTAIN = [each for each in FILINGS if 'display = "uncertain"' in each.read_text("utf-8")]


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    with open_desk(home) as opened:
        yield opened


def days_nobody_may_name(advice: Advice) -> set[date]:
    """The ends that rules would give which are not asserted; days that are told anyway aside."""
    asserted = advice.display.asserted
    told = {day for each in advice.deadlines for day in (each.due_on, each.safe_on)}
    told |= {asserted.ends_on} if asserted else set()
    return {each.ends_on for each in advice.display.results} - told


def ways_to_say(day: date) -> set[str]:
    """A day as it could stand in any of the languages."""
    said = {day.isoformat(), f"{day:%Y-%m}-{day.day}", f"{day.year}年{day.month}月{day.day}日"}
    for language in LANGUAGES:
        said |= {Words(language).day(day), Words(language).day(day, weekday=False)}
    return said


@pytest.mark.parametrize("uncertain", UNCERTAIN, ids=name_of)
def test_no_end_is_named_where_the_rules_disagree(
    uncertain: Path, desk: Desk, shell: Shell
) -> None:
    draft = desk.begin_from(answers_of(desk, uncertain), no_file)
    advice = desk.advise(draft)
    assert advice.display.asserted is None
    hidden = {word for day in days_nobody_may_name(advice) for word in ways_to_say(day)}
    assert hidden
    told = [shell("advise", uncertain, "--language", each).out for each in LANGUAGES]
    as_json = shell("advise", uncertain, "--json").json()
    is_asked = "expired-check" in [each.id for each in advice.grounds]
    (code,) = [each["code"] for each in as_json["unverified"] if each["where"] == "display"]
    assert code == ("display-uncertain-asked" if is_asked else "display-uncertain")
    assert as_json["findings"] == [{"display": "uncertain"}]
    del as_json["deadlines"]
    letter = [each.text for each in sentences_of(desk.document(draft))]
    for text in (*told, str(as_json), *letter):
        assert [word for word in hidden if word in text] == []


def test_there_are_examples_of_it() -> None:
    assert len(UNCERTAIN) >= 5


@pytest.mark.parametrize("uncertain", UNCERTAIN, ids=name_of)
def test_a_check_is_announced_only_where_the_letter_asks_for_one(
    uncertain: Path, desk: Desk, shell: Shell
) -> None:
    letter = desk.document(desk.begin_from(answers_of(desk, uncertain), no_file))
    asks = any("请核查公示期" in each.text for each in sentences_of(letter))
    said = shell("advise", uncertain, "--language", "en").out
    assert "We cannot say for certain how long this record may be shown." in said
    assert ("The letter asks the authority to check it." in said) == asks


@pytest.mark.parametrize("file", EXAMPLES, ids=name_of)
def test_a_law_that_nobody_verified_is_not_quoted(file: Path, shell: Shell) -> None:
    advice = shell("advise", file, "--json").json()
    for citation in citations_in(advice):
        assert citation["verified"] or not citation["quote"]
    assert all(each["verified"] for each in advice["deadlines"])
    for finding in advice["findings"]:
        assert all(each["verified"] for each in finding.get("citations", []))


def citations_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every citation anywhere in an answer."""
    if isinstance(value, list):
        for each in value:
            yield from citations_in(each)
    elif isinstance(value, dict):
        if "quote" in value:
            yield value
        for each in value.values():
            yield from citations_in(each)


def test_a_clock_without_a_number_runs_without_one(shell: Shell, tmp_path: Path) -> None:
    """Tianjin's own limit is not verified: the case shows its name, and no day."""
    filed = shell("file", EXPIRED, "-o", tmp_path / "out.pdf", "--json").json()
    today = ("--today", TODAY.isoformat())
    shell("cases", "record", filed["reference"], "receipt_noted", *today)
    case = shell("cases", "show", filed["reference"], *today, "--json").json()
    clocks = {each["clock"]: each for each in case["clocks"]}
    own = clocks["cn-tianjin/objection"]
    assert (own["state"], own["verified"], own["deadline"]) == ("not_verified", False, None)
    assert clocks["cn/reconsideration-filing"]["state"] == "running"
    for language in LANGUAGES:
        words = ("cases", "show", filed["reference"], *today, "--language", language)
        lines = shell(*words).out.splitlines()
        state = Words(language).say("not verified: ask the window")
        [line] = [each for each in lines if state in each]
        assert not re.search(r"\d", line)


# ---------------------------------------------------------------- which version of a rule


@pytest.mark.parametrize(
    ("published", "display"),
    [
        ("2023-09-10", "expired"),
        ("2021-09-01", "expired"),
        ("2021-08-31", "uncertain"),
        ("2026-02-01", "uncertain"),
        ('"?"', "unknown"),
    ],
)
def test_only_the_version_in_force_on_the_record_s_own_day_counts(
    published: str, display: str, shell: Shell, tmp_path: Path
) -> None:
    """令第45号 holds from 1 September 2021; its successor of 25 December 2025 is not verified."""
    text = EXPIRED.read_text("utf-8").replace("= 2023-09-10\nlearned", f"= {published}\nlearned")
    file = tmp_path / "answers.toml"
    file.write_text(text.replace("= 2023-08-24", "= 2021-08-20"), "utf-8")
    [finding] = shell("advise", file, "--json").json()["findings"]
    assert finding["display"] == display
    assert ("ended_on" in finding) == (display == "expired")


@pytest.mark.parametrize(
    ("today", "finding"),
    [
        ("2026-09-10", {"display": "uncertain"}),
        ("2026-09-11", {"display": "expired", "ended_on": "2026-09-10"}),
    ],
)
def test_the_last_day_still_belongs_to_the_term(
    today: str, finding: dict[str, str], shell: Shell
) -> None:
    """Until then another version, not verified, would have ended it: so nothing is named."""
    [found] = shell("advise", EXPIRED, "--today", today, "--json").json()["findings"]
    assert {key: found[key] for key in found if key in ("display", "ended_on")} == finding
