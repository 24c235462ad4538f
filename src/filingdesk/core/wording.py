"""How a document speaks: the words a language gives to pack texts, dates and answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Protocol

from filingdesk.core.answers import Answers
from filingdesk.core.document import Sentence
from filingdesk.core.pack import Pack
from filingdesk.core.question import NOT_SURE, AnswerType, Question

Places = Mapping[str, Sentence]
"""Named places of a sentence, each with the answers that support what stands there."""


class Wording(Protocol):
    """One language's words for what packs say."""

    language: str
    """BCP 47, such as zh-CN."""

    def text(self, pack_text: str) -> str:
        """A pack text in this language."""

    def date(self, day: date) -> str:
        """A day written out."""

    def number(self, place: int) -> str:
        """The number of a heading, ready to print: 一、 or 1."""

    def list(self, parts: tuple[str, ...]) -> str:
        """Several things in a row."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer ready to print under its label."""

    question: Question
    text: str


def answered(question: Question, answers: Answers, pack: Pack, wording: Wording) -> Answered | None:
    """An answer in words; None where nothing, or "not sure", was said, or it is not one line."""
    text = _in_words(question, answers, pack, wording)
    return Answered(question, text) if text else None


def _in_words(question: Question, answers: Answers, pack: Pack, wording: Wording) -> str:
    said = answers.text(question.id)
    if said == NOT_SURE:
        return ""
    match question.type:
        case AnswerType.CHOICE | AnswerType.CHOICES:
            chosen = answers.chosen(question.id)
            texts = tuple(wording.text(each.text) for each in question.choices if each.id in chosen)
            return wording.list(texts)
        case AnswerType.DATE:
            day = answers.day(question.id)
            return wording.date(day) if day else ""
        case AnswerType.AUTHORITY:
            known = pack.authority(said)
            return wording.text(known.name) if known else said
        case AnswerType.JURISDICTION:
            return wording.text(pack.name)
        case AnswerType.DIFFERENCES | AnswerType.MATERIALS:
            return ""
        case _:
            return said


def fill(pack_text: str, places: Places, wording: Wording) -> Sentence | None:
    """A pack sentence with its places filled; None where one has nothing to stand there."""
    names = {name for _, name, _, _ in Formatter().parse(pack_text) if name}
    if not names <= places.keys():
        return None
    text = wording.text(pack_text).format_map({name: places[name].text for name in names})
    supports = tuple(sorted({each for name in names for each in places[name].supports}))
    return Sentence(text, supports, wording.language)


def first_filled(
    alternatives: tuple[str, ...], places: Places, wording: Wording
) -> Sentence | None:
    """The first alternative that can be filled."""
    filled = (fill(each, places, wording) for each in alternatives)
    return next((each for each in filled if each), None)
