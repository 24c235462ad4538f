"""What happened so far: one event below the other, along a line."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from filingdesk.core.answers import day_of
from filingdesk.core.case import Case, Event, EventKind
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.theme.tokens import Look, Space
from filingdesk.ui.widgets.paint import glyph
from filingdesk.ui.widgets.text import Body, Hint, Strong
from filingdesk.words.signed import note_of
from filingdesk.words.terms import EVENTS

_NOTED_BY_THE_DESK = (EventKind.COUNTERSIGNED, EventKind.TIME_STAMPED)


class History(QWidget):
    """The events of a case by their day; what was written down later stands where it happened."""

    def __init__(self, sitting: Sitting, case: Case) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        events = sorted(case.events, key=lambda event: (event.day, event.recorded_at))
        for place, event in enumerate(events, 1):
            column.addWidget(_Event(sitting, case, event, last=place == len(events)))


class _Event(QWidget):
    """What, when, and the words that were written down with it."""

    def __init__(self, sitting: Sitting, case: Case, event: Event, *, last: bool) -> None:
        super().__init__()
        self._look, self._last = sitting.look, last
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        left = self._look.sizes.glyph + Space.SNUG
        column.setContentsMargins(left, 0, 0, 0 if last else Space.NEAR)
        column.setSpacing(0)
        for words in _lines(sitting, case, event):
            column.addWidget(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, p, s = QPainter(self), self._look.palette, self._look.sizes
        lift = (s.body * s.line - s.glyph) / 2
        if not self._last:
            top = round(lift + s.glyph)
            rest = round(self.height() - top + lift)
            painter.fillRect(s.glyph // 2 - 1, top, 2, rest, QColor(p.hair))
        glyph(painter, "circle-dot", p.primary, QPointF(0, lift), s.glyph)


def _lines(sitting: Sitting, case: Case, event: Event) -> Iterator[QWidget]:
    look: Look = sitting.look
    words = sitting.words
    yield Strong(look, words.say(EVENTS[event.kind]))
    yield Body(look, words.day(event.day))
    if event.clock:
        yield Body(look, _about(sitting, case, event))
    if event.kind in _NOTED_BY_THE_DESK:
        yield Body(look, note_of(event, words))
    elif event.note and event.kind is not EventKind.REDATED:
        yield Body(look, words.say("“{note}”", note=event.note))
    if event.recorded_at.date() != event.day:
        moment = words.moment(event.recorded_at)
        yield Hint(look, words.say("Written down on {moment}", moment=moment))


def _about(sitting: Sitting, case: Case, event: Event) -> str:
    """The time limit that an event is about, and where its last day went."""
    words = sitting.words
    kind = sitting.desk.pack_of(case).kinds.get(case.kind)
    clocks = kind.clocks if kind else ()
    clock = next((each for each in clocks if each.id == event.clock), None)
    name = sitting.text(case, clock.name) if clock else event.clock
    before = day_of(event.note) if event.kind is EventKind.REDATED else None
    if event.until is None:
        return name
    now = words.day(event.until)
    if before is None:
        return words.say("{name}: until {day}", name=name, day=now)
    moved = {"before": words.day(before), "now": now}
    return words.say("{name}: from {before} to {now}", name=name, **moved)
