"""A case as it stands today: its clocks, what comes next, and what moved since last time."""

from dataclasses import dataclass
from datetime import date

from filingdesk.core.case import Case, ClockState, NextStep, RunningClock
from filingdesk.core.clock import OwedBy
from filingdesk.core.problem import Problem
from filingdesk.core.redating import Moved


@dataclass(frozen=True, slots=True)
class CaseToday:
    """A case as the clerk sees it: its clocks, what comes next, and what moved since last time.

    `warnings` tell where its days are not counted by the law that it was made under.
    """

    case: Case
    clocks: tuple[RunningClock, ...]
    next_step: NextStep
    moved: tuple[Moved, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def next_due(self) -> date | None:
        """The nearest day that still matters: one of the person's own that is over does not."""
        days = (
            each.deadline.due_on
            for each in self.clocks
            if each.deadline
            and (
                each.state is ClockState.RUNNING
                or (each.state is ClockState.OVERDUE and each.clock.owed_by is OwedBy.AGENCY)
            )
        )
        return min(days, default=None)
