"""Fields to type into: lines, the story, and dates."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QTextCursor

from filingdesk.core.answers import day_of
from filingdesk.core.question import AnswerType
from filingdesk.ui.interview.asking import Asked, Asking
from filingdesk.ui.interview.unsure import or_not_sure
from filingdesk.ui.widgets.date_fields import DateFields
from filingdesk.ui.widgets.story_field import StoryField
from filingdesk.ui.widgets.text_field import TextField, Typed

_TYPED: Mapping[AnswerType, tuple[Typed, int | None]] = MappingProxyType(
    {
        AnswerType.NAME: (Typed.TEXT, 30),
        AnswerType.ID_NUMBER: (Typed.CODE, 24),
        AnswerType.CREDIT_CODE: (Typed.CODE, 24),
        AnswerType.PHONE: (Typed.PHONE, 24),
        AnswerType.EMAIL: (Typed.EMAIL, None),
    }
)
"""What is typed, and how wide its box is in characters; a line takes the whole column."""


def line(asking: Asking) -> Asked:
    """One line: a name, a number, an address, a word."""
    typed, columns = _TYPED.get(asking.question.type, (Typed.TEXT, None))
    field = TextField(asking.look, asking.label, hint=asking.hint, typed=typed, columns=columns)
    field.set_raw(asking.typed)
    return _finished(asking, Asked(field, field.raw))


def story(asking: Asking) -> Asked:
    """Several lines in the person's own words."""
    field = StoryField(
        asking.look,
        asking.label,
        say=asking.words.say,
        hint=asking.hint,
        limit=asking.question.most,
    )
    field.set_raw(asking.typed)
    field.box.moveCursor(QTextCursor.MoveOperation.End)
    return _finished(asking, Asked(field, field.raw))


def day(asking: Asking) -> Asked:
    """A date in three boxes; what is typed is kept, also when it is no day."""
    field = DateFields(asking.look, asking.label, say=asking.words.say, hint=asking.hint)
    field.set_raw(asking.typed)
    return _finished(asking, Asked(field, field.raw))


def _finished(asking: Asking, asked: Asked) -> Asked:
    return or_not_sure(asking, asked) if asking.question.not_sure else asked


def wrong_part(raw: str) -> str:
    """Which box of a date as typed ("2026-02-30") has to be mended first."""
    year, month, _day = [*raw.split("-", 2), "", "", ""][:3]
    if len(year) != 4 or not year.isdecimal():
        return "year"
    if not month.isdecimal() or not 1 <= int(month) <= 12:
        return "month"
    return "day" if day_of(raw) is None else "year"
