"""Scenarios: each of the shipped ones comes out as it says, and the runner misses nothing."""

import tomllib
from collections.abc import Mapping
from functools import cache

import pytest

from filingdesk import resources
from filingdesk.core.problem import Problem
from filingdesk.core.workdays import Calendar
from filingdesk.packs.scenarios import run_scenarios, scenario_files
from filingdesk.packs.shelf import FolderPacks, FolderShelf
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence
from tests.packs.conftest import World

SHELF = FolderShelf(resources.packs(), resources.calendars() / "cn")
CALENDAR = Calendar("hai", 2004, 2030, {}, frozenset())
FILE = "hai/scenarios/objection.toml"

NAMES = [
    f"{folder.name}/{file.stem}/{each['id']}"
    for folder in sorted(resources.packs().iterdir())
    for file in scenario_files(folder)
    for each in tomllib.loads(file.read_text("utf-8"))["scenario"]
]


@cache
def told() -> Mapping[str, tuple[Problem, ...]]:
    return {
        each.id: each.faults
        for id in SHELF.jurisdictions()
        for each in run_scenarios(resources.packs() / id, SHELF.pack(id), SHELF.calendar)
    }


def test_there_are_scenarios_enough_for_a_lawyer() -> None:
    assert len(NAMES) == len(set(NAMES))
    assert len(NAMES) >= 120
    assert [each for each, faults in told().items() if faults and each not in NAMES] == []


@pytest.mark.parametrize("name", NAMES)
def test_it_comes_out_as_it_says(name: str) -> None:
    said = [f"{each.where}: {sentence(each, Words('en'))}" for each in told()[name]]
    assert said == []


# ---------------------------------------------------------------- the runner

HEAD = """\
[[scenario]]
id = "old"
title = "公示已过三年，仍在展示。"
today = 2026-05-01
jurisdiction = "hai"
language = "zh_CN"

[scenario.answers]
trouble = "old"
published_on = 2020-02-03
name = "王小明"

"""
EXPECT = """\
[scenario.expect]
kind = "objection"
remedy = "filing"
grounds = ["expired"]
authority = "hai-development"
display = "expired"
deadlines = {}
sentences = ["展示期限于2023年2月3日届满", "身份证"]
absent = ["决定书"]
"""


def faults(world: World, text: str) -> list[Problem]:
    world.add(FILE, text)
    pack = FolderPacks(world.packs).pack("hai")
    ran = run_scenarios(world.packs / "hai", pack, lambda: CALENDAR)
    found = [fault for each in ran for fault in each.faults]
    assert all(sentence(each, Words("en")) for each in found)
    return found


def test_a_scenario_that_comes_out(world: World) -> None:
    assert faults(world, HEAD + EXPECT) == []


def test_an_authority_may_be_named_by_its_name(world: World) -> None:
    assert faults(world, HEAD + EXPECT.replace("hai-development", "海国发展改革委员会")) == []


def test_papers_nobody_speaks_of_are_still_to_be_brought(world: World) -> None:
    paper = '[[scenario.material]]\nid = "id-card"\nstate = "clerk_saw"\n\n'
    assert faults(world, HEAD + EXPECT.replace("身份证", "将另行补交")) == []
    said = EXPECT.replace("身份证", "原件已由窗口工作人员核对").replace("决定书", "将另行补交")
    (world.packs / FILE).unlink()
    assert faults(world, HEAD + paper + said) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("title = ", "titel = ", "pack-key-missing"),
        ("grounds = ", "gruonds = ", "pack-key-unknown"),
        ("today = 2026-05-01", 'today = "2026-05-01"', "pack-wrong-type"),
        ("deadlines = {}", 'deadlines = { "hai/answer" = "soon" }', "pack-wrong-type"),
        ('jurisdiction = "hai"', 'jurisdiction = "hai-dao"', "scenario-elsewhere"),
        ('"zh_CN"', '"zh"', "pack-value-unknown"),
        ('"zh_CN"', '["zh_CN"]', "pack-wrong-type"),
        ("trouble = ", "truble = ", "answers-question-unknown"),
        ('"old"\npublished', '"odl"\npublished', "answers-choice-unknown"),
        ('kind = "objection"', 'kind = "repair"', "scenario-kind-unknown"),
        ('remedy = "filing"', 'remedy = "wait"', "scenario-differs"),
        ('["expired"]', '["expired", "wrong"]', "scenario-differs"),
        ("hai-development", "hai-planning", "scenario-differs"),
        ('display = "expired"', 'display = "running"', "scenario-differs"),
        ("deadlines = {}", 'deadlines = { "hai/answer" = 2026-05-15 }', "scenario-differs"),
        ("deadlines = {}", 'safe = { "hai/answer" = 2026-05-15 }', "scenario-differs"),
        ("deadlines = {}", "earliest = 2026-05-15", "scenario-differs"),
        ("deadlines = {}", 'problems = ["date-in-future"]', "scenario-differs"),
        ("2023年2月3日", "2023年2月4日", "scenario-sentence-missing"),
        ('["决定书"]', '["王小明"]', "scenario-sentence-present"),
    ],
)
def test_every_difference_is_told_at_its_line(world: World, old: str, new: str, code: str) -> None:
    whole = HEAD + EXPECT
    assert whole.count(old) == 1, old
    line = whole[: whole.index(old)].count("\n") + 1
    found = faults(world, whole.replace(old, new))
    assert code in {each.code for each in found}
    fault = next(each for each in found if each.code == code)
    # What is missing is told at the head of the scenario.
    assert fault.where == f"{FILE}:{1 if code == 'pack-key-missing' else line}"


def test_a_difference_names_the_scenario_what_was_expected_and_what_came(world: World) -> None:
    (found,) = faults(world, HEAD + EXPECT.replace('["expired"]', '["wrong"]'))
    assert sentence(found, Words("en")) == "“old” expects grounds to be “wrong”. It is “expired”."


def test_an_answer_that_nobody_asks_for_is_told(world: World) -> None:
    text = HEAD.replace('"old"\npub', '"right"\npub') + '[scenario.expect]\nremedy = "elsewhere"\n'
    found = faults(world, text)
    assert [(each.code, each.facts["question"]) for each in found] == [
        ("scenario-answer-unasked", "published_on"),
        ("scenario-answer-unasked", "name"),
    ]


def test_an_answer_that_could_not_stand_must_be_expected(world: World) -> None:
    text = HEAD.replace("2020-02-03", "2027-02-03") + "[scenario.expect]\nproblems = []\n"
    assert faults(world, text) == []  # nothing supports a filing
    long = HEAD.replace("王小明", "王" * 300)
    (world.packs / FILE).unlink()
    found = faults(world, long + '[scenario.expect]\nremedy = "filing"\n')
    assert [each.code for each in found] == ["scenario-problem-unforeseen"]
    (world.packs / FILE).unlink()
    assert faults(world, long + '[scenario.expect]\nproblems = ["answer-too-long"]\n') == []


def test_a_sentence_without_a_letter_proves_nothing(world: World) -> None:
    text = HEAD.replace("2020-02-03", "2026-02-03")
    found = faults(world, text + '[scenario.expect]\nabsent = ["届满"]\n')
    assert [(each.where, each.code) for each in found] == [
        (f"{FILE}:14", "scenario-without-letter")
    ]


def test_an_id_names_one_scenario(world: World) -> None:
    found = faults(world, HEAD + EXPECT + "\n" + HEAD + EXPECT)
    assert [(each.where, each.code) for each in found] == [(f"{FILE}:24", "pack-id-twice")]


def test_a_file_is_named_after_its_kind(world: World) -> None:
    world.add("hai/scenarios/objektion.toml", HEAD + EXPECT)
    (found,) = faults(world, HEAD + EXPECT)
    assert (found.where, found.code) == ("hai/scenarios/objektion.toml", "scenario-kind-unknown")
    assert found.facts["meant"] == "objection"


def test_the_linter_tries_them(world: World) -> None:
    world.add(FILE, HEAD + EXPECT.replace('["expired"]', '["wrong"]'))
    report = world.prove()
    assert [(each.where, each.code) for each in report.faults] == [
        (f"{FILE}:16", "scenario-differs")
    ]
    assert report.scenarios == 1
