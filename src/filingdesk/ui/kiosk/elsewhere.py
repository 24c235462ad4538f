"""The end of a way without a filing: where else the person is helped."""

from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.note import Note
from filingdesk.ui.widgets.text import Body


class ElsewherePage(Page):
    """Which other body deals with it."""

    def __init__(self, session: Session) -> None:
        page = session.interview.pages[session.page]
        super().__init__(session, session.text(page.title))
        self.primary_text = self.say("Finish and erase")
        for paragraph in session.text(session.desk.way_out(session.here)).split("\n"):
            self.add(Body(self.look, paragraph), gap=Space.NEAR)
        self.add(sources(session, page.citations))
        text = self.say(
            "A clerk can help you with the next step. If you chose the wrong answer, go back and "
            "change it. When you are done, press “Finish and erase”."
        )
        self.add(Note(self.look, text), gap=Space.GROUP)

    def go_on(self) -> None:
        """The way ends here."""
        self.session.erase_wanted.emit()
