"""Goals that depend on periods: on which answers and days to try them."""

from collections.abc import Iterator

from filingdesk.core.display import DisplayState
from filingdesk.core.pack import DisplayRule, FilingKind, Measure, Pack
from filingdesk.core.question import Condition
from filingdesk.packs.sample import LATELY, long_ago
from filingdesk.packs.walks import Goal, looked_at

PERIODS = {"display": Measure.MAXIMUM, "minimum": Measure.MINIMUM}
"""The facts that rules of display bring."""

SAID = "named "
"""Before the name of a period: the fact whether its last day may be named, "yes" or "no"."""

_ENDED = Condition(fact="display", equals=DisplayState.EXPIRED)


class Periods:
    """The rules of a pack for one kind, as of the day on which it was compared with the law."""

    def __init__(self, pack: Pack, kind: FilingKind) -> None:
        self._today = pack.as_of
        known = kind.questions.keys()
        self._rules = {
            name: [
                rule
                for rule in pack.display_rules
                if rule.measure is measure and _looked_at(rule) <= known
            ]
            for name, measure in PERIODS.items()
        }
        self._weighed = {
            name: frozenset[str]().union(*map(_looked_at, rules))
            for name, rules in self._rules.items()
        }
        self._weighed["minor"] = frozenset({"id_number", "decided_on"} & known)

    def narrow(self, goal: Goal) -> Iterator[Goal]:
        """The goal with each rule that may bring such a fact, on a day that fits."""
        weighed = self.wide(goal)
        for fact, value in _facts(goal).items():
            for rule in self._rules.get(fact, ()):
                day = self._lately if value == DisplayState.RUNNING else self._over(rule)
                pinned = ((rule.start, day),)
                yield weighed.and_(Goal(rule.when, pinned=pinned))

    def counts(self, rule: DisplayRule) -> bool:
        """Whether the kind asks all that a rule looks at."""
        return any(rule in rules for rules in self._rules.values())

    def ended(self, rule: DisplayRule, goal: Goal) -> Goal:
        """The goal where the period of one rule is over."""
        over = Goal((*rule.when, _ENDED), pinned=((rule.start, self._over(rule)),))
        return self.wide(goal.and_(over))

    def wide(self, goal: Goal) -> Goal:
        """The goal with all answers to the questions that its facts depend on."""
        none = frozenset[str]()
        weighed = none.union(*(self._weighed.get(each, none) for each in _facts(goal)))
        return goal.and_(Goal(weighed=weighed))

    @property
    def _lately(self) -> str:
        return (self._today - LATELY).isoformat()

    def _over(self, rule: DisplayRule) -> str:
        """A day of the record from which the period of a rule is over."""
        day = long_ago(rule, self._today)
        until = rule.effect.until if rule.measure is Measure.MAXIMUM else None
        return (min(day, until) if until else day).isoformat()


def _facts(goal: Goal) -> dict[str, str | None]:
    return {each.fact.removeprefix(SAID): each.equals for each in goal.when if each.fact}


def _looked_at(rule: DisplayRule) -> frozenset[str]:
    return looked_at(rule.when) | {rule.start}
