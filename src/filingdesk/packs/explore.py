"""Every kind of filing walked until all of it was seen; what no way brings is told.

A way is sought for each page, question, ground, sentence, paper and line of a letter, over all
answers that a condition looks at; what comes of it is what the desk itself would give.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from filingdesk.core.advice import Remedy, advise, facts_of
from filingdesk.core.answers import Answers, MaterialState, holds
from filingdesk.core.display import find_display, find_minimum
from filingdesk.core.document import Document, Heading, Title, sentences_of
from filingdesk.core.filing import Act, assemble
from filingdesk.core.interview import Interview, compile_interview
from filingdesk.core.letter import compose
from filingdesk.core.pack import DisplayRule, FilingKind, Measure, Pack
from filingdesk.core.ports import Bounds
from filingdesk.core.problem import Problem
from filingdesk.core.workdays import Calendar
from filingdesk.packs.goals import Goals
from filingdesk.packs.layers import Layers
from filingdesk.packs.outcome import with_papers
from filingdesk.packs.periods import SAID, Periods
from filingdesk.packs.sample import Sample
from filingdesk.packs.things import Came, Thing, rule_thing, things_of
from filingdesk.packs.walks import Goal, Walks

MOST_PAGES = 5_000
"""Pages that are entered in search of one goal on which no period depends."""

FEW_PAGES, MANY_PAGES = 500, 1_000
"""The same where one does: with each rule that may bring it, then with all answers."""

MOST_TRIES = 8
"""Ways that are walked for one goal, where the first ones do not bring it after all."""

_REFERENCE = "FD-0000-0000"


@dataclass(slots=True)
class Exploration:
    """What was seen so far, over all packs. `paths` counts sequences of pages.

    Where not all packs are looked at, only what is written in those of `only` is sought.
    """

    only: Collection[str] | None = None
    pages: int = 0
    paths: int = 0
    walked: int = 0
    notes: list[Problem] = field(default_factory=list)
    is_every_path: bool = True
    _seen: set[object] = field(default_factory=set)
    _unseen: dict[object, Thing] = field(default_factory=dict)
    _kinds: list[tuple[FilingKind, tuple[int, int]]] = field(default_factory=list)

    def look_again(self, pack: Pack, layers: Layers, calendar: Calendar) -> None:
        """Whether a pack that is not counted brings what none has brought yet."""
        counts = (self.pages, self.paths, self.walked, self.is_every_path)
        self.explore(pack, layers, calendar)
        self.pages, self.paths, self.walked, self.is_every_path = counts

    def explore(self, pack: Pack, layers: Layers, calendar: Calendar) -> None:
        """Every kind of a pack. What a pack inherits is explored in the first one that has it."""
        rows = layers.sheet["display_rule"]
        rules = [rule_thing(rule, rows[rule.id]) for rule in pack.display_rules]
        rules = [each for each in rules if self._is_wanted(each)]
        self._unseen.update({each.source: each for each in rules})
        for id, kind in pack.kinds.items():
            counted = self._counted(kind)
            if counted is None:
                walked = _Explored(pack, kind, calendar)
                counted = (len(kind.pages), self._count(walked))
                letters = dict(_letters(layers, id))
                self._see(walked, [*things_of(kind, layers.kinds[id], letters)])
                self._kinds.append((kind, counted))
            apt = [each for each in rules if self._is_apt(each, kind)]
            if apt:
                self._see(_Explored(pack, kind, calendar), apt)
            self.pages += counted[0]
            self.paths += counted[1]
        self.notes.extend(_left_alone(pack, layers, calendar))

    @property
    def bounds(self) -> Bounds:
        """How far it went."""
        return Bounds(self.is_every_path, self.walked, MOST_PAGES)

    @property
    def faults(self) -> Iterator[Problem]:
        """What no way brought, in any pack that has it."""
        for source, thing in self._unseen.items():
            if source not in self._seen:
                yield Problem(thing.where(), thing.code, thing.facts)

    def _is_wanted(self, thing: Thing) -> bool:
        """Whether it was not seen yet, and is written in a pack that is looked at."""
        source = thing.source
        file = str(source[0] if isinstance(source, tuple) else source)
        named = self.only is None or file.partition("/")[0] in self.only
        return named and source not in self._seen

    def _is_apt(self, rule: Thing, kind: FilingKind) -> bool:
        """Whether a kind asks all that a rule needs."""
        needed = (goal.needed <= kind.questions.keys() for goal in rule.goals())
        return rule.source not in self._seen and any(needed)

    def _counted(self, kind: FilingKind) -> tuple[int, int] | None:
        """The pages and paths of a kind that was explored in another pack."""
        return next((counts for known, counts in self._kinds if known == kind), None)

    def _count(self, walked: "_Explored") -> int:
        paths, is_every = walked.walks.count()
        self.is_every_path &= is_every
        return paths

    def _see(self, walked: "_Explored", things: list[Thing]) -> None:
        wanted = [each for each in things if self._is_wanted(each)]
        while wanted:
            first, *wanted = wanted
            for came in walked.tried(first):
                self.walked += 1
                found = [each for each in (first, *wanted) if each.came(came)]
                self._seen.update(each.source for each in found)
                if first in found:
                    break
            else:
                self._unseen.setdefault(first.source, first)
            wanted = [each for each in wanted if each.source not in self._seen]


def _left_alone(pack: Pack, layers: Layers, calendar: Calendar) -> Iterator[Problem]:
    """The rules that a pack adds whose end leaves somebody without a ground."""
    rows = layers.sheet["display_rule"]
    own = [each for each in pack.display_rules if rows[each.id].pack == pack.id]
    for kind in pack.kinds.values() if own else ():
        walked = _Explored(pack, kind, calendar)
        for rule in filter(walked.leaves_alone, own):
            facts = {"name": rule.id, "kind": kind.id}
            where = rows[rule.id].place("id")
            yield Problem(where, "pack-rule-leads-nowhere", facts, blocks=False)


def _letters(layers: Layers, kind: str) -> Iterator[tuple[str, tuple[str, str]]]:
    sheet = layers.kinds[kind]
    for id, row in [("", sheet.head), *sheet["attachment"].items()]:
        found = layers.template(str(row.table.get("template")))
        if found:
            yield id, found


class _Explored:
    """One kind of one pack, as of the day on which the pack was compared with the law."""

    def __init__(self, pack: Pack, kind: FilingKind, calendar: Calendar) -> None:
        self._pack, self._calendar = pack, calendar
        self._interview: Interview = compile_interview(kind)
        self._periods = Periods(pack, kind)
        self.walks = Walks(kind, Sample(pack, kind, pack.as_of).offered)

    def tried(self, thing: Thing) -> Iterator[Came]:
        """What comes of the ways that may bring a thing; every goal has a short look first."""
        long = []
        for goal in dict.fromkeys(thing.goals()):
            wide = self._periods.wide(goal)
            if not wide.weighed:
                yield from self._found(goal, MOST_PAGES)
                continue
            long.append(wide)
            for narrow in self._periods.narrow(goal):
                yield from self._found(narrow, FEW_PAGES)
        for goal in long:
            yield from self._found(goal, MANY_PAGES)

    def leaves_alone(self, rule: DisplayRule) -> bool:
        """Whether somebody has a ground before a longest display is over, and no way afterwards."""
        if rule.measure is not Measure.MAXIMUM or not self._periods.counts(rule):
            return False
        ways = (self._periods.ended(rule, each) for each in Goals(self._interview.kind).ending())
        return any(
            came.advice.remedy is Remedy.NONE and not came.advice.alternatives
            for goal in dict.fromkeys(ways)
            for came in self._found(goal, FEW_PAGES)
        )

    def _found(self, goal: Goal, most_pages: int) -> Iterator[Came]:
        search = self.walks.seek(goal, self._judge(goal), most_pages)
        return map(self._came, islice(search.found(), MOST_TRIES))

    def _judge(self, goal: Goal) -> Callable[[Answers], bool]:
        """Whether the facts of a goal hold."""
        of_facts = tuple(each for each in goal.when if each.fact)

        def judge(answers: Answers) -> bool:
            if not of_facts and not goal.without:
                return True
            facts = self._facts(answers)
            shut_out = any(holds(when, answers, facts) for when in goal.without)
            return holds(of_facts, answers, facts) and not shut_out

        return judge

    def _facts(self, answers: Answers) -> Mapping[str, str]:
        """The facts, and whether a period may be named by its day."""
        rules, today = self._pack.display_rules, self._pack.as_of
        display = find_display(rules, answers, self._calendar, today)
        minimum = find_minimum(rules, answers, self._calendar, today)
        named = {f"{SAID}display": display.asserted, f"{SAID}minimum": minimum.asserted}
        return {
            **facts_of(answers, display, minimum),
            **{name: "yes" if asserted else "no" for name, asserted in named.items()},
        }

    def _came(self, answers: Answers) -> Came:
        pack, interview = self._pack, self._interview
        advice = advise(pack, interview, answers, self._calendar, pack.as_of)
        asked = frozenset(each.id for each in interview.asked_on_path(answers))
        pages = frozenset(each.id for each in interview.path(answers))
        came = Came(pages, asked, interview.pruned(answers), advice)
        if advice.route is None:
            return came
        filed = with_papers(interview, advice, answers, MaterialState.CLERK_SAW)
        act = Act(_REFERENCE, pack.as_of)
        filing = assemble(pack, interview, filed, advice, act, PLAIN)
        texts = frozenset(_said(compose(filing, interview.kind, PLAIN)))
        return replace(came, filing=filing, texts=texts, wording=PLAIN)


def _said(document: Document) -> Iterator[str]:
    """Every text of a letter; a request also without the mark that is set after it."""
    for sentence in sentences_of(document):
        yield sentence.text
        yield sentence.text.rstrip("；。")
    for block in document.blocks:
        match block:
            case Title(text) | Heading(_, text):
                yield text
            case _:
                pass


class _Plain:
    """Texts as the pack has them, days and numbers as they are."""

    language = "zh-CN"

    def text(self, pack_text: str) -> str:
        return pack_text

    def date(self, day: date) -> str:
        return day.isoformat()

    def number(self, place: int) -> str:
        return str(place)

    def list(self, parts: tuple[str, ...]) -> str:
        return "、".join(parts)


PLAIN = _Plain()
