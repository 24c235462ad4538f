"""One person's time at the kiosk: the draft, where it stands, and how it is shown."""

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from filingdesk.ui.kiosk.appearance import Contrast, look_of
from filingdesk.ui.kiosk.keeping import Keeping
from filingdesk.ui.kiosk.names import AFTER, ARRANGED, BEFORE_OPEN, DONE, NOTICE, START
from filingdesk.ui.kiosk.patience import Patience
from filingdesk.ui.theme.tokens import Look, TextSize
from filingdesk.ui.widgets.typeset import forget
from filingdesk.words.catalogue import OFFICIAL, PackWords, Words

# The core and the desk take longer to load than the first page to paint: see benchmarks.
if TYPE_CHECKING:
    from filingdesk.core.answers import Answers, Value
    from filingdesk.core.case import Case
    from filingdesk.core.interview import Interview
    from filingdesk.core.pack import Pack
    from filingdesk.core.ports import Doors, Draft
    from filingdesk.core.problem import Problem
    from filingdesk.desk import Desk
    from filingdesk.ui.kiosk.papers.arrangement import Arrangement
    from filingdesk.ui.kiosk.steering import Steering
    from filingdesk.ui.kiosk.way import Step


class Session(QObject):
    """All that is known of the person lies here and in the store, and nowhere in a widget.

    Signals: `page_changed` another page is to be shown; `page_stale` the same page is to be built
    anew; `language_changed` and `look_changed` everything is; `saved(bool)` whether the disk has
    what was said; `active` something happened that a person did or waits for; `ended` the person
    is gone and so is the draft; `staff_wanted` a clerk wants to sign in;
    `erase_wanted` the person wants to finish, and is asked once more.
    """

    page_changed = Signal()
    page_stale = Signal()
    language_changed = Signal()
    look_changed = Signal()
    saved = Signal(bool)
    active = Signal()
    ended = Signal()
    staff_wanted = Signal()
    erase_wanted = Signal()

    draft: "Draft | None"
    case: "Case | None"
    problems: "tuple[Problem, ...]"
    set_aside: tuple[str, ...]
    spare: dict[str, str]
    arranging: "Arrangement | None"
    words: Words
    text_size: TextSize
    contrast: Contrast
    look: Look

    def __init__(
        self,
        doors: "Doors",
        *,
        language: str = OFFICIAL,
        patience: Patience | None = None,
        front: str = START,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.doors = doors
        self.patience = patience or Patience()
        self.keeping = Keeping(self._keep, self)
        self.keeping.saved.connect(self.saved)
        self.recovery_code = ""
        self.interrupted: Draft | None = None
        self.is_unproven = False
        self._pack_words: tuple[tuple[Words, tuple[str, ...]], PackWords] | None = None
        self.may_browse = False
        """Whether this computer's files may be offered: at a clerk's desk, never at a kiosk."""
        self._own_language = language
        self._forget()
        self._front = front

    # ---------------------------------------------------------------- what pages read

    @cached_property
    def desk(self) -> "Desk":
        """The desk behind these doors."""
        from filingdesk.desk import Desk

        return Desk(self.doors)

    @property
    def page(self) -> str:
        """The page to be shown: start, notice, an interview page, preview, sign or done."""
        return self.draft.page if self.draft else self._front

    @property
    def here(self) -> "Draft":
        """The draft, on a page that is only shown when there is one."""
        if self.draft is None:
            raise LookupError("no draft: this page belongs to a filing")
        return self.draft

    @property
    def interview(self) -> "Interview":
        """The interview of the draft, in the place that its answers name."""
        return self._place()[1]

    @property
    def today(self) -> date:
        """The day on the wall."""
        return self.doors.time.today()

    @property
    def pack_words(self) -> PackWords:
        """The texts of the pack that the answers name, in the person's language."""
        key = (self.words, self._place()[0].lineage)
        if self._pack_words is None or self._pack_words[0] != key:
            self._pack_words = key, PackWords(*key)
        return self._pack_words[1]

    def text(self, pack_text: str) -> str:
        """A pack's text in the person's language."""
        return self.pack_words.text(pack_text)

    def places(self) -> "tuple[Pack, ...]":
        """The packs of the places that a person can choose."""
        shelf = self.doors.shelf
        packs = (shelf.pack(id) for id in shelf.jurisdictions())
        return tuple(pack for pack in packs if pack.selectable)

    def is_fresh(self) -> bool:
        """Whether nobody has touched this session yet."""
        return (
            self.draft is None
            and self._front == START
            and self.words.language == self._own_language
            and (self.text_size, self.contrast) == (TextSize.NORMAL, Contrast.LIGHT)
        )

    def can_go_back(self) -> bool:
        """Whether there is a page before this one to go back to."""
        return self.arranging is not None or self._before() is not None

    def steps(self) -> "tuple[Step, ...]":
        """The task list; empty before there is a draft."""
        return self._steering.steps(self.draft) if self.draft else ()

    # ---------------------------------------------------------------- what a person does

    def show(self, front: str) -> None:
        """Another page before there is a draft."""
        self._front = front
        self.problems = ()
        self.page_changed.emit()

    def tell(self, *problems: "Problem") -> None:
        """Show on this page what stands in the way."""
        self.problems = problems
        self.page_stale.emit()

    def begin(self, consent: str) -> None:
        """Start a filing; `consent` is the version of the notice that was agreed to."""
        self.draft = self.desk.begin(self.words.language, consent)
        self.problems = ()
        self.page_changed.emit()
        self.keeping.soon()

    def begin_next(self) -> None:
        """A further filing of the same kind, for the same person; the one that was signed stays."""
        draft = self.desk.begin_next(self.here)
        language, look = self.words, (self.text_size, self.contrast)
        self._forget()
        self.words, (self.text_size, self.contrast) = language, look
        self.look = look_of(*look)
        self.resume(draft)
        self.keeping.soon()

    def is_open(self) -> bool:
        """Whether the desk is open for people, and not still waiting for the staff."""
        return self.draft is not None or self._front not in BEFORE_OPEN

    def resume(self, draft: "Draft") -> None:
        """Go on with a filing that was interrupted."""
        self.interrupted = None
        self.draft = replace(draft, page=self._steering.resumed(draft))
        self.problems = ()
        self._tell_what_fell_aside()
        self.set_aside = ()
        self._dress(draft.language)
        self.page_changed.emit()

    def say(self, question: str, value: "Value") -> None:
        """An answer, as it stands in the field at this moment."""
        self.take(replace(self.here, answers=self.here.answers.say(question, value)))

    def take(self, draft: "Draft") -> None:
        """The draft as the desk gave it back, or with one more answer."""
        self.draft = draft
        self.keeping.soon()
        self.active.emit()

    def go_on(self) -> bool:
        """To the next page; not before what blocks is mended and what is odd was seen once."""
        found = self._problems_here()
        blocking = tuple(each for each in found if each.blocks)
        unseen = tuple(each for each in found if self._mark(each) not in self._seen)
        self._seen |= {self._mark(each) for each in found if not each.blocks}
        if blocking or unseen:
            self.tell(*found)
            return False
        to = self._steering.after(self.here)
        if to is not None:
            self._move(to)
        return to is not None

    def go_back(self) -> None:
        """To the page before, with all that was typed here."""
        before = self._before()
        if self.arranging is not None:
            self.stop_arranging()
        elif before is not None:
            self._move(before)

    def arrange(self, paper: str) -> None:
        """Look after the pages of one paper, and come back to this page."""
        from filingdesk.ui.kiosk.papers.arrangement import Arrangement

        self.arranging = Arrangement(paper)
        self.problems = ()
        self.page_changed.emit()

    def stop_arranging(self) -> None:
        """Back to the papers; what was done there stays done."""
        if self.arranging is not None:
            self.spare[ARRANGED] = self.arranging.paper
            self.arranging = None
            self.page_changed.emit()

    def go_to(self, page: str) -> None:
        """To a page that is open. From the check page on, Continue leads back there."""
        if page == self.page:
            self.stop_arranging()
            return
        if self.case or not self._steering.is_open(self.here, page):
            return
        check = self._steering.check_before(self.here)
        if check and page not in (check, *AFTER):
            self._steering.change(self.here)
            self.draft = replace(self.here, change_from=check)
        self._move(page)

    def go_to_question(self, question: str) -> None:
        """To the page that asks a question; a part of one is named "question:part"."""
        question = question.partition(":")[0]
        if question in self.interview.kind.questions:
            self.go_to(self.interview.page_of(question))

    def filed(self, case: "Case") -> None:
        """The draft has become a case: nothing of it can be changed any more."""
        self.keeping.stop()
        self.case = case
        self._move(DONE)

    def set_language(self, language: str) -> None:
        """Say everything in another language from now on."""
        if language == self.words.language:
            return
        self._dress(language)
        if self.draft and not self.case:
            self.take(replace(self.draft, language=language))

    def set_text_size(self, text_size: TextSize) -> None:
        """Write larger or smaller."""
        self.text_size = text_size
        self._relook()

    def set_contrast(self, contrast: Contrast) -> None:
        """Another palette."""
        self.contrast = contrast
        self._relook()

    def erase(self) -> None:
        """The person is done, or gone: nothing of them stays.

        Raises UserProblem when the disk refuses; the window has forgotten everything all the same,
        and the desk asks about the draft when it is unlocked next.
        """
        left = None if self.case else self.draft
        self.keeping.stop()
        self._forget()
        empty_clipboard()
        forget()
        self.language_changed.emit()
        self.page_changed.emit()
        self.ended.emit()
        if left is not None:
            self.desk.erase(left)

    # ---------------------------------------------------------------- inside

    def _forget(self) -> None:
        self.draft, self.case = None, None
        self.problems, self.set_aside, self.spare = (), (), {}
        self.arranging = None
        self.words = Words(self._own_language)
        self.text_size, self.contrast = TextSize.NORMAL, Contrast.LIGHT
        self.look = look_of(self.text_size, self.contrast)
        self._front = START
        self.__dict__.pop("_steering", None)
        self._placed: tuple[Answers, tuple[Pack, Interview]] | None = None
        self._seen: frozenset[tuple[str, str, object]] = frozenset()
        self._aside_before: frozenset[str] = frozenset()

    @cached_property
    def _steering(self) -> "Steering":
        from filingdesk.ui.kiosk.steering import Steering

        return Steering(self.desk)

    def _keep(self) -> None:
        if self.draft is not None and self.case is None:
            self.draft = self.desk.keep(self.draft)

    def _dress(self, language: str) -> None:
        if language != self.words.language:
            self.words = Words(language)
            self.language_changed.emit()

    def _relook(self) -> None:
        self.look = look_of(self.text_size, self.contrast)
        self.look_changed.emit()

    def _mark(self, problem: "Problem") -> tuple[str, str, object]:
        """A warning about an answer is seen once; about another answer it is another warning."""
        return problem.where, problem.code, self.here.answers.values.get(problem.where)

    def _problems_here(self) -> "tuple[Problem, ...]":
        from filingdesk.core.pack import Shows

        page = self.interview.pages.get(self.page)
        if page is None:
            return ()
        if page.shows is Shows.CHECK:
            return tuple(each for each in self.desk.all_problems(self.here) if each.blocks)
        return self.desk.problems(self.here, self.page)

    def _place(self) -> "tuple[Pack, Interview]":
        """A page asks for these a hundred times, and only another answer changes them."""
        answers = self.here.answers
        if self._placed is None or self._placed[0] is not answers:
            found = self.desk.pack(answers), self.desk.interview(self.here)
            self._placed = answers, found
        return self._placed[1]

    def _before(self) -> str | None:
        if self.draft is None:
            return START if self._front == NOTICE else None
        return None if self.case else self._steering.before(self.draft)

    def _move(self, to: str) -> None:
        if self.draft is None:
            self.show(to)
            return
        self.arranging = None
        back_at_check = to == self.draft.change_from
        change_from = "" if back_at_check else self.draft.change_from
        self.draft = replace(self.draft, page=to, change_from=change_from)
        self.problems = ()
        self._tell_what_fell_aside()
        self.page_changed.emit()
        if not self.case:
            self.keeping.soon()

    def _tell_what_fell_aside(self) -> None:
        aside = self.interview.aside(self.here.answers)
        self.set_aside = tuple(each.label for each in aside if each.id not in self._aside_before)
        self._aside_before = frozenset(each.id for each in aside)


def empty_clipboard() -> None:
    """What somebody copied is not for whoever comes next."""
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        clipboard.clear(mode)
