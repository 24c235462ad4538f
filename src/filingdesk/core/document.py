"""The document as blocks and sentences: what it says, without a font or a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing said, with the answers that support it; `language` where it is another."""

    text: str
    supports: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading; `number` is ready to print, such as 一、 or 1."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`indent` is the two characters of a Chinese paragraph; a salutation has none."""

    sentences: tuple[Sentence, ...]
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels and values, two columns of a form."""

    rows: tuple[tuple[str, Sentence], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head repeats on every page it runs over; `widths` are shares of the width."""

    head: tuple[str, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Numbered sentences: 1. 2. 3."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A clause in its own words, with where it stands."""

    source: str
    text: str


Stroke = tuple[tuple[float, float], ...]
"""Points of one line drawn by hand; x and y run from 0 to 1, y downwards."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Where the hand signs: drawn strokes, the line that stays, the day, and who signed what."""

    label: str
    strokes: tuple[Stroke, ...]
    date_label: str
    date: str
    note: tuple[Sentence, ...] = ()


SEAL_SIZE = (210.0, 58.0)
"""Width and height of a seal's box, in points: the size of the stamp that fills it."""


@dataclass(frozen=True, slots=True)
class Seal:
    """An empty field for a digital signature.

    `field` is its name (see `signature.field_name`), `label` says whose it is, on the page and to
    a screen reader, `note` in which capacity they sign.
    """

    field: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Seals:
    """Ruled boxes, two in a row, each the place of one signature field."""

    places: tuple[Seal, ...]


@dataclass(frozen=True, slots=True)
class PaperCode:
    """A square code (QR) that ties the printed page to its file, and beside it rows for people.

    `content` is of the QR's alphanumeric characters; `alt` says what the code is, to whom it is
    read. Stands first, before the title.
    """

    content: str
    alt: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ExhibitPage:
    """A page of a material: its picture (JPEG) under the exhibit's number.

    `alt` says in words what the picture is; where it is empty, the caption does.
    """

    caption: str
    jpeg: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


Block = (
    Title
    | Heading
    | Paragraph
    | Fields
    | Table
    | Items
    | Quotation
    | Signature
    | Seals
    | PaperCode
    | ExhibitPage
    | NewPage
)


@dataclass(frozen=True, slots=True)
class Document:
    """What is printed and signed. `footer` stands on every page beside the page number.

    `language` is a BCP 47 tag such as zh-CN. `watermark` is said across a copy that is not filed.
    `made_on` is the day that the file and what is embedded in it bear; without it they bear none.
    """

    title: str
    language: str
    reference: str
    footer: str
    blocks: tuple[Block, ...]
    watermark: str = ""
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file embedded in the PDF; `relationship` is its AFRelationship: Data, Supplement."""

    name: str
    media_type: str
    content: bytes
    description: str
    relationship: str = "Supplement"


def sentences_of(document: Document) -> Sequence[Sentence]:
    """Every sentence of a document, in reading order."""
    found: list[Sentence] = []
    for block in document.blocks:
        match block:
            case Paragraph(sentences) | Items(sentences):
                found.extend(sentences)
            case Fields(rows):
                found.extend(value for _, value in rows)
            case Table(_, rows):
                found.extend(cell for row in rows for cell in row)
            case Signature(note=note):
                found.extend(note)
            case _:
                pass
    return found
