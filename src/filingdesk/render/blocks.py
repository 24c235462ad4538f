"""Each block of a document as what flows over pages. Texts go in as text: nothing is markup."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from filingdesk.core.document import (
    Block,
    Document,
    ExhibitPage,
    Fields,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Quotation,
    Signature,
    Table,
    Title,
)
from filingdesk.render.exhibits import Picture
from filingdesk.render.grid import Grid, Row, cell
from filingdesk.render.hand import SignatureLine
from filingdesk.render.looks import Look
from filingdesk.render.prose import Prose, Quoted, Style, set_lines, text_width
from filingdesk.render.sheet import HEIGHT, WIDTH
from filingdesk.render.text import is_latin, joined, numbered
from filingdesk.render.together import height_of, tie

_LABELS = (0.18, 0.30)
"""The least and the greatest share of a form's width for its labels."""

_NARROW = 0.14
"""A column of at most this share holds numbers or a word, and is centred."""

_QUOTED = 8 * mm
"""How far somebody else's words are moved in."""


def story(document: Document, look: Look) -> list[Flowable]:
    """All blocks of a document, in order."""
    latin = is_latin(document.language)
    told: list[Flowable] = []
    for signing, blocks in groupby(document.blocks, lambda block: isinstance(block, Signature)):
        flowables = [each for block in blocks for each in _flowables(block, look, latin)]
        if signing:
            tie(told, sum(map(height_of, flowables)))
        told += flowables
    return told


def _flowables(block: Block, look: Look, latin: bool) -> Iterator[Flowable]:
    match block:
        case Title(text):
            yield _spaced(_prose(text, look.title), look.title.leading / 2, look.title.leading)
        case Heading(number, text):
            prose = _prose(numbered(number, text), look.heading)
            yield CondPageBreak(prose.height + 2 * look.body.leading + look.gap)
            yield _spaced(prose, look.gap)
        case Paragraph(sentences, indent):
            style = look.body if indent else replace(look.body, indent=0)
            yield _spaced(_prose(joined(sentences, latin), style), after=look.between)
        case Items(sentences):
            for place, sentence in enumerate(sentences, start=1):
                yield _spaced(_item(f"{place}.", sentence.text, look), after=look.between)
        case Fields(rows) if rows:
            yield _spaced(_fields(block, look), look.gap, look.gap)
        case Table():
            yield _spaced(_table(block, look), look.gap, look.gap)
        case Quotation(source, text):
            yield CondPageBreak(look.source.leading + 2 * look.quotation.leading + look.gap)
            yield _spaced(_prose(source, look.source, _QUOTED, Quoted), look.gap)
            yield _spaced(_prose(text, look.quotation, _QUOTED, Quoted), after=look.gap)
        case Signature(note=note):
            style = replace(look.body, indent=0, align="left")
            yield _spaced(SignatureLine(block, style, WIDTH), look.gap, look.gap)
            for sentence in note:
                yield _prose(sentence.text, look.note)
        case ExhibitPage(caption, jpeg):
            yield CondPageBreak(HEIGHT - 1)
            yield _spaced(_prose(caption, look.caption), after=3 * mm)
            yield Picture(jpeg)
        case NewPage():
            yield CondPageBreak(HEIGHT - 1)


def _prose(text: str, style: Style, inset: float = 0, kind: type[Prose] = Prose) -> Prose:
    return kind(set_lines(text, style, WIDTH - inset), style, WIDTH, inset)


def _spaced(flowable: Flowable, before: float = 0, after: float = 0) -> Flowable:
    flowable.spaceBefore = before
    flowable.spaceAfter = after
    return flowable


def _item(number: str, text: str, look: Look) -> Prose:
    if not look.hanging:
        return _prose(numbered(number, text), look.item)
    inset = text_width(numbered(number, ""), look.item)
    return _prose(numbered(number, text), replace(look.item, indent=-inset), inset)


def _fields(block: Fields, look: Look) -> Grid:
    widest = max((text_width(label, look.label) for label, _ in block.rows), default=0) + 11
    least, greatest = _LABELS
    left = min(max(widest, least * WIDTH), greatest * WIDTH)
    widths = (left, WIDTH - left)
    rows: list[Row] = [
        (
            cell(label, look.label, widths[0], repeats=True),
            cell(value.text, look.value, widths[1]),
        )
        for label, value in block.rows
    ]
    return Grid(rows, widths)


def _table(block: Table, look: Look) -> Grid:
    whole = sum(block.widths)
    widths = [share / whole * WIDTH for share in block.widths]
    styles = [
        replace(look.value, align="centre") if width <= _NARROW * WIDTH else look.value
        for width in widths
    ]
    head = tuple(
        cell(text, look.head, width) for text, width in zip(block.head, widths, strict=True)
    )
    rows = [
        tuple(
            cell(sentence.text, style, width)
            for sentence, style, width in zip(row, styles, widths, strict=True)
        )
        for row in block.rows
    ]
    return Grid([head, *rows], widths, heads=1)
