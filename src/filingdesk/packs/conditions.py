"""Every condition of a pack, with its place: does what it asks for exist, and can it be known?"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from filingdesk.core.display import DisplayState
from filingdesk.core.pack import DisplayRule, FilingKind, Page
from filingdesk.core.problem import Problem
from filingdesk.core.question import NOT_SURE, AnswerType, Condition, Question, When
from filingdesk.packs.meant import nearest
from filingdesk.packs.places import Path
from filingdesk.packs.sheet import Row, Sheet

FACTS = {
    "display": tuple(state.value for state in DisplayState),
    "minimum": tuple(state.value for state in DisplayState),
    "minor": ("yes", "no", "unknown"),
}
"""What the advice finds, and the values it can find."""

Questions = Mapping[str, Question | None]
"""The questions of a kind by id; None for one that is written, but could not be read."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A condition and where it is written."""

    condition: Condition
    row: Row
    path: Path
    of_facts: bool = False

    @property
    def where(self) -> str:
        return self.row.place(*self.path)


def conditions_of(kind: FilingKind, sheet: Sheet) -> Iterator[Placed]:
    """Every condition of a filing kind."""
    for question in kind.questions.values():
        row = sheet["question"][question.id]
        yield from _placed(question.when, row, "when")
        for number, choice in enumerate(question.choices):
            yield from _placed(choice.when, row, "choices", number, "when")
    for page in kind.pages:
        yield from _placed_of_page(page, sheet["page"][page.id])
    for number, edge in enumerate(kind.enter):
        yield from _placed(edge.when, sheet.head, "enter", number, "when")
    for ground in kind.grounds:
        row = sheet["ground"][ground.id]
        for number, when in enumerate(ground.supported):
            yield from _placed(when, row, "supported", number, of_facts=True)
        for number, addressee in enumerate(ground.addressees):
            yield from _placed(addressee.when, row, "addressees", number, "when", of_facts=True)
        for number, near in enumerate(ground.not_there):
            yield from _placed(near.when, row, "not_there", number, "when", of_facts=True)
    for material in kind.materials:
        yield from _placed(material.when, sheet["material"][material.id], "when")
    for enclosure in kind.enclosures:
        yield from _placed(enclosure.when, sheet["attachment"][enclosure.id], "when")
    for other in kind.alternatives:
        row = sheet["alternative"][other.id]
        yield from _placed(other.when, row, "when", of_facts=True)
    for clock in kind.clocks:
        row = sheet["clock"][clock.id]
        yield from _placed(clock.when, row, "when")
        yield from _placed(clock.excused, row, "excused")


def _placed_of_page(page: Page, row: Row) -> Iterator[Placed]:
    for number, edge in enumerate(page.next):
        yield from _placed(edge.when, row, "next", number, "when")


def conditions_of_rule(rule: DisplayRule, row: Row) -> Iterator[Placed]:
    """Every condition of a display rule."""
    yield from _placed(rule.when, row, "when")


def _placed(when: When, row: Row, *path: str | int, of_facts: bool = False) -> Iterator[Placed]:
    for number, condition in enumerate(when):
        yield Placed(condition, row, (*path, number), of_facts)


def condition_faults(
    placed: Placed,
    questions: Questions,
    authorities: Collection[str],
    jurisdictions: Collection[str],
) -> Iterator[Problem]:
    """What a condition names that does not exist."""
    condition = placed.condition
    tests = (condition.equals, condition.one_of or None, condition.answered)
    if bool(condition.question) == bool(condition.fact) or (
        sum(test is not None for test in tests) != 1
    ):
        yield Problem(placed.where, "pack-condition-unclear")
    elif condition.fact:
        yield from _fact_faults(placed)
    elif condition.question not in questions:
        facts = {"name": condition.question, "meant": nearest(condition.question, questions)}
        yield Problem(placed.where, "pack-question-unknown", facts)
    else:
        question = questions[condition.question]
        offered = _offered(question, authorities, jurisdictions) if question else None
        yield from _value_faults(placed, condition.question, offered)


def _fact_faults(placed: Placed) -> Iterator[Problem]:
    fact = placed.condition.fact
    if not placed.of_facts or fact not in FACTS:
        meant = nearest(fact, FACTS) if placed.of_facts else ""
        yield Problem(placed.where, "pack-fact-unknown", {"name": fact, "meant": meant})
    else:
        yield from _value_faults(placed, fact, FACTS[fact])


def _value_faults(placed: Placed, asked: str, offered: tuple[str, ...] | None) -> Iterator[Problem]:
    condition = placed.condition
    values = condition.one_of if condition.equals is None else (condition.equals,)
    for value in values:
        if offered is not None and value not in offered:
            facts = {"name": value, "question": asked, "meant": nearest(value, offered)}
            yield Problem(placed.where, "pack-choice-unknown", facts)


def _offered(
    question: Question, authorities: Collection[str], jurisdictions: Collection[str]
) -> tuple[str, ...] | None:
    """The values that an answer can have; None where it can be any text."""
    not_sure = (NOT_SURE,) if question.not_sure else ()
    match question.type:
        case AnswerType.CHOICE | AnswerType.CHOICES:
            return (*(choice.id for choice in question.choices), *not_sure)
        case AnswerType.AUTHORITY:
            return (*authorities, *not_sure)
        case AnswerType.JURISDICTION:
            return (*jurisdictions, *not_sure)
        case _:
            return None


def every_condition(kind: FilingKind, rules: Iterable[DisplayRule]) -> Iterator[Condition]:
    """Every condition of a filing kind and of these rules, without its place."""
    whens = [rule.when for rule in rules]
    for question in kind.questions.values():
        whens += [question.when, *(choice.when for choice in question.choices)]
    whens += [edge.when for page in kind.pages for edge in page.next]
    whens += [edge.when for edge in kind.enter]
    for ground in kind.grounds:
        whens += [*ground.supported, *(each.when for each in ground.addressees)]
        whens += [each.when for each in ground.not_there]
    whens += [each.when for each in kind.materials]
    whens += [each.when for each in kind.enclosures]
    whens += [each.when for each in kind.alternatives]
    whens += [when for each in kind.clocks for when in (each.when, each.excused)]
    return (condition for when in whens for condition in when)
