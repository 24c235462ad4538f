"""A filing on paper: letter, code, places for signatures, exhibits, and the data inside.

The same answers on the same day under the same packs give the same paper, whether they come from a
draft that is being signed or from the filing.json of a file that was signed long ago.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import filingdesk
from filingdesk.core.advice import Advice, advise
from filingdesk.core.answers import Answers, AttachedFile
from filingdesk.core.as_data import Making, payload_of
from filingdesk.core.as_table import as_table
from filingdesk.core.document import Attachment, Block, Document, ExhibitPage, Stroke
from filingdesk.core.drawn import drawn
from filingdesk.core.exhibit_index import EXHIBIT_PAGE, Embedded, exhibit_index
from filingdesk.core.filing import Act, Filing, assemble
from filingdesk.core.fingerprint import digest_of
from filingdesk.core.interview import Interview
from filingdesk.core.letter import compose
from filingdesk.core.origin import origin_line
from filingdesk.core.pack import Pack
from filingdesk.core.pages import originals_of, taken_of
from filingdesk.core.paper import code_block, with_seals
from filingdesk.core.payload import Code, Payload, rounded, written
from filingdesk.core.ports import Doors, SafeFile
from filingdesk.core.side_by_side import side_by_side
from filingdesk.words.catalogue import OFFICIAL, PackWords, Words

PAYLOAD = "filing.json"
TABLE = "filing.csv"

Coding = Callable[[str, bytes], Code]
"""Gives the code of a reference and a payload's digest."""


@dataclass(frozen=True, slots=True, repr=False)
class Given:
    """All that a paper is made from. `files` are safe, by the id of what was attached.

    `originals` are the untrusted bytes that a person wants inside, by their SHA-256 (hex).
    `language` is the one that the person reads, a locale such as zh_TW.
    """

    pack: Pack
    interview: Interview
    answers: Answers
    act: Act
    language: str = OFFICIAL
    strokes: tuple[Stroke, ...] = ()
    files: Mapping[str, SafeFile] = field(default_factory=dict)
    originals: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, repr=False)
class Paper:
    """What is rendered, signed and kept; `data` is filing.json, the first of the attachments."""

    filing: Filing
    payload: Payload
    data: bytes
    document: Document
    attachments: tuple[Attachment, ...]


def make_paper(doors: Doors, given: Given, coding: Coding) -> Paper:
    """The paper of a filing in the authority's language. Its advice must have found a route."""
    filing, advice = _assembled(doors, given, OFFICIAL)
    wording = words_of(given.pack, OFFICIAL)
    exhibits = _exhibits(doors, filing, given.files)
    embedded = {id: (each.name, _sha256(each)) for id, each in exhibits.items()}
    pages = _pages(doors, given, filing, embedded)
    bare = payload_of(filing, advice, wording, _making(given, embedded, filing, pages))
    code = coding(filing.reference, digest_of(bare))
    payload = replace(bare, code=code)
    data = written(payload)
    inside = (
        Attachment(PAYLOAD, "application/json", data, PAYLOAD, "Data"),
        Attachment(TABLE, "text/csv", as_table(payload), TABLE, "Data"),
        *exhibits.values(),
        *_originals(doors, filing, given.originals),
    )
    whole = replace(pages, blocks=(code_block(filing, wording, code), *pages.blocks))
    return Paper(filing, payload, data, whole, inside)


def _pages(doors: Doors, given: Given, filing: Filing, embedded: Embedded) -> Document:
    """Letter, places for signatures, the other language beside it, exhibits: all but the code."""
    letter = _letter(filing, OFFICIAL, rounded(given.strokes))
    sheet: tuple[Block, ...] = ()
    if given.language != OFFICIAL:
        other, _ = _assembled(doors, given, given.language)
        copy = _letter(other, given.language)
        sheet = side_by_side(letter, copy, words_of(given.pack, given.language))
    whole = with_seals(letter, filing, words_of(given.pack, OFFICIAL))
    index = exhibit_index(filing, embedded, words_of(given.pack, OFFICIAL))
    exhibits = exhibit_pages(filing, given.files, OFFICIAL)
    return replace(whole, blocks=(*whole.blocks, *sheet, *index, *exhibits))


def _making(given: Given, embedded: Embedded, filing: Filing, pages: Document) -> Making:
    unchecked = code_block(filing, words_of(given.pack, OFFICIAL), Code("", "", ""))
    text = (*drawn(replace(pages, blocks=(unchecked,))), *drawn(pages))
    strokes = rounded(given.strokes)
    return Making(filingdesk.__version__, Words(given.language).tag, strokes, embedded, text)


def reading_copy(doors: Doors, given: Given) -> Document:
    """The letter in the person's language; it says that it is not what is filed."""
    filing, _ = _assembled(doors, given, given.language)
    letter = _letter(filing, given.language)
    pages = exhibit_pages(filing, given.files, given.language)
    return replace(letter, blocks=(*letter.blocks, *pages))


def exhibit_pages(
    filing: Filing, files: Mapping[str, SafeFile], language: str
) -> tuple[Block, ...]:
    """Every page of every exhibit under its number, counted through all of them."""
    wording = words_of(filing.pack, language)
    shown = [
        (exhibit, jpeg, taken)
        for exhibit in filing.exhibits
        for file in exhibit.files
        for jpeg, taken in zip(files[file.id].pages, taken_of(file), strict=True)
    ]
    pages = []
    for page, (exhibit, jpeg, taken) in enumerate(shown, 1):
        number = f"{wording.text('证据')} {exhibit.number}"
        origin = [origin_line(taken, wording)] if taken else []
        counted = f"{wording.text(EXHIBIT_PAGE)} {page}/{len(shown)}"
        caption = " · ".join((number, wording.text(exhibit.material.text), *origin, counted))
        pages.append(ExhibitPage(caption, jpeg))
    return tuple(pages)


def words_of(pack: Pack, language: str) -> PackWords:
    """A pack in a language."""
    return PackWords(Words(language), pack.lineage)


def _assembled(doors: Doors, given: Given, language: str) -> tuple[Filing, Advice]:
    calendar, pack = doors.shelf.calendar(), given.pack
    advice = advise(pack, given.interview, given.answers, calendar, given.act.day)
    wording = words_of(pack, language)
    return assemble(pack, given.interview, given.answers, advice, given.act, wording), advice


def _letter(filing: Filing, language: str, strokes: tuple[Stroke, ...] = ()) -> Document:
    kind = filing.pack.kinds[filing.kind]
    wording = words_of(filing.pack, language)
    return compose(filing, kind, wording, strokes, official=language == OFFICIAL)


def _exhibits(doors: Doors, filing: Filing, files: Mapping[str, SafeFile]) -> dict[str, Attachment]:
    """Each exhibit's file as it is embedded, by the id of what was attached."""
    return {
        file.id: doors.intake.attachment(files[file.id], name, text)
        for name, file, text in _numbered(filing)
    }


def _originals(
    doors: Doors, filing: Filing, originals: Mapping[str, bytes]
) -> tuple[Attachment, ...]:
    """The files that a person brought, where they want them inside."""
    texts = {name: text for name, _, text in _numbered(filing)}
    named = originals_of((name, file) for name, file, _ in _numbered(filing))
    return tuple(
        doors.intake.original(
            originals[each.sha256], each.ending, name, texts[name.partition("-original")[0]]
        )
        for name, each in named.items()
    )


def _numbered(filing: Filing) -> list[tuple[str, AttachedFile, str]]:
    """Each exhibit's file under its name without ending, and what the material is."""
    return [
        (f"exhibit-{exhibit.number:02d}-{place:02d}", file, exhibit.material.text)
        for exhibit in filing.exhibits
        for place, file in enumerate(exhibit.files, 1)
    ]


def _sha256(attachment: Attachment) -> str:
    return hashlib.sha256(attachment.content).hexdigest()
