"""A new author begins with a folder that is sound already, and fills only what is true there."""

import re
from datetime import date
from pathlib import Path

import pytest

from filingdesk import resources
from filingdesk.core.advice import advise
from filingdesk.core.document import Quotation
from filingdesk.core.filing import Act, assemble
from filingdesk.core.interview import compile_interview
from filingdesk.core.letter import compose
from filingdesk.core.ports import NewPack, PackReport
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.packs.calendars import load_calendar
from filingdesk.packs.catalogues import languages_of, update_catalogues
from filingdesk.packs.check import prove_packs
from filingdesk.packs.examples import read_answers
from filingdesk.packs.explore import PLAIN
from filingdesk.packs.folder import folders_in, read_folder
from filingdesk.packs.shelf import FolderPacks
from filingdesk.packs.skeleton import begin_pack
from filingdesk.packs.skeleton_articles import read_statute
from filingdesk.packs.texts import pack_texts

TODAY = date(2026, 11, 23)
LAW = "青岚省社会信用条例-2025"
STATUTE = """\
# 青岚省社会信用条例

2025年1月10日 青岚省人民代表大会常务委员会通过

第二章　异议

第九条　异议申请向省公共信用信息服务中心提出。

第十二条　认定单位应当自收到异议申请之日起
七个工作日内答复申请人。

轻微的记录，公示期最长一年：

（一）警告；

（二）通报批评。

第三章  附  则

第一百零三条之一 本条例自2025年3月1日起施行。
"""
PARENTS = ["cn", "cn-guangdong", "cn-shandong", "cn-sichuan"]


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """Packs and statutes as in a checkout, where an author writes beside those of the program."""
    for place in (resources.packs(), resources.statutes()):
        beside = tmp_path / place.name
        beside.mkdir()
        for each in place.iterdir():
            (beside / each.name).symlink_to(each)
    return tmp_path / "packs"


@pytest.fixture
def statute(packs: Path) -> Path:
    file = packs.parent / "statutes" / f"{LAW}.md"
    file.write_text(STATUTE, "utf-8")
    return file


def begin(packs: Path, new: NewPack) -> Path:
    known = {id: packs / id for id in folders_in(packs)}
    return begin_pack(new, packs, known, TODAY)


def proved(packs: Path, id: str) -> PackReport:
    return prove_packs(packs, packs.parent / "statutes", TODAY, [id])


def use_every_ready_line(pack: Path, article: str) -> None:
    """What an author does whose law says something about everything."""
    for file in pack.rglob("*.toml"):
        used = re.sub(r"(?m)^#(?=\S)", "", file.read_text("utf-8"))
        filled = re.sub(r"(?m)^count = 0$", "count = 7", used)
        sure = filled.replace("verified = false", "verified = true")
        file.write_text(re.sub(r'"\w+-law"(?=[\],])', f'"{article}"', sure), "utf-8")


def untranslated(report: PackReport) -> set[str]:
    assert {each.code for each in report.faults} == {"pack-text-untranslated"}
    return {str(each.facts["text"]) for each in report.faults}


@pytest.mark.parametrize("parent", PARENTS)
def test_it_is_sound_at_once_but_for_its_own_names(parent: str, packs: Path, statute: Path) -> None:
    id = f"{parent}-qinglan"
    pack = begin(packs, NewPack(id, "青岚市", parent, str(statute)))
    report = proved(packs, id)
    assert untranslated(report) == {
        "青岚市",
        "青岚市公共信用信息服务中心",
        "青岚市发展和改革委员会",
        "青岚省社会信用条例",
    }
    assert len(report.faults) == 4 * len(languages_of(read_folder(pack)))
    assert report.notes == ()
    assert report.scenarios == 2


@pytest.mark.parametrize("parent", PARENTS[:3])
def test_every_line_that_waits_can_be_used_as_it_stands(
    parent: str, packs: Path, statute: Path
) -> None:
    id = f"{parent}-qinglan"
    pack = begin(packs, NewPack(id, "青岚市", parent, str(statute)))
    names = untranslated(proved(packs, id))
    use_every_ready_line(pack, "qinglan-12-1")
    (law,) = pack.glob("law/*.toml")
    law.write_text(law.read_text("utf-8").replace("https://", "https://example.org/"), "utf-8")
    update_catalogues(packs, only=[id])
    assert untranslated(proved(packs, id)) - names == {"《青岚省社会信用条例》关于最长公示期的规定"}
    for language in ("en", "es", "zh_TW"):
        po = pack / "lang" / f"{language}.po"
        said = po.read_text("utf-8")
        of_names = {"青岚市": "Qinglan", "青岚省社会信用条例": "Reglamento de Qinglan"}
        for name, translated in of_names.items():
            said = said.replace(
                f'msgid "{name}"\nmsgstr ""', f'msgid "{name}"\nmsgstr "{translated}"'
            )
        po.write_text(said, "utf-8")
    update_catalogues(packs, only=[id])
    report = proved(packs, id)
    assert untranslated(report) == {"《青岚省社会信用条例》关于最长公示期的规定"}
    assert report.scenarios == 3
    assert "pack-rule-leads-nowhere" not in {each.code for each in report.notes}

    known = FolderPacks(packs).pack(id)
    objection, complaint = known.kinds["objection"], known.kinds["complaint"]
    for kind, clock in ((objection, f"{id}/objection"), (complaint, f"{id}/objection-silence")):
        assert next(each for each in kind.clocks if each.id == clock).count == 7
    following = next(
        each for each in complaint.clocks if each.id == f"{id}/reconsideration-silence"
    )
    assert following.follows == f"{id}/objection-silence"
    office = known.authority("qinglan-centre")
    assert office
    assert office.contact_check_by == date(2027, 11, 23)
    (error,) = (each for each in objection.grounds if each.id == "error")
    cited = {one.article for each in error.addressees for one in each.citations}
    assert "第十二条第一款" in cited


def use_block(file: Path, first: str) -> None:
    """The ready lines from `first` to the next blank line."""
    before, rest = file.read_text("utf-8").split(first, 1)
    block, blank, after = f"{first}{rest}".partition("\n\n")
    used = re.sub(r"(?m)^#(?=\S)", "", block)
    file.write_text(f"{before}{used}{blank}{after}", "utf-8")


def verified(packs: Path, statute: Path) -> Path:
    """A pack whose citations somebody has read."""
    pack = begin(packs, NewPack("cn-qinglan", "青岚省", "cn", str(statute)))
    for file in pack.rglob("*.toml"):
        text = file.read_text("utf-8").replace("verified = false", "verified = true")
        file.write_text(text.replace("#url = ", "url = "), "utf-8")
    return pack


def test_a_longest_display_without_its_ground_is_told_and_with_it_is_no_dead_end(
    packs: Path, statute: Path
) -> None:
    pack = verified(packs, statute)
    law, objection = pack / "law" / "credit.toml", pack / "kinds" / "objection.toml"
    use_block(law, "#[[display_rule]]")
    law.write_text(law.read_text("utf-8").replace("count = 0", "count = 3"), "utf-8")
    update_catalogues(packs, only=["cn-qinglan"])
    (told,) = [each for each in proved(packs, "cn-qinglan").notes if "leads-nowhere" in each.code]
    assert told.where.startswith("cn-qinglan/law/credit.toml:")
    assert told.facts == {"name": "qinglan-longest", "kind": "objection"}

    use_block(objection, '#[[ground]]\n#id = "expired"')
    update_catalogues(packs, only=["cn-qinglan"])
    report = proved(packs, "cn-qinglan")
    untranslated(report)
    assert not [each for each in report.notes if "leads-nowhere" in each.code]


def one_office(file: Path, reason: str) -> None:
    """The first line of the addressees, the one for all, and the last."""
    text = file.read_text("utf-8")
    alone = next(each for each in text.splitlines() if reason in each)
    head, rest = text.split("#addressees = [\n", 1)
    _, _, after = rest.partition("\n#]\n")
    file.write_text(f"{head}addressees = [\n{alone.lstrip('# ')}\n]\n{after}", "utf-8")


def test_one_office_takes_them_all(packs: Path, statute: Path) -> None:
    pack = verified(packs, statute)
    law, objection = pack / "law" / "credit.toml", pack / "kinds" / "objection.toml"
    one_office(objection, "异议由它受理")
    one_office(pack / "kinds" / "complaint.toml", "投诉由它受理")
    use_block(law, "#[[display_rule]]")
    law.write_text(law.read_text("utf-8").replace("count = 0", "count = 3"), "utf-8")
    one_office(objection, "异议由它受理")
    use_block(objection, '#[[ground]]\n#id = "expired"')
    update_catalogues(packs, only=["cn-qinglan"])
    untranslated(proved(packs, "cn-qinglan"))

    kinds = FolderPacks(packs).pack("cn-qinglan").kinds
    for kind, role in (("objection", "platform"), ("complaint", "supervising")):
        led = [each for ground in kinds[kind].grounds for each in ground.addressees]
        assert {each.role for each in led} == {role}
        assert not any(each.question for each in led)


def test_without_a_statute_one_line_shows_how_it_is_quoted(packs: Path) -> None:
    pack = begin(packs, NewPack("cn-qinglan", "青岚省", "cn"))
    assert len(untranslated(proved(packs, "cn-qinglan"))) == 4
    use_every_ready_line(pack, "qinglan-3")
    codes = {each.code for each in proved(packs, "cn-qinglan").faults}
    assert "pack-statute-unknown" in codes
    assert codes <= {"pack-statute-unknown", "pack-text-missing", "pack-text-untranslated"}


def test_what_is_cited_is_what_the_statute_prints(statute: Path) -> None:
    read = read_statute(statute)
    assert (read.law, read.name) == ("青岚省社会信用条例", LAW)
    assert [(each.key, each.article) for each in read.paragraphs] == [
        ("9", "第九条"),
        ("12-1", "第十二条第一款"),
        ("12-2", "第十二条第二款"),
        ("103-1", "第一百零三条之一"),
    ]
    assert read.paragraphs[2].quote == "轻微的记录，公示期最长一年：（一）警告；（二）通报批评。"
    assert [each.key for each in read_statute(statute, [9]).paragraphs] == ["9"]


@pytest.mark.parametrize("name", ["行政复议法-2023", "山东省社会信用条例-2020", "民法典-总则"])
def test_every_paragraph_of_a_whole_law_is_found_where_it_is_said_to_stand(
    name: str, packs: Path
) -> None:
    file = resources.statutes() / f"{name}.md"
    pack = begin(packs, NewPack("cn-qinglan", "青岚省", "cn", str(file)))
    assert (pack / "law" / "credit.toml").read_text("utf-8").count("quote = ") > 40
    assert len(untranslated(proved(packs, "cn-qinglan"))) <= 4


def test_its_ids_are_none_of_the_parents(packs: Path) -> None:
    pack = begin(packs, NewPack("cn-credit", "青岚省", "cn"))
    assert 'id = "cn-credit-law"' in (pack / "law" / "credit.toml").read_text("utf-8")


def test_a_name_with_quotation_marks_stays_a_name(packs: Path) -> None:
    pack = begin(packs, NewPack("cn-qinglan", ' "青岚" \\省 ', "cn"))
    assert next(iter(pack_texts(read_folder(pack)))) == '"青岚" \\省'


@pytest.mark.parametrize(
    ("new", "where", "code"),
    [
        (NewPack("Qinglan", "青岚省", "cn"), "ID", "pack-name-unfit"),
        (NewPack("../qinglan", "青岚省", "cn"), "ID", "pack-name-unfit"),
        (NewPack("cn-tianjin", "天津市", "cn"), "ID", "pack-id-taken"),
        (NewPack("cn-qinglan", "  ", "cn"), "--name", "place-without-name"),
        (NewPack("cn-qinglan", "青\n岚", "cn"), "--name", "place-without-name"),
        (NewPack("cn-qinglan", "青岚省", "cn-guangdon"), "--parent", "jurisdiction-unknown"),
    ],
)
def test_what_cannot_be_begun_is_told_and_nothing_is_made(
    new: NewPack, where: str, code: str, packs: Path
) -> None:
    before = sorted(packs.iterdir())
    (problem,) = refused(packs, new)
    assert (problem.where, problem.code) == (where, code)
    assert sorted(packs.iterdir()) == before


def refused(packs: Path, new: NewPack) -> tuple[Problem, ...]:
    with pytest.raises(UserProblem) as told:
        begin(packs, new)
    return told.value.problems


def test_a_parent_that_is_misspelt_is_told_with_what_was_meant(packs: Path) -> None:
    (problem,) = refused(packs, NewPack("cn-qinglan", "青岚省", "cn-guangdon"))
    assert problem.facts == {"name": "cn-guangdon", "meant": "cn-guangdong"}


def test_a_folder_that_is_there_is_never_touched(packs: Path) -> None:
    mine = packs / "cn-qinglan" / "notes.txt"
    mine.parent.mkdir()
    mine.write_text("mine", "utf-8")
    (problem,) = refused(packs, NewPack("cn-qinglan", "青岚省", "cn"))
    assert problem.code == "pack-folder-exists"
    assert [each.name for each in mine.parent.iterdir()] == ["notes.txt"]


def test_a_place_that_takes_no_folder_is_told(packs: Path, statute: Path) -> None:
    known = {id: packs / id for id in folders_in(packs)}
    with pytest.raises(UserProblem) as told:
        begin_pack(NewPack("cn-qinglan", "青岚省", "cn"), statute, known, TODAY)
    assert [each.code for each in told.value.problems] == ["pack-folder-not-writable"]


@pytest.mark.parametrize("text", ["", "# 青岚省社会信用条例\n\n一、总则", "第九条 没有名称。"])
def test_a_text_that_is_no_statute_is_told(text: str, packs: Path, statute: Path) -> None:
    statute.write_text(text, "utf-8")
    (problem,) = refused(packs, NewPack("cn-qinglan", "青岚省", "cn", str(statute)))
    assert problem.code == "statute-without-articles"


def test_an_article_that_the_statute_lacks_is_told(packs: Path, statute: Path) -> None:
    new = NewPack("cn-qinglan", "青岚省", "cn", str(statute), (9, 10, 11))
    (problem,) = refused(packs, new)
    assert (problem.code, problem.facts) == ("statute-article-missing", {"number": "10, 11"})


def test_the_letter_of_a_new_place_cites_its_own_law(packs: Path, statute: Path) -> None:
    pack = begin(packs, NewPack("cn-qinglan", "青岚省", "cn", str(statute)))
    law, objection = pack / "law" / "credit.toml", pack / "kinds" / "objection.toml"
    law.write_text(law.read_text("utf-8").replace("verified = false", "verified = true"), "utf-8")
    law.write_text(law.read_text("utf-8").replace("#url = ", "url = "), "utf-8")
    ready = objection.read_text("utf-8").replace("\n#citations", "\ncitations", 1)
    objection.write_text(ready.replace('"qinglan-law"', '"qinglan-12-1"', 1), "utf-8")

    shelf = FolderPacks(packs)
    mine, country = shelf.pack("cn-qinglan"), shelf.pack("cn")
    inherited = {each.id: each.citations for each in country.kinds["objection"].grounds}
    for ground in mine.kinds["objection"].grounds:
        first, *others = ground.citations
        assert (first.law, first.article) == ("青岚省社会信用条例", "第十二条第一款")
        assert tuple(others) == inherited[ground.id]

    file = pack / "examples" / "objection.toml"
    read = read_answers(file.read_text("utf-8"), file.name, shelf)
    kind = mine.kinds[read.kind]
    interview = compile_interview(kind)
    calendar = load_calendar(resources.calendars() / "cn")
    advice = advise(mine, interview, read.answers, calendar, TODAY)
    filing = assemble(mine, interview, read.answers, advice, Act("FD-1", TODAY), PLAIN)
    quoted = [each for each in compose(filing, kind, PLAIN).blocks if isinstance(each, Quotation)]
    assert "青岚省社会信用条例》第十二条第一款" in quoted[0].source
    assert quoted[0].text == "认定单位应当自收到异议申请之日起七个工作日内答复申请人。"
