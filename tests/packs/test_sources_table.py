"""Every duty that the five source documents name can be acted on: by which pack, kind and part."""

from dataclasses import dataclass

import pytest

from filingdesk import resources
from filingdesk.core.pack import Pack
from filingdesk.packs.shelf import FolderPacks

PACKS = FolderPacks(resources.packs())
TIANJIN, CHENGDU, HUIZHOU, SHANDONG = (
    "cn-tianjin",
    "cn-sichuan-chengdu",
    "cn-guangdong-huizhou",
    "cn-shandong",
)


@dataclass(frozen=True)
class Row:
    """A duty in a source, and what serves it.

    `grounds` are of the kind. Where there are none, its `questions` and `pages` and the pack's
    `authorities` lead the person to the right organ, or on to another body.
    """

    source: str
    duty: str
    pack: str
    kind: str
    grounds: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.pack}: {self.source}, {self.duty}"


ALL_WRONG = ("error-person", "omission-person", "mismatch", "duplicate", "not-me-person")

ROWS = (
    # Tianjin: the plan of 2017.
    Row("III.3", "纠错", TIANJIN, "objection", ALL_WRONG),
    Row("III.3", "修复，谁认定、谁修复", TIANJIN, "repair", ("ready", "check-tier")),
    Row("III.3", "行政复议", TIANJIN, "reconsideration", ("listing", "publication", "silence")),
    Row("III.3", "相对人投诉，附材料", TIANJIN, "objection", ("error",), ("materials",)),
    Row("III.3", "展示期限", TIANJIN, "objection", ("expired-market", "expired-check")),
    Row("III.3", "修复的方式", TIANJIN, "repair", ("extension",), ("methods", "explanation")),
    Row("III.1", "征信机构的违规", TIANJIN, "bank-complaint", ("looked", "leaked-bureau", "other")),
    Row(
        "III.2", "泄露等", TIANJIN, "data-report", ("leaked", "changed", "damaged", "sold", "given")
    ),
    Row("II.1", "实名登记，不是我", TIANJIN, "objection", ("not-me-person",), ("id_number",)),
    Row(
        "II.2",
        "按领域找部门",
        TIANJIN,
        "objection",
        (),
        ("field",),
        ("field",),
        ("tj-tourism-2018",),
    ),
    Row("IV.1", "目录", TIANJIN, "objection", ("never-not-listed", "collected-outside-person")),
    Row("IV.2", "授权查询", TIANJIN, "own-record", ("own", "authorised")),
    Row("IV.2", "诚信积分", TIANJIN, "objection", ("score", "score-automatic")),
    Row("V.1", "红名单", TIANJIN, "objection", ("list-red",), ("list_kind",)),
    Row("V.1", "连续三年无不良记录", TIANJIN, "own-record", ("clean",)),
    Row("V.2", "联合惩戒", TIANJIN, "objection", ("list-not-met", "list-not-removed", "measure")),
    Row(
        "V.2",
        "失信被执行人",
        TIANJIN,
        "court-correction",
        ("wrong-person", "fulfilled", "should-not"),
    ),
    Row("V.3", "公示和曝光", TIANJIN, "objection", ("never-natural", "never-other")),
    Row("I.4", "学生诚信档案", TIANJIN, "objection", ("error-person",), (), (), ("tj-education",)),
    # Chengdu: the plan of 2019.
    Row("task 17", "异议处理", CHENGDU, "objection", ALL_WRONG),
    Row("task 17", "投诉", CHENGDU, "complaint", ("silent", "refused")),
    Row("task 17", "行政复议", CHENGDU, "reconsideration", ("listing", "silence")),
    Row("task 17", "不再展示和使用", CHENGDU, "objection", ("expired-check", "expired-used")),
    Row("task 17", "修复的方式", CHENGDU, "repair", ("extension",), ("methods", "explanation")),
    Row("task 15", "查询使用登记", CHENGDU, "own-record", ("log",)),
    Row("task 15", "越权查询", CHENGDU, "data-report", ("looked",)),
    Row("task 16", "按目录采集", CHENGDU, "objection", ("collected-outside-person",)),
    Row("task 16", "双公示不涉及隐私", CHENGDU, "objection", ("never-privacy-person",)),
    Row("task 16", "泄露和窃取", CHENGDU, "data-report", ("leaked", "taken")),
    Row("tasks 1-3", "公民身份号码为唯一标识", CHENGDU, "objection", ("not-me-person",)),
    Row("tasks 1-3", "个人公共信用报告", CHENGDU, "own-record", ("own",)),
    Row(
        "tasks 5-6", "领域和人群", CHENGDU, "objection", (), ("field",), ("field",), ("cd-sports",)
    ),
    Row("tasks 7-9", "用在什么事上", CHENGDU, "objection", ("expired-used",), ("harm", "used_for")),
    Row("task 10", "个人信用分", CHENGDU, "objection", ("score", "score-automatic")),
    Row("tasks 11-13", "措施清单", CHENGDU, "objection", ("measure",), ("measure_by",)),
    Row("task 14", "披露和曝光", CHENGDU, "objection", ("never-natural", "never-other")),
    Row(
        "task 14",
        "失信被执行人",
        CHENGDU,
        "court-correction",
        ("wrong-person", "fulfilled", "should-not"),
    ),
    # Huizhou: the plan of 2018.
    Row("II(4)3", "异议处理", HUIZHOU, "objection", ALL_WRONG),
    Row("II(4)3", "修复", HUIZHOU, "repair", ("ready", "check-tier")),
    Row("III(2)", "异议投诉处理", HUIZHOU, "complaint", ("silent", "refused", "late")),
    Row(
        "II(4)1-2",
        "泄露等",
        HUIZHOU,
        "data-report",
        ("leaked", "changed", "damaged", "sold", "given"),
    ),
    Row("II(2)1", "授权查询", HUIZHOU, "own-record", ("authorised",)),
    Row("II(3)2", "四类严重失信行为", HUIZHOU, "objection", ("list-not-four",), ("list_why",)),
    Row("II(3)3", "行业惩戒", HUIZHOU, "objection", (), (), ("association",)),
    # Shandong: the opinion of 2018.
    Row("§3", "查询日志", SHANDONG, "own-record", ("log",)),
    Row("§3", "应用目录以外的查询", SHANDONG, "data-report", ("looked",)),
    Row("§3", "纠错和异议处理", SHANDONG, "objection", (*ALL_WRONG, "expired", "under-age")),
    Row("§3", "信用修复", SHANDONG, "repair", ("ready", "check-tier")),
    Row("§3", "行政复议", SHANDONG, "reconsideration", ("listing", "silence")),
    Row("§2", "红名单和联合惩戒名单", SHANDONG, "objection", ("list-red", "list-not-met")),
)

GONE = {
    TIANJIN: (
        ("天津市安全监管局", "tj-emergency"),
        ("天津市环保局", "tj-environment"),
        ("天津市地税局", "tj-tax"),
        ("天津市卫生计生委", "tj-health"),
        ("天津市建委", "tj-housing"),
        ("天津市公务员局", "tj-organisation-department"),
        ("天津市旅游局", "tj-culture-tourism"),
        ("天津市国土房管局", "tj-natural-resources"),
        ("天津市审批办", "tj-government-services"),
        ("人民银行天津分行", "tj-central-bank"),
    ),
    CHENGDU: (
        ("人行成都分行营管部", "cd-central-bank"),
        ("成都市金融监管局", "cd-finance-commission"),
    ),
    HUIZHOU: (
        ("人民银行惠州市中心支行", "hz-central-bank"),
        ("惠州银监分局", "hz-banking"),
        ("惠州市卫生计生局", "hz-health"),
        ("惠州市工商局", "hz-market"),
    ),
}
"""Names in the sources that no organ bears today, and whose work is done by whom."""

UNITS = {
    TIANJIN: """
        市场监管委 安全监管局 公安局 环保局 地税局 卫生计生委 建委
        财政局 金融局 知识产权局 司法局 市委网信办 发展改革委 商务委
        民政局 团市委 公务员局 教委 旅游局 国土房管局 人民银行天津分行
    """,
    CHENGDU: """
        应急局 公资交易中心 教育局 网信办 经信局 交通运输局 生态环境局
        市场监管局 税务局 公安局 卫健委 人社局 住建局 金融监管局
        知识产权局 司法局 商务局 民政局 文明办 体育局 团市委
        人行成都分行营管部 统计局 文广旅局 发改委 科技局 财政局
    """,
    HUIZHOU: """
        发展改革局 公安局 教育局 人力资源和社会保障局 卫生计生局 网信办 经济和信息化局
        商务局 民政局 工商局 金融工作局 邮政管理局 人民银行惠州市中心支行 惠州银监分局
        大亚湾开发区 仲恺高新区管委会
    """,
}
"""The responsible units as the sources name them."""


def known(pack: Pack) -> set[str]:
    """Every name by which the pack finds an organ."""
    return {name for each in pack.authorities for name in (each.name, *each.aliases)}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_duty_in_the_sources_can_be_acted_on(row: Row) -> None:
    pack = PACKS.pack(row.pack)
    assert row.kind in pack.kinds
    kind = pack.kinds[row.kind]
    assert set(row.grounds) <= {each.id for each in kind.grounds}
    assert set(row.questions) <= kind.questions.keys()
    assert set(row.pages) <= {each.id for each in kind.pages}
    assert set(row.authorities) <= {each.id for each in pack.authorities}


@pytest.mark.parametrize("place", UNITS)
def test_every_responsible_unit_of_a_source_is_known_by_its_short_name(place: str) -> None:
    names = known(PACKS.pack(place))
    missing = [unit for unit in UNITS[place].split() if not names & {unit, f"市{unit}"}]
    assert missing == []


@pytest.mark.parametrize(
    ("place", "old", "new"), [(p, *pair) for p, s in GONE.items() for pair in s]
)
def test_an_organ_that_is_gone_leads_to_the_one_that_does_its_work(
    place: str, old: str, new: str
) -> None:
    pack = PACKS.pack(place)
    organ = next(each for each in pack.authorities if old in (each.name, *each.aliases))
    assert (organ.successor, organ.effect.until is None) == (new, False)
    assert not organ.verified
    assert not getattr(pack.authority(new), "verified", True)


@pytest.mark.parametrize("place", PACKS.jurisdictions())
def test_reconsideration_has_a_government_in_every_place(place: str) -> None:
    """行政复议法第二十四条: the people's government at the same level. The country's is typed."""
    pack = PACKS.pack(place)
    governments = [each for each in pack.authorities if "reconsidering" in each.roles]
    assert all(each.verified for each in governments)
    assert bool(governments) != (place == "cn")
