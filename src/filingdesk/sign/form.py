"""What form a PDF has: what it claims to be, and what can be seen without drawing it.

Loads pyHanko, so import it late. It walks what pages and catalogue lead to; a full judgement of
PDF/A and PDF/UA is a validator's work, such as veraPDF's.
"""

import re
from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
)

from filingdesk.core.problem import Problem, UserProblem
from filingdesk.core.verdict import Form
from filingdesk.sign.reading import read_pdf

_MOST = 500_000
"""Objects: more than 5,000 pages have."""

_ACTIVE = {
    "/JavaScript": "JavaScript",
    "/Launch": "Launch",
    "/SubmitForm": "SubmitForm",
    "/ImportData": "ImportData",
    "/GoToR": "GoToR",
    "/GoToE": "GoToE",
    "/URI": "URI",
    "/Movie": "Movie",
    "/Sound": "Sound",
    "/Rendition": "Rendition",
    "/RichMediaExecute": "RichMedia",
}
"""Actions that run something or lead out of the file (ISO 32000-1, 12.6.4)."""

_BESIDE = {
    "/StructTreeRoot",
    "/P",
    "/Parent",
    "/ParentTree",
    "/Prev",
    "/Metadata",
    "/DSS",
    "/V",
    "/Perms",
}
"""What holds no action, or leads back."""

_HARMLESS = {"/Widget", "/Link", "/Popup"}


def form_of(untrusted_pdf: bytes) -> Form:
    """The form of the newest revision. Raises UserProblem: pdf-not-readable, and as `read_pdf`."""
    reader = read_pdf(untrusted_pdf)
    try:
        walk = _Walk()
        walk.over(reader.root)
        root = reader.root
        return Form(
            claims=tuple(_claims(_metadata(root))),
            bare_fonts=tuple(sorted(walk.fonts)),
            active=tuple(sorted(walk.active)),
            overlays=walk.overlays,
            is_encrypted=bool(reader.encrypted),
            has_intent=bool(_at(root, "/OutputIntents")),
            is_marked="/StructTreeRoot" in root and bool(_at(_at(root, "/MarkInfo"), "/Marked")),
        )
    except Exception:
        # A hostile file can break a reader anywhere, and then it is not readable.
        raise UserProblem(Problem("file", "pdf-not-readable")) from None


class _Walk:
    """Every dictionary that the catalogue leads to, once; no stream is opened."""

    def __init__(self) -> None:
        self.fonts: set[str] = set()
        self.active: set[str] = set()
        self.overlays = 0

    def over(self, root: DictionaryObject) -> None:
        met: set[Any] = set()
        ahead: list[PdfObject] = [root]
        count = 0
        while ahead:
            each = ahead.pop()
            if isinstance(each, IndirectObject):
                if each.reference in met:
                    continue
                met.add(each.reference)
                each = each.get_object()
            count += 1
            if count > _MOST:
                raise ValueError("more objects than anybody would print")
            if isinstance(each, DictionaryObject):
                self._look_at(each)
                ahead += [each.raw_get(key) for key in each if key not in _BESIDE]
            elif isinstance(each, ArrayObject):
                ahead += [each.raw_get(place) for place in range(len(each))]

    def _look_at(self, found: DictionaryObject) -> None:
        kind = str(_at(found, "/S"))
        if kind in _ACTIVE:
            self.active.add(_ACTIVE[kind])
        if "/JS" in found:
            self.active.add("JavaScript")
        if "/XFA" in found:
            self.active.add("XFA")
        if "/Rect" in found and str(_at(found, "/Subtype")) not in _HARMLESS:
            self.overlays += 1
        if _at(found, "/Type") == "/Font":
            self.fonts.update(_bare(found))


def _at(found: Any, key: str) -> Any:
    """The value behind a key, or None; pyHanko's own `get` does not follow references."""
    return found[key] if isinstance(found, DictionaryObject) and key in found else None


def _bare(font: DictionaryObject) -> Iterator[str]:
    """The font's name where its glyphs are not inside (ISO 32000-1, 9.8 and 9.9)."""
    if "/DescendantFonts" in font or _at(font, "/Subtype") == "/Type3":
        return
    held = _at(font, "/FontDescriptor") or {}
    if not any(key in held for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        yield str(_at(font, "/BaseFont")).lstrip("/")[:80]


def _metadata(root: DictionaryObject) -> bytes:
    stream = _at(root, "/Metadata")
    return bytes(stream.data) if isinstance(stream, StreamObject) else b""


def _claims(xmp: bytes) -> Iterator[str]:
    """What the file says it is (ISO 19005-3, 6.6.4; ISO 14289-1, clause 5)."""
    part, level = (_told(xmp, rb"pdfaid:" + name) for name in (b"part", b"conformance"))
    if part:
        yield f"PDF/A-{part}{level.lower()}"
    if part := _told(xmp, rb"pdfuaid:part"):
        yield f"PDF/UA-{part}"


def _told(xmp: bytes, name: bytes) -> str:
    found = re.search(name + rb"\s*(?:=\s*[\"']|>)\s*([0-9A-Za-z]{1,2})\s*[\"'<]", xmp)
    return found[1].decode() if found else ""
