"""A clerk signs a filing as witness: with a card, or with a key in a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from filingdesk.core.ports import Doors, Signer
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.signature import Capacity, Key, Token, Tries
from filingdesk.desk import CaseToday
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.own_folder import own_folder
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.overlay import Answer, Overlay
from filingdesk.ui.widgets.secret_card import SecretCard
from filingdesk.words.problems import sentence
from filingdesk.words.terms import CAPACITIES, TRIES

_FILE, _CANCEL = "file", "cancel"
_TYPE_AGAIN = frozenset(
    {"pin-wrong", "pin-wrong-few", "pin-wrong-last", "pin-missing", "seal-wrong-password"}
)
_LARGEST_KEY = 1024 * 1024
_AS = Capacity.CLERK_ATTESTATION


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A key before its secret is known: `open` gives the signer for what is typed."""

    label: str
    facts: tuple[tuple[str, str], ...]
    open: Callable[[str], Signer]
    warning: str = ""


class Witness(QObject):
    """Signals: `signed(object)` with the CaseToday, `failed(object)` the fault that stood in the
    way. What was signed before stays as it was in any case."""

    signed = Signal(object)
    failed = Signal(object)

    def __init__(self, sitting: Sitting, room: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._sitting, self._room = sitting, room
        self._busy = Busy(sitting.look, room, sitting.words.say("One moment"))
        self._busy.setParent(self)

    @property
    def _doors(self) -> Doors:
        return self._sitting.desk.doors

    def begin(self, case: str) -> None:
        """Ask which key signs, where there is a choice."""
        if not self._doors.signing().token_module:
            self._choose_file(case)
            return
        self._busy.run(self._tokens, lambda found: self._offer(case, found), self.failed.emit)

    def _tokens(self) -> list[tuple[Token, Key]]:
        try:
            return [(token, key) for token in self._doors.tokens() for key in token.keys]
        except UserProblem:
            return []  # no card is put in, and a file may hold the key

    def _offer(self, case: str, found: list[tuple[Token, Key]]) -> None:
        say = self._sitting.words.say
        answers = [
            Answer(str(place), say("Card of {owner}", owner=key.owner))
            for place, (_, key) in enumerate(found)
        ]
        answers.append(Answer(_FILE, say("A key in a file")))
        answers.append(Answer(_CANCEL, say("Cancel")))
        text = "" if found else say("There is no card in the reader.")
        overlay = Overlay(
            self._sitting.look, self._room, say("Which key signs?"), text, answers, escape=_CANCEL
        )

        def take(key: str) -> None:
            if key == _FILE:
                self._choose_file(case)
            elif key != _CANCEL:
                self._ask(case, self._on_card(*found[int(key)]))

        overlay.answered.connect(take)
        overlay.open()

    def _on_card(self, token: Token, key: Key) -> _Chosen:
        words, doors = self._sitting.words, self._doors
        day = words.day(key.valid_until.astimezone().date(), weekday=False)
        facts = (
            (words.say("Key of"), key.owner),
            (words.say("Valid until"), day),
            (words.say("Card"), token.label.strip() or token.serial),
        )
        warning = "" if token.tries is Tries.PLENTY else words.say(TRIES[token.tries])
        return _Chosen(
            words.say("PIN of the card"),
            facts,
            lambda pin: doors.token(token.serial, pin, key.label),
            warning,
        )

    def _choose_file(self, case: str) -> None:
        title = self._sitting.words.say("Which key file?")
        dialog = QFileDialog(self._room, title, own_folder())
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.ReadOnly)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        kind = self._sitting.words.say("Key files")
        dialog.setNameFilter(f"{kind} (*.p12 *.pfx)")
        dialog.fileSelected.connect(lambda path: self.use_file(case, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use_file(self, case: str, path: Path) -> None:
        """Ask for the password of a key file."""
        words, doors = self._sitting.words, self._doors

        def opened(password: str) -> Signer:
            return doors.foreign_seal(_read(path), password)

        facts = ((words.say("Key file"), path.name),)
        self._ask(case, _Chosen(words.say("Password of the key file"), facts, opened))

    def _ask(self, case: str, chosen: _Chosen, problem: Problem | None = None) -> None:
        words = self._sitting.words
        card = SecretCard(
            self._sitting.look,
            self._room,
            words.say("Sign as witness"),
            words.say(CAPACITIES[_AS]),
            chosen.label,
            answers=(words.say("Sign"), words.say("Cancel")),
            facts=chosen.facts,
            warning=chosen.warning,
        )
        if problem is not None:
            card.show_error(sentence(problem, words))
        card.given.connect(lambda secret: self._sign(case, chosen, secret))
        card.open()

    def _sign(self, case: str, chosen: _Chosen, secret: str) -> None:
        desk = self._sitting.desk

        def work() -> CaseToday:
            return desk.countersign(case, chosen.open(secret), _AS)

        def failed(fault: Exception) -> None:
            problems = fault.problems if isinstance(fault, UserProblem) else ()
            wrong = next((each for each in problems if each.code in _TYPE_AGAIN), None)
            if wrong is None:
                self.failed.emit(fault)
            else:
                self._ask(case, chosen, wrong)

        self._busy.run(work, self.signed.emit, failed)


def _read(path: Path) -> bytes:
    """Raises UserProblem: seal-not-readable."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_KEY)
    except OSError:
        raise UserProblem(Problem("seal", "seal-not-readable")) from None
