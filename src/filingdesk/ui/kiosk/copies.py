"""A copy to take home: printed, or on the person's stick; among several a person chooses."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.ui.kiosk.page import Page
from filingdesk.ui.kiosk.panel import room_of
from filingdesk.ui.kiosk.picking import Pick, Picking
from filingdesk.ui.taking import ToTake


class Copies:
    """`told(words, problems)` is called when it is done, or when it could not be."""

    def __init__(
        self, page: Page, taken: ToTake, told: Callable[[str, Sequence[Problem]], None]
    ) -> None:
        self._page, self._taken, self._told = page, taken, told
        self._desk, self._say = page.session.desk, page.session.words.say

    def print(self) -> None:
        """To the only printer, or to the one that is chosen."""
        self._among(
            self._say("We are looking for a printer"),
            self._desk.doors.printers,
            self._say("Which printer?"),
            "printer",
            Problem("printer", "no-printer"),
            self._print_on,
        )

    def save(self) -> None:
        """To the only stick, or to the one that is chosen."""
        self._among(
            self._say("We are looking for your stick"),
            self._desk.doors.sticks,
            self._say("Which stick?"),
            "usb",
            Problem("stick", "no-stick"),
            self._save_on,
        )

    def _print_on(self, printer: str) -> None:
        doors, taken = self._desk.doors, self._taken

        def work() -> str:
            doors.print(taken.pdf(), printer, taken.name)
            return self._say("The pages are on their way to the printer {name}.", name=printer)

        self._do(self._say("Your pages go to the printer"), work)

    def _save_on(self, stick: str) -> None:
        """Pulled out meanwhile, a stick can leave its empty folder on the desk's own disk."""
        doors, taken, words = self._desk.doors, self._taken, self._page.session.words

        def work() -> str:
            if stick not in doors.sticks():
                raise UserProblem(Problem("stick", "folder-gone"))
            paths = [doors.save(taken.pdf(), stick, taken.name)]
            for ending, content in taken.more.items():
                paths.append(doors.save(content(), stick, taken.name, ending))
            name = words.several([PurePath(each).name for each in paths])
            return self._say("Saved to your stick as {name}. You can take it out now.", name=name)

        self._do(self._say("Your pages are being saved: leave the stick in"), work)

    def _do(self, title: str, work: Callable[[], str]) -> None:
        self._page.work(title, work, lambda words: self._told(words, ()), self._refused)

    def _refused(self, problems: Sequence[Problem]) -> None:
        self._told("", problems)

    def _among(
        self,
        title: str,
        look: Callable[[], Sequence[str]],
        which: str,
        icon: str,
        none: Problem,
        take: Callable[[str], None],
    ) -> None:
        def found() -> Sequence[str]:
            names = look()
            if not names:
                raise UserProblem(none)
            return names

        def choose(names: Sequence[str]) -> None:
            if len(names) == 1:
                take(names[0])
                return
            picks = [Pick(each, PurePath(each).name, icon=icon) for each in names]
            leave = self._say("Cancel")
            picking = Picking(self._page.look, room_of(self._page), which, "", picks, leave=leave)
            picking.picked.connect(take)
            picking.open()

        self._page.work(title, found, choose, self._refused)
