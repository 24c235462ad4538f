"""Forms and tables of a document as grids, with their headers marked as such."""

from dataclasses import replace

from filingdesk.core.document import Fields, Sentence, Table
from filingdesk.render.grid import Grid, Row, cell
from filingdesk.render.looks import Look
from filingdesk.render.pieces import Piece, pieces
from filingdesk.render.setting import Style, text_width
from filingdesk.render.sheet import WIDTH
from filingdesk.render.structure import Element, Scope

_LABELS = (0.18, 0.30)
"""The least and the greatest share of a form's width for its labels."""

_NARROW = 0.14
"""A column of at most this share holds numbers or a word, and is centred."""


def form(block: Fields, look: Look, part: Element) -> Grid:
    """Labels and values, each label the header of its row."""
    widest = max((text_width(label, look.label) for label, _ in block.rows), default=0) + 11
    least, greatest = _LABELS
    left = min(max(widest, least * WIDTH), greatest * WIDTH)
    right = WIDTH - left
    whole = part.add(Element("Table"))
    rows: list[Row] = []
    for label, value in block.rows:
        row = whole.add(Element("TR"))
        name = header(label, look.label, look, row, "Row")
        said = _value(value, look.value, look, row)
        rows.append((cell(name, look.label, left, repeats=True), cell(said, look.value, right)))
    return Grid(rows, (left, right))


def table(block: Table, look: Look, part: Element) -> Grid:
    """A table under its head, each name in it the header of a column."""
    widths = [share / sum(block.widths) * WIDTH for share in block.widths]
    styles = [
        replace(look.value, align="centre") if width <= _NARROW * WIDTH else look.value
        for width in widths
    ]
    whole = part.add(Element("Table"))
    top = whole.add(Element("THead")).add(Element("TR"))
    head = tuple(
        cell(header(text, look.head, look, top, "Column"), look.head, width)
        for text, width in zip(block.head, widths, strict=True)
    )
    body = whole.add(Element("TBody"))
    rows = [
        tuple(
            cell(_value(sentence, style, look, line), style, width)
            for sentence, style, width in zip(row, styles, widths, strict=True)
        )
        for row, line in ((row, body.add(Element("TR"))) for row in block.rows)
    ]
    return Grid([head, *rows], widths, heads=1)


def header(text: str, style: Style, look: Look, row: Element, scope: Scope) -> list[Piece]:
    """What the header of a row or of a column says."""
    element = row.add(Element("TH", scope=scope))
    return pieces([(text, "")], style.faces, element, look.language)


def _value(sentence: Sentence, style: Style, look: Look, row: Element) -> list[Piece]:
    said = [(sentence.text, sentence.language)]
    return pieces(said, style.faces, row.add(Element("TD")), look.language)
