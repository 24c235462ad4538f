"""Every text that a document draws, whole and in reading order: what a page can be checked with."""

from collections.abc import Iterator

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


def drawn(document: Document) -> tuple[str, ...]:
    """Titles, sentences, labels, cells and captions, each as one text; no page's own foot."""
    return tuple(text for block in document.blocks for text in _texts(block) if text)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Title(text):
            yield text
        case Heading(number, text):
            yield f"{number}{text}"
        case Paragraph(sentences):
            yield from (each.text for each in sentences)
        case Items(sentences):
            yield from (f"{place}.{each.text}" for place, each in enumerate(sentences, 1))
        case Fields(rows):
            yield from (text for label, value in rows for text in (label, value.text))
        case Table(head, rows):
            yield from head
            yield from (cell.text for row in rows for cell in row)
        case Quotation(source, text):
            yield from (source, text)
        case Signature(label=label, date_label=date_label, date=date, note=note):
            yield from (label, date_label, date, *(each.text for each in note))
        case Seals(places):
            yield from (text for each in places for text in (each.label, each.note))
        case PaperCode(rows=rows):
            yield from (text for row in rows for text in row)
        case ExhibitPage(caption):
            yield caption
        case NewPage():
            pass
