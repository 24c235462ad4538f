"""What a kind can say, ask and show: each thing with its place, and what a way to it must bring."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from filingdesk.core.advice import Advice
from filingdesk.core.answers import Answers, holds
from filingdesk.core.clock import Clock
from filingdesk.core.filing import Filing
from filingdesk.core.pack import (
    Alternative,
    DisplayRule,
    Enclosure,
    FilingKind,
    Ground,
    Material,
)
from filingdesk.core.question import AnswerType, Condition, Question
from filingdesk.core.wording import Wording, fill
from filingdesk.packs.goals import Goals
from filingdesk.packs.sheet import Row, Sheet
from filingdesk.packs.walks import Goal


@dataclass(frozen=True, slots=True, eq=False)
class Came:
    """What came of one way: `texts` are the lines of its document, none without one.

    `answers` are those that count.
    """

    pages: frozenset[str]
    asked: frozenset[str]
    answers: Answers
    advice: Advice
    filing: Filing | None = None
    texts: frozenset[str] = frozenset()
    wording: Wording | None = None

    def knows(self, question: str) -> bool:
        """Whether a question was answered; none, as "", always is."""
        return not question or self.answers.has(question)

    def says(self, sentence: str) -> bool:
        """Whether a pack sentence stands in the document."""
        if self.filing is None or self.wording is None:
            return False
        filled = fill(sentence, self.filing.places, self.wording)
        return filled is not None and filled.text in self.texts


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """One thing that some way must bring. `source` is where it is written, whoever inherits it.

    `where` gives file and line; `goals` are tried in turn; `came` says whether it was there.
    """

    code: str
    source: object
    where: Callable[[], str]
    goals: Callable[[], Iterator[Goal]]
    came: Callable[[Came], bool]
    facts: Mapping[str, str] = field(default_factory=dict)


def things_of(
    kind: FilingKind, sheet: Sheet, letters: Mapping[str, tuple[str, str]]
) -> Iterator[Thing]:
    """Everything of a kind that a person may come to see.

    `letters` are the file and text of each template by what it belongs to: "" for the letter
    itself, else the id of an attachment.
    """
    goals = Goals(kind)
    for page in kind.pages:
        yield _page(page.id, sheet["page"][page.id])
        for number, id in enumerate(page.questions):
            yield _question(id, sheet["page"][page.id], number, sheet["question"][id])
    for question in kind.questions.values():
        yield from _choices(question, sheet["question"][question.id])
    for ground in kind.grounds:
        row = sheet["ground"][ground.id]
        yield _ground(ground, row, goals)
        for number in range(len(ground.addressees)):
            yield _addressee(ground, number, row, goals)
        yield from _sentences(ground, row, goals)
    for material in kind.materials:
        yield _material(material, sheet["material"][material.id], goals)
    for other in kind.alternatives:
        yield _alternative(other, sheet["alternative"][other.id])
    for clock in (each for each in kind.clocks if each.when):
        yield _clock(clock, sheet["clock"][clock.id], goals)
    for enclosure in kind.enclosures:
        yield _enclosure(enclosure, sheet["attachment"][enclosure.id], goals)
    for id, (file, template) in letters.items():
        when = next((each.when for each in kind.enclosures if each.id == id), ())
        yield from _lines(file, template, Goal(when), goals)


def rule_thing(rule: DisplayRule, row: Row) -> Thing:
    """That some record is one for which a rule is meant."""
    return Thing(
        "explored-rule-never-applies",
        row.source("when"),
        lambda: row.place("when"),
        lambda: iter([Goal(rule.when, said=frozenset([rule.start]))]),
        lambda came: came.knows(rule.start) and holds(rule.when, came.answers),
        {"name": rule.id},
    )


def _page(id: str, row: Row) -> Thing:
    return Thing(
        "explored-page-never-reached",
        row.source("id"),
        lambda: row.place("id"),
        lambda: iter([Goal(page=id)]),
        lambda came: id in came.pages,
        {"name": id},
    )


def _question(id: str, page: Row, number: int, row: Row) -> Thing:
    return Thing(
        "explored-question-never-asked",
        row.source("id"),
        lambda: page.place("questions", number),
        lambda: iter([Goal(asks=id)]),
        lambda came: id in came.asked,
        {"name": id},
    )


def _choices(question: Question, row: Row) -> Iterator[Thing]:
    """Each choice of a question where one is chosen."""
    if question.type is AnswerType.CHOICE:
        for number, choice in enumerate(question.choices):
            yield _choice(question.id, choice.id, row, ("choices", number))


def _choice(question: str, choice: str, row: Row, at: tuple[str, int]) -> Thing:
    return Thing(
        "explored-choice-never-taken",
        row.source(*at),
        lambda: row.place(*at),
        lambda: iter([Goal((Condition(question, equals=choice),))]),
        lambda came: choice in came.answers.chosen(question),
        {"name": choice, "question": question},
    )


def _addressee(ground: Ground, number: int, row: Row, goals: Goals) -> Thing:
    """The ground that decides leads to it: the first one with addressees."""
    own = ground.addressees[number]

    def is_led_to(came: Came) -> bool:
        route = came.advice.route
        decides = next((each for each in came.advice.grounds if each.addressees), None)
        if route is None or decides != ground:
            return False
        return (route.role, route.reason) == (own.role, own.reason)

    return Thing(
        "explored-addressee-never-reached",
        row.source("addressees", number),
        lambda: row.place("addressees", number),
        lambda: goals.to(ground, number),
        is_led_to,
        {"name": ground.id},
    )


def _ground(ground: Ground, row: Row, goals: Goals) -> Thing:
    return Thing(
        "explored-ground-never-supported",
        row.source("supported"),
        lambda: row.place("supported"),
        lambda: goals.of(ground),
        lambda came: ground in came.advice.grounds,
        {"name": ground.id},
    )


def _sentences(ground: Ground, row: Row, goals: Goals) -> Iterator[Thing]:
    for key in ("shown", "true", "asked", "claims"):
        written: Sequence[str] = getattr(ground, key)
        for number in range(len(written)):
            # Of the claims each is said, of the others the first that can be.
            earlier = () if key == "claims" else written[:number]
            yield _sentence(ground, row, (key, number), earlier, goals)


def _sentence(
    ground: Ground, row: Row, at: tuple[str, int], earlier: Sequence[str], goals: Goals
) -> Thing:
    sentence = getattr(ground, at[0])[at[1]]
    return Thing(
        "explored-sentence-never-said",
        row.source(*at),
        lambda: row.place(*at),
        lambda: goals.saying(sentence, earlier, ground),
        lambda came: ground in came.advice.grounds and came.says(sentence),
        {"text": sentence},
    )


def _alternative(other: Alternative, row: Row) -> Thing:
    return Thing(
        "explored-alternative-never-told",
        row.source("kind"),
        lambda: row.place("kind"),
        lambda: iter([Goal(other.when)]),
        lambda came: other in came.advice.alternatives,
        {"name": other.id},
    )


def _material(material: Material, row: Row, goals: Goals) -> Thing:
    def asked_for() -> Iterator[Goal]:
        own = Goal(material.when)
        grounds = [each for each in goals.kind.grounds if each.id in material.proves]
        for ground in grounds:
            yield from (goal.and_(own) for goal in goals.of(ground))
        if not grounds:
            yield from goals.filed(own)

    return Thing(
        "explored-material-never-asked",
        row.source("id"),
        lambda: row.place("id"),
        asked_for,
        lambda came: material in came.advice.materials and bool(goals.papers & came.asked),
        {"name": material.id},
    )


def _enclosure(enclosure: Enclosure, row: Row, goals: Goals) -> Thing:
    return Thing(
        "explored-attachment-never-made",
        row.source("id"),
        lambda: row.place("id"),
        lambda: goals.filed(Goal(enclosure.when)),
        lambda came: came.filing is not None and enclosure in came.filing.enclosures,
        {"name": enclosure.id},
    )


def _clock(clock: Clock, row: Row, goals: Goals) -> Thing:
    """A clock concerns some filing; where an answer starts it, one with that answer."""
    own = Goal(clock.when, said=frozenset(filter(None, [clock.start])))
    return Thing(
        "explored-clock-never-concerns",
        row.source("when"),
        lambda: row.place("when"),
        lambda: goals.filed(own),
        lambda came: clock in came.advice.clocks and came.knows(clock.start),
        {"name": clock.id},
    )


def _lines(file: str, template: str, own: Goal, goals: Goals) -> Iterator[Thing]:
    """The lines of a letter that say something themselves."""
    lines = [each.strip() for each in template.splitlines()]
    for number, line in enumerate(lines, start=1):
        if line and not line.startswith("["):
            yield _line(f"{file}:{number}", lines[number - 1 :], own, goals)


def _line(where: str, lines: Sequence[str], own: Goal, goals: Goals) -> Thing:
    """The first of these lines; a heading stands where something stands under it."""
    line, *below = lines
    text = line.removeprefix("## ").removeprefix("# ").removeprefix("> ")

    def said() -> Iterator[Goal]:
        ways = (goals.standing(each) for each in _under(below))
        is_heading = line.startswith("## ")
        found = chain.from_iterable(ways) if is_heading else goals.saying(text)
        return (goal.and_(own) for goal in found)

    return Thing(
        "explored-line-never-said",
        where,
        lambda: where,
        said,
        lambda came: came.says(text),
        {"text": text},
    )


def _under(lines: Sequence[str]) -> Iterator[str]:
    """The lines under a heading."""
    for line in lines:
        if line.startswith("#"):
            return
        if line:
            yield line
