"""A screen reader's order is that of the letter, as an outside reader of the tags finds it."""

import re
from dataclasses import replace

from filingdesk.core.document import (
    Block,
    Document,
    Fields,
    Items,
    PaperCode,
    Paragraph,
    Seal,
    Seals,
    Sentence,
    Table,
    Title,
)
from filingdesk.render.pages import PdfRenderer
from filingdesk.render.text import as_text
from tests.render.conftest import Tool, bare, say


def heard(pdf: bytes, judge: Tool) -> str:
    """What poppler reads in the order of the tags."""
    told = judge(pdf, "pdfinfo", "-struct-text", "-enc", "UTF-8", "FILE").decode()
    return bare("".join(re.findall(r'^ *"(.*)"$', told, re.MULTILINE)))


def written(document: Document) -> str:
    """The same from the text, where a table is told row by row under its head."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Table):
            blocks += [Paragraph(say(*block.head)), *map(Paragraph, block.rows)]
        else:
            blocks.append(block)
    return re.sub("：|:", "", bare(as_text(replace(document, blocks=tuple(blocks)))))


def test_a_letter_is_heard_as_it_is_written(
    renderer: PdfRenderer, objection: Document, copy_in_spanish: Document, judge: Tool
) -> None:
    code = PaperCode("AB12", "二维码", (("案件编号", "TJ-2026-04-0017"), ("核对码", "7KQ2-MX9D")))
    seals = Seals((Seal("Signature-citizen", "申请人签名", "本人的密钥"), Seal("S-2", "工作人员")))
    whole = replace(objection, blocks=(code, *objection.blocks, seals))
    for told in (whole, copy_in_spanish):
        assert re.sub("：|:", "", heard(renderer.render(told), judge)) == written(told)


def test_what_runs_over_pages_is_heard_once_and_in_one_piece(
    renderer: PdfRenderer, judge: Tool
) -> None:
    rows = tuple(say(str(number), f"第{number}条记载与事实不符") for number in range(90))
    told = Document(
        "申请书",
        "zh-CN",
        "R-1",
        "脚",
        (
            Title("申请书"),
            Paragraph(say("我去窗口询问。" * 300)),
            Table(("序号", "说明"), rows, (1, 6)),
            Fields((("陈述", Sentence("工作人员说“材料不齐”。" * 120)),)),
            Items(say("更正；", "删除。")),
        ),
        watermark="阅读副本",
    )
    assert heard(renderer.render(told), judge) == re.sub("：", "", written(told))


def test_words_at_the_end_of_a_line_do_not_run_together(renderer: PdfRenderer, judge: Tool) -> None:
    english = "I paid the fine on 28 March 2023, and yet the record says that I did not. " * 4
    lines = "first line\nsecond line\n\nfourth line"
    told = Document(
        "t", "en", "", "", (Paragraph(say(english, lines)), Fields((("Said", Sentence(lines)),)))
    )
    said = judge(renderer.render(told), "pdfinfo", "-struct-text", "FILE").decode()
    words = " ".join(re.findall(r'^ *"(.*)"$', said, re.MULTILINE)).split()
    assert words == [*english.split(), *lines.split(), "Said", *lines.split()]
