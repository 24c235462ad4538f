"""The ways that the rail offers: the rooms, the language, the display, and out."""

from filingdesk.ui.clerk import display
from filingdesk.ui.clerk.keys import Key, shown
from filingdesk.ui.clerk.rail import RailItem
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.widgets.topbar import Option
from filingdesk.words.catalogue import LANGUAGES

TODAY, CASES, NEW, CHECK = "today", "cases", "new", "check"
LANGUAGE, DISPLAY, DESK, LEAVE = "language", "display", "desk", "leave"
SETTINGS, NEW_PASSPHRASE, NEW_CODE = "settings", "new passphrase", "new code"
"""What can be picked under DESK."""
LOCK, KIOSK, CLOSE = "lock", "kiosk", "close"
"""What can be picked under LEAVE."""


def ways(sitting: Sitting) -> tuple[RailItem, ...]:
    """Only rooms that are there."""
    words, say = sitting.words, sitting.words.say
    looks = display.options(sitting.look, words)
    return (
        RailItem(TODAY, say("Today"), "calendar-clock", shown(Key.TODAY)),
        RailItem(CASES, say("Cases"), "inbox", shown(Key.CASES)),
        RailItem(NEW, say("New filing"), "file-pen", shown(Key.NEW)),
        RailItem(CHECK, say("Check a filing"), "file-check", shown(Key.CHECK)),
        _foot(LANGUAGE, LANGUAGES[words.language], "languages", _languages(words.language)),
        _foot(DISPLAY, say("Display"), "a-large-small", looks),
        _foot(DESK, say("This desk"), "key-round", _about_the_desk(sitting)),
        _foot(LEAVE, say("Leave"), "log-out", _ways_out(sitting)),
    )


def _foot(key: str, words: str, icon: str, options: tuple[Option, ...]) -> RailItem:
    return RailItem(key, words, icon, foot=True, options=options)


def _languages(present: str) -> tuple[Option, ...]:
    return tuple(Option(code, name, on=code == present) for code, name in LANGUAGES.items())


def _about_the_desk(sitting: Sitting) -> tuple[Option, ...]:
    say = sitting.words.say
    return (
        Option(SETTINGS, say("How this desk signs ({key})", key=shown(Key.SETTINGS))),
        Option(NEW_PASSPHRASE, say("New passphrase")),
        Option(NEW_CODE, say("New recovery code")),
    )


def _ways_out(sitting: Sitting) -> tuple[Option, ...]:
    say = sitting.words.say
    return (
        Option(LOCK, say("Lock the desk ({key})", key=shown(Key.LOCK))),
        Option(KIOSK, say("To the citizens' pages")),
        Option(CLOSE, say("Close the program")),
    )
