"""The one table from the shape of an answer to the field it is given in."""

from collections.abc import Mapping
from types import MappingProxyType

from filingdesk.core.question import AnswerType
from filingdesk.ui.interview.asking import Builder
from filingdesk.ui.interview.choosing import choices, place
from filingdesk.ui.interview.differences import differences
from filingdesk.ui.interview.organ import organ
from filingdesk.ui.interview.writing import day, line, story

FIELDS: Mapping[AnswerType, Builder] = MappingProxyType(
    {
        AnswerType.CHOICE: choices,
        AnswerType.CHOICES: choices,
        AnswerType.LINE: line,
        AnswerType.STORY: story,
        AnswerType.DATE: day,
        AnswerType.NAME: line,
        AnswerType.ID_NUMBER: line,
        AnswerType.CREDIT_CODE: line,
        AnswerType.PHONE: line,
        AnswerType.EMAIL: line,
        AnswerType.AUTHORITY: organ,
        AnswerType.JURISDICTION: place,
        AnswerType.DIFFERENCES: differences,
    }
)
"""Papers are not here: they are more than a field, and the kiosk brings its own for them."""
