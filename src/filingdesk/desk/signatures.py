"""Several people sign one file, one after the other, each seen in a place of their own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from filingdesk.core.case import Event, EventKind
from filingdesk.core.document import SEAL_SIZE
from filingdesk.core.paper import PLACES
from filingdesk.core.ports import Doors, Signatory
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity, Reached, SignedFile
from filingdesk.words.catalogue import OFFICIAL, Words

BY_THE_DESK = (Capacity.CENTRE_SEAL, Capacity.AGENCY_RECEIPT)
"""Capacities in which nobody signs with a key of their own."""


def in_order(signers: Sequence[Signatory], places: Sequence[Capacity]) -> tuple[Signatory, ...]:
    """The signers as their places follow each other. Raises UserProblem: no-place-to-sign."""
    free = [each for each in places if each not in BY_THE_DESK]
    wanted = [each.capacity for each in signers]
    if len(set(wanted)) < len(wanted) or not set(wanted) <= set(free):
        raise UserProblem(Problem("capacity", "no-place-to-sign"))
    return tuple(sorted(signers, key=lambda each: free.index(each.capacity)))


def signed_by(doors: Doors, pdf: bytes, signers: Sequence[Signatory]) -> SignedFile:
    """The file with every signature, as the last of them made it.

    Its level is that of the lowest one, and `lacking` what the first that lacks something lacks.
    """
    at = doors.time.now()
    reached: Reached | None = None
    for each in signers:
        signed = each.signer.sign(pdf, each.capacity, at, stamp_of(doors, each, at))
        own = Reached(signed.level, signed.lacking)
        reached = own if reached is None else reached.beside(own)
        pdf = signed.pdf
    if reached is None:
        raise ValueError("nobody signs")
    return replace(signed, level=reached.level, lacking=reached.lacking)


def stamp_of(doors: Doors, each: Signatory, at: datetime) -> bytes:
    """What a signed place shows: whose signature, in which capacity, and when; as a PDF page."""
    label, _ = PLACES[each.capacity]
    lines = (each.signer.key.owner, label, Words(OFFICIAL).moment(at))
    return doors.renderer.stamp(lines, *SEAL_SIZE)


def countersigned(each: Signatory, day: date, at: datetime) -> Event:
    """That somebody signed with a key of their own."""
    note = f"{each.capacity} {each.signer.key.owner}"
    return Event(EventKind.COUNTERSIGNED, day, at, note)
