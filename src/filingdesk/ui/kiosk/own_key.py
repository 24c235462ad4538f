"""Signing with a card of one's own: which key, its PIN, and what a card says when it refuses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from filingdesk.core.case import Case
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Key, Token, Tries
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.panel import room_of
from filingdesk.ui.kiosk.picking import Pick, Picking
from filingdesk.ui.kiosk.signing_busy import SigningBusy
from filingdesk.ui.widgets.secret_card import SecretCard
from filingdesk.words.problems import sentence
from filingdesk.words.terms import TRIES

_TYPE_AGAIN = frozenset({"pin-wrong", "pin-wrong-few", "pin-wrong-last", "pin-missing"})


@dataclass(frozen=True, slots=True)
class OnCard:
    """A key, and the card it lies on."""

    token: Token
    key: Key


class OwnKey:
    """`sign(serial, pin, label, busy)` runs beside the window, and `busy` tells of it; `filed`
    gets the case that came of it.

    `refused` gets what a person must mend before they try again; `left` is called where they
    changed their mind. A PIN that is wrong is asked for again on the card.
    """

    def __init__(
        self,
        page: Page,
        sign: Callable[[str, str, str, SigningBusy], Case],
        filed: Callable[[Case], None],
        refused: Callable[[Sequence[Problem]], None],
        left: Callable[[], None],
    ) -> None:
        self._page, self._sign = page, sign
        self._filed, self._refused, self._left = filed, refused, left
        self._say = page.session.words.say

    def begin(self) -> None:
        """Look for a card, and ask for its PIN."""
        self._look(self._choose)

    def _look(self, then: Callable[[Sequence[OnCard]], None]) -> None:
        doors = self._page.session.desk.doors

        def look() -> Sequence[OnCard]:
            keys = [OnCard(token, key) for token in doors.tokens() for key in token.keys]
            if not keys:
                raise UserProblem(Problem("token", "token-has-no-key"))
            return keys

        self._page.work(self._say("We are looking at your card"), look, then, self._refused)

    def _choose(self, keys: Sequence[OnCard]) -> None:
        if len(keys) == 1:
            self._ask(keys[0])
            return
        picks = [
            Pick(str(place), each.key.owner, self._until(each.key), icon="id-card")
            for place, each in enumerate(keys)
        ]
        title, leave = self._say("Which key signs?"), self._say("Cancel")
        picking = Picking(self._page.look, room_of(self._page), title, "", picks, leave=leave)
        picking.picked.connect(lambda place: self._ask(keys[int(place)]))
        picking.answered.connect(lambda _key: self._left())
        picking.open()

    def _ask(self, on: OnCard, problem: Problem | None = None) -> None:
        if on.token.tries is Tries.NONE:
            self._refused([Problem("token", "pin-locked")])
            return
        warning = "" if on.token.tries is Tries.PLENTY else self._say(TRIES[on.token.tries])
        facts = (
            (self._say("Key of"), on.key.owner),
            (self._say("Valid until"), self._day(on.key)),
            (self._say("Card"), on.token.label.strip() or on.token.serial),
        )
        card = SecretCard(
            self._page.look,
            room_of(self._page),
            self._say("Sign with your card"),
            self._say("With the PIN you sign the whole filing, as it was shown to you."),
            self._say("PIN of the card"),
            answers=(self._say("Sign"), self._say("Cancel")),
            facts=facts,
            warning=warning,
        )
        if problem is not None:
            card.show_error(sentence(problem, self._page.session.words))
        card.given.connect(lambda pin: self._try(on, pin))
        card.left.connect(self._left)
        card.open()

    def _try(self, on: OnCard, pin: str) -> None:
        if not pin:
            self._ask(on, Problem("token", "pin-missing"))
            return
        serial, label = on.token.serial, on.key.label
        title = self._say("Your filing is being signed: leave the card in")
        busy = SigningBusy(self._page, title)

        def refused(problems: Sequence[Problem]) -> None:
            wrong = next((each for each in problems if each.code in _TYPE_AGAIN), None)
            if wrong is None:
                self._refused(problems)
            else:
                self._again(on, wrong)

        self._page.work(
            "", lambda: self._sign(serial, pin, label, busy), self._filed, refused, busy
        )

    def _again(self, on: OnCard, wrong: Problem) -> None:
        """The card tells anew how many tries are left."""

        def ask(keys: Sequence[OnCard]) -> None:
            same = [each for each in keys if each.token.serial == on.token.serial]
            tries = same[0].token.tries if same else on.token.tries
            self._ask(replace(on, token=replace(on.token, tries=tries)), wrong)

        self._look(ask)

    def _until(self, key: Key) -> str:
        return self._say("valid until {day}", day=self._day(key))

    def _day(self, key: Key) -> str:
        day = key.valid_until.astimezone().date()
        return self._page.session.words.day(day, weekday=False)
