"""Somebody in front of the window, who finds things by their names and moves them by hand."""

import itertools
from collections.abc import Sequence
from pathlib import Path

from tests.long.eyes import CHECKED, FOCUSED, Eyes, Gone, Thing
from tests.long.hand import Hand
from tests.long.screen import Screen, until

BUTTONS = ("push button", "radio button", "check box", "toggle button", "link", "menu item")
CARDS = ("radio button", "check box")
BOXES = ("text", "password text")
PADS = ("canvas", "drawing area", "image")


class Visitor:
    """Reads like a story: `visitor.chooses("…")`, `visitor.touches("…")`.

    A picture of every step lies in `pictures`.
    """

    def __init__(self, screen: Screen, eyes: Eyes, pictures: Path) -> None:
        self.screen, self.eyes, self.pictures = screen, eyes, pictures
        self.hand = Hand(screen.environment)
        self._count = itertools.count(1)

    # ------------------------------------------------------------ eyes

    def finds(self, name: str, roles: Sequence[str] = (), among: str = "") -> Thing | None:
        """What has this name; beginning with it, where nothing is called so exactly."""
        all_there = self.eyes.everything()
        things = [each for each in all_there if not roles or each.role in roles]
        things = [each for each in things if not among or among in each.inside]
        exact = (each for each in things if each.name == name)
        begun = (each for each in things if name and each.name.startswith(name))
        return next(exact, None) or next(begun, None)

    def waits_for(self, name: str, roles: Sequence[str] = (), among: str = "") -> Thing:
        """The thing with this name, as soon as it shows."""
        return until(lambda: self.finds(name, roles, among), lambda: f"“{name}”; {self._there()}")

    def comes_to(self, heading: str) -> None:
        """The page with this heading is there."""
        self.waits_for(heading, ("heading",))
        self.keeps_picture(heading)

    def reads(self, words: str) -> Thing:
        """These words stand somewhere on the page."""

        def find() -> Thing | None:
            return next((each for each in self.eyes.everything() if words in each.name), None)

        return until(find, lambda: f"“{words}” on the page; {self._there()}")

    def keeps_picture(self, name: str) -> Path:
        """What is on the screen now, under the number of the step."""
        short = "".join(sign if sign.isalnum() else " " for sign in name)[:40].strip()
        file = self.pictures / f"{next(self._count):02d} {short}.png"
        self.screen.picture().save(file)
        return file

    # ------------------------------------------------------------ hands

    def touches(self, name: str, roles: Sequence[str] = BUTTONS, among: str = "") -> None:
        """Press what has this name, in the group or the card called `among`."""
        self.hand.click(self._in_sight(name, roles, among).middle)

    def picks_by_key(self, place: int) -> None:
        """The line at this place, from 1, of the list that has just opened."""
        self.hand.key("Down", place)
        self.hand.key("Return")

    def chooses(self, name: str, among: str = "") -> None:
        """Pick a card, of the group called `among`, and see that it is picked."""
        self.hand.click(self._in_sight(name, CARDS, among).middle)
        until(lambda: self._has(name, CARDS, CHECKED, among), lambda: f"“{name}” is picked")

    def types(self, name: str, text: str, *, hidden: bool = False) -> None:
        """Into the box with this name, and see that it stands there letter by letter."""
        self.hand.click(self._in_sight(name, BOXES).middle)
        until(lambda: self._has(name, BOXES, FOCUSED), lambda: f"“{name}” has the caret")
        self.hand.types(text)
        as_seen = len(text) if hidden else text
        until(
            lambda: (len(self._typed(name)) if hidden else self._typed(name)) == as_seen,
            lambda: f"“{text}” in the box “{name}”, not {self._typed(name)!r}",
        )

    def types_over(self, name: str, text: str) -> None:
        """The same, in place of what stands there."""
        self.hand.click(self._in_sight(name, BOXES).middle)
        self.hand.key("ctrl+a")
        self.hand.key("Delete")
        until(lambda: not self._typed(name), lambda: f"the box “{name}” is empty")
        self.types(name, text)

    def draws_in(self, name: str) -> None:
        """A signature of two strokes."""
        pad = self._in_sight(name, PADS, whole=True)
        left, top = pad.x + pad.width // 5, pad.y + pad.height // 4
        wide, high = pad.width // 2, pad.height // 2
        wave = [
            (left + wide * step // 24, top + high * (step * 7 % 11) // 11) for step in range(25)
        ]
        stroke = [(left, top + high), (left + wide // 2, top + high - 8), (left + wide, top + high)]
        for line in (wave, stroke):
            self.hand.draws(line)

    # ------------------------------------------------------------ inside

    def _in_sight(
        self, name: str, roles: Sequence[str], among: str = "", *, whole: bool = False
    ) -> Thing:
        """Scrolled to, where it lies above or below the edge, and at rest."""
        thing = self.waits_for(name, roles, among)
        for _ in range(80):
            before, thing = thing, self.waits_for(name, roles, among)
            seen = thing.is_in_sight(whole=whole)
            if seen and thing == before:
                return thing
            if not seen:
                middle = self.screen.height // 2
                beside = (thing.seen_in[0] - 12, middle)
                self.hand.scroll(beside, down=thing.middle[1] > middle)
        raise AssertionError(f"“{name}” cannot be brought into sight: {thing}")

    def _has(self, name: str, roles: Sequence[str], state: int, among: str = "") -> bool:
        thing = self.finds(name, roles, among)
        return bool(thing and thing.has(state))

    def _typed(self, name: str) -> str:
        box = self.finds(name, BOXES)
        try:
            return self.eyes.text(box) if box else ""
        except Gone:
            return ""

    def _there(self) -> str:
        names = [f"{each.role} “{each.name}”" for each in self.eyes.everything() if each.name]
        return f"(there is: {', '.join(names)})"
