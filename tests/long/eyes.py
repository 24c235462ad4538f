"""What a screen reader knows of a window: AT-SPI over D-Bus, nothing from inside the program."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from jeepney import DBusAddress, MessageType, new_method_call
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


class Gone(Exception):
    """The thing was there a moment ago."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a screen reader can meet; `x`, `y`, `width`, `height` in pixels on screen.

    `seen_in` is what the things around it leave of the screen (left, top, right, bottom), and
    `inside` how those are called.
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
    seen_in: tuple[int, int, int, int]
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
        address = session.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=20).body[
            0
        ]
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
            return [*self._walk(*_DESKTOP)]
        except Gone:
            return []

    def text(self, thing: Thing) -> str:
        """What stands in a box to type into."""
        said = self._ask(thing.bus, thing.path, "org.a11y.atspi.Text", "GetText", "ii", (0, -1))
        return str(said[0])

    def description(self, thing: Thing) -> str:
        return str(self._property(thing.bus, thing.path, _ACCESSIBLE, "Description"))

    def _walk(self, bus: str, path: str, around: Thing | None = None) -> Iterator[Thing]:
        """All below one thing. An application stands nowhere; its windows do."""
        for child_bus, child in self._ask(bus, path, _ACCESSIBLE, "GetChildren")[0]:
            if child.endswith("/null"):
                continue
            if bus == _DESKTOP[0]:
                yield from self._walk(child_bus, child)
            elif (thing := self._thing(child_bus, child, around)).has(SHOWING):
                yield thing
                yield from self._walk(child_bus, child, thing)

    def _thing(self, bus: str, path: str, around: Thing | None) -> Thing:
        role = self._ask(bus, path, _ACCESSIBLE, "GetRoleName")[0]
        name = self._property(bus, path, _ACCESSIBLE, "Name")
        low, high = self._ask(bus, path, _ACCESSIBLE, "GetState")[0]
        x, y, width, height = self._ask(bus, path, _COMPONENT, "GetExtents", "u", (_ON_SCREEN,))[0]
        seen_in = _common(around) if around else _EVERYWHERE
        inside = (*around.inside, around.name) if around else ()
        return Thing(bus, path, role, name, low | high << 32, x, y, width, height, seen_in, inside)

    def _property(self, bus: str, path: str, interface: str, name: str) -> Any:
        return self._ask(bus, path, _PROPERTIES, "Get", "ss", (interface, name))[0][1]

    def _ask(
        self,
        bus: str,
        path: str,
        interface: str,
        method: str,
        signature: str = "",
        body: tuple[object, ...] = (),
    ) -> tuple[Any, ...]:
        where = DBusAddress(path, bus, interface)
        message = new_method_call(where, method, signature or None, body)
        reply = self._bus.send_and_get_reply(message, timeout=10)
        if reply.header.message_type is MessageType.error:
            raise Gone(str(reply.body))
        answer: tuple[Any, ...] = reply.body
        return answer


def _common(thing: Thing) -> tuple[int, int, int, int]:
    """What a thing leaves of the screen to what is in it."""
    left, top, right, bottom = thing.seen_in
    return (
        max(left, thing.x),
        max(top, thing.y),
        min(right, thing.x + thing.width),
        min(bottom, thing.y + thing.height),
    )
