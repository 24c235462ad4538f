"""Somebody in front of the window, who finds things by their names and moves them by hand."""

import itertools
from collections.abc import Sequence
from pathlib import Path

from tests.long.eyes import CHECKED, FOCUSED, SHOWING, Eyes, Gone, Thing
from tests.long.hand import Hand
from tests.long.screen import Screen, until

BUTTONS = ("push button", "radio button", "check box", "toggle button", "link", "menu item")
CARDS = ("radio button", "check box")
BOXES = ("text", "password text")
NOTCH = 200  # pixels: a turn of the wheel leads less far
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
        """What has this name; beginning with it, where nothing is called so exactly. Without a
        name, the first that has one of the roles."""
        all_there = self.eyes.everything()
        things = [each for each in all_there if not roles or each.role in roles]
        things = [each for each in things if not among or among in each.inside]
        exact = (each for each in things if each.name == name)
        begun = (each for each in things if each.name.startswith(name))
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

    def leaves(self, page: Thing) -> Thing:
        """From the page with this heading: the heading of the one that comes in its place."""
        until(lambda: not self._has(page, SHOWING), lambda: f"“{page.name}” is left")
        return self.waits_for("", ("heading",))

    def loses(self, name: str, roles: Sequence[str]) -> None:
        """What has this name goes away."""
        until(lambda: not self.finds(name, roles), lambda: f"“{name}” goes away")

    def keeps_picture(self, name: str) -> Path:
        """What is on the screen now, under the number of the step."""
        short = "".join(sign if sign.isalnum() else " " for sign in name)[:40].strip()
        file = self.pictures / f"{next(self._count):02d} {short}.png"
        self.screen.picture().save(file, compress_level=1)
        return file

    # ------------------------------------------------------------ hands

    def touches(self, name: str, roles: Sequence[str] = BUTTONS, among: str = "") -> None:
        """Press what has this name, in the group or the card called `among`."""
        self.hand.click(self._in_sight(name, roles, among).middle)

    def picks_file(self, which: str, name: str, *, take: str) -> None:
        """Ticked in the list that asks `which`, and taken; or in Qt's own dialog by typing."""
        self.waits_for(which, ("dialog",))
        if self.finds(name, CARDS, among=which):
            self.chooses(name, among=which)
            self.touches(take)
        else:
            self.hand.types(name)
            self.hand.key("Return")

    def picks_by_key(self, place: int) -> None:
        """The line at this place, from 1, of the list that has just opened."""
        self.hand.key("Down", place)
        self.hand.key("Return")

    def chooses(self, name: str, among: str = "") -> None:
        """Pick a card, of the group called `among`, and see that it is picked."""
        card = self._in_sight(name, CARDS, among)
        self.hand.click(card.middle)
        until(
            lambda: self._has(card, CHECKED) or self._has(self.finds(name, CARDS, among), CHECKED),
            lambda: f"“{name}” is picked",
        )

    def types(self, name: str, text: str, *, hidden: bool = False) -> None:
        """Into the box with this name, and see that it stands there letter by letter."""
        box = self._in_sight(name, BOXES)
        self.hand.click(box.middle)
        until(lambda: self._has(box, FOCUSED), lambda: f"“{name}” has the caret")
        self.hand.types(text)
        self._sees_typed(box, text, hidden=hidden)

    def types_on(self, name: str, text: str) -> None:
        """Into the box to which Tab leads from here."""
        self.hand.key("Tab")
        box = self.waits_for(name, BOXES)
        until(lambda: self._has(box, FOCUSED), lambda: f"“{name}” has the caret")
        self.hand.types(text)
        self._sees_typed(box, text)

    def types_over(self, name: str, text: str) -> None:
        """The same, in place of what stands there."""
        box = self._in_sight(name, BOXES)
        self.hand.click(box.middle)
        self.hand.key("ctrl+a")
        self.hand.key("Delete")
        until(lambda: not self._typed(box), lambda: f"the box “{name}” is empty")
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
        middle = self.screen.height // 2
        for attempt in range(80):
            thing = self.waits_for(name, roles, among)
            if not thing.is_in_sight(whole=whole):
                beside = thing.seen_in[0] + (4 if attempt % 2 else -12)  # a dialog ends there
                far = thing.middle[1] - middle
                self.hand.scroll((beside, middle), down=far > 0, notches=1 + abs(far) // NOTCH)
            elif self._again(thing) == thing:
                return thing
        raise AssertionError(f"“{name}” cannot be brought into sight: {thing}")

    def _sees_typed(self, box: Thing, text: str, *, hidden: bool = False) -> None:
        as_seen = "•" * len(text) if hidden else text

        def is_there() -> bool:
            typed = self._typed(box)
            return len(typed) == len(as_seen) if hidden else typed == as_seen

        until(is_there, lambda: f"“{text}” in the box “{box.name}”, not {self._typed(box)!r}")

    def _has(self, thing: Thing | None, state: int) -> bool:
        now = thing and self._again(thing)
        return bool(now and now.has(state))

    def _again(self, thing: Thing) -> Thing | None:
        try:
            return self.eyes.again(thing)
        except Gone:
            return None

    def _typed(self, box: Thing) -> str:
        try:
            return self.eyes.text(box)
        except Gone:
            return ""

    def _there(self) -> str:
        names = [f"{each.role} “{each.name}”" for each in self.eyes.everything() if each.name]
        return f"(there is: {', '.join(names)})"
