"""The statement of truth, the hand's signature, and who signs what."""

from collections.abc import Sequence
from dataclasses import replace

from filingdesk.core.case import Case
from filingdesk.core.ports import Draft, Signatory
from filingdesk.core.problem import Problem
from filingdesk.core.signature import Capacity
from filingdesk.ui.kiosk import signing
from filingdesk.ui.kiosk.own_key import OwnKey
from filingdesk.ui.kiosk.reviewing import ReviewingPage
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.signing import Signing, Way
from filingdesk.ui.kiosk.signing_busy import STOPPED, SigningBusy
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.beside import Stacked, beside
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.note import Note
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.signature_pad import SignaturePad
from filingdesk.ui.widgets.text import Body, Heading
from filingdesk.words.terms import CAPACITIES

TRUTH, SIGNATURE = "truth", "signature"
CARD = ("token", "seal", "file", "capacity")
"""Where the problems of a card and its certificate are."""
_SHARES = (5, 8)
"""Of the width: the way to sign, and the pad."""


class SignPage(ReviewingPage):
    """The last page on which anything can be changed by going back."""

    def __init__(self, session: Session) -> None:
        say = session.words.say
        super().__init__(session, say("Sign your filing"))
        route = session.desk.advise(session.here).route
        authority = self.text(route.name) if route else ""
        self.primary_text = say("Sign the filing for {authority}", authority=authority)
        self._is_signing = False
        self._stopped: Note | None = None
        self._has_cards = bool(session.desk.doors.signing().token_module)
        done = signing.kept(session)
        self._state_truth(done)
        self._take_signature(done)
        self._tell_who_signs()

    def go_on(self) -> None:
        """Sign, and keep the filing as a case. Twice at once is once."""
        done = self._done()
        missing = _missing(done)
        if missing:
            self.session.tell(*missing)
        elif not self._is_signing:
            self._is_signing = True
            self.session.keeping.flush()
            if done.way is Way.CARD:
                self._sign_with_card()
                return
            draft, busy = (
                self.session.here,
                SigningBusy(self, self.say("Your filing is being signed")),
            )
            self.work("", lambda: self._sign(draft, done, busy), self._filed, self._refused, busy)

    # ---------------------------------------------------------------- the page

    def _state_truth(self, done: Signing) -> None:
        truth = self.text(self.session.interview.kind.truth.text)
        self.add(Body(self.look, truth), gap=Space.SNUG)
        agreed = (Choice("yes", self.say("I have read the pages, and this is true")),)
        name = self.say("Statement of truth")
        self.truth = ChoiceCards(self.look, name, agreed, several=True)
        self.truth.set_values(("yes",) if done.truth else ())
        self.truth.edited.connect(self._keep)
        self.fields[TRUTH] = self.truth
        self.add(self.truth, gap=0)

    def _take_signature(self, done: Signing) -> None:
        """What is signed, the pad and the button are seen together, without a scroll."""
        name = self.say("Your signature")
        self.add(Heading(self.look, name), gap=Space.CARD)
        ways = [
            Choice(Way.SCREEN.value, self.say("I sign here, on the screen")),
            Choice(Way.PAPER.value, self.say("I sign on the printed paper")),
        ]
        if self._has_cards:
            ways.append(Choice(Way.CARD.value, self.say("I sign with my own card or token")))
        self.way = ChoiceCards(self.look, self.say("How to sign"), ways)
        self.way.set_values((done.way.value,))
        self.way.edited.connect(self._keep)
        self.fields[SIGNATURE] = self.way
        hint = self.say("Write your name in the box with your finger, a pen or the mouse.")
        self.pad = SignaturePad(self.look, name, say=self.say, hint=hint)
        self.pad.set_strokes(done.strokes)
        self.pad.changed.connect(self._keep)
        text = self.say(
            "The pages get a line for your name. Print them, and sign on the line by hand before "
            "you hand them over."
        )
        self.paper = Note(self.look, text)
        text = self.say(
            "Put your card into the reader. When you go on, you see whose key it is, and you type "
            "its PIN."
        )
        self.card = Note(self.look, text)
        either = Stacked(self.pad, self.paper, self.card)
        if self.look.sizes.factor == 1:
            either.rows.setContentsMargins(0, Space.TIGHT, 0, 0)  # as above the first card
            both = beside(self.way, either, gap=Space.NEAR, shares=_SHARES)
            self.add(both, gap=0)
        else:
            self.add(self.way, gap=Space.TIGHT)
            self.add(either, gap=Space.NEAR)

    def _tell_who_signs(self) -> None:
        centre = self.session.desk.doors.centre()
        by_hand = self.say(
            "You sign for what the letter says, by hand. {centre} then seals the file.",
            centre=centre,
        )
        by_card = self.say(
            "You sign for what the letter says, with your own key. {centre} then seals the file.",
            centre=centre,
        )
        note = Note(self.look, "", title=self.say("Who signs what"))
        self.by_hand, self.by_card = Body(self.look, by_hand), Body(self.look, by_card)
        for each in (self.by_hand, self.by_card):
            note.add(each)
        note.add(Body(self.look, self.say(CAPACITIES[Capacity.CENTRE_SEAL])))
        self._show_way(self._done().way)
        self.add(note, gap=Space.GROUP)

    # ---------------------------------------------------------------- what a person does

    def _done(self) -> Signing:
        strokes = () if self.pad.is_empty() else self.pad.strokes()
        way = next((Way(each) for each in self.way.values()), Way.SCREEN)
        return Signing(bool(self.truth.values()), way, strokes)

    def _keep(self) -> None:
        done = self._done()
        signing.keep(self.session, done)
        self._show_way(done.way)

    def _show_way(self, way: Way) -> None:
        self.pad.setVisible(way is Way.SCREEN)
        self.paper.setVisible(way is Way.PAPER)
        self.card.setVisible(way is Way.CARD)
        self.by_hand.setVisible(way is not Way.CARD)
        self.by_card.setVisible(way is Way.CARD)

    def _filed(self, case: Case) -> None:
        signing.forget(self.session)
        self.session.filed(case)

    def _sign(self, draft: Draft, done: Signing, busy: SigningBusy) -> Case:
        """Beside the window. Whatever goes wrong, a person may try again."""
        try:
            return self.session.desk.sign(draft, done.drawn, told=busy.hear)
        except BaseException:
            self._is_signing = False
            raise

    def _sign_with_card(self) -> None:
        """Beside the window, as `_sign` does."""
        desk, draft = self.session.desk, self.session.here

        def sign(serial: str, pin: str, label: str, busy: SigningBusy) -> Case:
            try:
                signer = desk.doors.token(serial, pin, label)
                signers = (Signatory(desk.own_capacity(draft), signer),)
                return desk.sign(draft, signers=signers, told=busy.hear)
            except BaseException:
                self._is_signing = False
                raise

        OwnKey(self, sign, self._filed, self._refused_card, self._let_go).begin()

    def _let_go(self) -> None:
        self._is_signing = False

    def _refused_card(self, problems: Sequence[Problem]) -> None:
        """Beside the ways to sign: the printed paper is one of them."""
        self._let_go()
        self._refused(
            [replace(each, where=SIGNATURE) if each.where in CARD else each for each in problems]
        )

    def _refused(self, problems: Sequence[Problem]) -> None:
        """Nothing is lost. What is filed already is shown as filed."""
        if any(each.code == "already-filed" for each in problems):
            self._filed(self.session.desk.case(self.session.here.id).case)
        elif any(each.code == STOPPED for each in problems):
            self._tell_stopped(self.words_for(problems[0]))
        else:
            self.session.tell(*problems)

    def _tell_stopped(self, words: str) -> None:
        """Nobody did anything wrong: a note says it, and stands there once."""
        if self._stopped is None:
            self._stopped = Note(self.look, words)
            self.put_first(self._stopped)
        announce(self, words)


def _missing(done: Signing) -> tuple[Problem, ...]:
    truth = () if done.truth else (Problem(TRUTH, "truth-not-stated"),)
    signed = done.way is not Way.SCREEN or done.strokes
    return truth if signed else (*truth, Problem(SIGNATURE, "signature-missing"))
