"""Everything that a pack says to a person, in the order it is written, for its translators."""

from collections.abc import Iterator, Mapping
from typing import Any

from filingdesk.core.blocks import DOCUMENT_TEXTS
from filingdesk.core.exhibit_index import EXHIBIT_INDEX_TEXTS
from filingdesk.core.origin import ORIGIN_TEXTS
from filingdesk.core.paper import PAPER_TEXTS
from filingdesk.core.side_by_side import SIDE_BY_SIDE_TEXTS
from filingdesk.packs.folder import PackFolder, TomlFile
from filingdesk.packs.sentences import template_texts

_OF_THE_DOCUMENT = (
    *DOCUMENT_TEXTS,
    *ORIGIN_TEXTS,
    *PAPER_TEXTS,
    *SIDE_BY_SIDE_TEXTS,
    *EXHIBIT_INDEX_TEXTS,
)
_HEAD = {"name": (), "truth": ("text",), "addressees": ("reason",)}
_CHOICE = ("text", "help")
_ROWS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "authority": {"name": ()},
    "citation": {"law": (), "number": ()},
    "display_rule": {"name": ()},
    "section": {"text": ()},
    "page": {"title": (), "intro": ()},
    "question": {"text": (), "label": (), "help": (), "why": (), "choices": _CHOICE},
    "ground": {
        "text": (),
        "plain": (),
        "field": (),
        "shown": (),
        "true": (),
        "asked": (),
        "claims": (),
        "addressees": ("reason",),
        "not_there": ("reason",),
    },
    "material": {"text": (), "example": (), "consequence": (), "purpose": (), "origin": ()},
    "attachment": {"name": ()},
    "alternative": {"reason": ()},
    "clock": {"name": (), "note": (), "extension": ("note",)},
}
"""The keys that hold texts, with the keys of the tables below them.

A clause is quoted in its own words in every language: a translation of law is not law.
"""


def pack_texts(folder: PackFolder) -> dict[str, str]:
    """The texts of a folder's own files, each once, with the file it stands in.

    The root of a lineage also answers for the texts that the core writes into every document.
    """
    found: dict[str, str] = {}
    for file in folder.written:
        for text in _texts_of(file):
            found.setdefault(text, file.name)
    for name, template in folder.templates.items():
        for _, text in template_texts(template):
            found.setdefault(text, f"{folder.id}/templates/{name}.txt")
    if not folder.parent:
        for text in _OF_THE_DOCUMENT:
            found.setdefault(text, "document")
    return found


def _texts_of(file: TomlFile) -> Iterator[str]:
    yield from _texts_at(file.tables, _HEAD)
    for array, keys in _ROWS.items():
        for row in file.tables.get(array, []):
            yield from _texts_at(row, keys)


def _texts_at(table: Any, keys: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    if not isinstance(table, dict):
        return
    for key, below in keys.items():
        value = table.get(key)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str) and each:
                yield each
            else:
                yield from _texts_at(each, dict.fromkeys(below, ()))
