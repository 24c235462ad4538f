"""What an event notes about signatures, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filingdesk.core.case import EventKind
from filingdesk.core.signature import Capacity, Level
from filingdesk.words.terms import CAPACITIES, LEVELS

if TYPE_CHECKING:
    from filingdesk.core.case import Event
    from filingdesk.words.catalogue import Words


def note_of(event: Event, words: Words) -> str:
    """Who signed in which capacity, how high stamps raised it; else the note as it is."""
    if event.kind is EventKind.COUNTERSIGNED:
        capacity, _, signer = event.note.partition(" ")
        said = words.say(CAPACITIES[Capacity(capacity)])
        return words.say("{signer}: {capacity}", signer=signer, capacity=said)
    if event.kind is EventKind.TIME_STAMPED:
        return words.say(LEVELS[Level(event.note)])
    return event.note
