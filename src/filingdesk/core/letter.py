"""A filing becomes a document: the pack's templates, with everything in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from filingdesk.core.blocks import (
    OFFICIAL_LANGUAGE_COUNTS,
    PLACES,
    fields,
    line,
    said,
    signature,
    stories,
)
from filingdesk.core.document import (
    Block,
    Document,
    Heading,
    NewPage,
    Paragraph,
    Signature,
    Stroke,
    Title,
)
from filingdesk.core.filing import Filing
from filingdesk.core.pack import FilingKind
from filingdesk.core.wording import Wording, fill

_SIGNATURE = "[signature"
_LINE = "[line:"


def compose(
    filing: Filing,
    kind: FilingKind,
    wording: Wording,
    strokes: Sequence[Stroke] = (),
    *,
    official: bool = True,
) -> Document:
    """The document of a filing: its letter, then each enclosure on pages of its own.

    With `official` False it is a reading copy, and says so.
    """
    copy_note = () if official else (said(OFFICIAL_LANGUAGE_COUNTS, wording),)
    lead: tuple[Block, ...] = (Paragraph(copy_note, indent=False),) if copy_note else ()
    letter = _set(kind.template, filing, wording, tuple(strokes))
    return Document(
        title=wording.text(kind.name),
        language=wording.language,
        reference=filing.reference,
        footer=f"{filing.pack.id} {filing.pack.version}",
        blocks=(*lead, *letter, *_enclosed(filing, wording, tuple(strokes))),
        watermark="" if official else wording.text(OFFICIAL_LANGUAGE_COUNTS),
    )


def _enclosed(filing: Filing, wording: Wording, strokes: tuple[Stroke, ...]) -> Iterator[Block]:
    """The filing's own seal note stands once, under the letter."""
    for enclosure in filing.enclosures:
        yield NewPage()
        for block in _set(enclosure.template, filing, wording, strokes):
            yield replace(block, note=()) if isinstance(block, Signature) else block


def _set(
    template: str, filing: Filing, wording: Wording, strokes: tuple[Stroke, ...]
) -> list[Block]:
    return _numbered(_blocks(template, filing, wording, strokes), wording)


def _blocks(
    template: str, filing: Filing, wording: Wording, strokes: tuple[Stroke, ...]
) -> list[Block]:
    """The template's lines in order; a heading whose places all stay empty is left out."""
    blocks: list[Block] = []
    heading, tried = "", False
    for written in (each.strip() for each in template.splitlines()):
        if written.startswith("## "):
            heading, tried = written[3:], False
            continue
        is_place = written.startswith("[") and not written.startswith((_SIGNATURE, _LINE))
        found = _set_line(written, filing, wording, strokes) if written else ()
        tried |= is_place
        if not found:
            continue
        if heading and (is_place or not tried):
            blocks.append(Heading("", wording.text(heading)))
        heading, tried = "", False
        blocks.extend(found)
    return blocks


def _numbered(blocks: Sequence[Block], wording: Wording) -> list[Block]:
    """A single heading needs no number."""
    if sum(isinstance(block, Heading) for block in blocks) == 1:
        return list(blocks)
    number = 0
    numbered: list[Block] = []
    for block in blocks:
        number += isinstance(block, Heading)
        numbered.append(
            Heading(wording.number(number), block.text) if isinstance(block, Heading) else block
        )
    return numbered


def _named(line: str) -> list[str]:
    """The questions that a place of a template names."""
    return [id.strip() for id in line.partition(":")[2].rstrip("]").split(",")]


def _set_line(
    written: str, filing: Filing, wording: Wording, strokes: tuple[Stroke, ...]
) -> Sequence[Block]:
    if written.startswith("# "):
        return [Title(wording.text(written[2:]))]
    if written.startswith("[fields:"):
        return fields(filing, _named(written), wording)
    if written.startswith("[story:"):
        return stories(filing, _named(written))
    if written.startswith(_SIGNATURE):
        label = written.removeprefix(_SIGNATURE).strip(":]").strip()
        return [signature(filing, wording, strokes, label)]
    if written.startswith(_LINE):
        return [line(wording, written.removeprefix(_LINE).strip("]").strip())]
    if written in PLACES:
        return PLACES[written](filing, wording)
    plain = written.removeprefix("> ")
    sentence = fill(plain, filing.places, wording)
    return [Paragraph((sentence,), indent=plain is written)] if sentence else []
