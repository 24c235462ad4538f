"""A fictional province with one short filing kind: enough law to tell stories with."""

from datetime import date

from filingdesk.core.answers import Answers
from filingdesk.core.deadline import Clock, OwedBy, Trigger, Unit
from filingdesk.core.interview import Interview, compile_interview
from filingdesk.core.law import Citation, Effect
from filingdesk.core.pack import (
    Addressee,
    Authority,
    DisplayRule,
    Edge,
    FilingKind,
    Ground,
    Material,
    NotThere,
    Pack,
    Page,
    Role,
    Section,
    Shows,
    VersionedText,
)
from filingdesk.core.question import AnswerType, Choice, Condition, Part, Question
from filingdesk.core.workdays import Calendar

TODAY = date(2026, 11, 22)
CALENDAR = Calendar("cn", 2004, 2026, {}, frozenset())
STATUTE = Citation(
    "云山省信用条例", "第三十九条", "收到异议申请后三个工作日内处理。", verified=True
)


def question(id: str, type: AnswerType, part: Part, **more: object) -> Question:
    """A question whose words are its id."""
    return Question(id, type, part, text=f"{id}?", label=id, **more)  # type: ignore[arg-type]


def when(id: str, answer: str) -> tuple[Condition, ...]:
    """One condition: this was answered."""
    return (Condition(question=id, equals=answer),)


QUESTIONS = (
    question(
        "trouble",
        AnswerType.CHOICE,
        Part.MATTER,
        choices=(Choice("wrong", "写错了"), Choice("old", "太久了"), Choice("right", "没错")),
    ),
    question("differences", AnswerType.DIFFERENCES, Part.RECORD),
    question("published_on", AnswerType.DATE, Part.RECORD, past=True, not_sure=True),
    question("deciding_authority", AnswerType.AUTHORITY, Part.RECORD),
    question("learned_on", AnswerType.DATE, Part.RECORD, past=True),
    question("name", AnswerType.NAME, Part.APPLICANT),
    question("id_number", AnswerType.ID_NUMBER, Part.APPLICANT, sensitive=True),
    question("phone", AnswerType.PHONE, Part.APPLICANT, optional=True),
    question("story", AnswerType.STORY, Part.REASONS, optional=True, most=4000),
    question("materials", AnswerType.MATERIALS, Part.MATERIALS, optional=True),
)

PAGES = (
    Page(
        "trouble",
        "what",
        "发生了什么",
        questions=("trouble",),
        next=(
            Edge("differences", when("trouble", "wrong")),
            Edge("repair", when("trouble", "right")),
            Edge("dates"),
        ),
    ),
    Page("differences", "what", "哪里不对", questions=("differences",), next=(Edge("decider"),)),
    Page("dates", "what", "什么时候公示", questions=("published_on",), next=(Edge("decider"),)),
    Page(
        "decider",
        "what",
        "谁作出的决定",
        questions=("deciding_authority", "learned_on"),
        next=(Edge("finding"),),
    ),
    Page("finding", "what", "我们的判断", shows=Shows.FINDING, next=(Edge("you"),)),
    Page("you", "you", "您是谁", questions=("name", "id_number", "phone"), next=(Edge("reasons"),)),
    Page("reasons", "you", "您的理由", questions=("story", "materials"), next=(Edge("check"),)),
    Page("check", "check", "核对", shows=Shows.CHECK),
    Page("repair", "what", "信用修复", "可以申请信用修复。", Shows.ELSEWHERE),
)

GROUNDS = (
    Ground(
        "error",
        "内容错误",
        "记录写错了",
        supported=(when("trouble", "wrong"),),
        addressees=(Addressee(Role.RECOGNISING, "由{deciding_authority}认定，由其更正。"),),
        not_there=(NotThere(Role.PLATFORM, "平台只转载。"),),
        asked=("请予更正。",),
        claims=("该信息由{deciding_authority}认定。",),
        citations=(STATUTE,),
        verified=True,
    ),
    Ground(
        "expired",
        "超期公示",
        "公示太久",
        supported=((Condition(question="trouble", equals="old"),),),
        addressees=(Addressee(Role.PLATFORM, "平台公示，由平台撤下。"),),
        field="公示状态",
        shown=("自{published_on}起公示", "仍在公示"),
        true=("公示期已于{display_ended_on}届满", "请核实公示期"),
        asked=("请停止公示。",),
        claims=("公示期至{display_ended_on}。",),
        citations=(STATUTE,),
        verified=True,
    ),
)

THREE_YEARS = DisplayRule(
    "three-years",
    "公示三年",
    "register",
    "published_on",
    3,
    Unit.YEAR,
    Effect(date(2021, 9, 1), None),
    citations=(STATUTE,),
    verified=True,
)

CLOCKS = (
    Clock(
        "yunshan/reconsideration",
        "申请复议",
        60,
        Unit.CALENDAR_DAY,
        Trigger.KNOWN,
        OwedBy.APPLICANT,
        citations=(STATUTE,),
        verified=True,
    ),
    Clock(
        "yunshan/objection",
        "处理异议",
        3,
        Unit.WORKING_DAY,
        Trigger.RECEIVED,
        OwedBy.AGENCY,
        citations=(STATUTE,),
        verified=True,
    ),
    Clock("yunshan/reply", "答复", None, Unit.WORKING_DAY, Trigger.ACCEPTED, OwedBy.AGENCY),
)

TEMPLATE = """
# 异议申请书
> {authority}：
## 申请人
[fields: name, id_number, phone]
## 代理人
[fields: agent_name]
## 异议事项
[statement]
## 理由
[grounds]
[story]
## 请求
[requests]
## 证据
[exhibits]
联系电话：{phone}。
[signature]
"""

MATERIALS = (
    Material("identity", "身份证", proves=()),
    Material("screenshot", "网页截图", proves=("expired",)),
)

KIND = FilingKind(
    "objection",
    "异议申请",
    sections=(Section("what", "情况"), Section("you", "您"), Section("check", "核对")),
    pages=PAGES,
    questions={each.id: each for each in QUESTIONS},
    grounds=GROUNDS,
    materials=MATERIALS,
    clocks=CLOCKS,
    template=TEMPLATE,
    truth=VersionedText("1", "本人承诺属实。"),
)

OLD_BUREAU = Authority(
    "old-bureau",
    "云山省工商局",
    frozenset({Role.RECOGNISING}),
    Effect(None, date(2018, 12, 31)),
    successor="bureau",
)
BUREAU = Authority(
    "bureau",
    "云山省市场监督管理局",
    frozenset({Role.RECOGNISING}),
    aliases=("云山省市监局",),
    verified=True,
)
PLATFORM = Authority("platform", "信用云山", frozenset({Role.PLATFORM}), verified=True)

PACK = Pack(
    "yunshan",
    "云山省",
    "2026.1",
    date(2026, 11, 1),
    "zh_CN",
    ("yunshan",),
    authorities=(BUREAU, OLD_BUREAU, PLATFORM),
    display_rules=(THREE_YEARS,),
    kinds={"objection": KIND},
)


def interview() -> Interview:
    """The interview of the province."""
    return compile_interview(KIND)


def old_record() -> Answers:
    """Somebody whose penalty is still shown three years after it was published."""
    return (
        Answers()
        .say("trouble", "old")
        .say("published_on", "2023-09-10")
        .say("deciding_authority", "bureau")
        .say("learned_on", "2026-09-03")
        .say("name", "吕䶮")
        .say("id_number", "11010519491231002X")
    )
