"""Plain answers to try a pack with: one for a question nobody looks at, some for the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from filingdesk.core.answers import Answers, Difference, Value, holds
from filingdesk.core.deadline import Unit
from filingdesk.core.pack import DisplayRule, FilingKind, Measure, Pack, Role
from filingdesk.core.question import NOT_SURE, AnswerType, Condition, Question
from filingdesk.core.route import successor
from filingdesk.packs.conditions import every_condition

_NONE: Value = ()
LATELY = timedelta(days=10)
_SOME_TIME_AGO = timedelta(days=400)
_MARGIN = timedelta(days=30)
_DAYS = {Unit.WORKING_DAY: 1.6, Unit.CALENDAR_DAY: 1, Unit.MONTH: 30.5, Unit.YEAR: 365.25}
_GROWN = "110101198001010010"
_CHILD_YEARS = 12


class Sample:
    """Answers for one kind of one pack, as of a day.

    A date is tried lately, some time ago, and after each period that a rule counts from it; an
    organ by every name that a condition knows, a name that it does not know, and one of the pack.
    """

    def __init__(self, pack: Pack, kind: FilingKind, today: date) -> None:
        self._pack = pack
        self._today = today
        self._days = {rule.start: self._days_for(rule.start) for rule in pack.display_rules}
        self._named = _named(every_condition(kind, pack.display_rules))
        self._plain: dict[str, Value] = {}

    def offered(self, question: Question, heard: Answers, is_varied: bool) -> Sequence[Value]:
        """The answers to try for a question; none, as (), where it may be left open."""
        if not is_varied:
            return (self._one(question, heard),)
        return self._several(question, heard)

    def _one(self, question: Question, heard: Answers) -> Value:
        if question.type in (AnswerType.CHOICE, AnswerType.CHOICES):
            ids = _choices(question, heard)
            first = ids[0] if ids else NOT_SURE
            return first if question.type is AnswerType.CHOICE else (first,)
        if question.id not in self._plain:
            self._plain[question.id] = self._typed(question)
        return self._plain[question.id]

    def _several(self, question: Question, heard: Answers) -> Sequence[Value]:
        further: list[Value] = [NOT_SURE] if question.not_sure else []
        further += [_NONE] if question.optional else []
        one = self._one(question, heard)
        match question.type:
            case AnswerType.CHOICE:
                return (*_choices(question, heard), *further)
            case AnswerType.CHOICES:
                ids = _choices(question, heard)
                return (*((id,) for id in ids), ids, *further)
            case AnswerType.DATE:
                return (*dict.fromkeys((one, *self._days.get(question.id, ()))), *further)
            case AnswerType.AUTHORITY:
                named = self._named.get(question.id, ())
                return (*dict.fromkeys((one, *named, question.label)), *further)
            case AnswerType.ID_NUMBER:
                return (one, self._child(), *further)
            case _:
                return (one, *further)

    def _typed(self, question: Question) -> Value:
        match question.type:
            case AnswerType.DATE:
                return (self._today - _SOME_TIME_AGO).isoformat()
            case AnswerType.AUTHORITY:
                return self._organ() or question.label
            case AnswerType.JURISDICTION:
                return self._pack.id
            case AnswerType.ID_NUMBER:
                return _GROWN
            case AnswerType.DIFFERENCES:
                return (Difference("甲", "乙", "丙"),)
            case AnswerType.MATERIALS:
                return _NONE
            case _:
                return f"〈{question.label}〉"

    def _organ(self) -> str:
        """The id of the first organ that decides, or provides, today."""
        for role in (Role.RECOGNISING, Role.PROVIDING):
            for each in self._pack.holding(role, self._today):
                if successor(self._pack, each.id, self._today):
                    return each.id
        return ""

    def _child(self) -> str:
        return f"110101{self._today.year - _CHILD_YEARS}0101001X"

    def _days_for(self, start: str) -> tuple[Value, ...]:
        """Days that lie on each side of every period and every change of the rules."""
        days = {self._today - LATELY}
        for rule in self._pack.display_rules:
            if rule.start == start:
                days.update(self._about(rule))
        return tuple(day.isoformat() for day in sorted(days, reverse=True))

    def _about(self, rule: DisplayRule) -> Iterator[date]:
        yield long_ago(rule, self._today)
        if rule.measure is Measure.MAXIMUM:
            for day in (rule.effect.since, rule.effect.until):
                if day and day + _MARGIN < self._today:
                    yield day - _MARGIN
                    yield day + _MARGIN


def long_ago(rule: DisplayRule, today: date) -> date:
    """A day from which the period of a rule is over."""
    return today - timedelta(days=rule.count * _DAYS[rule.unit]) - _MARGIN


def _choices(question: Question, heard: Answers) -> tuple[str, ...]:
    return tuple(each.id for each in question.choices if holds(each.when, heard))


def _named(conditions: Iterable[Condition]) -> Mapping[str, list[str]]:
    """The values that conditions compare a question's answer with."""
    found: dict[str, list[str]] = {}
    for each in conditions:
        values = each.one_of if each.equals is None else (each.equals,)
        named = (value for value in values if value not in ("", NOT_SURE))
        found.setdefault(each.question, []).extend(named)
    return found
