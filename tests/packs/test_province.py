"""A province is one more folder: nothing else in the program has heard of it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from filingdesk.core.advice import advise
from filingdesk.core.deadline import Unit
from filingdesk.core.interview import compile_interview
from filingdesk.core.law import Citation
from filingdesk.core.pack import Role
from filingdesk.core.ports import PackShelf
from filingdesk.core.problem import UserProblem
from filingdesk.packs.examples import read_answers
from filingdesk.packs.shelf import FolderShelf
from tests.packs.conftest import World

YEARS = Path(__file__).resolve().parents[2] / "resources" / "calendars" / "cn"


@pytest.fixture
def shelf(world: World) -> PackShelf:
    return FolderShelf(world.packs, YEARS)


def test_the_province_is_there_as_soon_as_its_folder_is(world: World, tmp_path: Path) -> None:
    away = tmp_path / "away"
    shutil.move(world.packs / "hai-dao", away)
    assert "hai-dao" not in FolderShelf(world.packs, YEARS).jurisdictions()

    shutil.move(away, world.packs / "hai-dao")
    shelf = FolderShelf(world.packs, YEARS)
    places = shelf.jurisdictions()
    assert places.index("hai-dao") < places.index("hai")
    assert shelf.pack("hai-dao").name == "海岛省"
    assert world.check() == ()


def test_it_takes_from_its_country_what_it_does_not_say_itself(shelf: PackShelf) -> None:
    country, island = shelf.pack("hai"), shelf.pack("hai-dao")
    ours, theirs = island.kinds["objection"], country.kinds["objection"]
    assert island.lineage == ("hai-dao", "hai")
    assert ours.grounds == theirs.grounds
    assert ours.template == theirs.template
    assert island.display_rules == country.display_rules


def test_what_it_says_itself_wins_key_by_key(shelf: PackShelf) -> None:
    asked = shelf.pack("hai-dao").kinds["objection"].questions["trouble"]
    before = shelf.pack("hai").kinds["objection"].questions["trouble"]
    assert asked.help == "海岛省的居民也可以到港口窗口办理。"
    assert before.help == ""
    assert (asked.text, asked.choices) == (before.text, before.choices)


def test_its_authorities_come_before_the_countrys(shelf: PackShelf) -> None:
    island = shelf.pack("hai-dao")
    assert [each.id for each in island.authorities] == [
        "hai-dao-market",
        "hai-development",
        "hai-planning",
    ]
    development = island.authority("hai-development")
    assert development
    assert development.aliases == ("海国发改委", "海岛省发改委")
    assert development.roles == {Role.SUPERVISING, Role.PLATFORM}
    assert development.effect.since == date(2018, 4, 1)


def test_its_clock_takes_the_place_of_the_countrys(shelf: PackShelf) -> None:
    clocks = shelf.pack("hai-dao").kinds["objection"].clocks
    assert [(each.id, each.count, each.verified) for each in clocks] == [
        ("hai-dao/answer", 3, True),
        ("hai-dao/review", None, False),
    ]
    assert clocks[0].unit is Unit.WORKING_DAY


def test_a_citation_is_found_in_the_province_or_in_its_country(shelf: PackShelf) -> None:
    island = shelf.pack("hai-dao")
    own = island.kinds["objection"].clocks[0].citations[0]
    assert own == Citation(
        law="海国海岛省信用条例",
        article="第五条",
        quote="提供单位应当在三个工作日内核查异议",
        statute="海国海岛省信用条例-2022",
        as_of=date(2025, 4, 1),
        verified=True,
    )
    addressee = island.kinds["objection"].grounds[0].addressees[0]
    assert [each.article for each in addressee.citations] == ["第九条"]


def test_its_example_goes_through_interview_and_advice(world: World, shelf: PackShelf) -> None:
    example = world.packs / "hai-dao" / "examples" / "wrong.toml"
    filed = read_answers(example.read_text(encoding="utf-8"), "wrong.toml", shelf)
    pack = shelf.pack(filed.jurisdiction)
    interview = compile_interview(pack.kinds[filed.kind])
    assert filed.today
    advice = advise(pack, interview, filed.answers, shelf.calendar(), filed.today)
    assert [each.id for each in advice.grounds] == filed.expect["grounds"]
    assert advice.route
    assert advice.route.authority
    assert advice.route.authority.id == filed.expect["authority"]


def test_packs_and_the_calendar_are_read_once(world: World, shelf: PackShelf) -> None:
    pack, calendar = shelf.pack("hai-dao"), shelf.calendar()
    shutil.rmtree(world.packs)
    assert shelf.pack("hai-dao") is pack
    assert shelf.calendar() is calendar


@pytest.mark.parametrize("name", ["hai-xi", "", ".", "..", "hai/../hai", "hai-dao/law"])
def test_a_place_that_nobody_wrote_a_pack_for(shelf: PackShelf, name: str) -> None:
    with pytest.raises(UserProblem) as refused:
        shelf.pack(name)
    [problem] = refused.value.problems
    assert (problem.where, problem.code) == ("jurisdiction", "jurisdiction-unknown")
    assert problem.facts == {"name": name}


def test_a_pack_with_faults_is_not_used_and_tells_them_all(world: World, shelf: PackShelf) -> None:
    first = world.change("hai/law/credit.toml", "count = 3", 'count = "3 years"')
    second = world.change("hai-dao/kinds/objection.toml", "help =", "hlep =")
    with pytest.raises(UserProblem) as refused:
        shelf.pack("hai-dao")
    assert {each.where for each in refused.value.problems} == {
        f"hai/law/credit.toml:{first}",
        f"hai-dao/kinds/objection.toml:{second}",
    }
    with pytest.raises(UserProblem):
        shelf.pack("hai")
