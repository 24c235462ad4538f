"""Cases as of today: their clocks, what happened to them, and why each day is what it is."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

import filingdesk
from filingdesk.core.case import (
    Case,
    Event,
    EventKind,
    next_step,
)
from filingdesk.core.checks import EARLIEST
from filingdesk.core.clock import Clock
from filingdesk.core.deadline import Deadline, due
from filingdesk.core.pack import Pack
from filingdesk.core.ports import Doors
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.proof import Proof, proof_of, proof_sheet
from filingdesk.core.redating import moved_dates, moved_event, shown_dates
from filingdesk.core.running import clocks_today
from filingdesk.desk.behind import Behind, behind
from filingdesk.desk.drafting import ROOT
from filingdesk.desk.lists import CaseList, DueList
from filingdesk.desk.today import CaseToday
from filingdesk.desk.urgency import When, standing
from filingdesk.words.catalogue import PackWords, Words
from filingdesk.words.proof import ProofWords

_AT_ONCE = 500
"""Cases that are counted in one go; so many nobody notices."""
_STEP = 100
"""Cases that are counted while somebody looks at the list."""


def _clock_meant(found: CaseToday, kind: EventKind, clock: str) -> str:
    """The id of the clock that an event is about; empty for one about the whole case."""
    clocks = {each.clock.id: each.clock for each in found.clocks}
    if clock and clock not in clocks:
        raise UserProblem(Problem("clock", "clock-unknown", {"name": clock}))
    if kind is EventKind.EXTENDED:
        longer = [each.id for each in clocks.values() if each.extension]
        if clock and clock not in longer:
            raise UserProblem(Problem("clock", "clock-not-prolonged"))
        clock = clock or (longer[0] if len(longer) == 1 else "")
    if kind in (EventKind.EXTENDED, EventKind.STARTED) and not clock:
        raise UserProblem(Problem("clock", "clock-needed"))
    return clock


class Casework:
    """What is done with a filing after it was signed; and the clocks of the law, without a case."""

    doors: Doors

    def cases(self, search: str = "", *, waits: bool = True) -> CaseList:
        """Cases as of today, each counted when it is looked at; the most urgent first.

        Of two that are as urgent as each other, the one that was opened later comes first. Who
        does not wait gets the order from before where much must be counted anew: see `settling`.
        """
        self._settle(waits=waits)
        return CaseList(self.doors.store, search, self._numbered)

    def agenda(self, *, waits: bool = True) -> Mapping[When, DueList]:
        """Every day to look after, by its urgency; no list is empty.

        The nearest day comes first; of one day, the case that was opened first. Who does not wait
        gets the days from before where much must be counted anew: see `settling`.
        """
        self._settle(waits=waits)
        store, today = self.doors.store, self.doors.time.today()
        lists = {each: DueList(store, each, today, self._numbered) for each in When}
        return {when: found for when, found in lists.items() if found}

    def settling(self) -> Iterator[int]:
        """Count anew what does not stand any more as it was counted last, some cases a step.

        Tells before each step how many are left, and 0 when all is counted; a store that takes
        nothing ends it before that.
        """
        with suppress(UserProblem):
            numbers = self._unsettled()
            for first in range(0, len(numbers), _STEP):
                yield len(numbers) - first
                self._settle_some(numbers[first : first + _STEP])
            yield 0

    def case(self, id: str) -> CaseToday:
        """One case as of today, by id or reference.

        Where a new calendar moved a last day since the case was last shown, `moved` tells it this
        once, and the history keeps it.
        """
        return self._shown(self._today(self.doors.store.case(id)))

    def record(
        self,
        id: str,
        kind: EventKind,
        day: date,
        note: str = "",
        clock: str = "",
        until: date | None = None,
    ) -> CaseToday:
        """Write down what happened to a case on a day.

        An extension names its clock, unless only one can be meant, and the last day that the
        notice names, if it does. Raises UserProblem: date-in-future, date-too-early, clock-needed,
        clock-unknown, clock-not-prolonged.
        """
        if day > self.doors.time.today():
            raise UserProblem(Problem("day", "date-in-future"))
        if day < EARLIEST:
            raise UserProblem(Problem("day", "date-too-early"))
        before = self.case(id)
        about = _clock_meant(before, kind, clock)
        event = Event(kind, day, self.doors.time.now(), note, about, until)
        after = self._shown(self._today(self.doors.store.record(id, event)))
        return replace(after, moved=before.moved)

    def pack_of(self, case: Case) -> Pack:
        """The pack as it was when the case was made; where that is lost, today's."""
        return self._law_of(case)[0]

    def behind(self, case: Case) -> Behind:
        """Why a case rests on its grounds and went to its authority."""
        return behind(self.doors.store.filing(case.id), self.pack_of(case), case.kind)

    def signed_pdf(self, id: str) -> bytes:
        """The signed file of a case, byte for byte."""
        return self.doors.store.signed_pdf(id)

    def clock(self, id: str, jurisdiction: str = "") -> Clock:
        """A clock such as cn/reconsideration-filing. Raises UserProblem: clock-unknown."""
        place = jurisdiction or id.partition("/")[0]
        is_known = jurisdiction or place in self.doors.shelf.jurisdictions()
        kinds = self.doors.shelf.pack(place).kinds.values() if is_known else ()
        clocks = (each for kind in kinds for each in kind.clocks)
        found = next((each for each in clocks if each.id == id), None)
        if found is None:
            raise UserProblem(Problem("clock", "clock-unknown", {"name": id}))
        return found

    def due(self, clock: str, event: date, jurisdiction: str = "") -> Deadline:
        """When a clock ends that starts on a day.

        Raises UserProblem: clock-unknown, clock-not-verified, date-out-of-range.
        """
        return due(self.clock(clock, jurisdiction), event, self.doors.shelf.calendar())

    def proof(self, id: str, clock: str) -> Proof:
        """Why a clock of a case ends on its day. Raises UserProblem: clock-unknown, no-date-yet."""
        found = self._today(self.doors.store.case(id))
        running = next((each for each in found.clocks if each.clock.id == clock), None)
        if running is None:
            raise UserProblem(Problem("clock", "clock-unknown", {"name": clock}))
        proof = proof_of(running, found.case)
        if proof is None:
            raise UserProblem(Problem("clock", "no-date-yet"))
        return proof

    def proof_sheet(self, proof: Proof, jurisdiction: str, language: str, case: str = "") -> bytes:
        """A proof as PDF pages; `case` is the reference that stands on them."""
        own = self.pack_of(self.doors.store.case(case)) if case else None
        pack = own or self.doors.shelf.pack(jurisdiction)
        wording = PackWords(Words(language), pack.lineage)
        sheet = proof_sheet(proof, ProofWords(wording), case)
        return self.doors.renderer.render(sheet)

    # ---------------------------------------------------------------- inside

    def _today(self, case: Case) -> CaseToday:
        pack, warnings = self._law_of(case)
        kind = pack.kinds.get(case.kind) if pack.id == case.jurisdiction else None
        # By another law than its own, nobody has decided which clocks concern it.
        known = [
            each for each in (kind.clocks if kind else ()) if warnings or case.is_concerned_by(each)
        ]
        clocks = clocks_today(case, known, self.doors.shelf.calendar(), self.doors.time.today())
        return CaseToday(case, clocks, next_step(case, clocks), warnings=warnings)

    def _numbered(self, numbers: Sequence[int]) -> tuple[CaseToday, ...]:
        return tuple(self._today(each) for each in self.doors.store.numbered(numbers))

    def _settle(self, *, waits: bool) -> None:
        """Count anew what does not stand any more as it was counted last.

        A store that takes nothing still shows its cases, in the order that it knows.
        """
        with suppress(UserProblem):
            numbers = self._unsettled()
            if waits or len(numbers) <= _AT_ONCE:
                for first in range(0, len(numbers), _AT_ONCE):
                    self._settle_some(numbers[first : first + _AT_ONCE])

    def _unsettled(self) -> Sequence[int]:
        return self.doors.store.unsettled(self.doors.time.today(), self._law())

    def _settle_some(self, numbers: Sequence[int]) -> None:
        store, today = self.doors.store, self.doors.time.today()
        found = zip(numbers, self._numbered(numbers), strict=True)
        store.settle({number: standing(each, today) for number, each in found})

    def _law(self) -> str:
        """What days are counted by: with another program, calendar or pack, they may differ."""
        shelf = self.doors.shelf
        packs = [shelf.pack(each).versions for each in shelf.jurisdictions()]
        return repr((filingdesk.__version__, shelf.calendar().version, packs))

    def _law_of(self, case: Case) -> tuple[Pack, tuple[Problem, ...]]:
        """The pack of a case; the country's where no version of its own is left."""
        shelf = self.doors.shelf
        try:
            return shelf.pack(case.jurisdiction, case.versions), ()
        except UserProblem as lost:
            warnings = tuple(replace(each, blocks=False) for each in lost.problems)
        try:
            return shelf.pack(case.jurisdiction), warnings
        except UserProblem:
            return shelf.pack(ROOT), warnings

    def _shown(self, found: CaseToday) -> CaseToday:
        """The case, with what a new calendar moved; from now on this is what was shown."""
        store, today = self.doors.store, self.doors.time.today()
        kept = {each.clock: each for each in store.shown(found.case.id)}
        dates = shown_dates(found.clocks)
        if all(kept.get(each.clock) == each for each in dates):
            return found
        moved = moved_dates(found.clocks, kept)
        events = tuple(moved_event(each, today, self.doors.time.now()) for each in moved)
        with suppress(UserProblem):  # a store that takes nothing still shows its cases
            store.keep_shown(found.case.id, dates, events)
        case = replace(found.case, events=(*found.case.events, *events))
        return replace(found, case=case, moved=moved)
