"""What is signed is signed by others as well, and stamped when the network is there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from filingdesk.core.case import Event, EventKind
from filingdesk.core.ports import Signatory, Signer
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity, Level, Reached, StampedFile
from filingdesk.desk.casework import Casework
from filingdesk.desk.signatures import BY_THE_DESK, countersigned, signed_by
from filingdesk.desk.today import CaseToday

SIGNATURE = "signature"
"""Where a warning about the level of a case's signatures belongs."""
_NO_NETWORK = frozenset({"tsa-unreachable", "tsa-missing"})


@dataclass(frozen=True, slots=True)
class Stamped:
    """`raised` are references of cases; `left` those that still lack something, each with what."""

    raised: tuple[str, ...] = ()
    left: tuple[tuple[str, Problem], ...] = ()


class Countersigning(Casework):
    """Later signatures and time stamps of cases; every byte that was signed stays."""

    def case(self, id: str) -> CaseToday:
        """As `Casework.case`; its warnings tell too what its signatures still lack."""
        return self._told(super().case(id))

    def record(
        self,
        id: str,
        kind: EventKind,
        day: date,
        note: str = "",
        clock: str = "",
        until: date | None = None,
    ) -> CaseToday:
        """As `Casework.record`."""
        return self._told(super().record(id, kind, day, note, clock, until))

    def countersign(self, id: str, signer: Signer, capacity: Capacity) -> CaseToday:
        """One more signature on a signed filing: the witness of a hand's signature, an agent.

        The key is closed at the end. Raises UserProblem: no-place-to-sign, case-changed, and as
        the key does; the case is then as it was.
        """
        store = self.doors.store
        with signer:
            if capacity in BY_THE_DESK:
                raise UserProblem(Problem("capacity", "no-place-to-sign"))
            each = Signatory(capacity, signer)
            before = store.reached(id)
            signed = signed_by(self.doors, store.signed_pdf(id), (each,))
        reached = before.beside(Reached(signed.level, signed.lacking))
        event = countersigned(each, self.doors.time.today(), signed.signed_at)
        store.replace_signed(id, signed, reached, (event,))
        return self.case(id)

    def lacking_stamps(self) -> Sequence[str]:
        """The references of the cases that are below the level of this desk, the oldest first."""
        return self.doors.store.below(self._wanted())

    def stamp_later(self, id: str = "") -> Stamped:
        """Raise every case to the level of this desk, or only one, as far as it can be had.

        Each case is kept by itself. When no authority answers, the others are not tried.
        """
        raised, left = [], []
        silent: Problem | None = None
        for reference in (self.doors.store.case(id).reference,) if id else self.lacking_stamps():
            problem = silent
            if problem is None:
                risen, problem = self._stamp(reference)
                raised += [reference] if risen else []
            if problem is not None:
                left.append((reference, problem))
                silent = problem if problem.code in _NO_NETWORK else None
        return Stamped(tuple(raised), tuple(left))

    # ---------------------------------------------------------------- inside

    def _stamp(self, reference: str) -> tuple[bool, Problem | None]:
        """Whether a case has risen, and what it lacks even so."""
        store = self.doors.store
        before = store.reached(reference)
        try:
            stamped = self.doors.stamper().stamp(store.signed_pdf(reference))
            if before.level.reaches(stamped.level):
                return False, Problem(SIGNATURE, stamped.lacking) if stamped.lacking else None
            self._keep(reference, stamped)
        except UserProblem as refused:
            return False, refused.problems[0]
        return True, Problem(SIGNATURE, stamped.lacking) if stamped.lacking else None

    def _keep(self, reference: str, stamped: StampedFile) -> None:
        today, now = self.doors.time.today(), self.doors.time.now()
        event = Event(EventKind.TIME_STAMPED, today, now, stamped.level.value)
        reached = Reached(stamped.level, stamped.lacking)
        self.doors.store.replace_signed(reference, stamped, reached, (event,))

    def _told(self, found: CaseToday) -> CaseToday:
        reached, wanted = self.doors.store.reached(found.case.id), self.doors.signing().level
        if reached.level.reaches(wanted):
            return found
        has_time = reached.level.reaches(Level.B_T)
        code = "proof-not-inside" if has_time else "time-not-proved"
        warning = Problem(SIGNATURE, code, blocks=False)
        others = tuple(each for each in found.warnings if each.where != SIGNATURE)
        return replace(found, warnings=(*others, warning))

    def _wanted(self) -> Level:
        level = self.doors.signing().level
        return Level.B_T if level is Level.B_B else level
