"""From chosen files to pages in a slot: read beside the window, counted, stopped, unlocked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from filingdesk.core.ports import Draft
from filingdesk.core.problem import Problem, UserProblem
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.papers.originals import Originals
from filingdesk.ui.kiosk.papers.unlocking import ask_password
from filingdesk.ui.kiosk.stick_files import read
from filingdesk.ui.widgets.counted_busy import CountedBusy

_STOPPED = "stopped"
_LOCKED = "file-locked"


@dataclass(frozen=True, slots=True)
class Slotted:
    """A paper, where the window tells what is wrong with it, and whether originals are kept."""

    paper: str
    where: str
    keeps_originals: bool


class Attaching:
    """`took` hears every new draft, `done` at the end what is wrong with which file.

    A problem's place is the slot's with the number of the file; `name_of` knows how it is called.
    """

    def __init__(
        self,
        page: Page,
        slot: Slotted,
        paths: Sequence[Path],
        took: Callable[[Draft], None],
        done: Callable[[Sequence[Problem]], None],
    ) -> None:
        self._page, self._slot, self._paths = page, slot, tuple(paths)
        self._took, self._done = took, done
        self._say = page.session.words.say
        self._desk = page.session.desk
        self._originals = Originals(page.session)
        self._problems: list[Problem] = []
        self._locked: list[int] = []

    def begin(self) -> None:
        """Read all of them, as many at once as there are cores."""
        session = self._page.session
        session.keeping.flush()  # a picture is kept with a draft that is on the disk
        busy = self._busy()
        busy.told.connect(lambda _done: session.active.emit())
        session.ended.connect(busy.stop)
        draft = session.here
        self._page.work("", lambda: self._read(draft, busy), self._have, self._refuse_all, busy)

    # ---------------------------------------------------------------- beside the window

    def _read(self, draft: Draft, busy: CountedBusy) -> tuple[Draft, tuple[Problem, ...]]:
        def opened(path: Path) -> bytes:
            if busy.is_stopped():
                raise UserProblem(Problem("file", _STOPPED))
            return read(path)

        files = [(each.name, partial(opened, each)) for each in self._paths]
        slot = self._slot
        return self._desk.attach_each(
            draft, slot.paper, files, busy.tell, keep_originals=slot.keeps_originals
        )

    # ---------------------------------------------------------------- in the window

    def _have(self, found: tuple[Draft, tuple[Problem, ...]]) -> None:
        draft, problems = found
        refused = {each.where for each in problems}
        read_in = [path for number, path in enumerate(self._paths, 1) if str(number) not in refused]
        self._take(draft, read_in)
        self._locked = [int(each.where) for each in problems if each.code == _LOCKED]
        stopped = [each for each in problems if each.code == _STOPPED]
        others = [each for each in problems if each.code not in (_STOPPED, _LOCKED)]
        self._problems = [self._placed(each, int(each.where)) for each in others]
        if stopped:
            facts = {"attached": str(len(read_in)), "count": str(len(self._paths))}
            where = self._slot.where
            self._problems.append(Problem(where, "attaching-stopped", facts, blocks=False))
        self._unlock_next()

    def _take(self, draft: Draft, paths: Sequence[Path]) -> None:
        before = len(self._desk.said_of(self._page.session.here, self._slot.paper).files)
        new = self._desk.said_of(draft, self._slot.paper).files[before:]
        for file, path in zip(new, paths, strict=True):
            self._originals.remember(file, path)
        self._took(draft)

    def _unlock_next(self, error: str = "") -> None:
        """Ask for one password after another; a file may also be left out."""
        if not self._locked:
            self._done(self._problems)
            return
        path = self._paths[self._locked[0] - 1]

        def unlock(password: str) -> None:  # a bound method alone would not keep its owner
            self._unlock(password)

        def leave_out() -> None:
            self._leave_out()

        ask_password(self._page, path.name, unlock, leave_out, error)

    def _unlock(self, password: str) -> None:
        path, slot, draft = self._paths[self._locked[0] - 1], self._slot, self._page.session.here
        self._page.work(
            self._say("Your file is being read"),
            lambda: self._desk.attach(
                draft,
                slot.paper,
                read(path),
                password=password,
                untrusted_name=path.name,
                keep_original=slot.keeps_originals,
            ),
            lambda opened: self._unlocked(opened, path),
            self._not_unlocked,
        )

    def _unlocked(self, draft: Draft, path: Path) -> None:
        self._take(draft, [path])
        self._leave_out()

    def _leave_out(self) -> None:
        self._locked.pop(0)
        self._unlock_next()

    def _not_unlocked(self, problems: Sequence[Problem]) -> None:
        wrong = next((each for each in problems if each.code == "file-wrong-password"), None)
        if wrong is not None:
            self._unlock_next(self._page.words_for(wrong))
            return
        self._problems += [self._placed(each, self._locked[0]) for each in problems]
        self._leave_out()

    def _refuse_all(self, problems: Sequence[Problem]) -> None:
        self._done([replace(each, where=self._slot.where) for each in problems])

    def _placed(self, problem: Problem, number: int) -> Problem:
        where = f"{self._slot.where}:{number}"
        self._page.session.spare[where] = self._paths[number - 1].name
        return replace(problem, where=where)

    def _busy(self) -> CountedBusy:
        count, say = len(self._paths), self._say
        page, one = self._page, count == 1
        return CountedBusy(
            page.look,
            page.window(),
            say("Your file is being read") if one else say("Your files are being read"),
            lambda done: "" if one else say("{done} of {count}", done=done, count=count),
            stop=say("Stop"),
            stopping=say("We stop as soon as the file that is open is read."),
        )
