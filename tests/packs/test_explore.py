"""Every way is walked: what no answers can bring is told, once, with file and line."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from filingdesk.core.answers import Answers
from filingdesk.core.interview import compile_interview
from filingdesk.core.pack import FilingKind
from filingdesk.core.question import AnswerType
from filingdesk.packs.sample import Sample
from filingdesk.packs.shelf import FolderPacks
from filingdesk.packs.walks import Walks
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence
from tests.packs.conftest import FICTION, World
from tests.packs.test_check import Planted

KIND = "hai/kinds/objection.toml"
LETTER = "hai/templates/objection.txt"
REPAIR = "shan/kinds/repair.toml"
PERSON = "shan/parts/person.toml"

IS_WRONG = '{ question = "trouble", equals = "wrong" }'
NEVER = '[{ question = "trouble", equals = "wrong" }, { question = "trouble", equals = "right" }]'
RECORD = '{ to = "record" },\n]'

UNREACHED = [
    Planted(
        KIND,
        'questions = ["published_on", "deciding_authority", "differences"]\n'
        'next = [{ to = "applicant" }]\n',
        'questions = ["published_on", "deciding_authority", "differences"]\n'
        'next = [{ to = "odd", when = [{ question = "trouble", equals = "right" }] }, '
        '{ to = "applicant" }]\n\n[[page]]\nid = "odd"\nsection = "record"\ntitle = "怪"\n'
        'intro = "没有人会看到。"\nshows = "elsewhere"\n',
        "explored-page-never-reached",
        at='id = "odd"',
    ),
    Planted(
        KIND,
        f'when = [{IS_WRONG}]\n\n[[question]]\nid = "name"',
        f'when = {NEVER}\n\n[[question]]\nid = "name"',
        "explored-question-never-asked",
        at='questions = ["published_on"',
    ),
    Planted(
        KIND,
        f"supported = [[{IS_WRONG}]]",
        f"supported = [{NEVER}]",
        "explored-ground-never-supported",
    ),
    Planted(
        KIND,
        'shown = ["{published_on}公示，仍在展示"]',
        'shown = ["{published_on}公示，仍在展示", "仍在展示"]',
        "explored-sentence-never-said",
    ),
    Planted(
        KIND,
        'claims = ["该信息由{deciding_authority}认定。"]',
        'claims = ["该信息由{deciding_authority}认定。", "有{materials}为证。"]',
        "explored-sentence-never-said",
    ),
    Planted(LETTER, "申请日期：{today}。", "差异为{differences}。", "explored-line-never-said"),
    Planted(
        KIND,
        f"when = [{IS_WRONG}]\ncitations = ",
        'when = [{ question = "trouble", equals = "right" }]\ncitations = ',
        "explored-material-never-asked",
        at='id = "decision"',
    ),
    Planted(
        REPAIR,
        'kind = "objection"\n',
        'kind = "objection"\nwhen = [{ question = "mended", equals = "yes" }, '
        '{ question = "mended", equals = "no" }]\n',
        "explored-alternative-never-told",
    ),
    Planted(
        REPAIR,
        'id = "evidence-list"\n',
        'id = "evidence-list"\nwhen = [{ question = "mended", equals = "no" }]\n',
        "explored-attachment-never-made",
    ),
    Planted(
        PERSON,
        'owed_by = "agency"',
        f'when = {NEVER}\nowed_by = "agency"',
        "explored-clock-never-concerns",
    ),
    Planted(
        REPAIR,
        '{ id = "no", text = "还没有" }',
        f'{{ id = "no", text = "还没有", when = {NEVER} }}',
        "explored-choice-never-taken",
    ),
    Planted(
        KIND,
        'addressees = [{ role = "platform", reason = "平台停止展示。" }]',
        'addressees = [{ role = "platform", reason = "平台停止展示。" }, '
        '{ role = "supervising", reason = "然后找它。" }]',
        "explored-addressee-never-reached",
    ),
    Planted(
        KIND,
        'addressees = [{ role = "platform", reason = "平台停止展示。" }]',
        f'addressees = [{{ role = "supervising", reason = "有时找它。", when = {NEVER} }}, '
        '{ role = "platform", reason = "平台停止展示。" }]',
        "explored-addressee-never-reached",
    ),
    Planted(
        KIND,
        '[[material]]\nid = "id-card"',
        f'[[ground]]\nid = "second"\ntext = "另外"\nplain = "另外。"\nsupported = [[{IS_WRONG}]]\n'
        'addressees = [{ role = "supervising", reason = "总是先找别人。" }]\n'
        'claims = ["另外还有。"]\n\n[[material]]\nid = "id-card"',
        "explored-addressee-never-reached",
        at='addressees = [{ role = "supervising", reason = "总是先找别人。" }]',
    ),
]


def told(world: World) -> list[tuple[str, str]]:
    return [
        (each.where, each.code)
        for each in world.prove().faults
        if not each.code.startswith("pack-text-")
    ]


def test_all_of_the_fiction_is_seen(world: World) -> None:
    report = world.prove()
    assert report.faults == ()
    assert report.bounds.every_path
    assert 0 < report.bounds.walked < 100


@pytest.mark.parametrize("planted", UNREACHED, ids=str)
def test_what_no_answers_bring_is_told(world: World, planted: Planted) -> None:
    line = world.change(planted.file, planted.old, planted.new)
    if planted.at:
        line = world.line_of(planted.file, planted.at)
    elif "\n" in planted.old:
        line = world.line_of(planted.file, planted.old.partition("\n")[0])
    found = world.prove().faults
    fault = next(each for each in found if each.code == planted.code)
    assert fault.where == f"{planted.file}:{line}"
    assert sentence(fault, Words("en"))


def test_an_alternative_is_said_where_the_first_cannot_be(world: World) -> None:
    """The day may be unknown where the ground does not rest on it."""
    world.change(
        KIND,
        'asked = ["请求更正该信息。"]',
        'asked = ["请求更正{published_on}的信息。", "请求更正。"]',
    )
    assert told(world) == []


def test_what_a_child_makes_impossible_is_possible_in_its_parent(world: World) -> None:
    world.add(
        "hai-dao/kinds/objection.toml",
        '\n[[page]]\nid = "trouble"\nnext = [{ to = "record" }]\n',
    )
    codes = {code for _, code in told(world)}
    assert codes == {"page-unreachable"}


def test_nothing_is_walked_while_a_file_is_at_fault(world: World) -> None:
    world.change(KIND, *(UNREACHED[2].old, UNREACHED[2].new))
    world.change(LETTER, "{today}", "{todaz}")
    assert [code for _, code in told(world)] == ["pack-place-unknown"]


def test_the_same_is_told_each_time(world: World) -> None:
    world.change(KIND, UNREACHED[2].old, UNREACHED[2].new)
    world.change(LETTER, "申请日期：{today}。", "差异为{differences}。")
    assert len({str(world.prove()) for _ in range(3)}) == 1


# ---------------------------------------------------------------- what is only noted


def test_a_rule_without_a_source_is_noted(world: World) -> None:
    report = world.prove()
    assert report.faults == ()
    assert [(each.code, each.facts["name"], each.blocks) for each in report.notes] == [
        ("pack-rule-uncited", "hai-dao/review", False)
    ]


@pytest.mark.parametrize(("day", "notes"), [("2026-05-01", 0), ("2026-04-30", 1)])
def test_an_address_is_looked_at_again(world: World, day: str, notes: int) -> None:
    line = world.change(
        "hai/pack.toml",
        'aliases = ["海国发改委"]',
        f'contact = "海京路1号"\ncontact_check_by = {day}\naliases = ["海国发改委"]',
    )
    report = world.prove(date(2026, 5, 1))
    stale = [each.where for each in report.notes if each.code == "pack-contact-stale"]
    assert stale == [f"hai/pack.toml:{line + 1}"] * notes
    assert all(each.code.startswith("pack-text-") for each in report.faults)


# ---------------------------------------------------------------- the number of ways


def by_hand(kind: FilingKind, walks: Walks, sample: Sample) -> set[tuple[str, ...]]:
    """The sequences of pages, from every combination of answers that conditions look at."""
    interview = compile_interview(kind)
    found = set()
    for answers in _combinations(kind, walks, sample):
        way = interview.path(answers)
        last = way[-1]
        if not last.next:
            found.add(tuple(page.id for page in way))
    return found


def _combinations(kind: FilingKind, walks: Walks, sample: Sample) -> Iterator[Answers]:
    varied = [each for each in kind.questions.values() if each.id in walks.branching]
    offered = [
        [choice.id for choice in each.choices] + ["?"] * each.not_sure
        if each.type is AnswerType.CHOICE
        else sample.offered(each, Answers(), True)
        for each in varied
    ]
    for values in product(*offered):
        answers = Answers()
        for question, value in zip(varied, values, strict=True):
            answers = answers.say(question.id, value)
        yield answers


@pytest.mark.parametrize("id", ["hai", "hai-dao", "shan", "shan-cun"])
def test_ways_are_counted_as_if_each_were_walked(id: str) -> None:
    pack = FolderPacks(FICTION / "packs").pack(id)
    for kind in pack.kinds.values():
        sample = Sample(pack, kind, pack.as_of)
        walks = Walks(kind, sample.offered)
        assert walks.count() == (len(by_hand(kind, walks, sample)), True)
