"""A pack in other languages: what is missing, stale or damaged is told and made ready to fill."""

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from filingdesk.core.blocks import DOCUMENT_TEXTS
from filingdesk.packs.bundle import build, open_bundle
from filingdesk.packs.catalogues import main, update_beside, update_catalogues
from filingdesk.packs.folder import read_folder
from filingdesk.packs.kept import lay_out
from filingdesk.packs.texts import pack_texts
from tests.packs.conftest import World

KIND = "hai/kinds/objection.toml"
ISLAND_KIND = "hai-dao/kinds/objection.toml"
SPANISH = "hai-dao/lang/es.po"
HELP = "海岛省的居民也可以到港口窗口办理。"


def catalogue(world: World, name: str) -> Catalog:
    with (world.packs / name).open("rb") as file:
        return read_po(file)


def test_texts_of_every_sort_are_for_translators(world: World) -> None:
    texts = pack_texts(read_folder(world.packs / "hai"))
    assert {
        "海国",
        "海国发展改革委员会",
        "海国信用法",
        "三年展示期限",
        "信用信息异议申请",
        "记录属实的，可以申请信用修复。",
        "本人所述属实。",
        "申请人",
        "发生了什么",
        "记录有什么问题？",
        "问题",
        "内容有误",
        "信用信息存在错误",
        "记录写错了。",
        "平台受理异议。",
        "监督部门不更正记录。",
        "展示期限",
        "{published_on}公示，仍在展示",
        "展示期限于{display_ended_on}届满",
        "请求停止展示该信息。",
        "依照{display_clause}，展示期限于{display_ended_on}届满。",
        "身份证",
        "正反两面",
        "答复期限",
        "信用信息异议申请书",
        "{authority}：",
        "申请日期：{today}。",
        *DOCUMENT_TEXTS,
    } <= texts.keys()


def test_ids_clauses_and_marks_of_the_letter_are_not(world: World) -> None:
    texts = pack_texts(read_folder(world.packs / "hai"))
    assert not {"hai", "trouble", "第九条", "[statement]", "[fields: name]"} & texts.keys()
    assert not any("信用主体认为信用信息存在错误" in each for each in texts)


def test_a_province_translates_only_what_it_says_itself(world: World) -> None:
    assert set(pack_texts(read_folder(world.packs / "hai-dao"))) == {
        "海岛省",
        "海岛省市场监督管理局",
        "海国海岛省信用条例",
        HELP,
        "核查期限",
        "复核期限",
        "没有找到条文。",
    }


def test_a_changed_sentence_is_missing_and_its_old_translation_unused(world: World) -> None:
    world.change(ISLAND_KIND, HELP, "港口窗口也可以办理。")
    told = [(each.where.partition(":")[0], each.code) for each in world.check()]
    assert sorted(told) == sorted(
        (f"hai-dao/lang/{language}.po", code)
        for language in ("en", "es", "zh_TW")
        for code in ("pack-text-missing", "pack-text-unused")
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        (f'msgstr "translated: {HELP}"', 'msgstr ""', "pack-text-untranslated", f'msgid "{HELP}"'),
        (f'msgid "{HELP}"', f'#, fuzzy\nmsgid "{HELP}"', "pack-text-fuzzy", f'msgid "{HELP}"'),
        (f'"translated: {HELP}"', '"en {puerto}"', "pack-text-places-differ", f'msgid "{HELP}"'),
        (f'"translated: {HELP}"', '"en {puerto"', "pack-text-places-differ", f'msgid "{HELP}"'),
    ],
)
def test_a_translation_that_cannot_be_shown(
    world: World, old: str, new: str, code: str, at: str
) -> None:
    world.change(SPANISH, old, new)
    [problem] = world.check()
    line = world.line_of(SPANISH, at)
    assert (problem.code, problem.facts) == (code, {"text": HELP})
    assert problem.where in (f"{SPANISH}:{line}", f"{SPANISH}:{line - 1}")


def test_a_language_without_its_catalogue_and_one_that_is_broken(world: World) -> None:
    (world.packs / SPANISH).unlink()
    world.add("hai-dao/lang/en.po", 'msgid "x\n')
    assert [(each.where, each.code) for each in world.check()] == [
        ("hai-dao/lang/en.po", "pack-catalogue-broken"),
        (SPANISH, "pack-catalogue-missing"),
    ]


def test_bringing_catalogues_up_to_date_keeps_what_translators_wrote(world: World) -> None:
    world.change(ISLAND_KIND, HELP, "港口窗口也可以办理。")
    changed = update_catalogues(world.packs)
    assert {each.name for each in changed} == {"en.po", "es.po", "zh_TW.po"}
    assert {each.parent.parent.name for each in changed} == {"hai-dao"}

    spanish = catalogue(world, SPANISH)
    assert HELP not in spanish
    assert not spanish.obsolete
    fresh, kept = spanish.get("港口窗口也可以办理。"), spanish.get("海岛省")
    assert fresh
    assert fresh.string == ""
    assert kept
    assert kept.string == "translated: 海岛省"


def test_catalogues_that_are_up_to_date_stay_as_they_are(world: World) -> None:
    before = {po: po.read_bytes() for po in world.packs.glob("*/lang/*.po")}
    assert update_catalogues(world.packs) == []
    assert {po: po.read_bytes() for po in before} == before


def test_a_new_pack_gets_its_catalogues_from_the_shell(world: World) -> None:
    (world.packs / SPANISH).unlink()
    run = subprocess.run(
        [sys.executable, "-m", "filingdesk.packs.catalogues", str(world.packs)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src")},
    )
    assert run.stdout.splitlines() == [str(world.packs / SPANISH)]
    assert HELP in catalogue(world, SPANISH)


def test_a_pack_that_lies_elsewhere_takes_what_its_parent_has_translated(
    world: World, tmp_path: Path
) -> None:
    world.change("hai-dao/pack.toml", 'name = "海岛省"', 'name = "海国"')
    elsewhere = tmp_path / "places"
    elsewhere.mkdir()
    (world.packs / "hai-dao").rename(elsewhere / "hai-dao")
    (elsewhere / SPANISH).unlink()
    before = {po: po.read_bytes() for po in world.packs.glob("*/lang/*.po")}
    written = update_beside(world.packs, elsewhere)
    assert elsewhere / SPANISH in written
    assert all(each.is_file() and not each.parents[1].is_symlink() for each in written)
    with (elsewhere / SPANISH).open("rb") as file:
        message = read_po(file).get("海国")
    assert message
    assert message.string == "translated: 海国"
    assert {po: po.read_bytes() for po in before} == before


def test_a_folder_without_packs_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"There is no pack in {tmp_path}.\n"


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: text/plain; charset=CHARSET",
        "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;",
        "Plural-Forms: nplurals=2; plural=EXPRESSION;",
        "POT-Creation-Date: yesterday",
    ],
)
def test_a_head_that_a_translators_program_left_as_it_was_is_told(
    world: World, head: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As xgettext writes it for somebody to fill, or as another program names a language."""
    filled = (world.packs / SPANISH).read_text("utf-8")
    spoilt = f'msgid ""\nmsgstr ""\n"{head}\\n"\n\n{filled[filled.index("#: ") :]}'
    (world.packs / SPANISH).write_text(spoilt, "utf-8")
    assert [(each.where, each.code) for each in world.check()] == [
        (SPANISH, "pack-catalogue-broken")
    ]
    assert main([str(world.packs)]) == 2
    assert capsys.readouterr().err.startswith(f"{SPANISH}: This translation cannot be read: ")
    assert (world.packs / SPANISH).read_text("utf-8") == spoilt
    bundle = open_bundle(build(world.packs / "hai-dao", world.statutes))
    lay_out(bundle, world.packs.parent / "laid out")
