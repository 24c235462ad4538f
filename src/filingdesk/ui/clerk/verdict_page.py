"""A verdict as a page: what the file is worth, who signed it, what it says, and every point."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from filingdesk.core.question import Part
from filingdesk.core.signature import FoundSignature
from filingdesk.core.verdict import About, Mark, Point, Verdict
from filingdesk.ui.clerk.sitting import Sitting
from filingdesk.ui.theme.tokens import Space
from filingdesk.ui.widgets.column import Column
from filingdesk.ui.widgets.mark import Mark as Sign
from filingdesk.ui.widgets.note import Kind, Note, colours_of
from filingdesk.ui.widgets.rows import Row, SummaryRows
from filingdesk.ui.widgets.text import Body, Hint, Strong, Title
from filingdesk.words.terms import CAPACITIES
from filingdesk.words.verdict import (
    ABOUT,
    MARKS,
    advice_sentence,
    overall_sentence,
    point_sentence,
)

KINDS = {
    Mark.GOOD: Kind.GOOD,
    Mark.NOTE: Kind.PLAIN,
    Mark.RESERVED: Kind.CAREFUL,
    Mark.WRONG: Kind.WRONG,
}
_MOST_FOUND = 5


class VerdictPage(Column):
    """Nothing on it can be changed; `title` says which file it is about."""

    def __init__(self, sitting: Sitting, verdict: Verdict, title: str) -> None:
        super().__init__(sitting.look)
        look, say = sitting.look, sitting.words.say
        self.add(Title(look, title))
        overall = overall_sentence(verdict, sitting.words)
        advice, kind = advice_sentence(verdict, sitting.words), KINDS[verdict.overall]
        self.add(Note(look, advice, kind=kind, title=overall), gap=Space.NEAR)
        if verdict.payload is not None:
            self.add(Strong(look, say("What it says")))
            self.add(SummaryRows(look, list(_in_short(sitting, verdict))), gap=Space.TIGHT)
        if verdict.signatures:
            self.add(Strong(look, say("Who signed")))
            rows = [_signer(sitting, each) for each in verdict.signatures]
            self.add(SummaryRows(look, rows), gap=Space.TIGHT)
        for about in About:
            points = [each for each in verdict.points if each.about is about]
            if points:
                self.add(Strong(look, say(ABOUT[about])))
                self.add(*(PointLine(sitting, each) for each in points), gap=Space.TIGHT)


class PointLine(QWidget):
    """A mark, its name and the sentence; what was found stands below it."""

    def __init__(self, sitting: Sitting, point: Point) -> None:
        super().__init__()
        look, words = sitting.look, sitting.words
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        kind = KINDS[point.mark]
        colour, _ = colours_of(look.palette, kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SNUG)
        row.addWidget(Sign(kind.value, colour, look.sizes.glyph), 0, Qt.AlignmentFlag.AlignTop)
        column = Column(look)
        told = words.say(
            "{mark}: {sentence}",
            mark=words.say(MARKS[point.mark]),
            sentence=point_sentence(point, words),
        )
        self.setAccessibleName(told)
        column.add(Body(look, told))
        column.add(*(Hint(look, each) for each in point.found[:_MOST_FOUND]), gap=Space.HAIR)
        row.addWidget(column, 1)


def _in_short(sitting: Sitting, verdict: Verdict) -> Iterator[Row]:
    """Who, about what, to whom, and what is asked for."""
    payload, words = verdict.payload, sitting.words
    assert payload is not None
    applicant = (each for each in payload.said if each.part is Part.APPLICANT)
    printed = next((each for each in applicant if each.label in payload.text), None)
    yield _row(words.say("Reference"), payload.reference)
    yield _row(words.say("Check code"), verdict.check)
    yield _row(words.say("Kind of filing"), payload.title)
    if printed:
        yield _row(words.say("Who files it"), f"{printed.label} {printed.text}")
    yield _row(words.say("Authority"), payload.authority.name)
    yield _row(words.say("Made on"), words.day(payload.made_on))
    for number, request in enumerate(payload.requests, 1):
        name = words.say("What is asked for") if number == 1 else " "
        yield Row(f"request {number}", name, request.text)


def _signer(sitting: Sitting, found: FoundSignature) -> Row:
    words = sitting.words
    moment = found.stamped_at or found.signed_at
    parts = [words.say(CAPACITIES[found.capacity])] if found.capacity else []
    if moment:
        parts.append(words.moment(moment))
    return Row(found.field, found.signer, "\n".join(parts))


def _row(name: str, value: str) -> Row:
    return Row(name, name, value)
