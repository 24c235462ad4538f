"""What a screen reader knows of a window: AT-SPI over D-Bus, nothing from inside the program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_COMPONENT = "org.a11y.atspi.Component"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_ON_SCREEN = 0
# AtspiStateType
CHECKED, ENABLED, FOCUSED, SHOWING = 4, 8, 12, 25


_DESKTOP = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_LEAST = 4  # pixels around the middle
_EVERYWHERE = (0, 0, 100_000, 100_000)

Place = tuple[str, str]
"""A program on the bus, and a path in it."""

Seen = tuple[tuple[int, ...], Place, "Thing | None"]
"""Where it comes in the order of the window, its place, and what it is in."""

Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""


class Gone(Exception):
    """The thing was there a moment ago."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a screen reader can meet; `x`, `y`, `width`, `height` in pixels on screen.

    `seen_in` is what the things around it leave of the screen, and `inside` how those are called.
    """

    bus: str
    path: str
    role: str
    name: str
    states: int
    x: int
    y: int
    width: int
    height: int
    seen_in: Box
    inside: tuple[str, ...] = ()

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2

    def is_in_sight(self, *, whole: bool) -> bool:
        """Whether its middle can be seen, and touched; or the whole of it."""
        (x, y), (left, top, right, bottom) = self.middle, self.seen_in
        wide, high = (self.width // 2, self.height // 2) if whole else (_LEAST, _LEAST)
        return left + wide <= x <= right - wide and top + high <= y <= bottom - high

    def has(self, state: int) -> bool:
        return bool(self.states >> state & 1)


class Eyes:
    """Reads whatever has registered on the accessibility bus of a session."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        session = open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"])
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        reply = session.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=20)
        address = reply.body[0]
        session.close()
        self._bus: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        self._bus.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def everything(self) -> list[Thing]:
        """All that shows at this moment, in the order of the window; nothing if it changed."""
        try:
            programs = self._ask(_questions(_DESKTOP)[-1:])[0]
            windows = self._ask([_questions(each)[-1] for each in programs])
            return self._below([place for each in windows for place in each])
        except Gone:
            return []

    def again(self, thing: Thing) -> Thing:
        """The same thing as it is now. Raises Gone."""
        place = (thing.bus, thing.path)
        now = _thing(place, self._ask(_questions(place)), None)
        return replace(now, seen_in=thing.seen_in, inside=thing.inside)

    def text(self, thing: Thing) -> str:
        """What stands in a box to type into. Raises Gone."""
        where = DBusAddress(thing.path, thing.bus, "org.a11y.atspi.Text")
        return str(self._ask([new_method_call(where, "GetText", "ii", (0, -1))])[0])

    def _below(self, windows: Sequence[Place]) -> list[Thing]:
        """Level by level: so a screen reader can ask about many things at once."""
        found: list[tuple[tuple[int, ...], Thing]] = []
        level: list[Seen] = [((number,), place, None) for number, place in enumerate(windows)]
        while level:
            asked = [_questions(place) for _, place, _ in level]
            told = iter(self._ask([question for each in asked for question in each]))
            below: list[Seen] = []
            for (order, place, around), questions in zip(level, asked, strict=True):
                facts = [next(told) for _ in questions]
                thing = _thing(place, facts, around)
                if thing.has(SHOWING):
                    found.append((order, thing))
                    children = (each for each in facts[-1] if not each[1].endswith("/null"))
                    below += [((*order, n), child, thing) for n, child in enumerate(children)]
            level = below
        return [thing for _, thing in sorted(found, key=lambda each: each[0])]

    def _ask(self, questions: Sequence[Message]) -> list[Any]:
        """The answers in the order of the questions, which are asked all at once. Raises Gone."""
        asked = {next(self._bus.outgoing_serial): each for each in questions}
        self._bus.sock.sendall(b"".join(each.serialise(serial) for serial, each in asked.items()))
        replies: dict[int, Message] = {}
        while len(replies) < len(asked):
            reply = self._bus.receive(timeout=10)
            answered = reply.header.fields.get(HeaderFields.reply_serial)
            if answered in asked:
                replies[answered] = reply
        if any(each.header.message_type is MessageType.error for each in replies.values()):
            raise Gone
        return [replies[serial].body[0] for serial in asked]


def _questions(place: Place) -> tuple[Message, ...]:
    """What it is, how it is called, its states, where it stands, what is in it."""
    bus, path = place
    accessible, component, properties = (
        DBusAddress(path, bus, interface) for interface in (_ACCESSIBLE, _COMPONENT, _PROPERTIES)
    )
    return (
        new_method_call(accessible, "GetRoleName"),
        new_method_call(properties, "Get", "ss", (_ACCESSIBLE, "Name")),
        new_method_call(accessible, "GetState"),
        new_method_call(component, "GetExtents", "u", (_ON_SCREEN,)),
        new_method_call(accessible, "GetChildren"),
    )


def _thing(place: Place, told: Sequence[Any], around: Thing | None) -> Thing:
    role, (_, name), (low, high), (x, y, width, height), _ = told
    seen_in = _common(around) if around else _EVERYWHERE
    inside = (*around.inside, around.name) if around else ()
    return Thing(*place, role, name, low | high << 32, x, y, width, height, seen_in, inside)


def _common(thing: Thing) -> Box:
    """What a thing leaves of the screen to what is in it."""
    left, top, right, bottom = thing.seen_in
    return (
        max(left, thing.x),
        max(top, thing.y),
        min(right, thing.x + thing.width),
        min(bottom, thing.y + thing.height),
    )
