"""What was answered, as rows to read: differences line by line, papers one by one."""

from collections.abc import Iterable, Sequence

from filingdesk.core.answers import Difference, MaterialAnswer, MaterialState, day_of
from filingdesk.core.pack import Material
from filingdesk.core.question import NOT_SURE, AnswerType, Question
from filingdesk.core.wording import answered
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.widgets.rows import Row
from filingdesk.words.catalogue import alone
from filingdesk.words.terms import MATERIAL_STATES

_CHOSEN = (AnswerType.CHOICE, AnswerType.CHOICES)


class AnswerRows:
    """The answers that count, in the person's language. `asked` are the papers of this filing."""

    def __init__(self, session: Session, asked: Sequence[Material] = ()) -> None:
        self._session, self._papers = session, asked
        self._say = session.words.say
        self._answers = session.interview.pruned(session.here.answers)
        self._pack = session.desk.pack(session.here.answers)
        self._wording = session.pack_words

    def of(self, questions: Iterable[Question]) -> list[Row]:
        """A row for each question; several for differences and papers."""
        return [row for question in questions for row in self._rows(question)]

    def _rows(self, question: Question) -> list[Row]:
        label = self._wording.text(question.label)
        told: list[tuple[str, str]] = []
        match question.type:
            case AnswerType.DIFFERENCES:
                rows = self._answers.differences(question.id)
                told = [(each.field or label, self._difference(each)) for each in rows]
            case AnswerType.MATERIALS:
                said = {each.material: each for each in self._answers.materials(question.id)}
                told = [
                    (self._wording.text(each.text), self._paper(said.get(each.id)))
                    for each in self._papers
                ]
            case _:
                told = [(label, self._value(question))]
        return [
            self._row(question, name, value)
            for name, value in told or [(label, self._say("Not provided"))]
        ]

    def _row(self, question: Question, name: str, value: str) -> Row:
        change = self._say("Change")
        return Row(question.id, name, value, change, self._say("Change: {label}", label=name))

    def _value(self, question: Question) -> str:
        if self._answers.text(question.id) == NOT_SURE:
            return self._say("Not sure")
        found = answered(question, self._answers, self._pack, self._wording)
        if found is None:
            return self._say("Not provided")
        return alone(found.text) if question.type in _CHOSEN else found.text

    def _difference(self, row: Difference) -> str:
        nothing = self._say("nothing")
        return "\n".join(
            (
                self._say("The record shows: {text}", text=row.shown.strip() or nothing),
                self._say("True is: {text}", text=row.true.strip() or nothing),
            )
        )

    def _paper(self, said: MaterialAnswer | None) -> str:
        if said is None:
            return self._say("Not provided")
        words = self._say(MATERIAL_STATES[said.state])
        by = day_of(said.by) if said.state is MaterialState.WILL_BRING else None
        if by is not None:
            return words + "\n" + self._say("By {day}.", day=self._session.words.day(by))
        if said.state is not MaterialState.ATTACHED:
            return words
        pages = sum(each.pages for each in said.files)
        return (
            words
            + "\n"
            + self._say("Files: {files}. Pages: {pages}.", files=len(said.files), pages=pages)
        )
