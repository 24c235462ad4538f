"""Which language each part of a text is in: for the face it is set in, and the voice that reads it.

Languages are BCP 47 tags; "und" is what nobody knows, such as a person's own words.
"""

import re
from collections.abc import Iterator
from itertools import groupby

_WITHOUT_SPACES = {"zh", "yue", "ja"}
_UNKNOWN = "und"
_CHINESE = "zh"

_HAN = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_BETWEEN = r"[\d .,:;/%()·“”‘’—…-]{1,12}"
_HAN_RUN = re.compile(f"[{_HAN}]+(?:{_BETWEEN}[{_HAN}]+)*")
"""Chinese with the numbers and marks inside it: 津市监罚〔2023〕12号."""


def is_latin(language: str) -> bool:
    """Whether a language is written with spaces between its words."""
    return language.partition("-")[0].lower() not in _WITHOUT_SPACES


def voices(text: str, language: str, around: str) -> Iterator[tuple[str, str]]:
    """The parts of a text, each with its language; that is empty where it is the one `around`.

    Chinese characters are never read in a language that has none.
    """
    spoken = _known(text, language, around)
    parts = _parts(text, spoken) if is_latin(spoken or around) else [(text, spoken)]
    for said, run in groupby(parts, lambda part: "" if _same(part[1], around) else part[1]):
        yield "".join(part for part, _ in run), said


def _known(text: str, language: str, around: str) -> str:
    """Unknown words are Chinese where they are written so; figures belong to what is around."""
    if language == _UNKNOWN:
        chinese = not is_latin(around) and _HAN_RUN.search(text)
        return "" if chinese or not any(map(str.isalpha, text)) else _UNKNOWN
    return language


def _parts(text: str, language: str) -> Iterator[tuple[str, str]]:
    end = 0
    for run in _HAN_RUN.finditer(text):
        if run.start() > end:
            yield text[end : run.start()], language
        yield run.group(), _CHINESE
        end = run.end()
    if end < len(text):
        yield text[end:], language


def _same(language: str, other: str) -> bool:
    """Whether two tags name one language, as far as the shorter one tells."""
    short, long = sorted((language.lower(), other.lower()), key=len)
    return long == short or (bool(short) and long.startswith(f"{short}-"))
