"""What a way through a kind must bring, for each thing that a person may come to see on it."""

from collections.abc import Iterator, Sequence
from itertools import islice, product

from filingdesk.core.pack import Addressee, FilingKind, Ground
from filingdesk.core.question import AnswerType, Condition, When
from filingdesk.core.route import DECIDED, asked_for
from filingdesk.packs.periods import PERIODS, SAID
from filingdesk.packs.sentences import places_in
from filingdesk.packs.walks import Goal, looked_at

_MOST_GOALS = 64
"""Combinations of grounds and open places that are tried for one thing."""

_ALWAYS = ("authority", "filing", "reference", "today")


class Goals:
    """Goals on the ways of one kind, which also bring what its facts and its filing need."""

    def __init__(self, kind: FilingKind) -> None:
        self.kind = kind
        questions = kind.questions.values()
        self.papers = {each.id for each in questions if each.type is AnswerType.MATERIALS}
        self._proposing = {each.id for each in questions if any(c.authority for c in each.choices)}
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

    def to(self, ground: Ground, number: int) -> Iterator[Goal]:
        """Each way on which a ground leads to that addressee, and to none before it.

        One before it is passed over because nobody was named, or because its `when` does not hold.
        """
        own, before = ground.addressees[number], ground.addressees[:number]
        named = _named_under(own)
        said = frozenset({named} - {""})
        for passed in (before, [each for each in before if not each.when]):
            open_ = frozenset(_named_under(each) for each in passed) - {named, ""}
            if DECIDED in open_:
                open_ |= self._proposing
            for when in ground.supported:
                goal = Goal(when).and_(Goal(own.when, said=said, open=open_))
                yield goal.and_(self._deciding(ground, goal.when))

    def _deciding(self, ground: Ground, when: When) -> Goal:
        """That no ground before it leads anywhere, of those that could hold along with `when`."""
        earlier = self.kind.grounds[: self.kind.grounds.index(ground)]
        sets = (each for one in earlier if one.addressees for each in one.supported)
        without = tuple(each for each in sets if not _contradict(each, when))
        looked = frozenset(id for each in without for id in looked_at(each))
        return Goal(without=without, weighed=looked)

    def ending(self) -> Iterator[Goal]:
        """Each way on which a ground speaks of a display of unknown end, and none of its end."""
        sets = [when for ground in self.kind.grounds for when in ground.supported]
        of_end = tuple(rest for when in sets for rest in _when_displayed(when, "expired"))
        looked = frozenset(id for each in of_end for id in looked_at(each))
        for when in sets:
            for rest in _when_displayed(when, "unknown"):
                yield Goal(rest, without=of_end, weighed=looked)

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


def _when_displayed(when: When, state: str) -> Iterator[When]:
    """What else is asked for by conditions that hold in that state of a display alone."""
    states = [_values(each) for each in when if each.fact == "display"]
    if states and all(state in each for each in states):
        yield tuple(each for each in when if each.fact != "display")


def _contradict(one: When, other: When) -> bool:
    """Whether no answer to some question can fulfil both."""
    wanted = [(each.question or each.fact, _values(each)) for each in other]
    return any(
        values and mine and name == (each.question or each.fact) and not values & mine
        for each in one
        for mine in [_values(each)]
        for name, values in wanted
    )


def _values(condition: Condition) -> frozenset[str]:
    if condition.equals is not None:
        return frozenset([condition.equals])
    return frozenset(condition.one_of)


def _named_under(addressee: Addressee) -> str:
    """The question that names an addressee; empty where the pack does."""
    return "" if addressee.authority else addressee.question or asked_for(addressee.role)
