"""A document read aloud: every word, in order, without a page."""

from filingdesk.core.document import Document, Fields, Heading, Paragraph, Sentence, Table
from filingdesk.render.text import as_text, joined
from tests.render.conftest import say


def test_an_objection_reads_from_title_to_exhibit(objection: Document) -> None:
    text = as_text(objection)
    assert text.startswith("公共信用信息异议申请书\n\n申请人：𠮷野䶮\n证件类型及号码：")
    assert "一、记载与事实对照\n\n序号：1\n项目：履行状态\n网站记载：未履行\n" in text
    assert "1. 更正上述信息中的姓名和履行状态；\n2. 停止公示" in text
    assert "申请人（签名、捺印）：\n日期：2026年4月22日\n" in text
    assert text.endswith("证据一　行政处罚决定书（第1页，共1页）\n")


def test_a_copy_in_another_language_puts_spaces_between_sentences(
    copy_in_spanish: Document,
) -> None:
    assert "a los hechos. El número" in as_text(copy_in_spanish)
    rows = Fields((("Name", Sentence("Li Na")),))
    table = Table(("Item", "Record"), (say("Fine", "not paid"),), (1, 1))
    english = Document("t", "en", "", "", (Heading("1.", "Facts"), rows, table))
    assert as_text(english) == "1. Facts\n\nName: Li Na\n\nItem: Fine\nRecord: not paid\n"


def test_sentences_in_chinese_stand_close_but_latin_words_do_not_run_together() -> None:
    assert joined(say("甲。", "乙。"), latin=False) == "甲。乙。"
    assert joined(say("甲。", "ABC."), latin=False) == "甲。ABC."
    assert joined(say("See Order 36.", "It applies."), latin=False) == "See Order 36. It applies."
    assert (
        as_text(Document("t", "zh-CN", "", "", (Paragraph(say("甲。", "乙。")),))) == "甲。乙。\n"
    )
