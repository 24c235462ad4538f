"""ANSWERS.toml: what a person types into a file is taken as meant, or told where it is not."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filingdesk import resources
from filingdesk.core.answers import (
    Answers,
    AttachedFile,
    Difference,
    MaterialAnswer,
    MaterialState,
)
from filingdesk.core.ports import AnswersFile
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.packs.examples import read_answers, write_answers
from filingdesk.packs.shelf import FolderPacks
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence
from tests.packs.conftest import FICTION

NAME = "answers.toml"
HEAD = 'format = 1\njurisdiction = "hai-dao"\nkind = "objection"\n'
SHELF = FolderPacks(FICTION / "packs")


def read(text: str) -> AnswersFile:
    return read_answers(text, NAME, SHELF)


def refused(text: str) -> list[Problem]:
    with pytest.raises(UserProblem) as told:
        read(text)
    assert all(sentence(each, Words("en")) for each in told.value.problems)
    return list(told.value.problems)


def test_the_answers_of_an_example() -> None:
    file = FICTION / "packs" / "hai-dao" / "examples" / "wrong.toml"
    filed = read(file.read_text(encoding="utf-8"))
    assert (filed.jurisdiction, filed.kind, filed.language) == ("hai-dao", "objection", "es")
    assert filed.today == date(2026, 5, 1)
    assert filed.answers.text("trouble") == "wrong"
    assert filed.answers.text("published_on") == "?"
    assert filed.answers.differences("differences") == (Difference("金额", "五千元", "五百元"),)
    assert filed.answers.text("story") == "五百元写成了五千元。\n我已经交了。"
    assert filed.answers.materials("materials") == (
        MaterialAnswer("id-card", MaterialState.CLERK_SAW),
        MaterialAnswer("decision", MaterialState.ATTACHED),
    )
    assert filed.files == {"decision": ("decision.txt",)}
    assert filed.expect == {"grounds": ["wrong"], "authority": "hai-dao-market"}


def test_a_short_file_is_in_the_packs_language_and_for_today() -> None:
    filed = read(HEAD)
    assert (filed.language, filed.today, filed.answers) == ("zh_CN", None, Answers())


@pytest.mark.parametrize("written", ["2026-02-03", '"2026-02-03"'])
def test_a_day_may_be_written_with_or_without_quotes(written: str) -> None:
    filed = read(f"{HEAD}[answers]\npublished_on = {written}")
    assert filed.answers.day("published_on") == date(2026, 2, 3)


def test_a_day_that_is_none_stays_as_typed_for_the_desk_to_tell() -> None:
    filed = read(f'{HEAD}[answers]\npublished_on = "3 February"')
    assert filed.answers.text("published_on") == "3 February"


@pytest.mark.parametrize(
    "written", ["2023-02-30", "2023-13-01", "2023-04-31  # a Sunday", "0000-01-01"]
)
def test_a_day_without_quotes_that_no_calendar_has_is_told_with_its_line(written: str) -> None:
    [problem] = refused(f"{HEAD}[answers]\ntrouble = 'old'\npublished_on = {written}\nname = 'x'")
    assert (problem.where, problem.code) == (f"{NAME}:6", "date-not-a-day")
    assert "There is no such day" in sentence(problem, Words("en"))
    assert written not in repr(problem)


@pytest.mark.parametrize("written", ["2023-2-3", "'2023-02-30", "", "2023-02-28 5"])
def test_a_line_that_is_broken_otherwise_is_not_blamed_on_its_day(written: str) -> None:
    [problem] = refused(f"{HEAD}[answers]\npublished_on = {written}")
    assert (problem.where, problem.code) == (f"{NAME}:5", "answers-not-toml")


def test_the_day_of_the_file_itself_may_be_the_one_that_does_not_exist() -> None:
    [problem] = refused(f"{HEAD}today = 2026-06-31\n")
    assert (problem.where, problem.code) == (f"{NAME}:4", "date-not-a-day")


def test_two_places_in_one_file_are_told_and_one_said_twice_is_taken() -> None:
    shipped = FolderPacks(resources.packs())
    head = HEAD.replace("hai-dao", "cn-tianjin")

    with pytest.raises(UserProblem) as told:
        read_answers(f'{head}[answers]\njurisdiction = "cn-shandong"', NAME, shipped)

    (problem,) = told.value.problems
    assert problem.where == f"{NAME}: [answers] jurisdiction"
    assert "names another place" in sentence(problem, Words("en"))
    filed = read_answers(f'{head}[answers]\njurisdiction = "cn-tianjin"', NAME, shipped)
    assert filed.answers.text("jurisdiction") == filed.jurisdiction == "cn-tianjin"


@pytest.mark.parametrize(
    ("line", "where", "code", "meant"),
    [
        ('truble = "old"', "truble", "answers-question-unknown", "trouble"),
        ('trouble = "odl"', "trouble", "answers-choice-unknown", "old"),
        ('trouble = "?"', "trouble", "answers-choice-unknown", ""),
        ('trouble = ["old"]', "trouble", "answers-wrong-type", ""),
        ("name = 4", "name", "answers-wrong-type", ""),
        ("name = 2026-01-01", "name", "answers-wrong-type", ""),
        ("published_on = 2026-01-01T00:00:00", "published_on", "answers-wrong-type", ""),
        ("published_on = true", "published_on", "answers-wrong-type", ""),
        ('differences = "all"', "differences", "answers-wrong-type", ""),
        ('differences = [{ feild = "x" }]', "differences 1 feild", "answers-key-unknown", "field"),
        ("differences = [{ true = false }]", "differences 1 true", "answers-wrong-type", ""),
        ("materials = []", "materials", "answers-material-misplaced", ""),
    ],
)
def test_an_answer_that_cannot_be_meant(line: str, where: str, code: str, meant: str) -> None:
    [problem] = refused(f"{HEAD}[answers]\n{line}")
    assert (problem.where, problem.code) == (f"{NAME}: [answers] {where}", code)
    assert problem.facts.get("meant", "") == meant


@pytest.mark.parametrize(
    ("text", "where", "code"),
    [
        ("format = 1\nkind =", f"{NAME}:2", "answers-not-toml"),
        (f"format = 1\nkind = {'[' * 9000}", f"{NAME}:2", "answers-not-toml"),
        (f"format = {'1' * 9000}", f"{NAME}:1", "answers-not-toml"),
        ("", f"{NAME}: format", "answers-key-missing"),
        (HEAD.replace("format = 1", "format = 2"), f"{NAME}: format", "answers-format"),
        (HEAD.replace("format = 1", "format = true"), f"{NAME}: format", "answers-wrong-type"),
        (HEAD.replace("hai-dao", "hai-doa"), f"{NAME}: jurisdiction", "answers-choice-unknown"),
        (HEAD.replace("objection", "repair"), f"{NAME}: kind", "answers-choice-unknown"),
        (f'{HEAD}language = "zh"', f"{NAME}: language", "answers-choice-unknown"),
        (f'{HEAD}today = "2026-01-01"', f"{NAME}: today", "answers-wrong-type"),
        (f"{HEAD}[answer]", f"{NAME}: answer", "answers-key-unknown"),
        (f"{HEAD}[material]", f"{NAME}: material", "answers-wrong-type"),
        (f"{HEAD}answers = []", f"{NAME}: answers", "answers-wrong-type"),
    ],
)
def test_a_file_that_is_not_a_filing(text: str, where: str, code: str) -> None:
    assert (where, code) in [(each.where, each.code) for each in refused(text)]


@pytest.mark.parametrize(
    ("row", "where", "code"),
    [
        ('id = "id-crad"\nstate = "clerk_saw"', "1 id", "answers-choice-unknown"),
        ('id = "id-card"\nstate = "seen"', "1 state", "answers-choice-unknown"),
        ('id = "id-card"\nstate = ""', "1 state", "answers-choice-unknown"),
        ('id = ""\nstate = "clerk_saw"', "1 id", "answers-choice-unknown"),
        ('id = "id-card"', "1 state", "answers-key-missing"),
        ('id = "id-card"\nstate = "attached"', "1 files", "answers-files-differ"),
        (
            'id = "id-card"\nstate = "clerk_saw"\nfiles = ["a.jpg"]',
            "1 files",
            "answers-files-differ",
        ),
        ('id = "id-card"\nstate = "attached"\nfiles = "a.jpg"', "1 files", "answers-wrong-type"),
        ('id = "id-card"\nstate = "attached"\nfile = ["a.jpg"]', "1 file", "answers-key-unknown"),
        (
            'id = "id-card"\nstate = "clerk_saw"\n'
            '[[material]]\nid = "id-card"\nstate = "do_not_have"',
            "2 id",
            "answers-material-twice",
        ),
    ],
)
def test_a_paper_that_cannot_be_meant(row: str, where: str, code: str) -> None:
    problems = refused(f"{HEAD}[[material]]\n{row}")
    assert (f"{NAME}: [[material]] {where}", code) in [(p.where, p.code) for p in problems]


@pytest.mark.parametrize("path", ["/etc/passwd", "../x.jpg", "a/../../x", "C:\\x", "..\\x", ""])
def test_only_files_beside_the_answers_are_attached(path: str) -> None:
    row = f"id = 'id-card'\nstate = 'attached'\nfiles = ['{path}']"
    [problem] = refused(f"{HEAD}[[material]]\n{row}")
    assert problem.code == "answers-file-outside"


def test_everything_is_told_at_once_and_nothing_that_was_answered() -> None:
    secret = "王秘密"
    problems = refused(
        f"{HEAD}tody = 2026-01-01\n"
        f'[answers]\nnaem = "{secret}"\ntrouble = "{secret}"\npublished_on = ["{secret}"]\n'
        f'[[material]]\nid = "{secret}"\nstate = "{secret}"'
    )
    assert len(problems) == 6
    assert secret not in repr(problems)
    assert secret not in str(UserProblem(*problems))


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
papers = st.sampled_from(["id-card", "decision"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=texts,
    story=texts,
    rows=st.lists(st.builds(Difference, texts, texts, texts), min_size=1, max_size=3),
    published_on=st.dates().map(str) | st.just("?") | texts,
    today=st.dates() | st.none(),
)
def test_what_the_window_asked_can_be_kept_as_a_file(
    name: str, story: str, rows: list[Difference], published_on: str, today: date | None
) -> None:
    photo = AttachedFile("f1", pages=2, sha256="0" * 64, size=9)
    said = (
        Answers()
        .say("trouble", "wrong")
        .say("name", name)
        .say("story", story)
        .say("published_on", published_on)
        .say("differences", tuple(rows))
    )
    papers = (
        MaterialAnswer("id-card", MaterialState.ATTACHED, (photo,)),
        MaterialAnswer("decision", MaterialState.WILL_BRING, by="2026-12-01"),
    )
    files = {"id-card": ("id-card-1.jpg", "id-card-2.jpg")}
    said_all = said.say("materials", papers)
    filed = AnswersFile("hai-dao", "objection", "es", today, said_all, files, {})
    again = read(write_answers(filed))
    assert dict(again.answers.values) == {
        **said.values,
        "materials": (
            MaterialAnswer("id-card", MaterialState.ATTACHED),
            MaterialAnswer("decision", MaterialState.WILL_BRING, by="2026-12-01"),
        ),
    }
    assert (again.today, dict(again.files), again.language) == (today, files, "es")
