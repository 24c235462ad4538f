"""What a new author's first pack gets wrong without noticing is told, and what helps is there."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from filingdesk.core.ports import PackReport
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.packs.catalogues import update_catalogues
from filingdesk.packs.check import prove_packs
from filingdesk.packs.shelf import FolderPacks
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence
from tests.packs.conftest import World

LAW = "hai/law/credit.toml"
KIND = "hai/kinds/objection.toml"
ISLAND = "hai-dao/pack.toml"
ISLAND_KIND = "hai-dao/kinds/objection.toml"
ISLAND_EXAMPLE = "hai-dao/examples/wrong.toml"
SPANISH = "hai-dao/lang/es.po"


def faults(world: World) -> list[Problem]:
    return [each for each in world.prove().faults if not each.code.startswith("pack-text-")]


def test_what_an_example_expects_must_come(world: World) -> None:
    line = world.change(ISLAND_EXAMPLE, 'grounds = ["wrong"]', 'grounds = ["nonsense"]')
    (fault,) = faults(world)
    assert (fault.where, fault.code) == (f"{ISLAND_EXAMPLE}:{line}", "scenario-differs")
    assert fault.facts["found"] == "wrong"


def test_what_an_example_expects_has_the_keys_of_a_scenario(world: World) -> None:
    line = world.change(ISLAND_EXAMPLE, "grounds = [", "ground = [")
    (fault,) = faults(world)
    assert (fault.where, fault.code) == (f"{ISLAND_EXAMPLE}:{line}", "pack-key-unknown")
    assert fault.facts["meant"] == "grounds"


def test_an_extension_is_a_number_that_needs_a_source(world: World) -> None:
    line = world.change(
        ISLAND_KIND,
        'replaces = "hai/answer"',
        'replaces = "hai/answer"\nextension = { count = 5, unit = "working_day" }',
    )
    (fault,) = faults(world)
    assert (fault.where, fault.code) == (f"{ISLAND_KIND}:{line + 1}", "pack-extension-uncited")


def test_a_rule_that_no_record_can_be_under_is_told(world: World) -> None:
    never = '{ question = "trouble", equals = "old" }, { question = "trouble", equals = "wrong" }'
    world.change(LAW, "[[display_rule]]", f"[[display_rule]]\nwhen = [{never}]")
    (fault,) = [each for each in faults(world) if each.code == "explored-rule-never-applies"]
    assert fault.where == f"{LAW}:{world.line_of(LAW, 'when = ')}"


def test_only_the_parents_time_limits_are_proposed_to_replace(world: World) -> None:
    world.change(ISLAND_KIND, 'replaces = "hai/answer"', 'replaces = "hai-dao/answer"')
    (fault,) = faults(world)
    assert (fault.code, fault.facts["meant"]) == ("pack-clock-unknown", "hai/answer")


def refill(po: Path, text: str, said: str) -> None:
    with po.open("rb") as file:
        catalogue = read_po(file)
    message = catalogue.get(text)
    assert message
    message.string = said
    with po.open("wb") as file:
        write_po(file, catalogue, width=100, include_lineno=False)


def test_what_the_parent_has_translated_is_filled_in(world: World) -> None:
    world.change(ISLAND, 'name = "海岛省"', 'name = "海国"')
    update_catalogues(world.packs)
    with (world.packs / SPANISH).open("rb") as file:
        message = read_po(file).get("海国")
    assert message
    assert message.string == "translated: 海国"


def test_a_translation_that_differs_from_the_parents_is_a_note(world: World) -> None:
    world.change(ISLAND, 'name = "海岛省"', 'name = "海国"')
    update_catalogues(world.packs)
    assert [each.code for each in world.prove().notes if "text" in each.facts] == []
    refill(world.packs / SPANISH, "海国", "El mar")
    report = world.prove()
    (note,) = [each for each in report.notes if each.code == "pack-text-differs"]
    assert note.where.startswith(f"{SPANISH}:")
    assert not note.blocks
    assert "hai/lang/es.po" in sentence(note, Words("en"))
    assert report.faults == ()


def proved(world: World, *only: str) -> PackReport:
    return prove_packs(world.packs, world.statutes, only=only)


def test_one_pack_is_looked_at_alone(world: World) -> None:
    world.change("shan/kinds/repair.toml", "supported = [[", "supported = [], odd = [[")
    line = world.change(ISLAND_EXAMPLE, 'grounds = ["wrong"]', 'grounds = ["nonsense"]')
    report = proved(world, "hai-dao")
    assert [each.where for each in report.faults] == [f"{ISLAND_EXAMPLE}:{line}"]
    assert report.jurisdictions == 1
    assert {each.where.partition("/")[0] for each in report.notes} <= {"hai-dao"}


def test_its_own_things_are_sought_though_its_parent_is_not_looked_at(world: World) -> None:
    never = '{ question = "trouble", equals = "old" }, { question = "trouble", equals = "wrong" }'
    line = world.change(
        ISLAND_KIND, 'id = "hai-dao/review"', f'id = "hai-dao/review"\nwhen = [{never}]'
    )
    (fault,) = proved(world, "hai-dao").faults
    place = f"{ISLAND_KIND}:{line + 1}"
    assert (fault.where, fault.code) == (place, "explored-clock-never-concerns")


def test_what_only_a_child_brings_is_no_fault_of_its_parent_alone(world: World) -> None:
    rule = 'name = "三年展示期限"\nregime = "hai"\nstart = "published_on"\ncount = '
    world.change("hai/law/credit.toml", f"{rule}3", f"{rule}300")
    alone = proved(world, "hai")
    assert "explored-ground-never-supported" in {each.code for each in alone.faults}
    world.add("hai-dao/law/display.toml", '[[display_rule]]\nid = "hai-display-2020"\ncount = 3\n')
    report = proved(world, "hai")
    assert {each.code for each in report.faults} == {"scenario-differs"}
    assert (report.pages, report.paths) == (alone.pages, alone.paths)


def test_a_pack_that_is_not_there_cannot_be_looked_at(world: World) -> None:
    with pytest.raises(UserProblem) as refused:
        proved(world, "hai-dau")
    (problem,) = refused.value.problems
    assert (problem.code, problem.facts["meant"]) == ("jurisdiction-unknown", "hai-dao")


def test_a_chinese_keyboard_is_named_where_its_signs_stand(world: World) -> None:
    line = world.change(ISLAND, 'name = "海岛省"', "name ＝ “海岛省”")
    told = [each for each in faults(world) if each.where == f"{ISLAND}:{line}"]
    assert {each.code for each in told} == {"pack-signs-full-width"}
    assert "Chinese keyboard" in sentence(told[0], Words("en"))


@pytest.mark.parametrize("left", ["#addressees = [\n{ }\n]\n", "addressees = [\n#{ }\n#]\n"])
def test_half_of_a_block_that_was_ready_is_told(left: str, world: World) -> None:
    world.add(ISLAND_KIND, f"\n{left}\n# In words.\n[[ground]]\n")
    told = [each for each in faults(world) if each.code == "pack-not-toml-near-hash"]
    assert [each.where.partition(":")[0] for each in told] == [ISLAND_KIND]
    assert "Is a # left" in sentence(told[0], Words("en"))


def test_a_table_that_was_to_change_the_parents_is_told_its_name(world: World) -> None:
    line = world.add(ISLAND_KIND, '\n[[ground]]\nid = "wrongg"\nclaims = ["怪。"]\n') + 1
    told = [each for each in faults(world) if each.code == "pack-key-missing-in-new"]
    assert {each.where for each in told} == {f"{ISLAND_KIND}:{line}"}
    said = sentence(told[0], Words("en"))
    assert "has no [[ground]] “wrongg”" in said
    assert "Did you mean “wrong”?" in said


def test_the_head_of_a_kind_says_for_all_inherited_grounds_where_they_lead(world: World) -> None:
    text = (world.packs / ISLAND_KIND).read_text(encoding="utf-8")
    head = 'addressees = [{ role = "platform", reason = "一律交给平台。" }]\n'
    (world.packs / ISLAND_KIND).write_text(head + text, encoding="utf-8")
    grounds = FolderPacks(world.packs).pack("hai-dao").kinds["objection"].grounds
    led = [each for each in grounds if each.addressees]
    assert led
    assert {one.reason for each in led for one in each.addressees} == {"一律交给平台。"}
    (fault,) = faults(world)
    assert (fault.where.partition(":")[0], fault.facts["key"]) == (ISLAND_EXAMPLE, "authority")

    world.add(
        ISLAND_KIND,
        '\n[[ground]]\nid = "wrong"\n'
        'addressees = [{ role = "recognising", reason = "自己的。" }]\n',
    )
    wrong, *others = FolderPacks(world.packs).pack("hai-dao").kinds["objection"].grounds
    assert [each.reason for each in wrong.addressees] == ["自己的。"]
    assert all(each.reason == "一律交给平台。" for one in others for each in one.addressees)


def test_the_heads_addressees_are_for_translators(world: World) -> None:
    text = (world.packs / ISLAND_KIND).read_text(encoding="utf-8")
    head = 'addressees = [{ role = "platform", reason = "一律交给平台。" }]\n'
    (world.packs / ISLAND_KIND).write_text(head + text, encoding="utf-8")
    missing = [each for each in world.check() if each.code == "pack-text-missing"]
    assert {each.facts["text"] for each in missing} == {"一律交给平台。"}
