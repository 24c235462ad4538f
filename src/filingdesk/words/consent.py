"""What a person agrees to before the first question; the version that was read is kept."""

from filingdesk.words.catalogue import N_

VERSION = "2026-11-22"
"""Changes with every change of the sentences."""

SENTENCES = (
    N_(
        "What you type stays on this computer, encrypted, and is used only to make your filing "
        "and to follow its deadlines."
    ),
    N_("Nothing is sent anywhere. You hand the paper over yourself, or a clerk does it with you."),
    N_("You can stop at any time and erase everything with one touch."),
    N_(
        "When you sign, the service centre keeps the filing and its history, so that a clerk can "
        "help you with the next step."
    ),
)

REMINDER = (
    N_(
        "This desk keeps your answers, encrypted, under this name. On the day a clerk sees it, and "
        "the filing can begin where you stopped."
    ),
    N_("Pictures and papers are not kept. Everything is erased when you file, or when you ask."),
)
"""What a person agrees to who wants to be reminded."""
