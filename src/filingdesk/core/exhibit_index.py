"""What lies in the PDF: each exhibit's pages, its files, and how they are known again."""

from collections.abc import Iterator, Mapping

from filingdesk.core.answers import AttachedFile
from filingdesk.core.document import Block, NewPage, Paragraph, Sentence, Table, Title
from filingdesk.core.filing import Exhibit, Filing
from filingdesk.core.pages import originals_of
from filingdesk.core.wording import Wording

TITLE = "证据目录"
CHECKED_BY = "下列文件嵌在本PDF内，可以用SHA-256值核对。"
EXHIBIT_PAGE = "证据页"
HEAD = ("编号", "证据名称", EXHIBIT_PAGE, "文件", "SHA-256值")
EXHIBIT_INDEX_TEXTS = (TITLE, CHECKED_BY, *HEAD)
"""Every text of this module: the root pack's catalogue holds their translations."""

_WIDTHS = (0.08, 0.2, 0.1, 0.2, 0.42)

Embedded = Mapping[str, tuple[str, str]]
"""The name and the SHA-256 (hex) of each file in the PDF, by the id of what was attached."""


def exhibit_index(filing: Filing, embedded: Embedded, wording: Wording) -> tuple[Block, ...]:
    """The sheet before the exhibits; nothing where no file is enclosed.

    Pages are counted through all exhibits, as their captions say.
    """
    rows = tuple(_rows(filing, embedded, wording))
    if not rows:
        return ()
    head = tuple(wording.text(each) for each in HEAD)
    note = Paragraph((Sentence(wording.text(CHECKED_BY)),), indent=False)
    return (NewPage(), Title(wording.text(TITLE)), note, Table(head, rows, _WIDTHS))


def _rows(filing: Filing, embedded: Embedded, wording: Wording) -> Iterator[tuple[Sentence, ...]]:
    originals = originals_of(
        (embedded[file.id][0].rpartition(".")[0], file) for _, file in _files(filing)
    )
    page = 1
    for exhibit, file in _files(filing):
        name, digest = embedded[file.id]
        pages = f"{page}–{page + file.pages - 1}" if file.pages > 1 else f"{page}"
        text = wording.text(exhibit.material.text)
        yield _row(f"{exhibit.number}", text, pages, name, digest)
        page += file.pages
        begun = f"{name.rpartition('.')[0]}-original"
        for bare, original in originals.items():
            if bare.startswith(begun):
                whole = f"{bare}.{original.ending}"
                yield _row(f"{exhibit.number}", text, "—", whole, original.sha256)


def _files(filing: Filing) -> Iterator[tuple[Exhibit, AttachedFile]]:
    return ((exhibit, file) for exhibit in filing.exhibits for file in exhibit.files)


def _row(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(text) for text in texts)
