"""A country with two kinds of filing: shared pages, one triage, papers that the desk makes."""

from datetime import date
from pathlib import Path

import pytest

from filingdesk.core.advice import Advice, Remedy, advise
from filingdesk.core.answers import Answers, MaterialAnswer, MaterialState
from filingdesk.core.display import DisplayState
from filingdesk.core.document import Document, Heading, NewPage, Signature, Table, Title
from filingdesk.core.filing import Act, assemble
from filingdesk.core.interview import Interview, compile_interview, kind_of
from filingdesk.core.letter import compose
from filingdesk.core.pack import Pack, Shows
from filingdesk.core.problem import UserProblem
from filingdesk.core.workdays import Calendar
from filingdesk.packs.examples import read_answers
from filingdesk.packs.shelf import FolderPacks
from filingdesk.words.catalogue import PackWords, Words
from tests.packs.conftest import FICTION, World
from tests.packs.test_check import Planted, told

TODAY = date(2026, 5, 1)
CALENDAR = Calendar("shan", 2004, 2030, {}, frozenset())
WORDING = PackWords(Words("zh_CN"), ())
HAND = (((0.1, 0.1), (0.9, 0.9)),)

TRIAGE = "shan/triage.toml"
RECORD = "shan/parts/record.toml"
PERSON = "shan/parts/person.toml"
OBJECTION = "shan/kinds/objection.toml"
REPAIR = "shan/kinds/repair.toml"
LETTER = "shan/templates/authorisation.txt"


@pytest.fixture
def packs() -> FolderPacks:
    return FolderPacks(FICTION / "packs")


@pytest.fixture
def shan(packs: FolderPacks) -> Pack:
    return packs.pack("shan")


def mended(published_on: str, supervisor: str = "?") -> Answers:
    """Somebody who made it good, with a clerk who saw the card."""
    answers = Answers()
    for question, said in (
        ("trouble", "right"),
        ("jurisdiction", "shan"),
        ("record_title", "罚款"),
        ("published_on", published_on),
        ("mended", "yes"),
        ("supervisor", supervisor),
        ("name", "王小明"),
        ("agent_name", "李小红"),
    ):
        answers = answers.say(question, said)
    return answers.say("materials", (MaterialAnswer("paper", MaterialState.CLERK_SAW),))


def repair_of(shan: Pack) -> Interview:
    return compile_interview(shan.kinds["repair"])


def advice_on(shan: Pack, answers: Answers) -> Advice:
    return advise(shan, repair_of(shan), answers, CALENDAR, TODAY)


# ---------------------------------------------------------------- one interview, several files


def test_an_interview_goes_from_the_triage_through_the_kind_and_its_parts(shan: Pack) -> None:
    way = [page.id for page in repair_of(shan).path(mended("2025-02-03"))]
    assert way == [
        *("trouble", "place"),  # the triage
        "record",  # a part
        *("mended", "finding", "authority"),  # the kind's own
        *("person", "papers", "check"),  # another part
    ]
    assert [each.id for each in shan.kinds["repair"].sections] == ["matter", "record", "person"]


def test_a_kind_changes_its_part_key_by_key(shan: Pack) -> None:
    theirs = shan.kinds["objection"].questions["record_title"]
    ours = shan.kinds["repair"].questions["record_title"]
    assert (ours.text, ours.help, theirs.help) == (theirs.text, "照着决定书写。", "")


def test_a_village_changes_the_triage_and_the_parts_of_its_country(packs: FolderPacks) -> None:
    village, country = packs.pack("shan-cun"), packs.pack("shan")
    assert village.triage.questions["trouble"].help == "在村里也可以办。"
    assert country.triage.questions["trouble"].help == ""
    for kind in ("objection", "repair"):
        assert village.kinds[kind].questions["trouble"].help == "在村里也可以办。"
        assert village.kinds[kind].questions["record_title"].text == "村里的记录叫什么？"
    # What the kind says itself stands over its parts, wherever those are written.
    assert village.kinds["repair"].questions["record_title"].help == "照着决定书写。"


def test_kinds_share_what_their_parts_bring(shan: Pack) -> None:
    for kind in shan.kinds.values():
        assert [each.id for each in kind.clocks] == ["shan/answer"]
        assert [each.id for each in kind.materials] == ["paper"]
        assert "authorisation" in {each.id for each in kind.enclosures}


# ---------------------------------------------------------------- which kind it is


def test_the_answers_say_which_kind_it_is(shan: Pack) -> None:
    assert kind_of(shan, Answers().say("trouble", "right")) == "repair"
    assert kind_of(shan, Answers().say("trouble", "wrong")) == "objection"


def test_before_anything_is_said_it_is_the_last_that_is_offered(shan: Pack) -> None:
    assert kind_of(shan, Answers()) == "objection"
    assert kind_of(shan, Answers().say("trouble", "bank")) == "objection"


def test_an_end_of_the_triage_is_an_end_of_every_interview(shan: Pack) -> None:
    for kind in shan.kinds.values():
        interview = compile_interview(kind)
        last = interview.path(Answers().say("trouble", "bank"))[-1]
        assert (last.id, last.shows) == ("bank", Shows.ELSEWHERE)
        assert last.citations


def test_answers_of_another_kind_end_where_they_lead_away(shan: Pack) -> None:
    way = repair_of(shan).path(Answers().say("trouble", "wrong").say("record_title", "罚款"))
    assert [page.id for page in way] == ["trouble", "place"]


def test_a_pack_without_a_triage_has_one_kind(packs: FolderPacks) -> None:
    assert kind_of(packs.pack("hai"), Answers().say("trouble", "old")) == "objection"


def test_a_file_that_names_another_kind_than_its_answers_is_refused(packs: FolderPacks) -> None:
    file = FICTION / "packs" / "shan" / "examples" / "repair.toml"
    text = file.read_text("utf-8")
    assert read_answers(text, "a.toml", packs).kind == "repair"
    with pytest.raises(UserProblem) as refused:
        read_answers(text.replace('"right"', '"wrong"'), "a.toml", packs)
    [problem] = refused.value.problems
    assert (problem.where, problem.code) == ("a.toml: kind", "answers-kind-differs")
    assert problem.facts == {"led_to": "objection"}


# ---------------------------------------------------------------- too early


@pytest.mark.parametrize(
    ("published_on", "minimum", "remedy", "earliest"),
    [
        ("2025-04-30", DisplayState.EXPIRED, Remedy.FILING, None),
        ("2025-05-01", DisplayState.RUNNING, Remedy.WAIT, date(2026, 5, 2)),
        ("2026-02-03", DisplayState.RUNNING, Remedy.WAIT, date(2027, 2, 4)),
        ("2026-13-03", DisplayState.UNKNOWN, Remedy.FILING, None),
    ],
)
def test_while_the_least_time_runs_there_is_a_day_and_no_filing(
    shan: Pack, published_on: str, minimum: DisplayState, remedy: Remedy, earliest: date | None
) -> None:
    """The rule is of 2026: it holds for whoever asks today, whenever the record was published."""
    advice = advice_on(shan, mended(published_on))
    assert (advice.minimum.state, advice.remedy) == (minimum, remedy)
    assert advice.earliest == earliest
    assert (advice.route is None) == (remedy is Remedy.WAIT)
    assert advice.display.state is DisplayState.UNKNOWN


def test_another_filing_that_may_serve_is_named_with_its_reason(shan: Pack) -> None:
    interview = compile_interview(shan.kinds["objection"])
    advice = advise(shan, interview, Answers().say("trouble", "wrong"), CALENDAR, TODAY)
    assert [(each.kind, each.reason) for each in advice.alternatives] == [
        ("repair", "记录没有错的，可以申请修复。")
    ]


# ---------------------------------------------------------------- to whom


def test_the_addressee_may_be_what_a_question_of_the_kind_names(shan: Pack) -> None:
    route = advice_on(shan, mended("2025-02-03", "shan-council")).route
    assert route is not None
    assert (route.name, route.named_by) == ("山国监督委员会", "supervisor")
    typed = advice_on(shan, mended("2025-02-03", "石头局")).route
    assert typed is not None
    assert (typed.name, typed.authority) == ("石头局", None)


def test_an_addressee_whose_condition_does_not_hold_is_passed_over(shan: Pack) -> None:
    unsure = advice_on(shan, mended("2025-02-03", "?")).route
    assert unsure is not None
    assert (unsure.name, unsure.named_by) == ("山国信用办公室", "")


# ---------------------------------------------------------------- papers that the desk makes


@pytest.fixture
def document(shan: Pack) -> Document:
    answers, interview = mended("2025-02-03"), repair_of(shan)
    act = Act("FD-2222-2222-X", TODAY)
    filing = assemble(shan, interview, answers, advice_on(shan, answers), act, WORDING)
    return compose(filing, interview.kind, WORDING, HAND)


def sheets(document: Document) -> list[list[object]]:
    """The blocks of each paper."""
    papers: list[list[object]] = [[]]
    for block in document.blocks:
        if isinstance(block, NewPage):
            papers.append([])
        else:
            papers[-1].append(block)
    return papers


def test_each_paper_begins_on_a_page_of_its_own_and_counts_its_own_headings(
    document: Document,
) -> None:
    papers = sheets(document)
    titles = [[each.text for each in one if isinstance(each, Title)] for one in papers]
    assert titles == [["修复申请书"], ["委托书"], ["证据清单"]]
    heads = [[each.number for each in one if isinstance(each, Heading)] for one in papers]
    assert heads == [["一、", "二、"], [""], []]  # a single heading has no number


def test_somebody_elses_line_stays_empty(document: Document) -> None:
    """The strokes are of the person whose filing it is, whatever a paper calls them."""
    letter, authorisation, evidence = (
        next(each for each in one if isinstance(each, Signature)) for one in sheets(document)
    )
    assert (letter.strokes, bool(letter.note)) == (HAND, True)
    assert (authorisation.label, authorisation.strokes, authorisation.date) == ("委托人", (), "")
    assert (evidence.label, evidence.strokes, evidence.note) == ("提交人", HAND, ())


def test_the_evidence_table_says_what_each_paper_proves(document: Document) -> None:
    table = next(each for each in sheets(document)[2] if isinstance(each, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "证件", "原件，由本人出示", "本人的身份", "原件已核"]
    ]


def test_a_paper_is_left_out_where_its_condition_does_not_hold(shan: Pack) -> None:
    answers, interview = mended("2025-02-03").say("agent_name", ""), repair_of(shan)
    advice = advice_on(shan, answers)
    filing = assemble(shan, interview, answers, advice, Act("FD", TODAY), WORDING)
    assert [each.id for each in filing.enclosures] == ["evidence-list"]


def test_the_letter_claims_the_least_time_only_by_its_rule(document: Document) -> None:
    said = str(document.blocks)
    assert "最短公示期已于2026年2月3日届满，依据是海国信用法第八条。" in said


# ---------------------------------------------------------------- what the linter finds

FAULTS = [
    Planted(TRIAGE, 'kind = "repair"', 'kind = "repiar"', "pack-kind-unknown", "repair"),
    Planted(TRIAGE, '{ kind = "objection" }', "{ when = [] }", "pack-edge-unclear"),
    Planted(PERSON, 'purpose = "本人的身份"', 'proves = ["x"]', "pack-ground-unknown"),
    Planted(
        OBJECTION, '{ part = "record", then = "person" }', '{ part = "record" }',
        "pack-part-leads-nowhere",
    ),
    Planted(OBJECTION, '{ part = "person" }', '{ part = "person", then = "record" }',
            "pack-part-without-exit"),
    Planted(OBJECTION, 'then = "person"', 'then = "persona"', "page-unknown"),
    Planted(OBJECTION, "enter = ", "# enter = ", "pack-enter-missing", at='name = "山国信用异议"'),
    Planted(OBJECTION, '[{ to = "record" }]', '[{ to = "rekord" }]', "page-unknown"),
    Planted(
        OBJECTION, 'enter = [{ to = "record" }]',
        'enter = [{ to = "record", when = [{ question = "trouble", equals = "wrong" }] }]',
        "dead-end",
    ),
    Planted(
        OBJECTION, 'enter = [{ to = "record" }]',
        'enter = [{ to = "record", when = [{ question = "name", answered = true }] }, '
        '{ to = "record" }]',
        "pack-condition-too-early",
    ),
    Planted(OBJECTION, 'kind = "repair"', 'kind = "objection"', "pack-kind-unknown"),
    Planted(REPAIR, 'next = [{ to = "person" }]', 'next = [{ kind = "objection" }]',
            "pack-edge-misplaced"),
    Planted(REPAIR, 'wait_for = "minimum"', 'wait_for = "minimun"', "pack-fact-unknown", "minimum"),
    Planted(REPAIR, 'question = "supervisor" }', 'question = "supervisr" }',
            "pack-question-unknown", "supervisor"),
    Planted(REPAIR, 'question = "supervisor" }', 'question = "name" }', "pack-addressee-not-asked"),
    Planted(REPAIR, 'template = "evidence-list"', 'template = "evidence"', "pack-template-unknown"),
    Planted(REPAIR, "{minimum_clause}", "{minimum_claus}", "pack-place-unknown", "minimum_clause"),
    Planted(LETTER, "{filing}", "{fling}", "pack-place-unknown", "filing"),
    Planted(LETTER, "[line: 委托人]", "[lnie: 委托人]", "pack-block-unknown"),
    Planted(REPAIR, 'reason = "先找主管机关。", question = "supervisor"',
            'reason = "先找主管机关。", authority = "shan-counsil"',
            "pack-authority-unknown", "shan-council"),
    Planted(REPAIR, '{ id = "yes", text = "改正了" }',
            '{ id = "yes", text = "改正了", authority = "shan-ofice" }',
            "pack-authority-unknown", "shan-office"),
    Planted(REPAIR, 'asked = ["提前停止公示"]',
            'not_there = [{ role = "platform", reason = "它不管。", authority = "shan-ofice" }]\n'
            'asked = ["提前停止公示"]',
            "pack-authority-unknown", "shan-office", at="not_there"),
    Planted(REPAIR, 'asked = ["提前停止公示"]',
            'not_there = [{ role = "platform", reason = "它不管。", '
            'when = [{ question = "mendet", equals = "no" }] }]\nasked = ["提前停止公示"]',
            "pack-question-unknown", "mended", at="not_there"),
    Planted(PERSON, 'owed_by = "agency"',
            'when = [{ question = "agent_nam", answered = true }]\nowed_by = "agency"',
            "pack-question-unknown", "agent_name"),
    Planted(PERSON, 'owed_by = "agency"',
            'when = [{ question = "trouble", equals = "wrng" }]\nowed_by = "agency"',
            "pack-choice-unknown", "wrong"),
    Planted(PERSON, 'owed_by = "agency"',
            'excused = [{ fact = "minimum", equals = "expired" }]\nowed_by = "agency"',
            "pack-fact-unknown"),
    Planted(PERSON, 'owed_by = "agency"', 'must_end = true\nowed_by = "agency"',
            "pack-must-end-without-start"),
    Planted(PERSON, 'owed_by = "agency"', 'start = "name"\nowed_by = "agency"',
            "pack-start-not-a-date"),
]  # fmt: skip


@pytest.mark.parametrize("planted", FAULTS, ids=str)
def test_a_fault_is_told_once_with_its_line(world: World, planted: Planted) -> None:
    line = world.change(planted.file, planted.old, planted.new)
    if planted.at:
        line = world.line_of(planted.file, planted.at)
    faults = [each for each in world.check() if not each.code.startswith("pack-text-")]
    assert [(each.where, each.code) for each in faults] == [
        (f"{planted.file}:{line}", planted.code)
    ]
    assert planted.meant in faults[0].facts.get("meant", "")


def test_a_part_that_does_not_exist(world: World) -> None:
    line = world.change(REPAIR, '{ part = "person" }', '{ part = "persom" }')
    assert (f"{REPAIR}:{line}", "pack-part-unknown") in told(world)


def test_only_a_part_leads_out(world: World) -> None:
    line = world.add(OBJECTION, '\n[[page]]\nid = "own"\nnext = [{ to = ">" }]\n') + 3
    assert (f"{OBJECTION}:{line}", "page-unknown") in told(world)


def test_a_page_of_the_triage_belongs_to_no_kind(world: World) -> None:
    line = world.add(REPAIR, '\n[[page]]\nid = "trouble"\ntitle = "另外的"\n') + 2
    assert (f"{REPAIR}:{line}", "pack-id-twice") in told(world)


def test_a_page_whose_edges_are_no_list(world: World) -> None:
    line = world.change(TRIAGE, 'intro = "银行的记录，请向银行提出。"', "next = 5")
    assert (f"{TRIAGE}:{line}", "pack-wrong-type") in told(world)


def test_several_kinds_need_a_triage(world: World) -> None:
    for file in (TRIAGE, "shan-cun/triage.toml"):
        (world.packs / file).unlink()
    codes = {code for where, code in told(world) if where.startswith("shan/pack.toml")}
    assert codes == {"pack-triage-missing"}


def test_a_kind_that_no_answer_leads_to(world: World) -> None:
    world.change(TRIAGE, 'kind = "repair"', 'kind = "objection"')
    assert (f"{REPAIR}:1", "pack-kind-unreachable") in told(world)


def test_two_kinds_that_share_a_clock_count_the_same(world: World) -> None:
    clock = (
        '\n[[clock]]\nid = "shan/answer"\nname = "答复"\ncount = 20\nunit = "working_day"\n'
        'trigger = "received"\nowed_by = "agency"\ncitations = ["shan-credit-10"]\n'
        "verified = true\n"
    )
    line = world.add(REPAIR, clock) + 2
    assert told(world) == [(f"{REPAIR}:{line}", "pack-clock-differs")]


def test_every_text_of_triage_and_parts_waits_for_its_translation(world: World) -> None:
    for file, old in (
        (TRIAGE, "想修复"),
        (RECORD, "哪一天公示的？"),
        (PERSON, 'name = "委托书"'),
        (OBJECTION, "记录没有错的，可以申请修复。"),
        (LETTER, "委托人]"),
    ):
        world.change(file, old, old.replace("人]", "人本人]").replace("的", "的确").replace(
            "想", "只想").replace("委托书", "委托的书"))  # fmt: skip
    missing = [each for each in world.check() if each.code == "pack-text-missing"]
    assert {each.facts["text"] for each in missing if each.where == "shan/lang/en.po"} == {
        "没有写错，只想修复",
        "哪一天公示的确？",
        "委托的书",
        "记录没有错的确，可以申请修复。",
        "委托人本人",
    }


def test_an_example_is_wanted_only_where_the_kind_is_written(world: World) -> None:
    """The village writes no kind of its own, and needs no example."""
    assert not (world.packs / "shan-cun" / "examples").exists()
    assert world.check() == ()
    Path(world.packs / "shan" / "examples" / "repair.toml").unlink()
    assert told(world) == [("shan/examples", "pack-example-missing")]
