"""One language's words: the program's sentences, pack texts, dates and numbers."""

import gettext
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

from filingdesk import resources

OFFICIAL = "zh_CN"
"""The language that packs are written in."""

LANGUAGES = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English", "es": "Español"}
"""Every language by its own name in its own script."""

_LOCALES = {"zh_CN": "zh_Hans_CN", "zh_TW": "zh_Hant_TW", "en": "en_GB"}
"""What Babel calls our languages; English dates have the day first, as the sentences do."""

NO_BREAK = "\u00a0"
"""The space between a number and its unit, where no line may end."""

_NUMERALS = "一二三四五六七八九十"


def N_(message: str) -> str:
    """A sentence in a table, for the catalogues: it is said later."""
    return message


def alone(text: str) -> str:
    """Words that a pack has for the middle of a sentence, standing by themselves."""
    return text[:1].upper() + text[1:]


@cache
def _catalogue(folder: Path, domain: str) -> gettext.NullTranslations:
    """A compiled catalogue; the source text itself where a language needs none."""
    try:
        with (folder / f"{domain}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except FileNotFoundError:
        return gettext.NullTranslations()


_BROUGHT: dict[tuple[str, bool], tuple[Path, ...]] = {}
"""Folders of catalogues by pack: before the one that comes with the program, or after it."""


def speak_from(pack: str, folder: Path, *, first: bool) -> None:
    """Look in this folder too for what a pack says: `first`, or where the program has no text.

    A text is looked up by its own words, so that every version of a pack finds its own.
    """
    others = tuple(each for each in _BROUGHT.get((pack, first), ()) if each != folder)
    _BROUGHT[pack, first] = (folder, *others)


def _spoken(pack: str) -> tuple[Path, ...]:
    own = resources.packs() / pack / "lang"
    return (*_BROUGHT.get((pack, True), ()), own, *_BROUGHT.get((pack, False), ()))


def _bound(message: str) -> str:
    """No translator has to think of it: a number stays on one line with its unit."""
    return message.replace("} MB", f"}}{NO_BREAK}MB")


class Words:
    """What the program says in one language. `language` is a gettext locale such as zh_TW."""

    def __init__(self, language: str) -> None:
        self.language = language
        folder = resources.translations() / language / "LC_MESSAGES"
        self._program = _catalogue(folder, "filingdesk")

    def say(self, message: str, **places: object) -> str:
        """A sentence of the program, its named places filled."""
        said = self._program.gettext(message)
        return _bound(said).format_map(places) if places else said

    def day(self, day: date, *, weekday: bool = True) -> str:
        """A day written out: Thursday, 10 September 2026."""
        from babel.dates import format_date

        return format_date(day, "full" if weekday else "long", self._locale)

    def weekday(self, day: date) -> str:
        """The name of its weekday."""
        from babel.dates import format_date

        return format_date(day, "EEEE", self._locale)

    def moment(self, moment: datetime) -> str:
        """A day with its time."""
        from babel.dates import format_datetime

        return format_datetime(moment, "medium", locale=self._locale)

    def number(self, number: float) -> str:
        """A number with the language's separators."""
        from babel.numbers import format_decimal

        return format_decimal(number, locale=self._locale)

    def megabytes(self, number: float) -> str:
        """A size: 0.1 MB."""
        return f"{self.number(number)}{NO_BREAK}MB"

    def several(self, parts: Sequence[str]) -> str:
        """Several things in a row: a, b and c; 甲、乙、丙."""
        if self.is_chinese:
            return "、".join(parts)
        from babel.lists import format_list

        return format_list(list(parts), locale=self._locale)

    def together(self, sentences: Sequence[str]) -> str:
        """Sentences one after another; in Chinese no space goes between them."""
        return ("" if self.is_chinese else " ").join(sentences)

    @property
    def is_chinese(self) -> bool:
        """Whether this language is written in Chinese characters."""
        return self.language.startswith("zh")

    @property
    def tag(self) -> str:
        """The language as BCP 47, such as zh-TW."""
        return self.language.replace("_", "-")

    @property
    def _locale(self) -> str:
        return _LOCALES.get(self.language, self.language)


class PackWords:
    """A pack in one language: implements core's Wording. `lineage` are pack ids, nearest first."""

    def __init__(self, words: Words, lineage: Sequence[str]) -> None:
        self.words = words
        self.language = words.tag
        self._catalogues = [
            _catalogue(folder, words.language) for id in lineage for folder in _spoken(id)
        ]

    def text(self, pack_text: str) -> str:
        """The text in this language; as the pack has it where nobody translated it."""
        if not pack_text:
            return ""
        said = (each.gettext(pack_text) for each in self._catalogues)
        return next((each for each in said if each != pack_text), pack_text)

    def date(self, day: date) -> str:
        """A day written out, without the weekday."""
        return self.words.day(day, weekday=False)

    def number(self, place: int) -> str:
        """The number of a heading: 一、 in Chinese, 1. elsewhere."""
        if not self.words.is_chinese:
            return f"{place}."
        tens, ones = divmod(place, 10)
        tenth = ("" if tens < 2 else _NUMERALS[tens - 1]) + ("十" if tens else "")
        return f"{tenth}{_NUMERALS[ones - 1] if ones else ''}、"

    def list(self, parts: tuple[str, ...]) -> str:
        """Several things in a row."""
        return self.words.several(parts)
