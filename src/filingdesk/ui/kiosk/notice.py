"""What happens to the data, and the agreement to it, before the first question."""

from filingdesk.core.problem import Problem
from filingdesk.ui.kiosk.facts import Fact
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.words.consent import SENTENCES, VERSION

CONSENT = "consent"
_ICONS = ("lock", "hand", "eraser", "stamp")


class NoticePage(Page):
    """Nothing is kept of anybody who has not agreed."""

    def __init__(self, session: Session) -> None:
        say = session.words.say
        super().__init__(session, say("What happens with what you type"))
        self.primary_text = say("I agree, start")
        icons = (*_ICONS, *("circle-check" for _ in SENTENCES))
        for icon, sentence in zip(icons, SENTENCES, strict=False):
            self.add(Fact(self.look, icon, say(sentence)), gap=Space.NEAR)
        self.add(Fact(self.look, "hourglass", self._idle_rule()), gap=Space.NEAR)
        agree = Choice("yes", say("I have read this and I agree"))
        self.consent = ChoiceCards(self.look, say("Your agreement"), (agree,), several=True)
        self.consent.set_raw(session.spare.get(CONSENT, ""))
        self.consent.edited.connect(self._remember)
        self.fields[CONSENT] = self.consent
        self.add(self.consent, gap=Space.GROUP)

    def go_on(self) -> None:
        if self.consent.values():
            self.session.begin(VERSION)
        else:
            self.session.tell(Problem(CONSENT, "consent-missing"))

    def _remember(self) -> None:
        self.session.spare[CONSENT] = self.consent.raw()

    def _idle_rule(self) -> str:
        patience = self.session.patience
        return self.say(
            "If nobody touches the screen for {quiet} seconds, we ask whether you are still there. "
            "{countdown} seconds later everything you typed is erased.",
            quiet=patience.quiet,
            countdown=patience.countdown,
        )
