"""What has been said: kept as typed, a new value at each saying."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from filingdesk.core.question import NOT_SURE, Condition, When


@dataclass(frozen=True, slots=True, repr=False)
class Difference:
    """One thing in the record that is not so: its name, what is shown, what is true."""

    field: str
    shown: str
    true: str


class MaterialState(StrEnum):
    """What the person says about a paper that is asked for."""

    ATTACHED = "attached"
    WILL_BRING = "will_bring"
    CLERK_SAW = "clerk_saw"
    DO_NOT_HAVE = "do_not_have"


@dataclass(frozen=True, slots=True, repr=False)
class Taken:
    """When and where a photo was taken, as its camera wrote it (EXIF); nobody has checked it.

    `at` is ISO 8601 to the second, with a time zone where the camera knew one; empty where it did
    not say. Degrees, north and east positive; both are None where the camera did not say.
    """

    at: str = ""
    latitude: float | None = None
    longitude: float | None = None


WHOLE = (0, 0, 1000, 1000)
"""All of a page: left, upper, right, lower, in thousandths of its width and height as turned."""


@dataclass(frozen=True, slots=True)
class PageEdit:
    """How one page is shown: the kept page itself stays as it came in.

    `page` counts from 0 among the kept pages of the file `of`. It is turned first, by `turn`
    degrees clockwise (0, 90, 180, 270), then cut to `crop`.
    """

    of: str
    page: int
    turn: int = 0
    crop: tuple[int, int, int, int] = WHOLE


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that intake made safe; its pages lie in the draft under `id`.

    `pages` counts what is shown; `sha256` is of the original. `edits` are the pages shown, in
    their order; empty means all of them as they came in. `merged` are files whose pages were added
    to this one, as they were before. `ending` is the original's, such as jpg, by its content.
    `name` is what the person's file was called, cleaned for showing. `camera` is what the camera
    wrote and stays on the desk, unless the person keeps it as evidence: see `taken`.
    `original_size` is that of the original, in bytes, where it is kept beside the pages; else 0.
    """

    id: str
    pages: int
    sha256: str
    size: int
    edits: tuple[PageEdit, ...] = ()
    merged: tuple["AttachedFile", ...] = ()
    ending: str = ""
    name: str = field(default="", repr=False)
    camera: Taken | None = None
    keeps_taken: bool = False
    original_size: int = 0

    @property
    def taken(self) -> Taken | None:
        """When and where the photo was taken, where the person keeps that as evidence."""
        return self.camera if self.keeps_taken else None


@dataclass(frozen=True, slots=True)
class MaterialAnswer:
    """One paper: its state and, where attached, its files in their order.

    `by` is the day by which it will be brought, as typed (YYYY-MM-DD); empty where none was said.
    """

    material: str
    state: MaterialState
    files: tuple[AttachedFile, ...] = ()
    by: str = field(default="", repr=False)


Value = str | tuple[str, ...] | tuple[Difference, ...] | tuple[MaterialAnswer, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Answers:
    """Answers by question id, raw as typed; what does not parse stays what it is."""

    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))

    def __repr__(self) -> str:
        return f"Answers({', '.join(sorted(self.values))})"

    def say(self, question: str, value: Value) -> "Answers":
        """These answers with one more, or with one changed; an empty value takes it away."""
        kept = {key: old for key, old in self.values.items() if key != question}
        return Answers(MappingProxyType(kept | {question: value} if value else kept))

    def only(self, questions: Iterable[str]) -> "Answers":
        """The answers to these questions alone."""
        wanted = set(questions)
        return Answers(
            MappingProxyType({key: old for key, old in self.values.items() if key in wanted})
        )

    def has(self, question: str) -> bool:
        """Whether anything was said, of whatever type; that one is not sure says nothing."""
        return bool(self.values.get(question)) and self.chosen(question) != (NOT_SURE,)

    def text(self, question: str) -> str:
        """A single answer as typed, without the space around it; empty when there is none."""
        value = self.values.get(question, "")
        return value.strip() if isinstance(value, str) else ""

    def chosen(self, question: str) -> tuple[str, ...]:
        """What was chosen: one, several or none."""
        value = self.values.get(question, ())
        if isinstance(value, str):
            return (value,)
        return tuple(each for each in value if isinstance(each, str))

    def day(self, question: str) -> date | None:
        """A date, when what was typed is one (YYYY-MM-DD)."""
        return day_of(self.text(question))

    def differences(self, question: str) -> tuple[Difference, ...]:
        """The rows of a comparison."""
        value = self.values.get(question, ())
        return tuple(each for each in value if isinstance(each, Difference))

    def materials(self, question: str) -> tuple[MaterialAnswer, ...]:
        """What was said about each paper."""
        value = self.values.get(question, ())
        return tuple(each for each in value if isinstance(each, MaterialAnswer))


def day_of(text: str) -> date | None:
    """The day that a text YYYY-M-D names, or None."""
    parts = text.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    try:
        return date(*(int(part) for part in parts))
    except (ValueError, OverflowError):
        return None


def holds(when: When, answers: Answers, facts: Mapping[str, str] | None = None) -> bool:
    """Whether all conditions hold for these answers and facts."""
    return all(_one_holds(each, answers, facts or {}) for each in when)


def _one_holds(condition: Condition, answers: Answers, facts: Mapping[str, str]) -> bool:
    if condition.answered is not None:
        is_known = bool(facts.get(condition.fact)) or answers.has(condition.question)
        return is_known == condition.answered
    said = (
        (facts.get(condition.fact, ""),)
        if condition.fact
        else answers.chosen(condition.question) or ("",)
    )
    if condition.equals is not None:
        return condition.equals in said
    return any(each in condition.one_of for each in said)
