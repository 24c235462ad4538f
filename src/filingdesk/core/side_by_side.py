"""Two languages side by side: each sentence of a letter beside the same one in another language.

Both letters come from one template and the same answers, so their blocks agree one by one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from filingdesk.core.document import (
    Block,
    Document,
    Fields,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Quotation,
    Sentence,
    Signature,
    Table,
    Title,
)
from filingdesk.core.wording import Wording

TITLE = "中外文对照表"
WHICH_COUNTS = "以左栏中文为准；右栏译文供申请人核对内容，不单独提交。"
NOT_TRANSLATED = "引自法律原文，不作翻译。"
HEAD = ("编号", "中文（有效文本）", "译文（仅供阅读）")
SIDE_BY_SIDE_TEXTS = (TITLE, WHICH_COUNTS, NOT_TRANSLATED, *HEAD)

Pair = tuple[str, Sentence, Sentence]
"""The number of a sentence, the sentence, and the same one in the other language."""


def side_by_side(official: Document, other: Document, wording: Wording) -> tuple[Block, ...]:
    """The sheet, from the letters in both languages; `wording` speaks the other one.

    Its title and head stand in both languages, because two people read them.
    """
    left, right = (_spoken(each) for each in (official, other))
    rows = tuple(_numbered(zip(left, right, strict=True), wording))
    title = f"{TITLE} · {wording.text(TITLE)}"
    note = (Sentence(WHICH_COUNTS), Sentence(wording.text(WHICH_COUNTS), (), wording.language))
    head = tuple(f"{each} {wording.text(each)}" for each in HEAD)
    table = Table(head, tuple(_row(each, official, other) for each in rows), (0.1, 0.45, 0.45))
    paragraphs = tuple(Paragraph((each,), indent=False) for each in note)
    return (NewPage(), Title(title), *paragraphs, table)


def _spoken(document: Document) -> Sequence[Block]:
    """What is said, without the reading copy's note at its head."""
    blocks = document.blocks
    start = next(place for place, each in enumerate(blocks) if isinstance(each, Title))
    return [each for each in blocks[start:] if not isinstance(each, NewPage)]


def _row(pair: Pair, official: Document, other: Document) -> tuple[Sentence, ...]:
    number, left, right = pair
    return (
        Sentence(number),
        replace(left, language=left.language or official.language),
        replace(right, language=right.language or other.language),
    )


def _numbered(pairs: Iterator[tuple[Block, Block]], wording: Wording) -> Iterator[Pair]:
    """Sentences numbered within their heading: 2.3 is the third under the second.

    The letter's title begins with 0; that of each paper set after it counts as one more heading.
    """
    heading, sentence = -1, 0
    for left, right in pairs:
        if isinstance(left, Title | Heading):
            heading, sentence = heading + 1, 0
        for one, same in _sentences(left, right, wording):
            sentence += 1
            yield f"{heading}.{sentence}", one, same


def _sentences(left: Block, right: Block, wording: Wording) -> Iterator[tuple[Sentence, Sentence]]:
    match left, right:
        case (Title(text), Title(same)) | (Heading(_, text), Heading(_, same)):
            yield _headed(left, text), _headed(right, same)
        case (Paragraph(ours), Paragraph(theirs)) | (Items(ours), Items(theirs)):
            yield from zip(ours, theirs, strict=True)
        case Fields(ours), Fields(theirs):
            for (label, value), (same_label, same_value) in zip(ours, theirs, strict=True):
                yield _labelled(label, "：", value), _labelled(same_label, ": ", same_value)
        case Table(head, ours), Table(same_head, theirs):
            for row, same_row in zip(ours, theirs, strict=True):
                yield _in_a_row(head, row, "：", "；"), _in_a_row(same_head, same_row, ": ", "; ")
        case Quotation(source, _), Quotation():
            yield Sentence(source), Sentence(wording.text(NOT_TRANSLATED), (), wording.language)
        case Signature(label), Signature(same):
            yield Sentence(label), Sentence(same)
        case _:
            raise ValueError("two letters of different shape")


def _headed(block: Block, text: str) -> Sentence:
    number = block.number if isinstance(block, Heading) else ""
    apart = " " if number[-1:].isascii() and number else ""
    return Sentence(f"{number}{apart}{text}")


def _labelled(label: str, colon: str, value: Sentence) -> Sentence:
    return Sentence(f"{label}{colon}{value.text}", value.supports)


def _in_a_row(head: Sequence[str], row: Sequence[Sentence], colon: str, comma: str) -> Sentence:
    cells = [f"{name}{colon}{cell.text}" for name, cell in zip(head, row, strict=True) if cell.text]
    supports = tuple(dict.fromkeys(each for cell in row for each in cell.supports))
    return Sentence(comma.join(cells), supports)
