"""Advice in words, in four languages; and a no where an objection does not serve the person."""

from datetime import date
from pathlib import Path

import pytest

from filingdesk.words.catalogue import LANGUAGES, PackWords, Words
from tests.cli.shell import Shell, said
from tests.desk.furnished import FILINGS, example, name_of

EXPIRED = example("cn-tianjin/tianjin-expired")
ASSOCIATION = ('record_kind = "other"', 'record_kind = "association"')
MADE_GOOD = ('trouble = "wrong"', 'trouble = "made_good"')
UNSURE = ('trouble = "wrong"', 'trouble = "not_sure"')


def changed(folder: Path, old: str, new: str) -> Path:
    """Somebody's missing entry in a report, with one thing else."""
    text = example("cn/omission").read_text("utf-8")
    assert text.count(old) == 1
    file = folder / "answers.toml"
    file.write_text(text.replace(old, new), "utf-8")
    return file


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_expired_record(language: str, shell: Shell) -> None:
    words = Words(language)
    told = shell("advise", EXPIRED, "--language", language)
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    wording = PackWords(words, ("cn-tianjin", "cn"))
    assert "《市场监督管理行政处罚信息公示规定》第十三条第一款" in lines
    assert any(words.day(date(2026, 9, 10)) in each for each in lines)
    assert any(wording.text("天津市市场监督管理委员会") in each for each in lines)
    assert any(each.startswith(wording.text("天津市公共信用中心")) for each in lines)
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("objection", FILINGS, ids=name_of)
def test_every_example_in_words(objection: Path, shell: Shell) -> None:
    told = shell("advise", objection, "--language", "es")
    assert (told.code, told.err) == (0, "")
    assert len(told.out.splitlines()) >= 5


@pytest.mark.parametrize(
    ("change", "remedy", "problem"),
    [
        (ASSOCIATION, "elsewhere", "other-body-deals-with-it"),
        (UNSURE, "none", "no-ground"),
    ],
)
def test_where_an_objection_does_not_serve_the_answer_is_no(
    change: tuple[str, str], remedy: str, problem: str, shell: Shell, tmp_path: Path
) -> None:
    answers = changed(tmp_path, *change)
    told = shell("advise", answers, "--json")
    assert (told.code, told.err) == (1, "")
    assert told.json()["remedy"] == remedy
    assert told.json()["authorities"] == []
    assert [each["code"] for each in told.json()["warnings"]] == [problem]
    in_words = shell("advise", answers)
    assert (in_words.code, in_words.err) == (1, "")
    assert in_words.out
    filed = shell("file", answers, "-o", tmp_path / "out.pdf", "--json")
    assert filed.code == 1
    assert [code for _, code in filed.problems()] == [problem]
    assert not (tmp_path / "out.pdf").exists()


def test_where_nothing_supports_an_objection_yet_it_says_so(shell: Shell, tmp_path: Path) -> None:
    told = shell("advise", changed(tmp_path, *UNSURE))
    assert told.out.splitlines()[1:] == [
        said("Nothing that was answered supports this filing yet.")
    ]


def test_who_is_sent_elsewhere_learns_where(shell: Shell, tmp_path: Path) -> None:
    told = shell("advise", changed(tmp_path, *ASSOCIATION), "--language", "zh_CN")
    assert "登记机关是民政部门" in told.out
    as_json = shell(
        "advise", changed(tmp_path, *ASSOCIATION), "--json", "--language", "zh_CN"
    ).json()
    [alternative] = as_json["alternatives"]
    assert "登记机关是民政部门" in alternative["reason"]


def test_a_day_that_lies_too_far_away_is_told_and_stops_nothing(
    shell: Shell, tmp_path: Path
) -> None:
    answers = changed(tmp_path, "learned_on = 2026-11-21", "learned_on = 9999-12-30")
    told = shell("advise", answers, "--json")
    assert told.code == 0
    assert told.json()["deadlines"] == []
    assert [each["code"] for each in told.json()["warnings"]] == ["date-in-future"]


def test_the_demo_in_words(shell: Shell, tmp_path: Path) -> None:
    told = shell("demo", "-o", tmp_path / "demo")
    assert (told.code, told.err) == (0, "")
    [pdf] = (tmp_path / "demo").glob("*.pdf")
    sentence = "The demo filing {reference} is signed: {path}"
    assert told.out == said(sentence, reference=pdf.stem, path=pdf) + "\n"


def test_an_organ_that_was_typed_with_a_brace_is_a_name_and_no_template(
    tmp_path: Path, shell: Shell
) -> None:
    answers = tmp_path / "brace.toml"
    text = Path("resources/packs/cn-tianjin/examples/tianjin-expired.toml").read_text("utf-8")
    answers.write_text(text.replace('"tj-market"', '"某局{"', 1), "utf-8")
    told = shell("advise", answers)
    assert told.code == 0
    assert "某局{" in told.out


def test_answers_that_lead_to_another_kind_are_told_to_name_it(
    shell: Shell, tmp_path: Path
) -> None:
    told = shell("advise", changed(tmp_path, *MADE_GOOD), "--json")
    assert told.code == 2
    assert told.problems() == [("answers.toml: kind", "answers-kind-differs")]


def test_who_is_not_sure_but_sees_what_differs_can_object(tmp_path: Path, shell: Shell) -> None:
    """The rows of the comparison are an answer, though no choice."""
    seen = changed(tmp_path, *UNSURE).read_text("utf-8").replace("wrong_how = ", "# ")
    file = tmp_path / "seen.toml"
    file.write_text(
        seen.replace("[[answers.differences]]", "[[answers.differences_seen]]"), "utf-8"
    )
    grounds = shell("advise", file, "--json").json()["grounds"]
    assert [each["id"] for each in grounds] == ["error-person"]


def test_a_last_day_that_is_over_is_told_as_over(shell: Shell) -> None:
    words, file = Words("en"), example("cn/reconsideration-silence")
    limits = shell("advise", file, "--json").json()["deadlines"]
    told = shell("advise", file, "--language", "en").out
    over, open_ = sorted(date.fromisoformat(each["due_on"]) for each in limits)
    assert over < date(2026, 11, 22) < open_
    assert f"The last day by law was {words.day(over)}." in told
    assert f"by {words.day(over)}" not in told
    assert f"by {words.day(open_)}" in told


def test_an_authority_that_is_late_is_told_with_what_follows(shell: Shell) -> None:
    silent = example("cn/complaint-silent")
    told = shell("advise", silent, "--today", "2026-12-20", "--language", "en").out
    [line] = [each for each in told.splitlines() if "Saturday, 12 December 2026" in each]
    assert (
        said("Where no answer came, the authority is late. You need not wait any longer.") in line
    )
    assert "Time to ask for reconsideration after 60 days without an answer" in line
    assert "Wednesday, 10 February 2027" in line
    assert said("This day is over. Ask the window whether a later one counts for you.") not in told


def test_on_the_last_day_the_authority_is_not_late_yet(shell: Shell) -> None:
    silent = example("cn/complaint-silent")
    told = shell("advise", silent, "--today", "2026-12-12", "--language", "en").out
    late = said("Where no answer came, the authority is late. You need not wait any longer.")
    assert "by Saturday, 12 December 2026" in told
    assert late not in told
