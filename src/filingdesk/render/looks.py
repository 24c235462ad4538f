"""How each part of a document is set: sizes, pitch and weight, official or for reading."""

from dataclasses import dataclass
from pathlib import Path

from filingdesk.render.faces import chinese, latin
from filingdesk.render.setting import Style
from filingdesk.render.voices import is_latin


@dataclass(frozen=True, slots=True)
class Look:
    """A style for each part of a document in `language`.

    `gap` is the space, in points, around tables and quotations, `between` that after paragraphs;
    `hanging`: the text of numbered items stands beside the number, not below it.
    """

    language: str
    title: Style
    heading: Style
    body: Style
    item: Style
    label: Style
    value: Style
    head: Style
    quotation: Style
    source: Style
    note: Style
    caption: Style
    number: Style
    foot: Style
    watermark: Style
    gap: float
    between: float
    hanging: bool


def look_of(language: str, folder: Path) -> Look:
    """How a document in a language is set in the faces of a folder."""
    return (_reading if is_latin(language) else _official)(folder, language)


def _official(folder: Path, language: str) -> Look:
    """The look of GB/T 9704-2012: 22 lines of 28 characters a page, indented by two.

    28 characters of 16 pt are wider than the block of 156 mm, so they stand 15.79 pt apart.
    """
    song, strong = chinese(folder), chinese(folder, bold=True)
    pitch = 15.79
    body = Style(song, 16, 28.99, "justify", 2 * pitch, pitch - 16)
    return Look(
        language=language,
        title=Style(strong, 22, 34, "centre"),
        heading=Style(strong, 16, 28.99, "left", 2 * pitch, pitch - 16),
        body=body,
        item=body,
        label=Style(strong, 12, 19, "left"),
        value=Style(song, 12, 19, "left"),
        head=Style(strong, 12, 19, "centre"),
        quotation=Style(song, 13, 22, "justify"),
        source=Style(strong, 13, 22, "left"),
        note=Style(song, 10.5, 17, "justify", grey=0.25),
        caption=Style(strong, 14, 24, "left"),
        number=Style(song, 14, 18, "centre"),
        foot=Style(song, 9, 13, "left", grey=0.35),
        watermark=Style(strong, 40, 40, "left"),
        gap=8,
        between=0,
        hanging=False,
    )


def _reading(folder: Path, language: str) -> Look:
    """The look of a copy in Latin letters: smaller, ranged left, not indented but spaced."""
    serif, strong = latin(folder), latin(folder, bold=True)
    body = Style(serif, 11, 18)
    return Look(
        language=language,
        title=Style(strong, 19, 28, "centre"),
        heading=Style(strong, 13, 22),
        body=body,
        item=body,
        label=Style(strong, 10.5, 16),
        value=Style(serif, 10.5, 16),
        head=Style(strong, 10.5, 16, "centre"),
        quotation=Style(serif, 10.5, 17),
        source=Style(strong, 10.5, 17),
        note=Style(serif, 9.5, 14, grey=0.25),
        caption=Style(strong, 13, 20),
        number=Style(serif, 14, 18, "centre"),
        foot=Style(serif, 9, 13, grey=0.35),
        watermark=Style(strong, 40, 40),
        gap=8,
        between=6,
        hanging=True,
    )
