"""Whatever somebody answers, in any place and any kind: advice, a letter, and clocks that hold.

Hypothesis draws a seed; each example makes many filings from it, question by question along the
way that the answers before have opened.
"""

from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from filingdesk import resources
from filingdesk.core.advice import Advice, Remedy, advise
from filingdesk.core.answers import Answers, Difference, MaterialAnswer, MaterialState, Value
from filingdesk.core.as_data import Making, payload_of
from filingdesk.core.case import Case, Event, EventKind
from filingdesk.core.checks import check_answers
from filingdesk.core.deadline import overdue
from filingdesk.core.document import Document
from filingdesk.core.filing import Act, Filing, assemble
from filingdesk.core.interview import Interview, compile_interview, kind_of
from filingdesk.core.letter import compose
from filingdesk.core.pack import Pack
from filingdesk.core.payload import written
from filingdesk.core.question import NOT_SURE, AnswerType, Question
from filingdesk.core.running import clocks_today
from filingdesk.core.side_by_side import side_by_side
from filingdesk.core.told import lines
from filingdesk.packs.shelf import FolderShelf
from filingdesk.words.catalogue import LANGUAGES, OFFICIAL, PackWords, Words

SHELF = FolderShelf(resources.packs(), resources.calendars() / "cn")
CALENDAR = SHELF.calendar()
TODAY = (date(2017, 1, 3), date(2030, 12, 31))
"""From before the oldest rule until after the last year whose holidays are known."""
EDGES = [
    date(2016, 2, 29),
    date(2024, 2, 29),
    date(2023, 12, 31),
    date(2026, 1, 1),
    date(2026, 3, 31),
    date(2026, 4, 1),
    date(1949, 10, 1),
    date(9998, 12, 31),
    date(9999, 12, 31),
]
TYPED = ["李𠮷野", "?", " ", "{authority}", "{", "110105194912310021", "2026-02-30", "1"]
EVENTS = [each for each in EventKind if each is not EventKind.REDATED]

many = settings(max_examples=6, deadline=None)


def any_day(chance: Random, today: date) -> str:
    if chance.random() < 0.15:
        return str(chance.choice(EDGES))
    return str(today - timedelta(days=chance.choice([-1, 0, 1, 30, 365, chance.randint(0, 4000)])))


def any_answer(chance: Random, question: Question, pack: Pack, today: date) -> Value:
    """Mostly one that can stand, now and then what nobody means."""
    odds = chance.random()
    if question.type is AnswerType.MATERIALS:
        return ()  # said at the end, when it is known which are asked for
    if odds < 0.06:
        return chance.choice(TYPED)
    if odds < 0.16 and question.not_sure:
        return NOT_SURE
    return one_that_can_stand(chance, question, pack, today)


def one_that_can_stand(chance: Random, question: Question, pack: Pack, today: date) -> Value:
    offered = [each.id for each in question.choices]
    match question.type:
        case AnswerType.CHOICE:
            return chance.choice(offered)
        case AnswerType.CHOICES:
            return tuple(chance.sample(offered, chance.randint(1, len(offered))))
        case AnswerType.DATE:
            return any_day(chance, today)
        case AnswerType.JURISDICTION:
            return pack.id
        case AnswerType.AUTHORITY:
            names = [name for each in pack.authorities for name in (each.id, each.name)]
            return chance.choice([*names, "某某局"])
        case AnswerType.DIFFERENCES:
            return (Difference("金额", "500元", chance.choice(["", "50元"])),)
        case _:
            return chance.choice(TYPED)


def any_answers(chance: Random, pack: Pack, today: date) -> tuple[Interview, Answers]:
    """Somebody on the way, to its end."""
    answers = Answers().say("jurisdiction", pack.id)
    seen: set[str] = set()
    while True:
        interview = compile_interview(pack.kinds[kind_of(pack, answers)])
        asked = interview.asked_on_path(answers)
        question = next((each for each in asked if each.id not in seen), None)
        if question is None:
            return interview, answers
        seen.add(question.id)
        answers = answers.say(question.id, any_answer(chance, question, pack, today))


def with_papers(
    chance: Random, interview: Interview, answers: Answers, advice: Advice, today: date
) -> Answers:
    states = [each for each in MaterialState if each is not MaterialState.ATTACHED]
    said = tuple(
        MaterialAnswer(
            each.id, chance.choice(states), by=chance.choice(["", any_day(chance, today)])
        )
        for each in advice.materials
        if chance.random() < 0.9
    )
    asked = interview.asked_on_path(answers)
    of_papers = next((each.id for each in asked if each.type is AnswerType.MATERIALS), "")
    return answers.say(of_papers, said) if of_papers else answers


def any_case(chance: Random, advice: Advice, pack: Pack, today: date) -> Case:
    """One on which anything happened, in any order, more than once or not at all."""
    clocks = [each.id for each in advice.clocks]
    events = []
    for number in range(chance.randint(1, 12)):
        day = today - timedelta(days=chance.choice([0, 1, 1, 7, chance.randint(0, 800)]))
        kind = chance.choice(EVENTS)
        until = day + timedelta(days=chance.randint(-5, 90)) if chance.random() < 0.5 else None
        clock = chance.choice(["", *clocks])
        moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
        events.append(Event(kind, day, moment, "", clock, until))
    return Case("1", "FD-1", pack.id, "", "", "", "", tuple(events), clocks=tuple(clocks))


def words(pack: Pack, language: str) -> PackWords:
    return PackWords(Words(language), pack.lineage)


@many
@given(st.integers(0, 2**63 - 1))
def test_advice_holds_and_is_the_same_a_second_time(seed: int) -> None:
    chance = Random(seed)
    for _ in range(40):
        pack = SHELF.pack(chance.choice([*SHELF.jurisdictions()]))
        today = date.fromordinal(chance.randint(TODAY[0].toordinal(), TODAY[1].toordinal()))
        interview, answers = any_answers(chance, pack, today)
        advice = advise(pack, interview, answers, CALENDAR, today)
        assert advice == advise(pack, interview, answers, CALENDAR, today)
        check_answers(interview, answers, today)
        rests_on_what_was_said(advice, interview, answers)
        counts_forward(advice, today)
        if advice.remedy is Remedy.FILING and advice.route:
            answers = with_papers(chance, interview, answers, advice, today)
            is_a_filing(pack, interview, answers, today)
        runs(any_case(chance, advice, pack, today), advice, today)


def rests_on_what_was_said(advice: Advice, interview: Interview, answers: Answers) -> None:
    said = interview.pruned(answers).values.keys()
    assert advice.supports.keys() == {each.id for each in advice.grounds}
    assert all(said >= {*each} for each in advice.supports.values())
    assert (advice.wait is None) == (advice.remedy is not Remedy.WAIT)
    assert not (advice.route and advice.remedy is not Remedy.FILING)
    assert not (advice.route and "" in (advice.route.name, advice.route.reason))


def counts_forward(advice: Advice, today: date) -> None:
    assert not advice.earliest or advice.earliest > today
    late = {each.where for each in advice.uncertain if each.code.startswith("term-over")}
    for each in advice.deadlines:
        assert each.clock.verified
        assert each.clock in advice.clocks
        assert each.event <= each.full_on <= each.due_on
        assert each.event <= each.safe_on <= each.due_on
        assert each.reasons[-1].day in (each.due_on, each.safe_on)
        assert each.clock.id not in late or (overdue(each, today) and not each.provisional)


def is_a_filing(pack: Pack, interview: Interview, answers: Answers, today: date) -> None:
    """The letter in every language has the same shape, and says nothing that nobody said."""
    advice = advise(pack, interview, answers, CALENDAR, today)
    act = Act("FD-7K3M-9PXA-C", today)
    letters: dict[str, Document] = {}
    for language in LANGUAGES:
        wording = words(pack, language)
        filing = assemble(pack, interview, answers, advice, act, wording)
        letters[language] = compose(filing, interview.kind, wording, official=language == OFFICIAL)
        supported(filing, interview, answers)
    for language in LANGUAGES:
        side_by_side(letters[OFFICIAL], letters[language], words(pack, language))
    wording = words(pack, OFFICIAL)
    filing = assemble(pack, interview, answers, advice, act, wording)
    making = Making("1", "es", (), {}, ())
    assert written(payload_of(filing, advice, wording, making)) == written(
        payload_of(filing, advice, wording, making)
    )
    numbers = [each.number for each in filing.exhibits if each.number]
    assert numbers == [*range(1, len(numbers) + 1)]
    told = [line for block in letters[OFFICIAL].blocks for line in lines(block, latin=False)]
    assert any(filing.authority in line for line in told)


def supported(filing: Filing, interview: Interview, answers: Answers) -> None:
    said = interview.pruned(answers).values.keys()
    claims = [each for claimed in filing.claims.values() for each in claimed]
    rows = [cell for row in filing.rows for cell in (row.field, row.shown, row.true, row.asked)]
    for sentence in (*claims, *rows, *filing.requests):
        assert said >= {*sentence.supports}
    assert all(each.text.strip() for each in (*claims, *filing.requests))


def runs(case: Case, advice: Advice, today: date) -> None:
    running = clocks_today(case, advice.clocks, CALENDAR, today)
    assert running == clocks_today(case, advice.clocks, CALENDAR, today)
    for each in running:
        if each.deadline:
            assert each.clock.verified
            assert each.deadline.event <= each.deadline.safe_on <= each.deadline.due_on
            assert each.evidence or each.after
            assert each.deadline.reasons
