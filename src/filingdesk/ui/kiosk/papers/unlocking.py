"""The password of a locked file: typed as dots, used once, kept nowhere."""

from collections.abc import Callable

from filingdesk.core.file_name import shown_name
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.panel import room_of
from filingdesk.ui.widgets.secret_card import SecretCard


def ask_password(
    page: Page,
    untrusted_name: str,
    given: Callable[[str], None],
    left: Callable[[], None],
    error: str = "",
) -> None:
    """`given` gets what was typed; `left` is called where the file is left out."""
    say = page.session.words.say
    card = SecretCard(
        page.look,
        room_of(page),
        say("This file is locked with a password"),
        say(
            "{name}: whoever made it knows the password. We use it once, and do not keep it.",
            name=shown_name(untrusted_name),
        ),
        say("Password of the file"),
        answers=(say("Open the file"), say("Leave it out")),
    )
    card.given.connect(given)
    card.left.connect(left)
    card.open()
    if error:
        card.show_error(error)
        card.secret.setFocus()
