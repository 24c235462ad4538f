"""What comes back for a filing: the agency's receipt in our own file, or a paper of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from filingdesk.core.case import EventKind
from filingdesk.core.signature import Capacity
from filingdesk.core.verdict import Mark

if TYPE_CHECKING:
    from filingdesk.core.signature import FoundSignature
    from filingdesk.core.verdict import Verdict


class ReplyKind(StrEnum):
    """RECEIPT: our own file, signed by the agency. RETURNED: our own file as it left the desk.

    REPLY: a PDF of the agency's own. SCAN: a picture of a paper, without a signature to verify.
    """

    RECEIPT = "receipt"
    RETURNED = "returned"
    REPLY = "reply"
    SCAN = "scan"


TELLS: Mapping[ReplyKind, EventKind] = {
    ReplyKind.RECEIPT: EventKind.RECEIPT_NOTED,
    ReplyKind.REPLY: EventKind.REPLIED,
    ReplyKind.SCAN: EventKind.REPLIED,
}
"""What a file lets a clerk write down, once a person has confirmed the day."""


@dataclass(frozen=True, slots=True, repr=False)
class Reply:
    """A file that came back, judged and not kept yet.

    `content` is what would be kept; `verdict` is None for a picture. `day` and `signer` are of the
    signature that tells them, if there is one.
    """

    kind: ReplyKind
    content: bytes
    verdict: Verdict | None = None
    day: date | None = None
    signer: str = ""

    @property
    def event(self) -> EventKind | None:
        """What can be written down because of it."""
        return TELLS.get(self.kind)

    @property
    def is_changed(self) -> bool:
        """Whether it is our own file with something in it that nobody may change."""
        own = self.kind in (ReplyKind.RECEIPT, ReplyKind.RETURNED)
        return own and self.verdict is not None and self.verdict.overall is Mark.WRONG

    @property
    def refusal(self) -> str:
        """Why it cannot be kept with the case: a code, empty where it can."""
        if self.is_changed:
            return "reply-changed"
        return "reply-not-signed" if self.kind is ReplyKind.RETURNED else ""


@dataclass(frozen=True, slots=True)
class KeptReply:
    """A file that is kept with a case; `sha256` (hex) names it, `size` is in bytes."""

    kind: ReplyKind
    sha256: str
    size: int
    signer: str
    day: date | None
    kept_at: datetime


def receipt_in(verdict: Verdict) -> FoundSignature | None:
    """The agency's own signature in our file; the last, if there are several."""
    own = [each for each in verdict.signatures if each.capacity is Capacity.AGENCY_RECEIPT]
    return own[-1] if own else None


def signed_on(found: FoundSignature, zone: tzinfo | None) -> date | None:
    """The day of a signature where the desk stands: its time stamp's, or what its signer said."""
    moment = found.stamped_at or found.signed_at
    return moment.astimezone(zone).date() if moment else None
