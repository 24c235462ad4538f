"""The printed page says every sentence, in embedded faces, as an office would lay it out."""

import re
import time
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from filingdesk.core.document import (
    Document,
    ExhibitPage,
    Fields,
    Heading,
    Items,
    Paragraph,
    Quotation,
    Sentence,
    Signature,
    Table,
    Title,
    sentences_of,
)
from filingdesk.render.pages import PdfRenderer
from filingdesk.render.text import as_text
from tests.render.conftest import Tool, bare, say

Read = Callable[[bytes], list[str]]


def document(*blocks: Title | Paragraph | Fields | Table | Items | Quotation) -> Document:
    return Document("申请书", "zh-CN", "R-1", "", blocks)


def test_every_sentence_of_an_objection_comes_back_from_the_page(
    renderer: PdfRenderer, objection: Document, copy_in_spanish: Document, read: Read
) -> None:
    for told in (objection, copy_in_spanish):
        page = "".join(read(renderer.render(told)))
        for line in as_text(told).splitlines():
            for part in re.split("：|: ", line):
                assert bare(part) in page
        for sentence in sentences_of(told):
            assert bare(sentence.text) in page


def test_names_come_back_from_a_second_reader_too(
    renderer: PdfRenderer, objection: Document
) -> None:
    with pypdfium2.PdfDocument(renderer.render(objection)) as pdf:
        text = bare("".join(page.get_textpage().get_text_bounded() for page in pdf))
    assert "申请人𠮷野䶮" in text
    assert "𠮷野龑𠮷野䶮（姓名第三字有误）" in text


def test_a_number_with_hyphens_survives_the_reader_that_joins_lines(
    renderer: PdfRenderer, objection: Document, judge: Tool
) -> None:
    text = judge(renderer.render(objection), "pdftotext", "FILE", "-").decode()
    assert "1201-2023-0328-7745" in text


def test_every_face_is_embedded_as_a_subset_with_its_meanings(
    renderer: PdfRenderer, objection: Document, copy_in_spanish: Document, judge: Tool
) -> None:
    for told in (objection, copy_in_spanish):
        pdf = renderer.render(told)
        rows = judge(pdf, "pdffonts", "FILE").decode().splitlines()[2:]
        assert rows
        for row in rows:
            assert re.match(r"[A-Z]{6}\+(NotoSerif|NotoSerifSC|FilingdeskRareSong)", row)
            assert "yes yes yes" in row


def test_the_file_is_sound_and_can_be_signed_without_being_rewritten(
    renderer: PdfRenderer, objection: Document, judge: Tool
) -> None:
    pdf = renderer.render(objection)
    assert b"No syntax or stream encoding errors" in judge(pdf, "qpdf", "--check", "FILE")
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    append_signature_field(writer, SigFieldSpec("Applicant"))
    signed = BytesIO()
    writer.write(signed)
    assert signed.getvalue().startswith(pdf)
    assert b"No syntax or stream encoding errors" in judge(
        signed.getvalue(), "qpdf", "--check", "FILE"
    )


def test_the_sheet_is_that_of_an_official_letter(renderer: PdfRenderer, judge: Tool) -> None:
    """GB/T 9704-2012: 22 lines of 28 characters in 156 x 225 mm, 37 mm below the edge."""
    pdf = renderer.render(document(Paragraph(say("国" * 28 * 22), indent=False)))
    boxes = re.findall(
        r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(国+)',
        judge(pdf, "pdftotext", "-bbox", "FILE", "-").decode(),
    )
    assert [len(word) for *_, word in boxes] == [28] * 22
    millimetre = 72 / 25.4
    assert float(boxes[0][0]) == pytest.approx(28 * millimetre, abs=0.3)
    assert float(boxes[0][2]) == pytest.approx(184 * millimetre, abs=0.3)
    assert float(boxes[1][1]) - float(boxes[0][1]) == pytest.approx(28.99, abs=0.01)
    assert 37 * millimetre < float(boxes[0][1]) < 44 * millimetre
    assert float(boxes[-1][3]) < 262.5 * millimetre
    assert b"A4" in judge(pdf, "pdfinfo", "FILE")


def test_the_foot_says_the_reference_the_page_and_how_many_they_are(
    renderer: PdfRenderer, objection: Document, judge: Tool
) -> None:
    text = judge(renderer.render(objection), "pdftotext", "-raw", "FILE", "-").decode()
    sheets = text.split("\f")[:-1]
    assert len(sheets) == 4
    for number, sheet in enumerate(sheets, start=1):
        assert re.search(rf"— ?{number} ?—", sheet)
        assert f"{objection.reference} {objection.footer}" in sheet
        assert f"{number} / {len(sheets)}" in sheet


def test_a_copy_for_reading_says_so_across_every_page(
    renderer: PdfRenderer, objection: Document, judge: Tool
) -> None:
    copy = replace(objection, watermark="阅读副本 不作提交")
    sheets = judge(renderer.render(copy), "pdftotext", "-raw", "FILE", "-").decode().split("\f")
    assert all("阅读副本不作提交" in bare(sheet) for sheet in sheets[:-1])
    assert "阅读副本" not in judge(renderer.render(objection), "pdftotext", "FILE", "-").decode()


def test_what_a_person_types_is_text_and_never_markup(renderer: PdfRenderer, read: Read) -> None:
    typed = "<b>我</b> &amp; <para> <img src='http://example.org'/> %s {name} \\n"
    (page,) = read(renderer.render(document(Title(typed), Fields((("标签", Sentence(typed)),)))))
    assert page.count(bare(typed)) == 2


def test_a_character_without_a_face_is_printed_as_the_geta_mark(
    renderer: PdfRenderer, read: Read
) -> None:
    (page,) = read(
        renderer.render(document(Paragraph(say("张\ue000三\U0001f600，李\x00\u200b四\ud800"))))
    )
    assert page == "张〓三〓，李四〓"


def test_a_spanish_copy_is_ranged_left_and_not_indented(
    renderer: PdfRenderer, copy_in_spanish: Document, judge: Tool
) -> None:
    boxes = judge(renderer.render(copy_in_spanish), "pdftotext", "-bbox", "FILE", "-").decode()
    left = {word: float(x) for x, word in re.findall(r'<word xMin="(.+?)" .*?>(.+?)</word>', boxes)}
    assert left["El"] == pytest.approx(28 * 72 / 25.4, abs=1)
    assert "expedien" not in left  # no word is torn


def test_a_story_of_forty_thousand_characters_flows_over_pages(
    renderer: PdfRenderer, read: Read
) -> None:
    story = "".join(f"第{number}次，我去窗口询问，工作人员说“材料不齐”。" for number in range(1700))
    assert len(story) > 40_000
    for block in (
        Paragraph(say(story)),
        Fields((("陈述", Sentence(story)), ("后记", Sentence("完")))),
    ):
        renderer.render(document(Title("一")))
        began = time.perf_counter()
        pdf = renderer.render(document(block))
        assert time.perf_counter() - began < 3
        pages = read(pdf)
        assert len(pages) > 25
        assert bare(story) in "".join(page.removeprefix("陈述") for page in pages)


def test_a_table_repeats_its_head_and_keeps_its_rows_whole(
    renderer: PdfRenderer, read: Read
) -> None:
    rows = tuple(
        say(str(number), f"第{number}条记载与事实不符，请予更正。") for number in range(120)
    )
    pages = read(renderer.render(document(Table(("序号", "说明"), rows, (1, 6)))))
    assert len(pages) > 3
    assert all(page.startswith("序号说明") for page in pages)
    said = "".join(page.removeprefix("序号说明") for page in pages)
    assert said == "".join(bare(cell.text) for row in rows for cell in row)


def test_the_last_row_of_a_table_has_company_on_its_page(renderer: PdfRenderer, read: Read) -> None:
    row = say("甲", "乙")
    for rows in range(28, 46):
        table = Table(("序号", "说明"), (row,) * rows, (1, 6))
        pages = read(renderer.render(document(table)))
        assert len(pages) == 1 or pages[-1].count("甲乙") > 1, rows
        assert "".join(pages).count("甲乙") == rows


def test_a_label_is_repeated_where_its_answer_runs_over(renderer: PdfRenderer, read: Read) -> None:
    pages = read(renderer.render(document(Fields((("事实与理由", Sentence("甲乙丙丁" * 600)),)))))
    assert len(pages) == 3
    assert all(page.startswith("事实与理由") for page in pages)


def test_a_signature_never_stands_alone_on_its_page(
    renderer: PdfRenderer, objection: Document, read: Read
) -> None:
    signature = _signature(objection)
    for lines in range(10, 24):
        blocks = (Paragraph(say("甲" * 26 + "乙" * 28 * (lines - 1))), signature)
        pages = read(renderer.render(replace(objection, blocks=blocks)))
        assert "乙乙乙" in pages[-1]
        assert "申请人（签名、捺印）" in pages[-1]


def test_two_who_sign_sign_on_the_same_page_each_above_the_own_note(
    renderer: PdfRenderer, objection: Document, read: Read
) -> None:
    applicant = replace(_signature(objection), note=say("申请人的说明"))
    agent = replace(applicant, label="代理人（签名）：", note=say("代理人的说明"))
    for lines in range(10, 24):
        blocks = (Paragraph(say("甲" * 26 + "乙" * 28 * (lines - 1))), applicant, agent)
        last = read(renderer.render(replace(objection, blocks=blocks)))[-1]
        places = [
            last.find(word) for word in ("乙乙", "申请人（", "申请人的", "代理人（", "代理人的")
        ]
        assert places == sorted(places)
        assert -1 not in places


def test_a_drawn_signature_is_lines_and_the_line_to_sign_on_stays(
    renderer: PdfRenderer, objection: Document
) -> None:
    signature = _signature(objection)
    unsigned = replace(signature, strokes=())
    drawn = _operators(renderer.render(replace(objection, blocks=(signature,))))
    empty = _operators(renderer.render(replace(objection, blocks=(unsigned,))))
    assert drawn.count("c") > 10
    assert empty.count("c") == 0
    assert drawn.count("S") - empty.count("S") == 6
    assert empty.count("S") == 1
    assert "Do" not in drawn


def test_an_exhibit_is_one_whole_page_with_the_very_jpeg(
    renderer: PdfRenderer, photo: bytes, read: Read
) -> None:
    exhibits = tuple(ExhibitPage(f"证据{number}", photo + bytes([number])) for number in range(3))
    pdf = renderer.render(replace(document(), blocks=(Title("一"), *exhibits, Title("二"))))
    assert read(pdf) == ["一", "证据0", "证据1", "证据2", "二"]
    with pikepdf.open(BytesIO(pdf)) as file:
        kept = [
            next(iter(page.get_images().values())).read_raw_bytes()
            for page in list(file.pages)[1:-1]
        ]
    assert kept == [exhibit.jpeg for exhibit in exhibits]


def test_a_heading_stays_with_what_it_heads(renderer: PdfRenderer, read: Read) -> None:
    for lines in range(17, 23):
        blocks = (
            Paragraph(say("甲" * 28 * lines)),
            Heading("一、", "标题"),
            Paragraph(say("乙" * 90)),
        )
        pages = read(renderer.render(replace(document(), blocks=blocks)))
        assert not pages[0].endswith("标题")


def test_a_heading_goes_with_the_words_that_go_with_a_signature(
    renderer: PdfRenderer, objection: Document, read: Read
) -> None:
    signature = _signature(objection)
    for lines in range(10, 20):
        blocks = (
            Paragraph(say("甲" * 26 + "乙" * 28 * (lines - 1))),
            Heading("一、", "标题"),
            Paragraph(say("丙" * (26 + 28 * 3))),
            signature,
        )
        pages = read(renderer.render(replace(objection, blocks=blocks)))
        assert not pages[0].endswith("标题")
        assert "丙丙" in pages[-1]


def test_spaces_at_the_end_of_what_was_typed_do_no_harm(renderer: PdfRenderer, read: Read) -> None:
    typed = "甲乙   \n  丙  \n\n   "
    (page,) = read(
        renderer.render(document(Title(typed), Paragraph(say(typed)), Items(say(typed))))
    )
    assert page == "甲乙丙甲乙丙1.甲乙丙"


def test_a_document_that_says_nothing_still_has_a_page(renderer: PdfRenderer, read: Read) -> None:
    assert read(renderer.render(document())) == [""]
    blocks = (Title(""), Paragraph(()), Fields(()), Items(()), Paragraph(say("")))
    assert read(renderer.render(document(*blocks))) == [""]


LETTERS = st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"])
SENTENCES = st.text(
    st.one_of(st.sampled_from("异议申请䶮𠮷，。“”（）〔〕——……áñ¿12 "), LETTERS),
    min_size=1,
    max_size=80,
).filter(lambda text: _is_left_to_right(text) and bool(text.strip()))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SENTENCES, min_size=1, max_size=6))
def test_whatever_the_faces_have_comes_back(
    renderer: PdfRenderer, read: Read, texts: list[str]
) -> None:
    missing = set(renderer.missing_characters("".join(texts)))
    known = ["".join(char for char in text if char not in missing) for text in texts]
    pdf = renderer.render(
        document(Paragraph(say(*known)), Items(say(*known)), Quotation("引", known[0]))
    )
    page = "".join(read(pdf))
    for text in known:
        assert bare(text) in page


def _operators(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return [str(step.operator) for step in pikepdf.parse_content_stream(file.pages[0])]


def _signature(document: Document) -> Signature:
    return next(block for block in document.blocks if isinstance(block, Signature))


def _is_left_to_right(text: str) -> bool:
    """Readers turn right-to-left text round; nothing here writes such."""
    return all(unicodedata.bidirectional(char) not in {"R", "AL", "AN"} for char in text)
