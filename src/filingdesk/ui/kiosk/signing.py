"""What a person has done on the page to sign: kept while they look elsewhere, never on the disk."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum

from filingdesk.core.document import Stroke
from filingdesk.ui.kiosk.session import Session

_KEPT, _SIGNED = "signing", "signed"


class Way(StrEnum):
    """Where the hand signs, or that a key of one's own does."""

    SCREEN = "screen"
    PAPER = "paper"
    CARD = "card"


@dataclass(frozen=True, slots=True, repr=False)
class Signing:
    """The statement of truth, the way to sign, and the strokes as shares of the pad."""

    truth: bool = False
    way: Way = Way.SCREEN
    strokes: tuple[Stroke, ...] = ()

    @property
    def drawn(self) -> tuple[Stroke, ...]:
        """The strokes that go onto the page."""
        return self.strokes if self.way is Way.SCREEN else ()


def keep(session: Session, signing: Signing) -> None:
    """Remember it for as long as the answers stay what they are."""
    session.spare[_KEPT] = json.dumps({**asdict(signing), "of": _stamp(session)})


def kept(session: Session) -> Signing:
    """What was done; nothing where an answer has changed since: other pages, another signature."""
    found = json.loads(session.spare.get(_KEPT, "{}"))
    if found.get("of") != _stamp(session):
        return Signing()
    strokes = tuple(tuple((x, y) for x, y in stroke) for stroke in found["strokes"])
    return Signing(found["truth"], Way(found["way"]), strokes)


def forget(session: Session) -> None:
    """It is on the paper now; only the way is remembered, for what is told of the paper."""
    session.spare[_SIGNED] = kept(session).way.value
    session.spare.pop(_KEPT, None)


def signed(session: Session) -> Way:
    """The way in which the filing was signed."""
    return Way(session.spare.get(_SIGNED, Way.PAPER.value))


def _stamp(session: Session) -> int:
    return hash(frozenset(session.here.answers.values.items()))
