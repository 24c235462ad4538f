"""The words of a proof sheet, in one language: implements core's Speech."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filingdesk.words.counting import day_reason
from filingdesk.words.terms import EVENTS, TRIGGERS

if TYPE_CHECKING:
    from filingdesk.core.case import EventKind
    from filingdesk.core.clock import Trigger
    from filingdesk.core.deadline import Reason
    from filingdesk.core.law import Citation
    from filingdesk.words.catalogue import PackWords


class ProofWords:
    """What a proof sheet says; `wording` are the words of the pack that the clock comes from."""

    def __init__(self, wording: PackWords) -> None:
        self.language = wording.language
        self._wording, self._words = wording, wording.words

    def say(self, message: str, **places: object) -> str:
        """A sentence of the program."""
        return self._words.say(message, **places)

    def text(self, pack_text: str) -> str:
        """A pack text."""
        return self._wording.text(pack_text)

    def day(self, day: date) -> str:
        """A day written out, with its weekday."""
        return self._words.day(day)

    def weekday(self, day: date) -> str:
        """The name of a weekday."""
        return self._words.weekday(day)

    def reason(self, reason: Reason) -> str:
        """Why a day counts or does not."""
        return day_reason(reason, self._words)

    def event(self, kind: EventKind) -> str:
        """What happened to a case."""
        return self._words.say(EVENTS[kind])

    def trigger(self, trigger: Trigger) -> str:
        """What starts a clock."""
        return self._words.say(TRIGGERS[trigger])

    def clause(self, citation: Citation) -> str:
        """《Law》, article, and that nobody verified it where nobody did."""
        clause = citation.named()
        if citation.verified:
            return clause
        return self._words.say("{clause} (not verified: ask the window)", clause=clause)

    def number(self, place: int) -> str:
        """The number of a heading."""
        return self._wording.number(place)
