"""The papers: one slot each, with its state, its files, and what it means to do without."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from filingdesk.core.answers import MaterialAnswer, MaterialState
from filingdesk.core.file_name import shown_name
from filingdesk.core.pack import Material
from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem
from filingdesk.core.question import AnswerType
from filingdesk.ui.kiosk.choosing_file import ChoosingFiles
from filingdesk.ui.kiosk.names import ARRANGED
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.papers.attaching import Attaching, Slotted
from filingdesk.ui.kiosk.papers.originals import are_kept
from filingdesk.ui.kiosk.papers.reading import Reading
from filingdesk.ui.kiosk.papers.slot_wishes import SlotWishes
from filingdesk.ui.kiosk.seen import OriginalsSeen
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.slot import Slot
from filingdesk.ui.kiosk.stick_files import MOST_MEGABYTES, MOST_PAGES
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.field import Field
from filingdesk.ui.widgets.note import Kind, Note
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text import Body

_BY = "by"


class MaterialsPage(Page):
    """Attached, will bring, the clerk has seen it, do not have: nothing is refused for a gap.

    That a clerk has seen a paper is said by nobody but a clerk: see `OriginalsSeen`.

    A file stays in its slot while another state is chosen, and comes back with "attached"; the
    filing takes only what is attached. A problem's place is "materials:paper", with ":by" for its
    day and ":3" for the third of the files that were chosen for it.
    """

    def __init__(self, session: Session) -> None:
        page = session.interview.pages[session.page]
        questions = (session.interview.kind.questions[id] for id in page.questions)
        question = next(each for each in questions if each.type is AnswerType.MATERIALS)
        intro = "\n".join(session.text(each) for each in (page.intro, question.help) if each)
        super().__init__(session, session.text(page.title), intro=intro)
        self.primary_text = self.say("Continue")
        self.accepted = self.say(
            "You can attach photos and scans (JPG, PNG, HEIC, TIFF, WebP), PDF files and plain "
            "texts: each up to {megabytes} MB and {pages} pages.",
            megabytes=MOST_MEGABYTES,
            pages=MOST_PAGES,
        )
        self.add(Body(self.look, self.accepted), gap=Space.SNUG)
        self._question = question.id
        self._wishes: list[SlotWishes] = []
        self._papers = {each.id: each for each in session.desk.materials(session.here)}
        self.slots = {id: self._slot(paper) for id, paper in self._papers.items()}
        self._first = self.slots.get(session.spare.pop(ARRANGED, ""))
        if not self.slots:
            self.add(Body(self.look, self.say("This filing needs no papers.")))

    def first_focus(self) -> QWidget:
        """Whoever comes back from a paper's pages is at that paper again."""
        return self._first or super().first_focus()

    def words_for(self, problem: Problem) -> str:
        """Which paper it is about, and which of the files chosen for it."""
        words = super().words_for(problem)
        paper = self._papers.get(_paper_of(problem.where))
        file = shown_name(self.session.spare.get(problem.where, ""))
        for name in (file, self.text(paper.text) if paper else ""):
            if name:
                words = self.say("{name}: {sentence}", name=name, sentence=words)
        return words

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Each at its slot."""
        super().show_problems([placed for each in problems for placed in self._placed(each)])

    # ---------------------------------------------------------------- a slot

    def _slot(self, paper: Material) -> Slot:
        id = paper.id
        slot = Slot(self.session, paper, self.said(id))
        slot.chosen.connect(lambda state: self._choose(id, MaterialState(state)))
        slot.file_wanted.connect(lambda: self._ask_for_files(id))
        slot.files_dropped.connect(lambda paths: self._attach(id, paths))
        slot.day_said.connect(lambda day: self._say_day(id, day))
        slot.arranging_wanted.connect(lambda: self.session.arrange(id))
        slot.reading_wanted.connect(lambda: Reading(self, id).begin())
        wishes = SlotWishes(self, id)
        self._wishes.append(wishes)  # a signal alone would not keep it
        slot.file_removed.connect(wishes.remove)
        slot.originals_wanted.connect(wishes.keep_originals)
        slot.origin_wanted.connect(wishes.keep_origin)
        self.fields[self.where(id)] = slot
        self.add(slot, gap=Space.GROUP)
        return slot

    def where(self, paper: str) -> str:
        """The place of a slot, as problems name it."""
        return f"{self._question}:{paper}"

    def said(self, paper: str) -> MaterialAnswer | None:
        """What was said of a paper, if anything."""
        said = self.session.desk.materials_said(self.session.here)
        return next((each for each in said if each.material == paper), None)

    def _field(self, problem: Problem) -> Field | None:
        paper = _paper_of(problem.where)
        slot = self.slots.get(paper)
        if slot is None:
            return super()._field(problem)
        is_day = problem.where == f"{self.where(paper)}:{_BY}"
        return slot.day if is_day and slot.day else slot

    def _placed(self, problem: Problem) -> list[Problem]:
        """A paper without its picture is told at the slot that lacks it."""
        if problem.code != "material-without-file" or problem.where != self._question:
            return [problem]
        attached = MaterialState.ATTACHED
        said = self.session.desk.materials_said(self.session.here)
        bare = [each.material for each in said if each.state is attached and not each.files]
        return [replace(problem, where=self.where(each)) for each in bare]

    # ---------------------------------------------------------------- what a person does

    def _choose(self, paper: str, state: MaterialState) -> None:
        if state is MaterialState.CLERK_SAW:
            self._ask_clerk(paper)
        else:
            self._say(paper, state)

    def _ask_clerk(self, paper: str) -> None:
        """Until a clerk has confirmed it, what was said before stands."""
        self.slots[paper].tell(self.said(paper))
        unseen = [id for id in self._papers if not self._is_seen(id)]
        if paper in unseen:
            names = {id: self.text(self._papers[id].text) for id in unseen}
            OriginalsSeen(self, names, paper, self._confirmed).open()

    def _confirmed(self, papers: Sequence[str]) -> None:
        for paper in papers:
            self._say(paper, MaterialState.CLERK_SAW)

    def _is_seen(self, paper: str) -> bool:
        said = self.said(paper)
        return said is not None and said.state is MaterialState.CLERK_SAW

    def _say(self, paper: str, state: MaterialState) -> None:
        desk, draft = self.session.desk, self.session.here
        self.take(paper, desk.say_of(draft, replace(desk.said_of(draft, paper), state=state)))

    def _say_day(self, paper: str, day: str) -> None:
        """As typed; the boxes stay as they are."""
        desk, draft = self.session.desk, self.session.here
        self.session.take(desk.say_of(draft, replace(desk.said_of(draft, paper), by=day)))

    def _ask_for_files(self, paper: str) -> None:
        ChoosingFiles(self, self.accepted, lambda paths: self._attach(paper, paths)).begin()

    def _attach(self, paper: str, paths: Sequence[Path]) -> None:
        said = self.session.desk.said_of(self.session.here, paper)
        slot = Slotted(paper, self.where(paper), are_kept(said))
        before = len(said.files)
        Attaching(
            self,
            slot,
            paths,
            lambda draft: self.take(paper, draft),
            lambda problems: self._attached(paper, before, problems),
        ).begin()

    def _attached(self, paper: str, before: int, problems: Sequence[Problem]) -> None:
        """What was wrong with a file before is over; the first new picture comes into view."""
        mended = (paper, "")
        left = [each for each in self.session.problems if _paper_of(each.where) not in mended]
        if problems:
            self.session.tell(*left, *problems)
            return
        self.session.problems = tuple(left)
        self.slots[paper].show_error(None)
        self.show_problems(left)
        self.slots[paper].look_at(before)

    def take(self, paper: str, draft: Draft) -> None:
        """A new draft, shown in the slot of this paper."""
        self.session.take(draft)
        self.slots[paper].tell(self.said(paper))

    def tell_taken(self, count: int) -> None:
        """So many answers were taken from a paper."""
        text = self.say("Answers taken from the paper: {count}.", count=count)
        self.put_first(Note(self.look, text, kind=Kind.GOOD))
        announce(self, text)

    def refuse(self, paper: str, problems: Sequence[Problem]) -> None:
        """What is wrong with a wish, told at the slot."""
        self.session.tell(*(replace(each, where=self.where(paper)) for each in problems))


def _paper_of(where: str) -> str:
    """The paper that the place of a problem names; empty where it names none."""
    return [*where.split(":"), ""][1]
