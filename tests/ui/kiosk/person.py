"""Somebody at the kiosk: touches, types and reads what is on the screen, and nothing else."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.shell import Kiosk
from filingdesk.ui.kiosk.start import StartPage
from filingdesk.ui.widgets.date_fields import DateFields
from filingdesk.ui.widgets.errors import ErrorLink, ErrorSummary
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.overlay import Overlay
from filingdesk.ui.widgets.story_field import StoryField
from filingdesk.ui.widgets.text_field import TextField

LEFT = Qt.MouseButton.LeftButton


class Person:
    """Reads like a story: `citizen.chooses("trouble", "wrong")`, `citizen.continues()`."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk = kiosk

    # ------------------------------------------------------------ hands

    def touches(self, words: str) -> None:
        """Press the button with these words."""
        button = self.finds(words)
        assert button is not None, f"no button says “{words}”"
        QTest.mouseClick(button, LEFT)

    def continues(self) -> None:
        self.touches(self.page.primary_text)

    def goes_back(self) -> None:
        settle()
        assert self.page.back is not None, "there is no way back here"
        QTest.mouseClick(self.page.back, LEFT)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        target = self.kiosk.window().focusWidget() or self.kiosk
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def picks(self, language: str) -> None:
        """Touch a language on the start page."""
        assert isinstance(self.page, StartPage)
        settle()
        buttons = self.page.languages.values()
        QTest.mouseClick(next(each for each in buttons if each.text() == language), LEFT)

    def presses_text(self, text: str) -> None:
        """Type into whatever has the focus."""
        self._writes(self.focus(), text)

    def begins(self, language: str = "English") -> None:
        """From the start page to the first question."""
        self.picks(language)
        self.chooses("consent", self.field("consent").findChildren(QAbstractButton)[0].text())
        self.continues()

    def chooses(self, question: str, *titles: str) -> None:
        settle()
        field = self.field(question)
        for card in field.findChildren(QAbstractButton):
            if card.text() in titles:
                QTest.mouseClick(card, LEFT)

    def types(self, question: str, *texts: str) -> None:
        """One text for a line, three for a date; what stood there is typed over."""
        settle()
        field = self.field(question)
        for box, text in zip(self._boxes(field), texts, strict=False):
            box.setFocus()
            QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(box, Qt.Key.Key_Delete)
            self._writes(box, text)

    # ------------------------------------------------------------ eyes

    @property
    def page(self) -> Page:
        page = self.kiosk.page
        assert page is not None
        return page

    @property
    def heading(self) -> str:
        return self.page.heading

    def field(self, question: str) -> Field:
        return self.page.fields[question]

    def typed(self, question: str) -> list[str]:
        """What stands in the boxes of a field."""
        field = self.field(question)
        if isinstance(field, StoryField):
            return [field.raw()]
        if isinstance(field, DateFields):
            return [box.text() for box in field.boxes]
        assert isinstance(field, TextField)
        return [field.raw()]

    def chosen(self, question: str) -> list[str]:
        buttons = self.field(question).findChildren(QAbstractButton)
        return [card.text() for card in buttons if card.isCheckable() and card.isChecked()]

    def sees(self, words: str) -> bool:
        """Whether these words stand on the screen."""
        settle()
        labels = (each for each in self.kiosk.findChildren(QLabel) if each.isVisible())
        buttons = (each for each in self.kiosk.findChildren(QAbstractButton) if each.isVisible())
        texts = [*(each.text() for each in labels), *(each.text() for each in buttons)]
        return any(words in each for each in texts)

    def summary(self) -> list[str]:
        """The entries of the error summary."""
        settle()
        found = [each for each in self.kiosk.findChildren(ErrorSummary) if each.isVisible()]
        return [link.text() for each in found for link in each.findChildren(ErrorLink)]

    def overlay(self) -> Overlay | None:
        settle()
        open_ones = [each for each in self.kiosk.findChildren(Overlay) if each.isVisible()]
        assert len(open_ones) < 2, "two cards over the page at once"
        return open_ones[0] if open_ones else None

    def focus(self) -> QWidget:
        focus = self.kiosk.window().focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus

    def finds(self, words: str) -> QAbstractButton | None:
        settle()
        buttons = self.kiosk.findChildren(QAbstractButton)
        return next((each for each in buttons if each.text() == words and each.isVisible()), None)

    def _writes(self, box: QWidget, text: str) -> None:
        """By keys; what no key writes comes from an input method."""
        if text.isascii():
            QTest.keyClicks(box, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(box, event)

    def _boxes(self, field: Field) -> list[QWidget]:
        if isinstance(field, DateFields):
            return [*field.boxes]
        assert isinstance(field, TextField | StoryField)
        return [field.box]


def settle() -> None:
    """Let what is thrown away be thrown away."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
