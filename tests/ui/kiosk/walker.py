"""Somebody with an answers file in the hand, who walks through the window with it."""

from filingdesk.core.answers import Difference, MaterialState
from filingdesk.core.ports import AnswersFile
from filingdesk.core.question import NOT_SURE, AnswerType, Question
from filingdesk.ui.interview.differences import DifferencesField
from filingdesk.ui.interview.organ import OrganField
from filingdesk.ui.kiosk.materials import MaterialsPage
from filingdesk.ui.kiosk.questions import QuestionsPage
from filingdesk.words.catalogue import PackWords, alone
from filingdesk.words.terms import MATERIAL_STATES
from tests.ui.kiosk.visits import Visitor

_TYPED = (
    AnswerType.LINE,
    AnswerType.STORY,
    AnswerType.NAME,
    AnswerType.ID_NUMBER,
    AnswerType.CREDIT_CODE,
    AnswerType.PHONE,
    AnswerType.EMAIL,
)


class Walker:
    """Gives each answer where it is asked."""

    def __init__(self, citizen: Visitor, file: AnswersFile) -> None:
        self.citizen, self.session = citizen, citizen.session
        self.answers = file.answers.say("jurisdiction", file.jurisdiction)

    def walks_to(self, page: str) -> None:
        """By nothing but what stands on the screen."""
        for _ in range(60):
            if self.session.page == page:
                return
            here = self.citizen.page
            if isinstance(here, QuestionsPage):
                self._answers_questions(here)
            elif isinstance(here, MaterialsPage):
                self._answers_papers(here)
            before = self.session.page
            self.citizen.continues()
            self.citizen.waits()
            if self.session.page == before:
                assert not any(each.blocks for each in self.session.problems), self.session.problems
                self.citizen.continues()
                self.citizen.waits()
        raise AssertionError(f"no way to {page} from {self.session.page}")

    def signs_on_paper(self) -> None:
        say = self.session.words.say
        self.citizen.chooses("truth", say("I have read the pages, and this is true"))
        self.citizen.chooses("signature", say("I sign on the printed paper"))
        self.citizen.continues()
        self.citizen.waits()

    def _answers_questions(self, page: QuestionsPage) -> None:
        answered: set[str] = set()
        while waiting := [id for id in page.fields if id not in answered]:  # one asks for another
            answered.add(waiting[0])
            self._answers(self.session.interview.kind.questions[waiting[0]])

    def _answers(self, question: Question) -> None:
        said, citizen = self.answers.text(question.id), self.citizen
        match question.type:
            case _ if said == NOT_SURE:
                citizen.chooses(question.id, self.session.words.say("I am not sure"))
            case AnswerType.CHOICE | AnswerType.CHOICES:
                chosen = self.answers.chosen(question.id)
                offered = [each.text for each in question.choices if each.id in chosen]
                citizen.chooses(question.id, *(alone(self.session.text(each)) for each in offered))
            case AnswerType.JURISDICTION:
                pack = self.citizen.desk.doors.shelf.pack(said)
                words = PackWords(self.session.words, pack.lineage)
                citizen.chooses(question.id, words.text(pack.name))
            case AnswerType.AUTHORITY:
                self._names_the_organ(question, said)
            case AnswerType.DATE:
                citizen.types(question.id, *said.split("-"))
            case AnswerType.DIFFERENCES:
                self._tells_differences(question, self.answers.differences(question.id))
            case _ if question.type in _TYPED and said:
                citizen.types(question.id, said)

    def _names_the_organ(self, question: Question, said: str) -> None:
        known = self.citizen.desk.pack(self.session.here.answers).authority(said)
        if known and known.effect.covers(self.session.today):
            self.citizen.chooses(question.id, self.session.text(known.name))
            return
        name = known.name if known else said
        if isinstance(self.citizen.field(question.id), OrganField):
            self.citizen.chooses(question.id, self.session.words.say("Another organ"))
            self.citizen.presses_text(name)
        else:
            self.citizen.types(question.id, name)

    def _tells_differences(self, question: Question, rows: tuple[Difference, ...]) -> None:
        field = self.citizen.field(question.id)
        assert isinstance(field, DifferencesField)
        for number, row in enumerate(rows):
            if number:
                self.citizen.touches(self.session.words.say("Add another line"))
            card = field._cards[number]
            for line, text in zip(card.fields, (row.field, row.shown, row.true), strict=True):
                line.box.setFocus()
                if text:
                    self.citizen.presses_text(text)

    def _answers_papers(self, page: MaterialsPage) -> None:
        said = {each.material: each for each in self.answers.materials("materials")}
        for id in page.slots:
            if id in said:
                words = MATERIAL_STATES[said[id].state]
                self.citizen.chooses(f"materials:{id}", self.session.words.say(words))
                if said[id].state is MaterialState.CLERK_SAW:
                    self.citizen.fetches_a_clerk()
