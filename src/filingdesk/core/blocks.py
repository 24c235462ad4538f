"""What stands in the places of a letter: fields, statement, reasons, papers, signature."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from filingdesk.core.answers import MaterialState
from filingdesk.core.document import (
    Block,
    Fields,
    Items,
    Paragraph,
    Quotation,
    Sentence,
    Signature,
    Stroke,
    Table,
)
from filingdesk.core.filing import Exhibit, Filing, StatementRow
from filingdesk.core.law import Citation
from filingdesk.core.question import AnswerType
from filingdesk.core.wording import Answered, Wording

# The words a document has of its own, in the official language; packs translate them.
ROW_HEAD = ("事项", "记录所载", "实际情况", "证据", "请求")
EXHIBIT_HEAD = ("编号", "证据材料", "状态")
EVIDENCE_HEAD = ("编号", "证据名称", "来源", "证明什么", "备注")
EXHIBIT_STATES = {
    MaterialState.ATTACHED: "附后",
    MaterialState.CLERK_SAW: "原件已由窗口工作人员核对，不再附后",
    MaterialState.WILL_BRING: "将另行补交，届时请一并考虑",
    MaterialState.DO_NOT_HAVE: "申请人没有此项材料，请予核实",
}
BRING_BY = "将不迟于{day}补交，届时请一并考虑"
REMARK_BY = "不迟于{day}补交"
REMARKS = {
    MaterialState.ATTACHED: "附上",
    MaterialState.CLERK_SAW: "原件已核",
    MaterialState.WILL_BRING: "待补",
    MaterialState.DO_NOT_HAVE: "没有此件",
}
SIGN_HERE = "申请人（签名或者盖章）"
SIGN_DATE = "日期"
OWN_WORDS = "本段为申请人自述。"
OFFICIAL_LANGUAGE_COUNTS = "本页为译文，仅供阅读；递交和签署的是中文文本。"
SEAL_NOTE = (
    "服务中心的完整性印章仅证明文件自加盖之时起未被改动，不是申请人本人的电子签名。",
    "申请人或者代理人用本人密钥在下方电子签名的，以该签名为准；"
    "没有的，以上方手写签名为准，打印后请在横线上亲笔签名。",
)
DOCUMENT_TEXTS = (
    *ROW_HEAD,
    *EXHIBIT_HEAD,
    *EVIDENCE_HEAD,
    *EXHIBIT_STATES.values(),
    BRING_BY,
    REMARK_BY,
    *REMARKS.values(),
    SIGN_HERE,
    SIGN_DATE,
    OWN_WORDS,
    OFFICIAL_LANGUAGE_COUNTS,
    *SEAL_NOTE,
)
"""Every text of this module: the root pack's catalogue holds their translations."""

_MARKS = {True: ("；", "。"), False: (";", ".")}
"""After each request but the last, and after the last: in Chinese, and elsewhere."""

_EXHIBIT_MARK = {True: "{number}", False: "—"}


def fields(filing: Filing, wanted: Sequence[str], wording: Wording) -> Sequence[Block]:
    """A form of these questions' labels and answers; those without an answer are left out."""
    said = {each.question.id: each for each in filing.said}
    rows = tuple(
        (wording.text(said[id].question.label), Sentence(said[id].text, (id,)))
        for id in wanted
        if id in said
    )
    return [Fields(rows)] if rows else []


def _statement(filing: Filing, wording: Wording) -> Sequence[Block]:
    return _rows(filing.rows, wording)


def _differences(filing: Filing, wording: Wording) -> Sequence[Block]:
    return _rows([each for each in filing.rows if each.written], wording)


def _rows(stated: Sequence[StatementRow], wording: Wording) -> Sequence[Block]:
    head = tuple(wording.text(each) for each in ROW_HEAD)
    rows = tuple(_statement_row(row) for row in stated)
    return [Table(head, rows, (0.15, 0.25, 0.25, 0.1, 0.25))] if rows else []


def _statement_row(row: StatementRow) -> tuple[Sentence, ...]:
    exhibits = Sentence("、".join(str(each) for each in row.exhibits) or "—", ("materials",))
    return (row.field, row.shown, row.true, exhibits, row.asked)


def _grounds(filing: Filing, wording: Wording) -> Sequence[Block]:
    """What each ground claims, and the law behind it; a clause is quoted once in a letter.

    A law is not named whole where the letter names an article of it.
    """
    blocks: list[Block] = []
    known = [each for ground in filing.grounds for each in ground.citations if each.verified]
    in_part = {each.law for each in known if each.article}
    cited = {each for each in known if each.law in in_part and not each.article}
    for ground in filing.grounds:
        claims = filing.claims[ground.id]
        if claims:
            blocks.append(Paragraph(claims))
        new = [each for each in ground.citations if each.verified and each not in cited]
        cited.update(new)
        blocks.extend(_source(each, wording) for each in new)
    return blocks


def _source(citation: Citation, wording: Wording) -> Block:
    """A clause is quoted in its own words in every copy: a translation of law is not law.

    One that is known from a page, without its words, is only named.
    """
    if not citation.quote:
        return Paragraph((Sentence(citation.named(wording.text)),))
    return Quotation(citation.named(), citation.quote)


def _story(filing: Filing, wording: Wording) -> Sequence[Block]:
    told = [each for each in filing.said if each.question.type is AnswerType.STORY]
    return _own_words(told)


def stories(filing: Filing, wanted: Sequence[str]) -> Sequence[Block]:
    """What was written under these questions, in the person's own words."""
    return _own_words([each for each in filing.said if each.question.id in wanted])


def _own_words(told: Sequence[Answered]) -> Sequence[Block]:
    return [
        Paragraph((Sentence(line, (each.question.id,), "und"),))
        for each in told
        for line in each.text.splitlines()
        if line.strip()
    ]


def _requests(filing: Filing, wording: Wording) -> Sequence[Block]:
    """Numbered where there are several; each ends with a mark, the last with a full stop."""
    between, last = _MARKS[wording.language.startswith("zh")]
    asked = [each.text.rstrip("。；.; ") for each in filing.requests]
    marks = [*(between for _ in asked[1:]), last]
    sentences = tuple(
        replace(each, text=text + mark)
        for each, text, mark in zip(filing.requests, asked, marks, strict=bool(asked))
    )
    if len(sentences) == 1:
        return [Paragraph(sentences)]
    return [Items(sentences)] if sentences else []


def _exhibits(filing: Filing, wording: Wording) -> Sequence[Block]:
    head = tuple(wording.text(each) for each in EXHIBIT_HEAD)
    rows = tuple(_exhibit_row(each, wording) for each in filing.exhibits)
    return [Table(head, rows, (0.12, 0.53, 0.35))] if rows else []


def _exhibit_row(exhibit: Exhibit, wording: Wording) -> tuple[Sentence, ...]:
    return (*_named_exhibit(exhibit, wording), _of_papers(_state(exhibit, wording)))


def _named_exhibit(exhibit: Exhibit, wording: Wording) -> tuple[Sentence, Sentence]:
    mark = _EXHIBIT_MARK[exhibit.number is not None].format(number=exhibit.number)
    return _of_papers(mark), _of_papers(wording.text(exhibit.material.text))


def _of_papers(text: str) -> Sentence:
    return Sentence(text, ("materials",))


def _state(exhibit: Exhibit, wording: Wording) -> str:
    return _by_day(exhibit, BRING_BY, wording) or wording.text(EXHIBIT_STATES[exhibit.state])


def _by_day(exhibit: Exhibit, words: str, wording: Wording) -> str:
    """With the day that was named; empty where none was."""
    return wording.text(words).format(day=wording.date(exhibit.by)) if exhibit.by else ""


def _evidence(filing: Filing, wording: Wording) -> Sequence[Block]:
    head = tuple(wording.text(each) for each in EVIDENCE_HEAD)
    rows = tuple(_evidence_row(each, filing, wording) for each in filing.exhibits)
    return [Table(head, rows, (0.1, 0.27, 0.22, 0.25, 0.16))] if rows else []


def _evidence_row(exhibit: Exhibit, filing: Filing, wording: Wording) -> tuple[Sentence, ...]:
    return (
        *_named_exhibit(exhibit, wording),
        _of_papers(wording.text(exhibit.material.origin) if exhibit.material.origin else "—"),
        _proved(exhibit, filing, wording),
        _of_papers(_by_day(exhibit, REMARK_BY, wording) or wording.text(REMARKS[exhibit.state])),
    )


def _proved(exhibit: Exhibit, filing: Filing, wording: Wording) -> Sentence:
    """What a paper proves: its own purpose, else the grounds it supports, each named once."""
    material = exhibit.material
    grounds = [each.text for each in filing.grounds if material.supports(each.id)]
    named = [material.purpose] if material.purpose else list(dict.fromkeys(grounds))
    return _of_papers(wording.list(tuple(wording.text(each) for each in named)) or "—")


def signature(
    filing: Filing, wording: Wording, strokes: tuple[Stroke, ...], label: str = ""
) -> Signature:
    """The line of the person whose filing it is, under the name that the paper gives to them.

    电子签名法第十三条: a key that the centre holds is not the applicant's own signature.
    """
    return Signature(
        label=wording.text(label or SIGN_HERE),
        strokes=strokes,
        date_label=wording.text(SIGN_DATE),
        date=wording.date(filing.made_on),
        note=tuple(said(each, wording) for each in SEAL_NOTE),
    )


def line(wording: Wording, label: str) -> Signature:
    """The line of somebody else, who signs and dates it by hand."""
    return Signature(wording.text(label), (), wording.text(SIGN_DATE), "")


def said(text: str, wording: Wording) -> Sentence:
    """One of a document's own texts."""
    return Sentence(wording.text(text))


PLACES: Mapping[str, Callable[[Filing, Wording], Sequence[Block]]] = {
    "[statement]": _statement,
    "[differences]": _differences,
    "[grounds]": _grounds,
    "[story]": _story,
    "[requests]": _requests,
    "[exhibits]": _exhibits,
    "[evidence]": _evidence,
}
"""The blocks that a template can name."""
