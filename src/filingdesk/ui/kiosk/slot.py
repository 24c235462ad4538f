"""One paper: what is said of it, its pictures, and what it means to do without."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.core.answers import MaterialAnswer, MaterialState
from filingdesk.core.pack import Material
from filingdesk.ui.kiosk.exhibits import AttachedFiles
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.sources import sources
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.buttons import QuietButton
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.words.terms import MATERIAL_STATES

_UNTIL_LAID_OUT = 50
"""Milliseconds: a picture has its place when the layouts around it have theirs."""


class Slot(ChoiceCards):
    """What hangs on the choice is told below the cards, at once and in its place.

    Signals: `chosen(str)` with the state, `file_wanted()`, `file_removed(str)` with its id.
    """

    file_wanted = Signal()
    file_removed = Signal(str)

    def __init__(self, session: Session, material: Material, said: MaterialAnswer | None) -> None:
        say = session.words.say
        name = session.text(material.text)
        super().__init__(
            session.look,
            name,
            [Choice(state.value, say(words)) for state, words in MATERIAL_STATES.items()],
            label=name if material.required else say("{question} (optional)", question=name),
            hint=session.text(material.example),
            columns=2 if session.look.sizes.factor == 1 else 1,
        )
        self._session, self._material, self._say = session, material, say
        self._attached: AttachedFiles | None = None
        self._below = QWidget()
        self._below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._rows = QVBoxLayout(self._below)
        self._rows.setContentsMargins(0, Space.SNUG, 0, 0)
        self._rows.setSpacing(Space.SNUG)
        self.place(self._below, gap=0)
        self.tell(said)

    def tell(self, said: MaterialAnswer | None) -> None:
        """Show what was said; what is below the cards is built anew."""
        self.set_values((said.state.value,) if said else ())
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._attached = None
        parts = self._parts(said)
        for part in parts:
            self._rows.addWidget(part)
        self._below.setVisible(bool(parts))

    def look_at_newest(self) -> None:
        """Give the focus to the newest picture, once it has its place: so it is seen."""
        if self._attached is not None:
            newest = self._attached.first_pages[-1]
            timer = QTimer(newest, singleShot=True)
            timer.timeout.connect(newest.setFocus)
            timer.start(_UNTIL_LAID_OUT)

    def _parts(self, said: MaterialAnswer | None) -> list[QWidget]:
        parts: list[QWidget] = []
        if said and said.state is MaterialState.ATTACHED:
            parts += self._files(said)
        elif said and said.state is not MaterialState.CLERK_SAW:
            parts += self._consequence(said.state)
        law = sources(self._session, self._material.citations)
        return [*parts, law] if law else parts

    def _files(self, said: MaterialAnswer) -> list[QWidget]:
        words = self._say("Add another file") if said.files else self._say("Choose a file")
        button = QuietButton(self.look, words, icon="paperclip")
        button.setAccessibleName(f"{words}: {self.accessibleName()}")
        button.clicked.connect(self.file_wanted)
        if not said.files:
            return [button]
        self._attached = AttachedFiles(self._session, said)
        self._attached.removed.connect(self.file_removed)
        return [self._attached, button]

    def _consequence(self, state: MaterialState) -> list[QWidget]:
        sentences = [self._session.text(self._material.consequence)]
        if state is MaterialState.WILL_BRING:
            sentences.insert(0, self._say("Bring it when you hand the letter over."))
        text = "\n".join(each for each in sentences if each)
        kind = Kind.CAREFUL if self._material.required else Kind.PLAIN
        return [Note(self.look, text, kind=kind)] if text else []
