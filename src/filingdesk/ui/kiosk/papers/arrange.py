"""The pages of one paper: moved, turned, cut, left out, parted and joined; every step goes back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from filingdesk.core.answers import AttachedFile
from filingdesk.core.pages import edits_of
from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.panel import Panel, room_of
from filingdesk.ui.kiosk.papers.arranging_buttons import ArrangingButtons, Step
from filingdesk.ui.kiosk.papers.cropping import Cropping
from filingdesk.ui.kiosk.papers.drawn import DrawnPage, KeptPages
from filingdesk.ui.kiosk.papers.page_preview import PagePreview
from filingdesk.ui.kiosk.papers.page_strip import PageStrip
from filingdesk.ui.kiosk.papers.page_words import PageWords
from filingdesk.ui.kiosk.picking import Pick, Picking
from filingdesk.ui.kiosk.picture import FullPicture
from filingdesk.ui.kiosk.session import Session
from filingdesk.ui.kiosk.steps import Telling
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.cards import Choice, ChoiceCards
from filingdesk.ui.widgets.note import Kind
from filingdesk.ui.widgets.roles import announce
from filingdesk.ui.widgets.text import Body, Strong


class ArrangePage(Page):
    """A page is chosen in the strip, and what to do with it among the buttons.

    The kept pages stay as they came in; only what is shown of them changes.
    """

    def __init__(self, session: Session) -> None:
        if session.arranging is None:
            raise LookupError("no paper's pages are being arranged")
        self._now, self._desk = session.arranging, session.desk
        paper = next(
            each for each in session.desk.materials(session.here) if each.id == self._now.paper
        )
        super().__init__(session, session.words.say("Arrange the pages"))
        self.primary_text = self.say("Done")
        self._words, self._kept = PageWords(session.words), KeptPages(session)
        self._said_of = session.text(paper.text)
        self._files = QWidget()
        self.strip = PageStrip(
            self.look,
            self._kept,
            self._words,
            self.say("Pages of: {name}", name=self._said_of),
            across=self.look.sizes.factor > 1,
        )
        self.preview, self.telling = PagePreview(self.look), Telling(self.look)
        self.buttons = ArrangingButtons(self.look, self.say)
        self._lay_out()
        self.strip.chosen.connect(self._choose)
        self.strip.moved.connect(lambda by: self._take(Step.LATER if by > 0 else Step.EARLIER))
        self.strip.left_out.connect(lambda: self._take(Step.LEAVE_OUT))
        self.buttons.wanted.connect(lambda step: self._take(Step(step)))
        self.preview.clicked.connect(self._enlarge)
        self._show()

    def first_focus(self) -> QWidget:
        """The strip: arrow keys choose a page at once."""
        return self.strip

    def go_on(self) -> None:
        """Back to the papers."""
        self.session.stop_arranging()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self._take(Step.UNDO)
        else:
            super().keyPressEvent(event)

    # ---------------------------------------------------------------- what is shown

    @property
    def _file(self) -> AttachedFile:
        files = self._now.files(self._desk, self.session.here)
        return next(each for each in files if each.id == self._now.file)

    def _lay_out(self) -> None:
        hint = self.say(
            "Choose a page, then what to do with it. No page is lost: you can undo every step, and "
            "put all pages back."
        )
        self.add(Strong(self.look, self._said_of), Body(self.look, hint), gap=Space.SNUG)
        self._files.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        rows = QVBoxLayout(self._files)
        rows.setContentsMargins(0, 0, 0, 0)
        self.add(self._files, gap=Space.NEAR)
        self.add(self.telling, gap=0)
        if self.look.sizes.factor > 1:
            self.add(self.strip, self.buttons, self.preview, gap=Space.NEAR)
        else:
            self.add(self._side_by_side(), gap=Space.NEAR)

    def _side_by_side(self) -> QWidget:
        """The strip is as tall as what stands beside it."""
        beside = QWidget()
        beside.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.strip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.NEAR)
        row.addWidget(self.strip)
        row.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.buttons, 1)
        return beside

    def _show(self) -> None:
        """Everything as the draft has it; whatever has the focus keeps it."""
        files = self._now.files(self._desk, self.session.here)
        self._show_files(files)
        self.strip.show_file(self._file, self._now.place)
        self._show_page()

    def _show_files(self, files: tuple[AttachedFile, ...]) -> None:
        rows = self._files.layout()
        assert rows is not None
        while (item := rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._files.setVisible(len(files) > 1)
        if len(files) < 2:
            return
        choices = [
            Choice(each.id, self._words.of_file(number, each))
            for number, each in enumerate(files, 1)
        ]
        which = self.say("Which file?")
        cards = ChoiceCards(
            self.look, which, choices, columns=2 if self.look.sizes.factor == 1 else 1
        )
        cards.set_values((self._now.file,))
        cards.chosen.connect(self._choose_file)
        rows.addWidget(cards)

    def _show_page(self) -> None:
        page, name = self._page(), self._words.in_its_file(self._file, self._now.place)
        self.preview.show_page(page, self.say("{page}. Show it large", page=name))
        self.buttons.name_for(name)

    def _page(self) -> DrawnPage:
        return self._kept.page(edits_of(self._file)[self._now.place])

    # ---------------------------------------------------------------- what a person does

    def _choose(self, place: int) -> None:
        self._now.place = place
        self._show_page()

    def _choose_file(self, file: str) -> None:
        self._now.file, self._now.place = file, 0
        self.strip.show_file(self._file, 0)
        self._show_page()

    def _take(self, step: Step) -> None:
        desk, paper, file, at = self._desk, self._now.paper, self._now.file, self._now.place
        match step:
            case Step.EARLIER | Step.LATER:
                self._move(1 if step is Step.LATER else -1)
            case Step.TURN_LEFT | Step.TURN_RIGHT:
                turn = 90 if step is Step.TURN_RIGHT else -90
                self._change(lambda draft: desk.rotate_page(draft, paper, file, at, turn))
            case Step.CUT:
                self._ask_cut()
            case Step.LEAVE_OUT:
                self._change(lambda draft: desk.remove_page(draft, paper, file, at))
            case Step.PART:
                self._part()
            case Step.JOIN:
                self._ask_join()
            case Step.PUT_BACK:
                self._change(lambda draft: desk.restore_pages(draft, paper, file))
            case Step.UNDO:
                self._undo()

    def _move(self, by: int) -> None:
        desk, paper, file, at = self._desk, self._now.paper, self._now.file, self._now.place
        to = at + by
        if not 0 <= to < self._file.pages:
            first, last = self.say("This is the first page."), self.say("This is the last page.")
            self.telling.tell(first if by < 0 else last, Kind.PLAIN)
        else:
            self._change(lambda draft: desk.move_page(draft, paper, file, at, to), place=to)

    def _part(self) -> None:
        desk, paper, file, at = self._desk, self._now.paper, self._now.file, self._now.place
        if self._change(lambda draft: desk.split_file(draft, paper, file, at), shows=False):
            files = desk.said_of(self.session.here, paper).files
            ids = [each.id for each in files]
            self._now.file, self._now.place = ids[ids.index(file) + 1], 0
            self._show_and_say(self.say("A new file begins with this page."))

    def _ask_join(self) -> None:
        files = self._now.files(self._desk, self.session.here)
        others = [
            (number, each) for number, each in enumerate(files, 1) if each.id != self._now.file
        ]
        if not others:
            self.telling.tell(self.say("There is no other file for this paper."), Kind.PLAIN)
        elif len(others) == 1:
            self._join(others[0][1].id)
        else:
            picks = [Pick(each.id, self._words.of_file(n, each)) for n, each in others]
            title, text = self.say("Join with which file?"), self.say("Its pages come after these.")
            leave = self.say("Cancel")
            picking = Picking(self.look, room_of(self), title, text, picks, leave=leave)
            picking.picked.connect(self._join)
            picking.open()

    def _join(self, other: str) -> None:
        desk, paper, file = self._desk, self._now.paper, self._now.file
        self._change(lambda draft: desk.merge_files(draft, paper, file, other))

    def _ask_cut(self) -> None:
        cropping = Cropping(self, self._page(), self._cut)
        cropping.open()

    def _cut(self, crop: tuple[int, int, int, int]) -> str:
        """The sentence that tells why not; empty where it is done."""
        desk, paper, file, at = self._desk, self._now.paper, self._now.file, self._now.place
        try:
            changed = self._now.change(
                desk, self.session.here, lambda d: desk.crop_page(d, paper, file, at, crop)
            )
        except UserProblem as refused:
            return self.words_for(refused.problems[0])
        self.session.take(changed)
        self._show_and_say()
        return ""

    def _undo(self) -> None:
        undone = self._now.undo(self._desk, self.session.here)
        if undone is None:
            self.telling.tell(self.say("There is nothing to undo."), Kind.PLAIN)
            return
        self.session.take(undone)
        self._show_and_say(self.say("Undone."))

    def _change(
        self, change: Callable[[Draft], Draft], *, place: int | None = None, shows: bool = True
    ) -> bool:
        try:
            changed = self._now.change(self._desk, self.session.here, change)
        except UserProblem as refused:
            self._refuse(refused.problems[0])
            return False
        self.session.take(changed)
        if place is not None:
            self._now.place = place
        if shows:
            self._show_and_say()
        return True

    def _refuse(self, problem: Problem) -> None:
        self.telling.tell(self.words_for(problem), Kind.CAREFUL)

    def _show_and_say(self, words: str = "") -> None:
        """And what a screen reader says of it."""
        self.telling.hide()
        self._show()
        name = self._words.in_its_file(self._file, self._now.place)
        announce(self, f"{words} {name}".strip())

    def _enlarge(self) -> None:
        name = self._words.in_its_file(self._file, self._now.place)
        panel = Panel(self.look, room_of(self), name, "", self.say("Close"))
        panel.fill(FullPicture(self.look, self._page(), name))
        panel.open()
