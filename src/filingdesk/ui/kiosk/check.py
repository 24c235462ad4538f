"""Check your answers: everything that will be in the filing, each with a way to change it."""

from collections.abc import Sequence

from filingdesk.core.pack import Page as PackPage
from filingdesk.core.pack import Shows
from filingdesk.core.problem import Problem
from filingdesk.ui.kiosk.answer_rows import AnswerRows
from filingdesk.ui.kiosk.reviewing import ReviewingPage
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.signposts import without_signposts
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.rows import Row, SummaryRows
from filingdesk.ui.widgets.text import Body, Heading
from filingdesk.words.catalogue import alone

_FOUND = "found: "
"""Before the id of a page that tells a finding: it has no question to change."""


class CheckPage(ReviewingPage):
    """One page, grouped like the task list; Change leads there and back again."""

    def __init__(self, session: Session) -> None:
        interview = session.interview
        super().__init__(session, session.text(interview.pages[session.page].title))
        self.primary_text = self.say("Show the pages to be signed")
        self._advice = session.desk.advise(session.here)
        self._answers = AnswerRows(session, self._advice.materials)
        self._questions = interview.asked_on_path(session.here.answers)
        self._found = session.desk.all_problems(session.here)
        self._tell_warnings([each for each in self._found if not each.blocks])
        path = without_signposts(
            interview.path(session.here.answers), interview.kind.id, session.here.answers
        )
        for section in interview.kind.sections:
            pages = [page for page in path if page.section == section.id]
            self._tell_section(session.text(section.text), self._section_rows(pages))
        self._tell_aside()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """What stands in the way of signing is told at once, not only on Continue."""
        super().show_problems(problems or [each for each in self._found if each.blocks])

    # ---------------------------------------------------------------- inside

    def _section_rows(self, pages: Sequence[PackPage]) -> list[Row]:
        rows: list[Row] = []
        for page in pages:
            on_page = [each for each in self._questions if each.id in page.questions]
            rows += self._answers.of(on_page) + self._found_rows(page)
        return rows

    def _found_rows(self, page: PackPage) -> list[Row]:
        """What the desk found: it is read again on its page, and changed by an answer."""
        value = ""
        if page.shows is Shows.FINDING:
            name = self.say("What you rely on")
            value = "\n".join(alone(self.text(each.text)) for each in self._advice.grounds)
        elif page.shows is Shows.AUTHORITY and self._advice.route:
            name = self.say("Where the letter goes")
            value = self.text(self._advice.route.name)
        if not value:
            return []
        again = self.say("Read again")
        spoken = self.say("Read again: {label}", label=name)
        return [Row(_FOUND + page.id, name, value, again, spoken)]

    def _tell_section(self, title: str, rows: list[Row]) -> None:
        if rows:
            table = SummaryRows(self.look, rows)
            table.change.connect(self._go)
            self.add(Heading(self.look, title), gap=Space.GROUP)
            self.add(table, gap=Space.TIGHT)

    def _go(self, key: str) -> None:
        if key.startswith(_FOUND):
            self.session.go_to(key.removeprefix(_FOUND))
        else:
            self.session.go_to_question(key)

    def _tell_warnings(self, warnings: Sequence[Problem]) -> None:
        told = [*dict.fromkeys(self.words_for(each) for each in warnings)]
        if told:
            note = Note(
                self.look, "", kind=Kind.CAREFUL, title=self.say("Please look at these again")
            )
            for line in told:
                note.add(Body(self.look, line))
            self.add(note, gap=Space.CARD)

    def _tell_aside(self) -> None:
        aside = self.session.interview.aside(self.session.here.answers)
        if aside:
            names = self.session.words.several([self.text(each.label) for each in aside])
            text = self.say(
                "These answers are kept aside and will not be used: {names}.", names=names
            )
            self.add(Note(self.look, text), gap=Space.GROUP)
