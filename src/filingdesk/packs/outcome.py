"""What comes of a scenario's answers, and where that is not what the scenario expects."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from filingdesk.core.advice import Advice, Remedy, advise
from filingdesk.core.answers import Answers, MaterialAnswer, MaterialState
from filingdesk.core.checks import check_answers
from filingdesk.core.display import DisplayFinding
from filingdesk.core.filing import Act, assemble
from filingdesk.core.interview import Interview, compile_interview, kind_of
from filingdesk.core.letter import compose
from filingdesk.core.pack import FilingKind, Pack
from filingdesk.core.problem import Problem
from filingdesk.core.question import AnswerType
from filingdesk.core.told import lines
from filingdesk.core.workdays import Calendar
from filingdesk.packs.given import Given, answers_of, read_papers, read_values
from filingdesk.packs.meant import nearest
from filingdesk.words.catalogue import PackWords, Words

_REFERENCE = "FD-0000-0000"
_NOTHING = "—"
_LEFT_OUT = ("answer-missing", "material-without-file")
"""What may be left out, and the files, which the intake brings in."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario's table, whose keys have their types; `kind` is the name of its file.

    `at` gives the file and line of a key in it.
    """

    kind: str
    table: Mapping[str, Any]
    at: Callable[..., str]

    @property
    def id(self) -> str:
        return str(self.table["id"])

    @property
    def today(self) -> date:
        day = self.table["today"]
        assert isinstance(day, date), "the shape was checked"
        return day

    @property
    def expect(self) -> Mapping[str, Any]:
        expect: Mapping[str, Any] = self.table["expect"]
        return expect


@dataclass(frozen=True, slots=True)
class _Outcome:
    """All that came: `letter` is every word of it, empty where there is none."""

    interview: Interview
    advice: Advice
    problems: tuple[Problem, ...]
    letter: str


def differences(scenario: Scenario, pack: Pack, calendar: Calendar) -> Iterator[Problem]:
    """Every way in which what comes differs from what was expected, told at the line of it."""
    expected = scenario.expect.get("kind", scenario.kind)
    if expected not in pack.kinds:
        facts = {"name": expected, "meant": nearest(expected, pack.kinds)}
        yield Problem(scenario.at("expect", "kind"), "scenario-kind-unknown", facts)
        return
    faults: list[Problem] = []
    answers = _answers(scenario, pack, pack.kinds[expected], faults)
    yield from faults
    if faults:
        return
    led_to = kind_of(pack, answers)
    if led_to != scenario.expect.get("kind", led_to):
        yield _differs(scenario, "kind", expected, led_to)
        return
    outcome = _outcome(scenario, pack, pack.kinds[led_to], answers, calendar)
    yield from _unasked(scenario, outcome.interview, answers)
    yield from _unmet(scenario, outcome)
    yield from _letter_faults(scenario, outcome)


def _answers(scenario: Scenario, pack: Pack, kind: FilingKind, faults: list[Problem]) -> Answers:
    """The answers as the desk would hold them; each fault at the line of its answer."""
    parts = []
    given = {"jurisdiction": pack.id, **scenario.table["answers"]}
    for id, untrusted in given.items():
        if id == "jurisdiction" and id not in kind.questions:
            continue
        found: list[Problem] = []
        parts.append(read_values(Given("", kind, (pack.id,), found), {id: untrusted}))
        faults += _placed(found, scenario.at("answers", id), id)
    found = []
    papers, _ = read_papers(Given("", kind, (pack.id,), found), scenario.table.get("material", []))
    faults += _placed(found, scenario.at("material"), "material")
    return answers_of(*parts, papers)


def _placed(found: list[Problem], where: str, name: str) -> list[Problem]:
    return [Problem(where, each.code, {"name": name, **each.facts}) for each in found]


def _outcome(
    scenario: Scenario, pack: Pack, kind: FilingKind, answers: Answers, calendar: Calendar
) -> _Outcome:
    interview = compile_interview(kind)
    advice = advise(pack, interview, answers, calendar, scenario.today)
    answers = with_papers(interview, advice, answers)
    problems = check_answers(interview, answers, scenario.today)
    letter = ""
    if advice.route:
        wording = PackWords(Words(scenario.table.get("language", pack.language)), pack.lineage)
        act = Act(_REFERENCE, scenario.today)
        filing = assemble(pack, interview, answers, advice, act, wording)
        blocks = compose(filing, kind, wording).blocks
        letter = "\n".join(line for each in blocks for line in lines(each, latin=False))
    return _Outcome(interview, advice, (*problems, *advice.uncertain), letter)


def with_papers(
    interview: Interview,
    advice: Advice,
    answers: Answers,
    state: MaterialState = MaterialState.WILL_BRING,
) -> Answers:
    """These answers with every paper asked for of which nothing was said."""
    asked = interview.asked_on_path(answers)
    for question in (each for each in asked if each.type is AnswerType.MATERIALS):
        said = answers.materials(question.id)
        known = {each.material for each in said}
        more = (MaterialAnswer(each.id, state) for each in advice.materials if each.id not in known)
        answers = answers.say(question.id, (*said, *more))
    return answers


def _unasked(scenario: Scenario, interview: Interview, answers: Answers) -> Iterator[Problem]:
    """An answer that no page of the way asks for is read by nobody: the scenario means another."""
    asked = {each.id for each in interview.asked_on_path(answers)}
    for id in scenario.table["answers"]:
        if id not in asked:
            facts = {"name": scenario.id, "question": id}
            yield Problem(scenario.at("answers", id), "scenario-answer-unasked", facts)


def _unmet(scenario: Scenario, outcome: _Outcome) -> Iterator[Problem]:
    advice, expect = outcome.advice, scenario.expect
    came = {
        "remedy": advice.remedy.value,
        "grounds": [each.id for each in advice.grounds],
        "display": advice.display.state.value,
        "minimum": advice.minimum.state.value,
        "earliest": advice.earliest,
        "role": advice.route.role.value if advice.route else "",
        "display_ended_on": _ended(advice.display),
        "minimum_ended_on": _ended(advice.minimum),
        "deadlines": {each.clock.id: each.due_on for each in advice.deadlines},
    }
    for key, value in came.items():
        if key in expect and expect[key] != value:
            yield _differs(scenario, key, expect[key], value)
    safe = {each.clock.id: each.safe_on for each in advice.deadlines}
    for clock, day in expect.get("safe", {}).items():
        if safe.get(clock) != day:
            yield _differs(scenario, "safe", day, safe.get(clock))
    route = advice.route
    names = (route.name, route.authority.id if route.authority else "") if route else ()
    if "authority" in expect and expect["authority"] not in names:
        yield _differs(scenario, "authority", expect["authority"], " / ".join(filter(None, names)))
    yield from _unmet_problems(scenario, outcome)


def _ended(period: DisplayFinding) -> date | None:
    """The last day of a period that may be named."""
    return period.asserted.ends_on if period.asserted else None


def _unmet_problems(scenario: Scenario, outcome: _Outcome) -> Iterator[Problem]:
    """A problem that was foreseen must come, one that was ruled out must not, and one that blocks
    must have been foreseen.

    Answers may be left out: a scenario says what matters to it.
    """
    wanted = scenario.expect.get("problems", [])
    codes = list(dict.fromkeys(each.code for each in outcome.problems))
    if not set(wanted) <= set(codes):
        yield _differs(scenario, "problems", wanted, codes)
    unwanted = scenario.expect.get("no_problems", [])
    if not set(unwanted).isdisjoint(codes):
        yield _differs(scenario, "no_problems", unwanted, codes)
    if outcome.advice.remedy is Remedy.FILING:
        for each in outcome.problems:
            if each.blocks and each.code not in (*wanted, *_LEFT_OUT):
                facts = {"name": scenario.id, "question": each.where, "code": each.code}
                where = scenario.at("answers", each.where)
                yield Problem(where, "scenario-problem-unforeseen", facts)


def _letter_faults(scenario: Scenario, outcome: _Outcome) -> Iterator[Problem]:
    named = [key for key in ("sentences", "absent") if scenario.expect.get(key)]
    for key in named:
        for number, text in enumerate(scenario.expect[key]):
            where = scenario.at("expect", key, number)
            facts = {"name": scenario.id, "text": text}
            if not outcome.letter:
                yield Problem(where, "scenario-without-letter", facts)
            elif (text in outcome.letter) != (key == "sentences"):
                code = (
                    "scenario-sentence-missing"
                    if key == "sentences"
                    else "scenario-sentence-present"
                )
                yield Problem(where, code, facts)


def _differs(scenario: Scenario, key: str, expected: Any, found: Any) -> Problem:
    facts = {
        "name": scenario.id,
        "key": key,
        "expected": _written(expected),
        "found": _written(found),
    }
    return Problem(scenario.at("expect", key), "scenario-differs", facts)


def _written(value: Any) -> str:
    match value:
        case dict():
            return ", ".join(f"{key} = {day}" for key, day in value.items()) or _NOTHING
        case list() | tuple():
            return ", ".join(map(str, value)) or _NOTHING
        case _:
            return _NOTHING if value in (None, "") else str(value)
