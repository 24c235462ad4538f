"""The first page: what this is, what it costs (nothing), and in which language to begin."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from filingdesk.ui.kiosk.facts import Fact
from filingdesk.ui.kiosk.language_button import LanguageButton
from filingdesk.ui.kiosk.names import NOTICE
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.beside import Stacked, beside
from filingdesk.ui.widgets.paint import box
from filingdesk.ui.widgets.text import Heading
from filingdesk.words.catalogue import LANGUAGES

_WIDTH = 1.5
"""Of a column: what one has to know at the left, where one begins at the right."""


class StartPage(Page):
    """Attracts and explains; one touch on a language begins."""

    def __init__(self, session: Session) -> None:
        say = session.words.say
        super().__init__(
            session,
            say("Is your public credit record wrong?"),
            intro=say(
                "Here you can have it put right. We ask you a few questions, find the office "
                "that must deal with it, and write the letter for you."
            ),
        )
        self._is_wide = session.look.sizes.factor == 1
        self.languages = {code: LanguageButton(self.look, code) for code in LANGUAGES}
        for code, button in self.languages.items():
            button.clicked.connect(lambda _on=False, code=code: self._begin(code))
        if self._is_wide:
            self.setMaximumWidth(self._width())
            both = beside(self._facts(), self._panel(), gap=Space.FAR)
            self.add(both, gap=Space.PAGE)
        else:
            self.add(self._panel(), self._facts(), gap=Space.GROUP)

    def sizeHint(self) -> QSize:
        return QSize(self._width() if self._is_wide else self.look.sizes.column, self._height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        area = self._area()
        if area is not None:
            area.viewport().installEventFilter(self)
            self._lift(area)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Where the window is high, the page stands a little above its middle."""
        area = self._area()
        if event.type() == QEvent.Type.Resize and area is not None:
            self._lift(area)
        return False

    def _begin(self, language: str) -> None:
        self.session.set_language(language)
        self.session.show(NOTICE)

    def _panel(self) -> QWidget:
        """Where one begins."""
        heading = Heading(self.look, self.say("Choose your language to begin"))
        return _Panel(self.look, heading, *self.languages.values())

    def _facts(self) -> QWidget:
        say = self.say
        facts = Stacked(
            Fact(self.look, "clock", say("You can stop at any time."), title=say("15 minutes")),
            Fact(
                self.look,
                "hand",
                say("You need no agent. Nobody may ask you for money."),
                title=say("Free of charge"),
            ),
            Fact(
                self.look,
                "id-card",
                say("And the page with the record, or its decision, if you have it."),
                title=say("Bring your ID card"),
            ),
            Fact(
                self.look,
                "lock",
                say("It stays on this computer, and is erased when you want."),
                title=say("What you type is yours"),
            ),
        )
        facts.rows.setSpacing(Space.CARD)
        return facts

    def _width(self) -> int:
        return round(self.look.sizes.column * _WIDTH)

    def _height(self) -> int:
        layout = self.layout()
        return layout.sizeHint().height() if layout else 0

    def _area(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _lift(self, area: QScrollArea) -> None:
        needed = self._height() - self.contentsMargins().top()
        spare = area.viewport().height() - needed - Space.FAR
        self.setContentsMargins(0, max(0, round(spare * 0.4)), 0, 0)


class _Panel(Stacked):
    """Stands out from the page."""

    def __init__(self, look: Look, *parts: QWidget) -> None:
        super().__init__(*parts)
        self._look = look
        self.rows.setContentsMargins(Space.GROUP, Space.CARD, Space.GROUP, Space.GROUP)
        self.rows.setSpacing(Space.SNUG)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        p = self._look.palette
        box(painter, QRectF(self.rect()), self._look.sizes.radius * 2, p.mist, p.hair)
