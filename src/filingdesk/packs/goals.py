"""What a kind can say, ask and show: each thing with its place, and what a way to it must bring."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, product

from filingdesk.core.advice import Advice
from filingdesk.core.filing import Filing
from filingdesk.core.pack import (
    Alternative,
    Enclosure,
    FilingKind,
    Ground,
    Material,
)
from filingdesk.core.question import AnswerType, Condition
from filingdesk.core.wording import Wording, fill
from filingdesk.packs.periods import PERIODS, SAID
from filingdesk.packs.sentences import places_in
from filingdesk.packs.sheet import Row, Sheet
from filingdesk.packs.walks import Goal

_MOST_GOALS = 64
"""Combinations of grounds and open places that are tried for one thing."""

_ALWAYS = ("authority", "filing", "reference", "today")


@dataclass(frozen=True, slots=True, eq=False)
class Came:
    """What came of one way: `texts` are the lines of its document, none without one."""

    pages: frozenset[str]
    asked: frozenset[str]
    advice: Advice
    filing: Filing | None = None
    texts: frozenset[str] = frozenset()
    wording: Wording | None = None

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
    goals = _Goals(kind)
    for page in kind.pages:
        yield _page(page.id, sheet["page"][page.id])
        for number, id in enumerate(page.questions):
            yield _question(id, sheet["page"][page.id], number, sheet["question"][id])
    for ground in kind.grounds:
        row = sheet["ground"][ground.id]
        yield _ground(ground, row, goals)
        yield from _sentences(ground, row, goals)
    for material in kind.materials:
        yield _material(material, sheet["material"][material.id], goals)
    for other in kind.alternatives:
        yield _alternative(other, sheet["alternative"][other.id])
    for enclosure in kind.enclosures:
        yield _enclosure(enclosure, sheet["attachment"][enclosure.id], goals)
    for id, (file, template) in letters.items():
        when = next((each.when for each in kind.enclosures if each.id == id), ())
        yield from _lines(file, template, Goal(when), goals)


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


def _ground(ground: Ground, row: Row, goals: "_Goals") -> Thing:
    return Thing(
        "explored-ground-never-supported",
        row.source("supported"),
        lambda: row.place("supported"),
        lambda: goals.of(ground),
        lambda came: ground in came.advice.grounds,
        {"name": ground.id},
    )


def _sentences(ground: Ground, row: Row, goals: "_Goals") -> Iterator[Thing]:
    for key in ("shown", "true", "asked", "claims"):
        written: Sequence[str] = getattr(ground, key)
        for number in range(len(written)):
            # Of the claims each is said, of the others the first that can be.
            earlier = () if key == "claims" else written[:number]
            yield _sentence(ground, row, (key, number), earlier, goals)


def _sentence(
    ground: Ground, row: Row, at: tuple[str, int], earlier: Sequence[str], goals: "_Goals"
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


def _material(material: Material, row: Row, goals: "_Goals") -> Thing:
    def asked_for() -> Iterator[Goal]:
        own = Goal(material.when)
        grounds = [each for each in goals.kind.grounds if each.id in material.proves]
        for ground in grounds:
            yield from (goal.and_(own) for goal in goals.of(ground))
        if not material.proves:
            yield from goals.filed(own)

    return Thing(
        "explored-material-never-asked",
        row.source("id"),
        lambda: row.place("id"),
        asked_for,
        lambda came: material in came.advice.materials and bool(goals.papers & came.asked),
        {"name": material.id},
    )


def _enclosure(enclosure: Enclosure, row: Row, goals: "_Goals") -> Thing:
    return Thing(
        "explored-attachment-never-made",
        row.source("id"),
        lambda: row.place("id"),
        lambda: goals.filed(Goal(enclosure.when)),
        lambda came: came.filing is not None and enclosure in came.filing.enclosures,
        {"name": enclosure.id},
    )


def _lines(file: str, template: str, own: Goal, goals: "_Goals") -> Iterator[Thing]:
    """The lines of a letter that say something themselves."""
    lines = [each.strip() for each in template.splitlines()]
    for number, line in enumerate(lines, start=1):
        if line and not line.startswith("["):
            yield _line(f"{file}:{number}", lines[number - 1 :], own, goals)


def _line(where: str, lines: Sequence[str], own: Goal, goals: "_Goals") -> Thing:
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


class _Goals:
    """Goals on the ways of one kind, which also bring what its facts and its filing need."""

    def __init__(self, kind: FilingKind) -> None:
        self.kind = kind
        questions = kind.questions.values()
        self.papers = {each.id for each in questions if each.type is AnswerType.MATERIALS}
        self._differences = [each.id for each in questions if each.type is AnswerType.DIFFERENCES]

    def of(self, ground: Ground) -> Iterator[Goal]:
        """Each way to support a ground, on which somebody is named whom it leads to."""
        for led in self._led(ground):
            yield from (Goal(when).and_(led) for when in ground.supported)

    def _led(self, ground: Ground) -> Iterator[Goal]:
        addressees = ground.addressees or next(
            (each.addressees for each in self.kind.grounds if each.addressees), ()
        )
        yield Goal()
        for each in addressees:
            yield Goal(each.when, said=frozenset(filter(None, [each.question])))

    def filed(self, own: Goal) -> Iterator[Goal]:
        """Each way to a filing at all."""
        yield own
        for ground in self.kind.grounds:
            yield from (goal.and_(own) for goal in self.of(ground))

    def saying(
        self, sentence: str, earlier: Sequence[str] = (), ground: Ground | None = None
    ) -> Iterator[Goal]:
        """Each way to say a sentence, and none of the alternatives before it."""
        filled = self._filled(sentence)
        for open_ in islice(product(*map(self._unfilled, earlier)), _MOST_GOALS):
            own = filled
            for each in open_:
                own = own.and_(each)
            if own.said & own.open:
                continue
            supported = self.of(ground) if ground else self.filed(Goal())
            for goal in supported:
                yield goal.and_(own)
                yield from self._without_rows(goal.and_(own))

    def standing(self, line: str) -> Iterator[Goal]:
        """Each way on which a line of a letter brings something."""
        if line.startswith(("[fields:", "[story:")):
            for id in line.partition(":")[2].rstrip("]").split(","):
                yield from self.filed(Goal(said=frozenset([id.strip()])))
        elif line.startswith("["):
            yield from self.filed(Goal())
        else:
            yield from self.saying(line.removeprefix("> "))

    def _without_rows(self, goal: Goal) -> Iterator[Goal]:
        """Where the person gave rows of differences, they stand in place of the ground's own."""
        for id in self._differences:
            if id not in goal.said:
                yield goal.and_(Goal(open=frozenset([id])))

    def _filled(self, sentence: str) -> Goal:
        names = places_in(sentence) or set()
        facts = {each.partition("_")[0] for each in names - self.kind.questions.keys()}
        when = tuple(Condition(fact=SAID + each, equals="yes") for each in PERIODS if each in facts)
        return Goal(when, said=frozenset(names & self.kind.questions.keys()))

    def _unfilled(self, sentence: str) -> list[Goal]:
        """Each way to leave a sentence unsaid."""
        names = sorted(places_in(sentence) or set())
        found = []
        for name in names:
            fact = name.partition("_")[0]
            if name in self.kind.questions:
                found.append(Goal(open=frozenset([name])))
            elif name not in _ALWAYS and fact in PERIODS:
                found.append(Goal((Condition(fact=SAID + fact, equals="no"),)))
        return found
