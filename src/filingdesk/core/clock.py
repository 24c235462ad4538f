"""A clock: a period that the law sets, what starts it, stops it, prolongs it and comes after it."""

from dataclasses import dataclass
from enum import StrEnum

from filingdesk.core.law import Citation
from filingdesk.core.question import When

LEARNED_ON = "learned_on"
"""The question whose answer becomes the event LEARNED, and starts what starts with knowing."""


class Unit(StrEnum):
    """What a clock counts."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    YEAR = "year"


class Trigger(StrEnum):
    """What starts, stops, continues or ends a clock; the past tense is meant.

    CORRECTION_NOTICE: the authority has asked for what is missing (补正通知); SUPPLEMENTED: it got
    it. LAPSED and ENDED have no event of their own in a case: a day that the person knew, or the
    clock that is followed, starts such a clock.
    """

    SENT = "sent"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    TRANSFERRED = "transferred"
    SERVED = "served"
    KNOWN = "known"
    REPLIED = "replied"
    PUBLISHED = "published"
    DECIDED = "decided"
    RECOGNISED = "recognised"
    REVOKED = "revoked"
    ENDED = "ended"
    LAPSED = "lapsed"
    CORRECTION_NOTICE = "correction_notice"
    SUPPLEMENTED = "supplemented"
    SUSPENDED = "suspended"
    RESUMED = "resumed"


class OwedBy(StrEnum):
    """Who must have acted when the clock ends."""

    APPLICANT = "applicant"
    AGENCY = "agency"


class LastDay(StrEnum):
    """What happens when the last day is a rest day."""

    ROLL_FORWARD = "roll_forward"
    NONE = "none"


class NotMeant(ValueError):
    """A value that cannot be meant; `key` is the field that it stands in."""

    def __init__(self, message: str, key: str) -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True, slots=True)
class Extension:
    """By how much a period may be prolonged, at most. `note` is a pack text.

    Raises NotMeant for a count below one.
    """

    count: int
    unit: Unit
    citations: tuple[Citation, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if self.count < 1:
            raise NotMeant("an extension counts at least one", "count")


@dataclass(frozen=True, slots=True)
class Clock:
    """A period set by law. `name` and `note` are pack texts; `count` is None where nobody knows it.

    `start` is the question whose answer starts it where the person already knows the day.
    `follows` is the clock whose end in silence starts it, unless its own trigger did before.
    `deemed` is what counts as done when it ends in silence; that starts whatever it triggers.
    `suspends` and `resumes` stop and continue it: the days between do not count.
    `ended_by` is what ends it in time, besides what always does: an answer, for what an agency
    owes on the way to one, and what was missing, once it was handed in.
    `when` are the answers without which it does not concern a filing at all. While a clock that
    `must_end` runs, there is no filing yet, only the first day after it. `excused` are the answers
    with which nobody says that its end is over: something may have kept the person from acting.

    A clock that is not verified never gives a date. Raises NotMeant, a ValueError, for what
    contradicts itself: a count below one, a verified clock without a count, one that follows
    itself, is deemed done by its own trigger, is stopped and never continued, or must end without
    a day that starts it.
    """

    id: str
    name: str
    count: int | None
    unit: Unit
    trigger: Trigger
    owed_by: OwedBy
    last_day: LastDay = LastDay.ROLL_FORWARD
    citations: tuple[Citation, ...] = ()
    verified: bool = False
    note: str = ""
    start: str = ""
    extension: Extension | None = None
    follows: str = ""
    deemed: Trigger | None = None
    suspends: tuple[Trigger, ...] = ()
    resumes: tuple[Trigger, ...] = ()
    ended_by: tuple[Trigger, ...] = ()
    when: When = ()
    must_end: bool = False
    excused: When = ()

    def __hash__(self) -> int:
        return hash(self.id)  # deadlines are looked up by their clock, a hundred thousand at once

    def __post_init__(self) -> None:
        if self.count is None:
            if self.verified:
                raise NotMeant("a verified clock has a count", "count")
        elif self.count < 1:
            raise NotMeant("a clock counts at least one", "count")
        if self.follows == self.id:
            raise NotMeant("a clock does not follow itself", "follows")
        if self.deemed is self.trigger:
            raise NotMeant("what starts a clock is not what its end counts as", "deemed")
        if bool(self.suspends) != bool(self.resumes):
            raise NotMeant("what is stopped can be continued, and only that", "suspends")
        if self.trigger in self.suspends or set(self.suspends) & set(self.resumes):
            raise NotMeant("what stops a clock neither starts nor continues it", "suspends")
        if self.trigger in self.ended_by:
            raise NotMeant("what starts a clock does not end it", "ended_by")
        if self.must_end and not self.start:
            raise NotMeant("what must end first starts on a day that was said", "must_end")
