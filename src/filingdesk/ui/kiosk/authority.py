"""Where the filing goes, why there, and why not to the office that people try first."""

from filingdesk.core.advice import Remedy
from filingdesk.core.pack import Pack, Role
from filingdesk.core.problem import Problem
from filingdesk.core.question import NOT_SURE, AnswerType
from filingdesk.core.route import DECIDED, Route, named_by
from filingdesk.ui.kiosk.answer_rows import AnswerRows
from filingdesk.ui.kiosk.finding import deciding
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import LinkButton
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.rows import SummaryRows
from filingdesk.ui.widgets.text import Body, Heading
from filingdesk.words.problems import sentence
from filingdesk.words.terms import ROLES


class AuthorityPage(Page):
    """“Take it to …, because …”. Names are said as they are: nothing is filled into them."""

    def __init__(self, session: Session) -> None:
        advice = session.desk.advise(session.here)
        self._said = session.desk.say_in(session.here, advice, session.words)
        self._mend = ""
        say, route = session.words.say, advice.route
        if route:
            name = session.text(route.name)
            super().__init__(session, say("Take it to {authority}", authority=name))
            self.primary_text = say("Continue")
            self._tell_why(route)
            self._tell_doubts(route)
            self._tell_near(route)
        elif advice.remedy is Remedy.FILING:
            super().__init__(session, say("We need to know who decided"))
            self._ask_for(named_by(advice.grounds), say("Say who decided"))
        else:
            super().__init__(session, say("What you told us does not support this filing yet"))
            self._ask_for(deciding(session)[0].id, say("Change my answers"))

    def go_on(self) -> None:
        """Onwards; where nobody can be named yet, to the question that decides it."""
        if self._mend:
            self.session.go_to_question(self._mend)
        else:
            super().go_on()

    def _ask_for(self, question: str, words: str) -> None:
        self._mend, self.primary_text = question, words
        text = self.say("As soon as you say it, we can name the office to go to.")
        self.add(Body(self.look, text))

    def _tell_why(self, route: Route) -> None:
        reason = self._said(route.reason)
        why = Note(self.look, reason, kind=Kind.GOOD, title=self.say(ROLES[route.role]))
        named = route.authority.citations if route.authority else ()
        why.add(sources(self.session, (*route.citations, *named)))
        self.add(why, gap=Space.CARD)
        self._tell_proposal(route)
        if route.authority and route.authority.contact:
            self.add(Body(self.look, self.text(route.authority.contact)), gap=Space.NEAR)

    def _tell_proposal(self, route: Route) -> None:
        """Where an answer only proposes the organ: which answer, and that it can be changed."""
        question = self.session.interview.kind.questions.get(route.named_by)
        if question is None or question.type is AnswerType.AUTHORITY:
            return
        text = self.say("We name it because of what you said. If that is wrong, change it.")
        self.add(Body(self.look, text), gap=Space.GROUP)
        table = SummaryRows(self.look, AnswerRows(self.session).of([question]))
        table.change.connect(self.session.go_to_question)
        self.add(table, gap=Space.TIGHT)

    def _tell_doubts(self, route: Route) -> None:
        """A name of former days, a name that nobody verified, and who is asked for want of one."""
        answers = self.session.here.answers
        named = answers.text(route.named_by or DECIDED)
        pack = self.session.desk.pack(self.session.here.answers)
        former = former_name(pack, named, route)
        if former:
            text = self.say(
                "{old} is today called {new}. The letter goes to the one that took over its work.",
                old=self.text(former),
                new=self.text(route.name),
            )
            self.add(Note(self.look, text, title=self.say("Another name today")), gap=Space.NEAR)
        if not (route.authority and route.authority.verified):
            doubt = Problem("authority", "authority-not-verified", blocks=False)
            text = sentence(doubt, self.session.words)
            self.add(Note(self.look, text, kind=Kind.CAREFUL), gap=Space.NEAR)
        asked = {each.id for each in self.session.interview.asked_on_path(answers)}
        if DECIDED in asked and answers.text(DECIDED) in ("", NOT_SURE):
            link = LinkButton(self.look, self.say("I know who decided"), icon="pen-line")
            link.clicked.connect(lambda: self.session.go_to_question(DECIDED))
            self.add(link, gap=Space.NEAR)

    def _tell_near(self, route: Route) -> None:
        if route.near:
            self.add(Heading(self.look, self.say("Why not somewhere else")), gap=Space.GROUP)
        for each in route.near:
            note = Note(self.look, self._said(each.reason), title=self.text(each.name))
            note.add(sources(self.session, route.citations))
            self.add(note, gap=Space.NEAR)


def former_name(pack: Pack, named: str, route: Route) -> str:
    """The organ of former days that a person named, where another one does its work today."""
    today = route.authority
    if today is None or route.role not in (Role.RECOGNISING, Role.PROVIDING):
        return ""
    old = next(
        (each for each in pack.authorities if named in (each.id, each.name, *each.aliases)), today
    )
    return "" if old is today else old.name
