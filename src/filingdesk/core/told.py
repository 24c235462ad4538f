"""What a block says, line by line: a document as it is read, without a page.

`latin`: its language is written with spaces between words.
"""

from collections.abc import Iterator, Sequence

from filingdesk.core.document import (
    Block,
    ExhibitPage,
    Fields,
    Heading,
    Items,
    NewPage,
    PaperCode,
    Paragraph,
    Quotation,
    Seals,
    Sentence,
    Signature,
    Table,
    Title,
)


def joined(sentences: Sequence[Sentence], latin: bool) -> str:
    """Sentences as one paragraph; between Chinese ones there is no space."""
    return "".join(text for text, _ in spaced(sentences, latin))


def spaced(sentences: Sequence[Sentence], latin: bool) -> Iterator[tuple[str, str]]:
    """Each sentence's text with the space before it, and its language."""
    last = ""
    for sentence in filter(lambda each: each.text, sentences):
        apart = latin or (_is_word(last) and _is_word(sentence.text[:1]))
        yield (f" {sentence.text}" if last and apart else sentence.text), sentence.language
        last = sentence.text[-1:]


def numbered(number: str, text: str) -> str:
    """A number before its text: `1. text`, but 一、 stands close."""
    return f"{number} {text}" if number[-1:].isascii() and number else f"{number}{text}"


def lines(block: Block, latin: bool) -> Iterator[str]:
    """Every line of a block as it is read; a label stands before its value: 金额：500元."""
    match block:
        case Title(text):
            yield text
        case Heading(number, text):
            yield numbered(number, text)
        case Paragraph(sentences):
            yield joined(sentences, latin)
        case Fields(rows):
            yield from (_labelled(label, value.text, latin) for label, value in rows)
        case Table(head, rows):
            cells = ((name, cell) for row in rows for name, cell in zip(head, row, strict=True))
            yield from (_labelled(name, cell.text, latin) for name, cell in cells)
        case Items(sentences):
            yield from (numbered(f"{place}.", each.text) for place, each in enumerate(sentences, 1))
        case Quotation(source, text):
            yield from (source, text)
        case Signature(label=label, date_label=date_label, date=date, note=note):
            yield from (label, f"{date_label}{date}", *(sentence.text for sentence in note))
        case Seals(places):
            yield from (line for each in places for line in (each.label, each.note) if line)
        case PaperCode(rows=pairs):
            yield from (_labelled(label, said, latin) for label, said in pairs)
        case ExhibitPage(caption):
            yield caption
        case NewPage():
            pass


def _labelled(label: str, value: str, latin: bool) -> str:
    return f"{label}: {value}" if latin else f"{label}：{value}"


def _is_word(char: str) -> bool:
    return "!" <= char < "\u2000"
