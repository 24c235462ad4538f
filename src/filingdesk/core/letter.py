"""A filing becomes a document: the pack's template, with everything in its place."""

from collections.abc import Callable, Mapping, Sequence

from filingdesk.core.answers import MaterialState
from filingdesk.core.document import (
    Block,
    Document,
    Fields,
    Heading,
    Items,
    Paragraph,
    Quotation,
    Sentence,
    Signature,
    Stroke,
    Table,
    Title,
)
from filingdesk.core.filing import Exhibit, Filing, StatementRow
from filingdesk.core.law import Citation
from filingdesk.core.pack import FilingKind
from filingdesk.core.question import AnswerType
from filingdesk.core.wording import Wording, fill

# The words a document has of its own, in the official language; packs translate them.
ROW_HEAD = ("事项", "记录所载", "实际情况", "证据", "请求")
EXHIBIT_HEAD = ("编号", "证据材料", "状态")
EXHIBIT_STATES = {
    MaterialState.ATTACHED: "附后",
    MaterialState.CLERK_SAW: "原件已由窗口工作人员核对",
    MaterialState.WILL_BRING: "将另行补交",
    MaterialState.DO_NOT_HAVE: "申请人没有此项材料",
}
SIGN_HERE = "申请人（签名或者盖章）"
SIGN_DATE = "日期"
OWN_WORDS = "本段为申请人自述。"
OFFICIAL_LANGUAGE_COUNTS = "本页为译文，仅供阅读；递交和签署的是中文文本。"
SEAL_NOTE = (
    "本文件所附电子签章由受理服务中心加盖，仅证明文件自加盖之时起未被改动，不是申请人本人的电子签名。",
    "申请人的签署以上方手写签名为准；打印后请在横线上亲笔签名。",
)
DOCUMENT_TEXTS = (
    *ROW_HEAD,
    *EXHIBIT_HEAD,
    *EXHIBIT_STATES.values(),
    SIGN_HERE,
    SIGN_DATE,
    OWN_WORDS,
    OFFICIAL_LANGUAGE_COUNTS,
    *SEAL_NOTE,
)
"""Every text of this module: the root pack's catalogue holds their translations."""

_EXHIBIT_MARK = {True: "{number}", False: "—"}


def compose(
    filing: Filing,
    kind: FilingKind,
    wording: Wording,
    strokes: Sequence[Stroke] = (),
    *,
    official: bool = True,
) -> Document:
    """The document of a filing. With `official` False it is a reading copy, and says so."""
    blocks = _blocks(filing, kind, wording, tuple(strokes))
    copy_note = () if official else (_said(OFFICIAL_LANGUAGE_COUNTS, wording),)
    lead: tuple[Block, ...] = (Paragraph(copy_note, indent=False),) if copy_note else ()
    return Document(
        title=wording.text(kind.name),
        language=wording.language,
        reference=filing.reference,
        footer=f"{filing.pack.id} {filing.pack.version}",
        blocks=(*lead, *_numbered(blocks, wording)),
        watermark="" if official else wording.text(OFFICIAL_LANGUAGE_COUNTS),
    )


def _blocks(
    filing: Filing, kind: FilingKind, wording: Wording, strokes: tuple[Stroke, ...]
) -> list[Block]:
    """The template's lines in order; a heading whose places all stay empty is left out."""
    blocks: list[Block] = []
    heading, tried = "", False
    for line in (each.strip() for each in kind.template.splitlines()):
        if line.startswith("## "):
            heading, tried = line[3:], False
            continue
        is_place = line.startswith("[") and line != "[signature]"
        found = _line(line, filing, wording, strokes) if line else ()
        tried |= is_place
        if not found:
            continue
        if heading and (is_place or not tried):
            blocks.append(Heading("", wording.text(heading)))
        heading, tried = "", False
        blocks.extend(found)
    return blocks


def _numbered(blocks: Sequence[Block], wording: Wording) -> list[Block]:
    number = 0
    numbered: list[Block] = []
    for block in blocks:
        number += isinstance(block, Heading)
        numbered.append(
            Heading(wording.number(number), block.text) if isinstance(block, Heading) else block
        )
    return numbered


def _line(
    line: str, filing: Filing, wording: Wording, strokes: tuple[Stroke, ...]
) -> Sequence[Block]:
    if line.startswith("# "):
        return [Title(wording.text(line[2:]))]
    if line.startswith("[fields:"):
        wanted = [id.strip() for id in line[len("[fields:") : -1].split(",")]
        return _fields(filing, wanted, wording)
    if line == "[signature]":
        return [_signature(filing, wording, strokes)]
    if line in _PLACES:
        return _PLACES[line](filing, wording)
    plain = line.removeprefix("> ")
    sentence = fill(plain, filing.places, wording)
    return [Paragraph((sentence,), indent=plain is line)] if sentence else []


def _fields(filing: Filing, wanted: Sequence[str], wording: Wording) -> Sequence[Block]:
    said = {each.question.id: each for each in filing.said}
    rows = tuple(
        (wording.text(said[id].question.label), Sentence(said[id].text, (id,)))
        for id in wanted
        if id in said
    )
    return [Fields(rows)] if rows else []


def _statement(filing: Filing, wording: Wording) -> Sequence[Block]:
    head = tuple(wording.text(each) for each in ROW_HEAD)
    rows = tuple(_statement_row(row) for row in filing.rows)
    return [Table(head, rows, (0.15, 0.25, 0.25, 0.1, 0.25))] if rows else []


def _statement_row(row: StatementRow) -> tuple[Sentence, ...]:
    exhibits = Sentence("、".join(str(each) for each in row.exhibits) or "—", ("materials",))
    return (row.field, row.shown, row.true, exhibits, row.asked)


def _grounds(filing: Filing, wording: Wording) -> Sequence[Block]:
    blocks: list[Block] = []
    for ground in filing.grounds:
        claims = filing.claims[ground.id]
        if claims:
            blocks.append(Paragraph(claims))
        blocks.extend(_quotation(each, wording) for each in ground.citations if each.verified)
    return blocks


def _quotation(citation: Citation, wording: Wording) -> Quotation:
    """A clause is quoted in its own words in every copy: a translation of law is not law."""
    return Quotation(f"《{citation.law}》{citation.article}", citation.quote)


def _story(filing: Filing, wording: Wording) -> Sequence[Block]:
    told = [each for each in filing.said if each.question.type is AnswerType.STORY]
    return [
        Paragraph((Sentence(line, (each.question.id,), "und"),))
        for each in told
        for line in each.text.splitlines()
        if line.strip()
    ]


def _requests(filing: Filing, wording: Wording) -> Sequence[Block]:
    return [Items(filing.requests)] if filing.requests else []


def _exhibits(filing: Filing, wording: Wording) -> Sequence[Block]:
    head = tuple(wording.text(each) for each in EXHIBIT_HEAD)
    rows = tuple(_exhibit_row(each, wording) for each in filing.exhibits)
    return [Table(head, rows, (0.12, 0.53, 0.35))] if rows else []


def _exhibit_row(exhibit: Exhibit, wording: Wording) -> tuple[Sentence, ...]:
    support = ("materials",)
    mark = _EXHIBIT_MARK[exhibit.number is not None].format(number=exhibit.number)
    return (
        Sentence(mark, support),
        Sentence(wording.text(exhibit.material.text), support),
        Sentence(wording.text(EXHIBIT_STATES[exhibit.state]), support),
    )


def _signature(filing: Filing, wording: Wording, strokes: tuple[Stroke, ...]) -> Signature:
    """电子签名法第十三条: a key that the centre holds is not the applicant's own signature."""
    return Signature(
        label=wording.text(SIGN_HERE),
        strokes=strokes,
        date_label=wording.text(SIGN_DATE),
        date=wording.date(filing.made_on),
        note=tuple(_said(each, wording) for each in SEAL_NOTE),
    )


def _said(text: str, wording: Wording) -> Sentence:
    return Sentence(wording.text(text))


_PLACES: Mapping[str, Callable[[Filing, Wording], Sequence[Block]]] = {
    "[statement]": _statement,
    "[grounds]": _grounds,
    "[story]": _story,
    "[requests]": _requests,
    "[exhibits]": _exhibits,
}
