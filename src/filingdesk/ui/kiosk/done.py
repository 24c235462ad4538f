"""Filed: the reference, what happens next and when, and a copy to take home."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from filingdesk.core.answers import MaterialState, day_of, holds
from filingdesk.core.case import EventKind
from filingdesk.core.pack import Enclosure, Role
from filingdesk.core.problem import Problem
from filingdesk.ui.kiosk import signing
from filingdesk.ui.kiosk.copies import Copies
from filingdesk.ui.kiosk.next_days import next_days
from filingdesk.ui.kiosk.other_filings import further_filing
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.panel import room_of
from filingdesk.ui.kiosk.reference import ReferenceCard
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.steps import Steps, Telling
from filingdesk.ui.taking import ToTake
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import QuietButton
from filingdesk.ui.widgets.note import Kind
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.text import Body, Heading
from filingdesk.words.catalogue import alone
from filingdesk.words.problems import sentence

_COPY = "copy"
"""Of which filing the person has taken a copy, among what the session keeps."""


_THERE = (MaterialState.ATTACHED, MaterialState.CLERK_SAW)


class DonePage(Page):
    """Nothing can be filed twice from here: there is no way back."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.words.say("Your filing is signed"))
        if session.case is None:
            raise LookupError("no case: this page belongs to a filing that is signed")
        self.case = session.case
        self.primary_text = self.say("Print the letter")
        desk, case = session.desk, self.case
        pages = ToTake(case.reference, lambda: desk.signed_pdf(case.id))
        self.copies = Copies(self, pages, self._told)
        self.telling = Telling(self.look)
        self.add(self.telling, gap=0)
        self.add(self._reference(), gap=Space.CARD)
        self.add(Heading(self.look, self.say("What to do now")), gap=Space.GROUP)
        self.add(Steps(self.look, [*self._steps()]), gap=Space.SNUG)
        self._offer_next()
        self.add(Heading(self.look, self.say("What happens next, and when")), gap=Space.GROUP)
        clocks = session.desk.case(self.case.id).clocks
        self.add(*next_days(self, self.case, clocks), gap=0)
        self.add(Heading(self.look, self.say("If you have a question")), gap=Space.GROUP)
        for line in self._contacts():
            self.add(Body(self.look, line), gap=Space.TIGHT)

    def more_buttons(self) -> Sequence[QWidget]:
        """Another copy, and the way out: everything of the person goes, the case stays."""
        save = QuietButton(self.look, self.say("Save to a stick"))
        save.clicked.connect(self.copies.save)
        leave = QuietButton(self.look, self.say("Finish and clear the screen"))
        leave.clicked.connect(self.leave)
        return (save, leave)

    def go_on(self) -> None:
        """The letter on paper: the one thing that is still missing."""
        self.copies.print()

    def leave(self) -> None:
        """At once with a copy in the hand; without one, only after a second thought."""
        self._unless_without_copy(
            self.session.erase,
            self.say("Finish without a copy?"),
            self.say("Finish and clear the screen"),
        )

    def start_next(self) -> None:
        """A further application for the same person, under the same condition."""
        self._unless_without_copy(
            self.session.begin_next,
            self.say("Go on without a copy?"),
            self.say("Start the next application"),
        )

    def _unless_without_copy(self, deed: Callable[[], None], title: str, words: str) -> None:
        if self.session.spare.get(_COPY):
            deed()
            return
        overlay = Overlay(
            self.look,
            room_of(self),
            title,
            self.say(
                "You have not printed or saved the letter. It stays with this desk under "
                "{reference}: a clerk can print it for you later.",
                reference=self.case.reference,
            ),
            (
                Answer("stay", self.say("Stay here"), primary=True),
                Answer("leave", words),
            ),
            escape="stay",
        )
        overlay.answered.connect(lambda key: deed() if key == "leave" else None)
        overlay.open()

    def _offer_next(self) -> None:
        further = further_filing(self.session)
        if further is None:
            return
        button = QuietButton(self.look, self.say("Start the next application"), icon="file-pen")
        button.clicked.connect(self.start_next)
        further.add(button)
        self.add(further, gap=Space.GROUP)

    # ---------------------------------------------------------------- what the page tells

    def _reference(self) -> ReferenceCard:
        events = (each for each in self.case.events if each.kind is EventKind.SIGNED)
        moment = next(events).recorded_at
        given = self.say(
            "Signed on {day} at {time}",
            day=self.session.words.day(moment.date()),
            time=f"{moment:%H:%M}",
        )
        name = self.say("Your reference number")
        return ReferenceCard(self.look, name, self.case.reference, given)

    def _steps(self) -> Iterator[str]:
        yield self._by_hand()
        for paper in self._signed_by_others():
            yield self.say(
                "“{paper}” is signed by hand too, by the person who gives it.",
                paper=alone(self.text(paper.name)),
            )
        papers = self._to_bring()
        if papers:
            yield "\n".join((self.say("Take these papers with you:"), *papers))
        yield self.say("Hand it over to {authority}.", authority=self.text(self.case.authority))
        yield self.say(
            "Ask for a receipt with the day on it, and keep it: it proves when your letter arrived."
        )

    def _by_hand(self) -> str:
        if signing.signed(self.session) is signing.Way.SCREEN:
            return self.say(
                "Print the letter, and sign once more by hand, on every line for your name."
            )
        return self.say("Print the letter, and sign by hand, on every line for your name.")

    def _signed_by_others(self) -> list[Enclosure]:
        """The papers set behind the letter that are asked for as an original, and not there yet."""
        desk, draft = self.session.desk, self.session.here
        asked = {each.id for each in desk.materials(draft)}
        there = {each.material for each in desk.materials_said(draft) if each.state in _THERE}
        said = self.session.interview.pruned(draft.answers)
        return [
            each
            for each in self.session.interview.kind.enclosures
            if each.id in asked - there and holds(each.when, said)
        ]

    def _to_bring(self) -> list[str]:
        """The papers that were promised, each with the day that was given for it."""
        desk, draft = self.session.desk, self.session.here
        promised = {
            each.material: day_of(each.by)
            for each in desk.materials_said(draft)
            if each.state is MaterialState.WILL_BRING
        }
        papers = (each for each in desk.materials(draft) if each.id in promised)
        return [f"· {self._by_day(self.text(each.text), promised[each.id])}" for each in papers]

    def _by_day(self, paper: str, day: date | None) -> str:
        if day is not None:
            return self.say("{name}: by {day}", name=paper, day=self.session.words.day(day))
        return self.say(
            "{paper}: no day is given yet. Ask at the counter by when they need it.", paper=paper
        )

    def _contacts(self) -> Iterator[str]:
        centre = self.session.desk.doors.centre()
        yield self.say("Ask at {centre}, and say your reference number.", centre=centre)
        pack = self.session.desk.doors.shelf.pack(self.case.jurisdiction)
        for office in pack.holding(Role.PLATFORM, self.session.today):
            if office.contact:
                yield f"{self.text(office.name)}: {self.text(office.contact)}"

    # ---------------------------------------------------------------- what became of a copy

    def _told(self, words: str, problems: Sequence[Problem]) -> None:
        if not problems:
            self.session.spare[_COPY] = self.case.reference
        spoken = self.session.words
        said = words or spoken.together([sentence(each, spoken) for each in problems])
        self.telling.tell(said, Kind.WRONG if problems else Kind.GOOD)
        self.title.setFocus()
