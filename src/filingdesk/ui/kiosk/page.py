"""What every page of the kiosk is: a heading, its content, and where a problem is shown."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.busy import Busy
from filingdesk.ui.widgets.buttons import BackButton
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.errors import Entry, ErrorSummary
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.notices import Notices
from filingdesk.ui.widgets.text import Body, Title
from filingdesk.words.problems import sentence

T = TypeVar("T")


class Page(Column):
    """Built when it is shown, thrown away when it is left: whatever matters lies in the session.

    A page adds its content in its constructor (`add(widget, …)`), puts its fields by question id
    into `fields` (a part of a question as "question:part"), and may offer `more_buttons`.
    `primary_text` are the words on the button that leads on; without them there is none.
    """

    primary_text = ""

    summary: ErrorSummary
    """What has to be mended; there is one when `has_problems`."""

    def __init__(self, session: Session, heading: str, *, intro: str = "") -> None:
        super().__init__(session.look)
        self.session = session
        self.look = session.look
        self.say: Callable[..., str] = session.words.say
        self.heading = heading
        self.fields: dict[str, Field] = {}
        self.has_problems = False
        self.back: BackButton | None = None
        if session.can_go_back():
            self.back = BackButton(self.look, self.say("Back"))
            self.back.clicked.connect(session.go_back)
            self.add(self.back)
        self._notices = Notices()
        self.add(self._notices, gap=0)
        self.title = Title(session.look, heading)
        self.add(self.title, gap=Space.SNUG if self.back else 0)
        if intro:
            self.add(Body(session.look, intro), gap=Space.SNUG)

    def text(self, pack_text: str) -> str:
        """A pack's text in the person's language."""
        return self.session.text(pack_text)

    def more_buttons(self) -> Sequence[QWidget]:
        """Further buttons beside the primary one."""
        return ()

    def go_on(self) -> None:
        """What the primary button and Enter do."""
        self.session.go_on()

    def first_focus(self) -> QWidget:
        """What has the focus when the page opens."""
        return self.title

    def put_first(self, widget: QWidget) -> None:
        """Above the title, below Back: what a person must see before anything else."""
        self._notices.put_first(widget)

    def words_for(self, problem: Problem) -> str:
        """The sentence for a problem on this page: the same beside the field and in the summary."""
        return sentence(problem, self.session.words)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """The summary at the top with every problem, and each beside its field."""
        if self.has_problems:
            self.summary.hide()
            self.summary.deleteLater()
        self.has_problems = bool(problems)
        told = [(each, self.words_for(each)) for each in problems]
        if not told:
            return
        for field, words in self._by_field(told).items():
            self.show_error(field, words)
        entries = [
            Entry(words, self._field(each) or Elsewhere(self, each.where)) for each, words in told
        ]
        blocks = any(each.blocks for each in problems)
        title = self.say("There is a problem") if blocks else self.say("Please look again")
        self.summary = ErrorSummary(self.look, title, entries)
        self.put_first(self.summary)

    def show_error(self, field: Field, words: str) -> None:
        """Beside one field; a page may know which part of it is wrong."""
        field.show_error(words)

    def tell_set_aside(self, labels: Sequence[str]) -> None:
        """Say which answers are not used any more, because of a change."""
        if not labels:
            return
        named = self.session.words.several([self.text(each) for each in labels])
        text = self.say(
            "You changed an answer. What you said about these is not needed now: {names}. "
            "It is kept, and comes back if you change your answer again.",
            names=named,
        )
        title = self.say("Some answers are set aside")
        self.put_first(Note(self.look, text, kind=Kind.CAREFUL, title=title))

    def work(
        self,
        title: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[Sequence[Problem]], None] | None = None,
        busy: Busy | None = None,
    ) -> None:
        """Something that takes a while, with `title` (or what `busy` says) over the window.

        A UserProblem goes to `refused`, or is shown on the page. If the person has left by then,
        so has the result.
        """
        session, waiting = self.session, busy or Busy(self.look, self.window(), title)
        whose = session.draft.id if session.draft else ""

        def is_same_person() -> bool:
            return (session.draft.id if session.draft else "") == whose

        def failed(fault: Exception) -> None:
            waiting.deleteLater()
            if not isinstance(fault, UserProblem):
                raise fault
            if not is_same_person():
                return
            if refused is None:
                session.tell(*fault.problems)
            else:
                refused(fault.problems)

        def finished(result: T) -> None:
            waiting.deleteLater()
            session.active.emit()
            if is_same_person():
                done(result)

        waiting.run(work, finished, failed)

    def _by_field(self, told: Sequence[tuple[Problem, str]]) -> Mapping[Field, str]:
        """All sentences of one field, in one text."""
        found: dict[Field, list[str]] = {}
        for problem, words in told:
            field = self._field(problem)
            if field is not None:
                found.setdefault(field, []).append(words)
        return {field: self.session.words.together(each) for field, each in found.items()}

    def _field(self, problem: Problem) -> Field | None:
        where = problem.where
        parts = (each for id, each in self.fields.items() if id.startswith(f"{where}:"))
        return self.fields.get(where) or next(parts, None)


class Elsewhere(QWidget):
    """Stands in for a field of another page: to give it the focus is to go there."""

    def __init__(self, page: Page, question: str) -> None:
        super().__init__(page)
        self._session, self._question = page.session, question.partition(":")[0]
        self.hide()

    def setFocus(self, _reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the page that asks."""
        self._session.go_to_question(self._question)
