"""A page of questions: each with its field, and why it is asked."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from filingdesk.core.answers import holds
from filingdesk.core.pack import Role
from filingdesk.core.problem import Problem
from filingdesk.core.question import Choice, Question
from filingdesk.ui.interview.asking import Asked, Asking
from filingdesk.ui.interview.fields import FIELDS
from filingdesk.ui.interview.organ import OrganField
from filingdesk.ui.interview.why import Why
from filingdesk.ui.interview.writing import wrong_part
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.date_fields import DateFields
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.story_field import StoryField
from filingdesk.ui.widgets.text_field import TextField
from filingdesk.words.missing import answer_sentence

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Shown = tuple[Question, tuple[Choice, ...]]


class QuestionsPage(Page):
    """The questions that the answers call for; they come and go while a person chooses."""

    def __init__(self, session: Session) -> None:
        page = session.interview.pages[session.page]
        super().__init__(session, _heading(session), intro=session.text(page.intro))
        self.primary_text = self.say("Continue")
        self._groups: dict[str, tuple[_Shown, QWidget]] = {}
        self._list = QWidget()
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._places = QVBoxLayout(self._list)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(Space.GROUP)
        self.add(self._list)
        self._show_asked()

    def first_focus(self) -> QWidget:
        """The first line to type into; where the first thing is a choice, the question itself."""
        first = next(iter(self.fields.values()), None)
        if isinstance(first, OrganField) and first.search:
            return first.search
        return first if isinstance(first, TextField | StoryField | DateFields) else self.title

    def words_for(self, problem: Problem) -> str:
        """Where several questions stand on the page, the sentence says which one it is about."""
        question = self.session.interview.kind.questions.get(problem.where)
        if question is None:
            return super().words_for(problem)
        words = answer_sentence(problem, question, self.session.words)
        if len(self.fields) < 2:
            return words
        return self.say("{name}: {sentence}", name=self.text(question.label), sentence=words)

    def show_error(self, field: Field, words: str) -> None:
        """A date leads to its first wrong box."""
        if isinstance(field, DateFields):
            field.show_error(words, wrong_part(field.raw()))
        else:
            super().show_error(field, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a card that is chosen already leads on."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and not event.isAutoRepeat()
            and isinstance(watched, QRadioButton)
            and watched.isChecked()
        ):
            self.go_on()
            return True
        return False

    # ---------------------------------------------------------------- which questions are there

    def _show_asked(self) -> None:
        """Build what is asked now, keep what was there, take away what is not asked any more."""
        wanted = {question.id: (question, shown) for question, shown in _asked(self.session)}
        for id in [*self._groups]:
            if id not in wanted or wanted[id] != self._groups[id][0]:
                self._take_away(id)
        for place, (id, shown) in enumerate(wanted.items()):
            if id not in self._groups:
                self._places.insertWidget(place, self._group(*shown))
        self._order_fields([*wanted])
        self._say_once()

    def _take_away(self, id: str) -> None:
        _, group = self._groups.pop(id)
        del self.fields[id]
        self._places.removeWidget(group)
        group.hide()
        group.deleteLater()

    def _order_fields(self, ids: Sequence[str]) -> None:
        self.fields = {id: self.fields[id] for id in ids}
        boxes = [box for id in ids for box in _stops(self._groups[id][1])]
        for before, after in pairwise(boxes):
            QWidget.setTabOrder(before, after)

    def _say_once(self) -> None:
        """Right below a title of the same words a label is not read again; it stays spoken."""
        for number, field in enumerate(self.fields.values()):
            label = field.label()
            label.setVisible(bool(label.text()) and (number > 0 or label.text() != self.heading))

    def _group(self, question: Question, offered: tuple[Choice, ...]) -> QWidget:
        asked = self._ask(question, offered)
        field = asked.field
        for card in field.findChildren(QRadioButton):
            card.installEventFilter(self)
        field.edited.connect(lambda: self._say(question.id, asked))
        if isinstance(field, TextField | DateFields):
            field.entered.connect(self.go_on)
        group = QWidget()
        group.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SNUG)
        column.addWidget(field)
        if question.why:
            why = Why(self.look, self.say("Why we ask"), self.text(question.why))
            column.addWidget(why)
        self.fields[question.id] = field
        self._groups[question.id] = ((question, offered), group)
        return group

    def _ask(self, question: Question, offered: tuple[Choice, ...]) -> Asked:
        session = self.session
        asking = Asking(
            question=question,
            answers=session.here.answers,
            look=self.look,
            words=session.words,
            pack_words=session.pack_words,
            choices=offered,
            organs=lambda: session.desk.pack(session.here.answers).holding(
                Role.RECOGNISING, session.today
            ),
            places=session.places,
            spare=session.spare,
        )
        return FIELDS[question.type](asking)

    def _say(self, question: str, asked: Asked) -> None:
        self.session.say(question, asked.value())
        self._show_asked()


def _asked(session: Session) -> list[_Shown]:
    answers = session.here.answers
    said = session.interview.pruned(answers)
    return [
        (question, tuple(each for each in question.choices if holds(each.when, said)))
        for question in session.interview.asked(session.page, answers)
    ]


def _heading(session: Session) -> str:
    page = session.interview.pages[session.page]
    title = session.text(page.title)
    questions = [session.interview.kind.questions[id] for id in page.questions]
    if len(questions) == 1 and questions[0].optional:
        return session.words.say("{question} (optional)", question=title)
    return title


def _stops(group: QWidget) -> list[QWidget]:
    """Where Tab stops within a group, in the order in which it was built."""
    return [
        each
        for each in group.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
    ]
