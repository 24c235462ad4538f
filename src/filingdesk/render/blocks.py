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
    PaperCode,
    Paragraph,
    Quotation,
    Seals,
    Signature,
    Table,
    Title,
)
from filingdesk.render.exhibits import Picture
from filingdesk.render.hand import SignatureLine
from filingdesk.render.looks import Look
from filingdesk.render.paper_code import CodeHead
from filingdesk.render.parts import Parts
from filingdesk.render.pieces import Piece, pieces
from filingdesk.render.prose import Headline, Prose, Quoted
from filingdesk.render.rows import form, table
from filingdesk.render.seals import seal_boxes
from filingdesk.render.setting import Style, set_lines, text_width
from filingdesk.render.sheet import HEIGHT, WIDTH
from filingdesk.render.structure import Element
from filingdesk.render.text import numbered, spaced
from filingdesk.render.together import height_of, tie
from filingdesk.render.voices import is_latin

_QUOTED = 8 * mm
"""How far somebody else's words are moved in."""


def story(document: Document, look: Look) -> tuple[list[Flowable], Element]:
    """All blocks of a document, in order, and its structure."""
    parts = Parts()
    told: list[Flowable] = []
    for signing, blocks in groupby(document.blocks, _is_signed):
        flowables = [each for block in blocks for each in _flowables(block, look, parts)]
        if signing:
            tie(told, sum(map(height_of, flowables)))
        told += flowables
    return told, parts.whole


def _is_signed(block: Block) -> bool:
    return isinstance(block, Signature | Seals)


def _flowables(block: Block, look: Look, parts: Parts) -> Iterator[Flowable]:
    part = parts.of(block)
    match block:
        case Title(text):
            prose = _prose(_said(text, look.title, look, parts.title(text)), look.title)
            yield _spaced(prose, look.title.leading / 2, look.title.leading)
        case Heading(number, text):
            title = numbered(number, text)
            words = _said(title, look.heading, look, parts.heading(title))
            prose = _prose(words, look.heading, kind=Headline)
            yield CondPageBreak(prose.height + 2 * look.body.leading + look.gap)
            yield _spaced(prose, look.gap)
        case Paragraph(sentences, indent):
            style = look.body if indent else replace(look.body, indent=0)
            texts = spaced(sentences, is_latin(look.language))
            words = pieces(texts, style.faces, part.add(Element("P")), look.language)
            yield _spaced(_prose(words, style), after=look.between)
        case Items():
            yield from _items(block, look, part)
        case Fields(rows) if rows:
            yield _spaced(form(block, look, part), look.gap, look.gap)
        case Table():
            yield _spaced(table(block, look, part), look.gap, look.gap)
        case Quotation():
            yield from _quotation(block, look, part)
        case Signature(note=note):
            style = replace(look.body, indent=0, align="left")
            line = SignatureLine(block, style, WIDTH, part, look.language)
            yield _spaced(line, look.gap, look.gap)
            for each in note:
                words = _said(each.text, look.note, look, part.add(Element("P")), each.language)
                yield _prose(words, look.note)
        case _:
            yield from _placed(block, look, parts, part)


def _placed(block: Block, look: Look, parts: Parts, part: Element) -> Iterator[Flowable]:
    """What is not text that flows, or asks for a place of its own."""
    match block:
        case Seals(places):
            for row in seal_boxes(places, look, part):
                yield _spaced(row, look.gap, look.gap)
        case PaperCode():
            yield _spaced(CodeHead(block, look, part), after=look.gap)
        case ExhibitPage(caption, jpeg, alt):
            words = _said(caption, look.caption, look, parts.caption(caption))
            yield CondPageBreak(HEIGHT - 1)
            yield _spaced(_prose(words, look.caption), after=3 * mm)
            yield Picture(jpeg, part.add(Element("Figure", alt=alt or caption)))
        case NewPage():
            yield CondPageBreak(HEIGHT - 1)


def _items(block: Items, look: Look, part: Element) -> Iterator[Flowable]:
    whole = part.add(Element("L"))
    for place, sentence in enumerate(block.sentences, start=1):
        item = whole.add(Element("LI"))
        number = numbered(f"{place}.", "")
        label = _said(number, look.item, look, item.add(Element("Lbl")))
        body = item.add(Element("LBody"))
        text = _said(sentence.text, look.item, look, body, sentence.language)
        inset = text_width(number, look.item) if look.hanging else 0
        style = replace(look.item, indent=-inset) if look.hanging else look.item
        yield _spaced(_prose([*label, *text], style, inset), after=look.between)


def _quotation(block: Quotation, look: Look, part: Element) -> Iterator[Flowable]:
    quote = part.add(Element("BlockQuote"))
    source = _said(block.source, look.source, look, quote.add(Element("P")))
    text = _said(block.text, look.quotation, look, quote.add(Element("P")))
    yield CondPageBreak(look.source.leading + 2 * look.quotation.leading + look.gap)
    yield _spaced(_prose(source, look.source, _QUOTED, Quoted), look.gap)
    yield _spaced(_prose(text, look.quotation, _QUOTED, Quoted), after=look.gap)


def _said(text: str, style: Style, look: Look, element: Element, language: str = "") -> list[Piece]:
    return pieces([(text, language)], style.faces, element, look.language)


def _prose(said: list[Piece], style: Style, inset: float = 0, kind: type[Prose] = Prose) -> Prose:
    return kind(set_lines(said, style, WIDTH - inset), style, WIDTH, inset)


def _spaced(flowable: Flowable, before: float = 0, after: float = 0) -> Flowable:
    flowable.spaceBefore = before
    flowable.spaceAfter = after
    return flowable
