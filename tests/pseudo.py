"""A fifth language, in which every word of the program can be told from what it was given."""

import re
import shutil
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

import catalogues
from filingdesk import resources
from filingdesk.core.blocks import DOCUMENT_TEXTS
from filingdesk.core.paper import PAPER_TEXTS
from filingdesk.core.side_by_side import SIDE_BY_SIDE_TEXTS

ROOT = Path(catalogues.__file__).parent.parent
LANGUAGE, OWN_NAME = "ja", "日本語"
"""Babel must know it, for dates; no catalogue of ours may, and its dates have no Latin letter."""

_PLACE = re.compile(r"(\{+\w*\}+)")
_LETTERS = str.maketrans({chr(at): chr(at + 0xFEE0) for at in [*range(65, 91), *range(97, 123)]})
_PLAIN = re.compile(r"[^\W\d_\uff21-\uff3a\uff41-\uff5a]+")
_CODE = re.compile(
    r"\b[0-9A-Z]+(-[0-9A-Z]+){3,}\b|\b[0-9A-Z]{4}-[0-9A-Z]{4}\b|\b[0-9A-Z](,? [0-9A-Z-])+\b"
)
"""A reference, a check code or a recovery code, written or spelled."""
_DATE = re.compile(r"\d+年\d+月\d+日(.曜日)?")
_WITH_HAN = re.compile(r"[\u4e00-\u9fff]|^https?://")


def pseudo(message: str) -> str:
    """The message in fullwidth letters, its named places as they are."""
    parts = _PLACE.split(message)
    return "".join(each if _PLACE.fullmatch(each) else each.translate(_LETTERS) for each in parts)


def translations_with_pseudo(folder: Path) -> Path:
    """The program's compiled catalogues, and beside them the one in the fifth language."""
    for po in catalogues.program_catalogues(ROOT):
        there = folder / po.parent.relative_to(ROOT / "translations")
        there.mkdir(parents=True)
        shutil.copy(po.with_suffix(".mo"), there)
    fifth = Catalog(LANGUAGE, charset="utf-8")
    for message in catalogues.extract(ROOT):
        if isinstance(message.id, str) and message.id:
            fifth.add(message.id, pseudo(message.id))
    there = folder / LANGUAGE / "LC_MESSAGES"
    there.mkdir(parents=True)
    with (there / "filingdesk.mo").open("wb") as file:
        write_mo(file, fifth)
    return folder


def untranslated(text: str, given: Iterable[str] = ()) -> list[str]:
    """The plain words of a text that neither a pack nor a person wrote. `given`: what else is."""
    return [*_plain_words(text, frozenset(given) - {""})] if _PLAIN.search(text) else []


@cache
def _plain_words(text: str, given: frozenset[str]) -> tuple[str, ...]:
    """A date may hold what some sentence has behind a place (日), and a sentence a whole date.

    So may a code hold a number that is given, and a text that is given a whole code.
    """
    each_first = (_left_of(each.sub(" ", text), given) for each in (_DATE, _CODE))
    return min(_left_of(text, given), *each_first, key=len)


def _left_of(text: str, given: frozenset[str]) -> tuple[str, ...]:
    for piece in _longest_first(given):
        text = text.replace(piece, " ")
    return tuple(_PLAIN.findall(_CODE.sub(" ", _DATE.sub(" ", text))))


@cache
def _longest_first(given: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(given | _pack_pieces(), key=len, reverse=True))


@cache
def _pack_pieces() -> frozenset[str]:
    """Every string of packs and calendars, cut at its named places."""
    files = [*resources.packs().rglob("*.toml"), *resources.calendars().rglob("*.toml")]
    texts = [each for file in files for each in _strings(tomllib.loads(file.read_text("utf-8")))]
    texts += (*DOCUMENT_TEXTS, *PAPER_TEXTS, *SIDE_BY_SIDE_TEXTS)
    pieces = (piece.rstrip("。") for text in texts for piece in re.split(r"\{\w*\}|\n", text))
    return frozenset(filter(_WITH_HAN.search, pieces))


def _strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from _strings(each)
        case list():
            for each in value:
                yield from _strings(each)
