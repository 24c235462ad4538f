"""Clocks and packs, in words: every day with its reason, and no number that nobody verified."""

import re
from pathlib import Path

import pytest

from filingdesk import resources
from filingdesk.words.catalogue import LANGUAGES
from tests.cli.shell import Shell, said, told_of


def test_a_clock_over_the_national_holiday_day_by_day(shell: Shell) -> None:
    """国庆节 2026: 1 to 7 October are off, Saturday 10 October is worked."""
    told = shell("due", "cn-shandong/objection-with-help", "--event", "2026-09-28", "--json")
    assert told.code == 0
    days = {each["day"]: each for each in told.json()["reasons"]}
    assert days["2026-09-28"]["why"] == "start_not_counted"
    assert [days[f"2026-10-0{number}"]["why"] for number in range(1, 8)] == ["holiday"] * 7
    assert (days["2026-10-10"]["why"], days["2026-10-10"]["counted"]) == ("make_up_day", True)
    assert days["2026-10-11"]["why"] == "weekend"
    assert told.json()["due_on"] == "2026-10-13"
    counted = [each["number"] for each in told.json()["reasons"] if each["counted"]]
    assert counted == list(range(1, 8))


def test_a_sixtieth_day_on_a_rest_day_moves_and_the_safe_day_does_not(shell: Shell) -> None:
    told = shell("due", "cn/reconsideration-filing", "--event", "2026-08-05", "--json").json()
    assert (told["due_on"], told["safe_on"]) == ("2026-10-08", "2026-09-30")
    assert told["provisional"] is False
    in_words = shell("due", "cn/reconsideration-filing", "--event", "2026-08-05").out
    assert said("Last day by law: {day}", day="Thursday, 8 October 2026") in in_words
    assert said("Safe day: {day}", day="Wednesday, 30 September 2026") in in_words


def test_a_year_whose_holidays_are_unknown_is_provisional(shell: Shell) -> None:
    words = ("due", "cn-shandong/objection-own-scope", "--event", "2026-12-31")
    assert shell(*words, "--json").json()["provisional"] is True
    provisional = "Provisional: the holidays of that year are not published yet."
    assert said(provisional) in shell(*words).out


def test_the_country_s_clock_holds_in_its_provinces(shell: Shell) -> None:
    here = ("due", "cn/reconsideration-filing", "--event", "2026-09-03", "--json")
    assert shell(*here, "--jurisdiction", "cn-shandong").json() == shell(*here).json()
    told = shell(*here, "--jurisdiction", "cn-shandong")
    assert told.code == 0
    elsewhere = ("due", "cn-shandong/objection-own-scope", "--event", "2026-09-03", "--json")
    told = shell(*elsewhere, "--jurisdiction", "cn-tianjin")
    assert (told.code, told.problems()) == (2, [("clock", "clock-unknown")])


@pytest.mark.parametrize("clock", ["cn/objection", "cn-tianjin/objection"])
def test_a_clock_that_nobody_verified_has_no_number(clock: str, shell: Shell) -> None:
    told = shell("due", clock, "--event", "2026-09-03", "--json")
    assert (told.code, told.err) == (1, "")
    answer = told.json()
    assert (answer["clock"], answer["event"]) == (clock, "2026-09-03")
    assert (answer["verified"], answer["due_on"], answer["safe_on"]) == (False, None, None)
    assert answer["reasons"] == []
    assert [each["code"] for each in answer["unverified"]] == ["clock-not-verified"]
    assert all(not each["verified"] and not each["quote"] for each in answer["citation"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nor_has_it_in_words(language: str, shell: Shell) -> None:
    told = shell("due", "cn-tianjin/objection", "--event", "2026-09-03", "--language", language)
    assert told.code == 1
    assert told.out
    assert not re.search(r"[0-9０-９]|[一二两三五七十]+个?(工作)?[日天]", told.out)


def test_a_day_that_is_none(shell: Shell) -> None:
    told = shell("due", "cn/reconsideration-filing", "--event", "2026-02-30")
    assert (told.code, told.out) == (2, "")
    assert "--event takes a day such as 2026-09-10, and “2026-02-30” is not one" in told.err


def test_packs_in_words(shell: Shell) -> None:
    listed = shell("packs", "list", "--language", "zh_CN").out
    assert re.search(r"^cn-tianjin +\S+ +天津市 ", listed, re.MULTILINE)
    shown = shell("packs", "show", "cn-shandong", "--language", "zh_CN").out
    assert "cn-shandong/objection-own-scope" in shown
    assert "山东省" in shown


def test_every_fault_of_every_pack_is_told(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tmp_path / "cn"
    pack.mkdir()
    (pack / "pack.toml").write_text('id = "cn"\nnmae = "x"\n')
    monkeypatch.setattr(resources, "packs", lambda: tmp_path)
    told = shell("packs", "check")
    assert told.code == 1
    assert told.out.count("\n") == 1  # what was looked at
    assert f"cn/pack.toml:2: {told_of('pack-key-unknown', key='nmae', meant='name')}" in told.err
    as_json = shell("packs", "check", "--json")
    assert (as_json.code, as_json.err) == (1, "")
    assert len(as_json.json()["faults"]) == told.err.count("\n")


def test_packs_without_a_fault(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    fiction = Path(__file__).parents[1] / "packs" / "fiction"
    monkeypatch.setattr(resources, "packs", lambda: fiction / "packs")
    monkeypatch.setattr(resources, "statutes", lambda: fiction / "statutes")
    monkeypatch.setattr("filingdesk.packs.catalogues.Catalogues.faults", lambda *_: ())
    told = shell("packs", "check")
    assert told.code == 0
    no_fault, looked_at = told.out.splitlines()
    assert no_fault == said("The packs have no fault.")
    report = shell("packs", "check", "--json").json()
    assert report["faults"] == []
    assert [each["code"] for each in report["notes"]] == ["pack-rule-uncited"]
    assert report["bounds"]["every_path"] is True
    counts = ("jurisdictions", "kinds", "scenarios", "rules", "verified_rules", "pages", "paths")
    counted = [report[each] for each in counts]
    assert counted == [4, 6, 0, 28, 27, 46, 12]
    assert [int(each) for each in re.findall(r"\d+", looked_at)][:-1] == counted
