"""The papers: one slot each, with its state, its files, and what it means to do without."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from filingdesk.core.answers import MaterialAnswer, MaterialState
from filingdesk.core.pack import Material
from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.question import AnswerType
from filingdesk.ui.kiosk.choosing_file import ChoosingFile
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.seen import OriginalsSeen
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.slot import Slot
from filingdesk.ui.kiosk.stick_files import MOST_MEGABYTES, MOST_PAGES, read
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.text import Body


class MaterialsPage(Page):
    """Attached, will bring, the clerk has seen it, do not have: nothing is refused for a gap.

    That a clerk has seen a paper is said by nobody but a clerk: see `OriginalsSeen`.

    A file stays in its slot while another state is chosen, and comes back with "attached"; the
    filing takes only what is attached.
    """

    def __init__(self, session: Session) -> None:
        page = session.interview.pages[session.page]
        questions = (session.interview.kind.questions[id] for id in page.questions)
        question = next(each for each in questions if each.type is AnswerType.MATERIALS)
        intro = "\n".join(session.text(each) for each in (page.intro, question.help) if each)
        super().__init__(session, session.text(page.title), intro=intro)
        self.primary_text = self.say("Continue")
        self.accepted = self.say(
            "You can attach photos and scans (JPG, PNG, TIFF, WebP) and PDF files: each up to "
            "{megabytes} MB and {pages} pages.",
            megabytes=MOST_MEGABYTES,
            pages=MOST_PAGES,
        )
        self.add(Body(self.look, self.accepted), gap=Space.SNUG)
        self._question = question.id
        self._papers = {each.id: each for each in session.desk.materials(session.here)}
        self.slots = {id: self._slot(paper) for id, paper in self._papers.items()}
        if not self.slots:
            self.add(Body(self.look, self.say("This filing needs no papers.")))

    def words_for(self, problem: Problem) -> str:
        """Which paper it is about."""
        words = super().words_for(problem)
        paper = self._papers.get(problem.where.partition(":")[2])
        if paper is None:
            return words
        return self.say("{name}: {sentence}", name=self.text(paper.text), sentence=words)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each at its slot."""
        super().show_problems([placed for each in problems for placed in self._placed(each)])

    # ---------------------------------------------------------------- a slot

    def _slot(self, paper: Material) -> Slot:
        slot = Slot(self.session, paper, self._said(paper.id))
        slot.chosen.connect(lambda state: self._choose(paper.id, MaterialState(state)))
        slot.file_wanted.connect(lambda: self._ask_for_file(paper.id))
        slot.file_removed.connect(lambda file: self._remove(paper.id, file))
        self.fields[self._where(paper.id)] = slot
        self.add(slot, gap=Space.GROUP)
        return slot

    def _where(self, paper: str) -> str:
        return f"{self._question}:{paper}"

    def _said(self, paper: str) -> MaterialAnswer | None:
        said = self.session.desk.materials_said(self.session.here)
        return next((each for each in said if each.material == paper), None)

    def _placed(self, problem: Problem) -> list[Problem]:
        """A paper without its picture is told at the slot that lacks it."""
        if problem.code != "material-without-file" or problem.where != self._question:
            return [problem]
        attached = MaterialState.ATTACHED
        said = self.session.desk.materials_said(self.session.here)
        bare = [each.material for each in said if each.state is attached and not each.files]
        return [replace(problem, where=self._where(each)) for each in bare]

    # ---------------------------------------------------------------- what a person does

    def _choose(self, paper: str, state: MaterialState) -> None:
        if state is MaterialState.CLERK_SAW:
            self._ask_clerk(paper)
        else:
            self._say(paper, state)

    def _ask_clerk(self, paper: str) -> None:
        """Until a clerk has confirmed it, what was said before stands."""
        self.slots[paper].tell(self._said(paper))
        unseen = [id for id in self._papers if not self._is_seen(id)]
        if paper in unseen:
            names = {id: self.text(self._papers[id].text) for id in unseen}
            OriginalsSeen(self, names, paper, self._confirmed).open()

    def _confirmed(self, papers: Sequence[str]) -> None:
        for paper in papers:
            self._say(paper, MaterialState.CLERK_SAW)

    def _is_seen(self, paper: str) -> bool:
        said = self._said(paper)
        return said is not None and said.state is MaterialState.CLERK_SAW

    def _say(self, paper: str, state: MaterialState) -> None:
        desk, draft = self.session.desk, self.session.here
        files = desk.said_of(draft, paper).files
        self._take(paper, desk.say_of(draft, MaterialAnswer(paper, state, files)))

    def _ask_for_file(self, paper: str) -> None:
        ChoosingFile(self, self.accepted, lambda path: self._attach(paper, path)).begin()

    def _attach(self, paper: str, path: Path) -> None:
        self.session.keeping.flush()  # a picture is kept with a draft that is on the disk
        desk, draft = self.session.desk, self.session.here
        self.work(
            self.say("Your file is being read"),
            lambda: desk.attach(draft, paper, read(path)),
            lambda attached: self._attached(paper, attached),
            lambda problems: self._refuse(paper, problems),
        )

    def _attached(self, paper: str, draft: Draft) -> None:
        """What was wrong with a file before is over; the picture comes into view."""
        mended = (self._where(paper), self._question)
        left = tuple(each for each in self.session.problems if each.where not in mended)
        self.session.problems = left
        self.slots[paper].show_error(None)
        self.show_problems(left)
        self._take(paper, draft)
        self.slots[paper].look_at_newest()

    def _remove(self, paper: str, file: str) -> None:
        try:
            draft = self.session.desk.detach(self.session.here, paper, file)
        except UserProblem as refused:
            self._refuse(paper, refused.problems)
        else:
            self._take(paper, draft)

    def _take(self, paper: str, draft: Draft) -> None:
        self.session.take(draft)
        self.slots[paper].tell(self._said(paper))

    def _refuse(self, paper: str, problems: Sequence[Problem]) -> None:
        self.session.tell(*(replace(each, where=self._where(paper)) for each in problems))
