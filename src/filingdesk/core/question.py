"""What the desk asks: questions, the shape of their answers, and when they are asked."""

from dataclasses import dataclass
from enum import StrEnum

NOT_SURE = "?"
"""What is said when the person does not know; valid where a question offers it."""


class AnswerType(StrEnum):
    """The shape of an answer; the window maps each to one field."""

    CHOICE = "choice"
    CHOICES = "choices"
    LINE = "line"
    STORY = "story"
    DATE = "date"
    NAME = "name"
    ID_NUMBER = "id_number"
    CREDIT_CODE = "credit_code"
    PHONE = "phone"
    EMAIL = "email"
    AUTHORITY = "authority"
    JURISDICTION = "jurisdiction"
    DIFFERENCES = "differences"
    MATERIALS = "materials"


class Shape(StrEnum):
    """What a typed line should look like; one that does not is asked about, not refused."""

    COURT_CASE = "court_case"


class Part(StrEnum):
    """The part of the filing that an answer belongs to."""

    MATTER = "matter"
    RECORD = "record"
    APPLICANT = "applicant"
    AGENT = "agent"
    REASONS = "reasons"
    MATERIALS = "materials"


@dataclass(frozen=True, slots=True)
class Condition:
    """One test on an answer, or on a fact that the advice found.

    `equals` and `one_of` compare with the answer; `answered` asks whether there is one at all.
    """

    question: str = ""
    fact: str = ""
    equals: str | None = None
    one_of: tuple[str, ...] = ()
    answered: bool | None = None


When = tuple[Condition, ...]
"""All of these hold. The empty one always does."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers offered; `when` hides it where it makes no sense.

    `authority` is the id of the organ that whoever says this most likely has to do with: it is
    proposed where nobody said who decided.
    """

    id: str
    text: str
    help: str = ""
    icon: str = ""
    when: When = ()
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked of the person, in plain words.

    `text` is the question, `label` the noun that stands for it in lists and in the document,
    `why` the reason for asking. `most` is the longest answer in characters.
    """

    id: str
    type: AnswerType
    part: Part
    text: str
    label: str
    help: str = ""
    why: str = ""
    choices: tuple[Choice, ...] = ()
    optional: bool = False
    not_sure: bool = False
    sensitive: bool = False
    past: bool = False
    shape: Shape | None = None
    most: int = 200
    when: When = ()
