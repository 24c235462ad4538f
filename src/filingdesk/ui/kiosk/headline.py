"""The finding in one line: what a person came to hear."""

from collections.abc import Callable

from filingdesk.core.advice import Advice, Remedy
from filingdesk.core.display import DisplayState
from filingdesk.core.pack import Ground
from filingdesk.ui.kiosk.session import Session

_STOPS = "。."


def headline(session: Session, advice: Advice, said: Callable[[str], str]) -> str:
    """`said` is how pack sentences of this advice read: see Desk.say_in."""
    if advice.remedy is Remedy.WAIT:
        return _wait(session, advice)
    if advice.remedy is Remedy.NONE:
        return _none(session, advice)
    shown = advice.display.asserted
    if shown and advice.display.state is DisplayState.EXPIRED:
        day = session.words.day(shown.ends_on)
        return session.words.say("This record should have come down on {day}", day=day)
    if len(advice.grounds) == 1:
        return plain(advice.grounds[0], said)
    return session.words.say(
        "You can file this, and you have {count} reasons", count=len(advice.grounds)
    )


def plain(ground: Ground, said: Callable[[str], str]) -> str:
    """A ground in plain words, without its full stop."""
    return said(ground.plain).rstrip(_STOPS)


def _wait(session: Session, advice: Advice) -> str:
    if advice.earliest is None:
        return session.words.say("It is too early to ask for this")
    date = session.words.day(advice.earliest)
    return session.words.say("You can ask for this from {date}", date=date)


def _none(session: Session, advice: Advice) -> str:
    say, shown = session.words.say, advice.display.asserted
    if advice.display.state is not DisplayState.RUNNING:
        return say("What you told us does not support this filing yet")
    if shown is None:
        return say("This record may still be shown")
    day = session.words.day(shown.ends_on)
    return say("This record may still be shown until {day}", day=day)
