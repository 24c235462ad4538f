"""A line ends where a reader of Chinese, of Spanish or of both would end it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingdesk.render.lines import CLOSING, OPENING, breaks, fill

MIXED = st.text(
    st.sampled_from(
        "中文字信用的一二三，。、；：？！…—”’》〉（“《〔〕·１２ab12 -3号年cñé.,:;!?()'\"/%¥"
    ),
    max_size=120,
)


def set_in(text: str, characters: float) -> list[str]:
    """The lines of a text in a column so many ideographs wide; Latin letters take half."""
    widths = [1.0 if char > "\u2000" else 0.5 for char in text]
    return [text[start:end] for start, end in fill(text, widths, characters, characters)]


def test_no_line_of_a_chinese_text_begins_with_what_closes_or_ends_with_what_opens() -> None:
    text = (
        "他说：“我已经缴清罚款（见证据二）！”为什么仍显示‘未履行’？依照《信用修复管理办法》、〔2023〕"
        "12号决定书……以及——如果需要——《市场监督管理信用修复管理办法》；请予更正。"
    )
    for width in range(5, 40):
        lines = set_in(text, width)
        assert "".join(lines) == text
        assert not [line for line in lines[1:] if line[0] in CLOSING]
        assert not [line for line in lines[:-1] if line[-1] in OPENING]


def test_dashes_and_ellipses_stay_whole() -> None:
    assert set_in("一二三四五——六", 6) == ["一二三四", "五——六"]
    assert set_in("一二三四五……六", 6) == ["一二三四", "五……六"]


def test_the_number_of_a_decision_keeps_its_tail_together() -> None:
    assert set_in("决定书文号为津市监罚〔2023〕12号，罚款", 13) == [
        "决定书文号为津市监罚",
        "〔2023〕12号，罚款",
    ]
    assert set_in("见津市场监管滨罚〔2023〕3-45号", 13) == ["见津市场监管滨罚", "〔2023〕3-45号"]
    assert set_in("天津法院（2023）津0104执123号裁定", 11) == [
        "天津法院",
        "（2023）津0104执123号",
        "裁定",
    ]


def test_a_figure_keeps_its_unit_and_a_date_parts_only_between_units() -> None:
    assert set_in("作出日期为2023年3月15日。", 8) == ["作出日期为2023年", "3月15日。"]
    assert set_in("作出日期为2023年3月15日。", 6) == ["作出日期为", "2023年3月", "15日。"]
    assert set_in("依照办法第36条", 6) == ["依照办法", "第36条"]


def test_words_amounts_and_telephone_numbers_are_not_torn() -> None:
    assert set_in("缴纳人民币5,000.00元整", 6) == ["缴纳人民币", "5,000.00元整"]
    assert set_in("请致电022-27123456咨询", 8) == ["请致电", "022-27123456咨询"]
    assert set_in("网站Credit China查询", 6) == ["网站Credit ", "China查询"]


def test_no_line_ends_with_a_hyphen_because_readers_of_pdf_would_drop_it() -> None:
    for text in (
        "凭证号1201-2023-0328号、A-中",
        "el físico-químico de Castilla-La Mancha",
        "a - b - c",
    ):
        for width in range(8, 20):
            lines = set_in(text, width)
            assert not [line for line in lines[:-1] if line.rstrip().endswith("-")]


def test_spanish_breaks_between_words_and_opens_its_asides_and_questions_on_the_new_line() -> None:
    text = "Consulté mi expediente —¿quién lo diría?— y vi «otra» multa (la del 12/03) de 5,00 €."
    lines = set_in(text, 12)
    assert "".join(lines) == text
    assert all(line.endswith(" ") for line in lines[:-1])
    assert set_in("expediente —¿quién", 7) == ["expediente ", "—¿quién"]


def test_a_word_wider_than_the_line_is_cut_where_the_line_is_full() -> None:
    assert set_in("a" * 25, 5) == ["a" * 10, "a" * 10, "a" * 5]
    assert set_in("。" * 7, 3) == ["。。。", "。。。", "。"]


@given(MIXED, st.integers(min_value=4, max_value=30))
def test_lines_fit_lose_nothing_and_end_where_they_may_unless_one_piece_fills_them(
    text: str, width: int
) -> None:
    widths = [1.0 if char > "\u2000" else 0.5 for char in text]
    spans = list(fill(text, widths, width, width))
    allowed = list(breaks(text))
    assert "".join(text[start:end] for start, end in spans) == text
    for start, end in spans:
        said = text[start:end].rstrip(" ")
        assert sum(widths[start : start + len(said)]) <= width
    for (start, end), (following, _) in pairwise(spans):
        assert end == following
        assert end in allowed or not any(start < place < end for place in allowed)


@pytest.mark.parametrize(
    "marked",
    [
        "我|于|2026年|4月|20日|查|询",
        "我|于|2026 年 |4 月 |20 日|查|询",
        "依|照|《行|政|处|罚|法》|第28条|第1款|规|定",
        "依|照|《信|用|修|复|管|理|办|法》|（国|家|发|展|改|革|委|令|第36号）|办|理",
        "津|市|监|罚|〔2023〕12号|决|定",
        "处|罚|款|人|民|币|5,000.00元，|约|合|US$700.50",
        "占|12.5%，|升|0.3‰；|零|下|5℃",
        "面|积|36米、|重|3.5吨、|2倍、|第3笔、|15位|数|字",
        "电|话|022-27123456，|或|010-88886666|转|3",
        "见|https://|www.creditchina.gov.cn/|xyxx/|detail?id=12&t=3|网|页",
        "发|到|office@credit.example.cn|邮|箱",
        "在|“信|用|中|国|（天|津）”|网|站",
        "使|用|App|或|者|Credit |China|查|询",
        "证|据|一　|决|定|书",
        "他|说：|“不|齐！”——|然|后|走|了……|还|有",
        "阿|依|古|丽·|买|买|提|与|O’Brien、|Castilla-La |Mancha",
        "Pagué |5.000,00 |€ |el |12/03/2023, |¿no?",
        "the |word |“record” |(see |1.2) |is |wrong",
    ],
)
def test_a_line_ends_only_where_unicode_and_the_chinese_rules_let_it(marked: str) -> None:
    """UAX #14, each | a place where a line may end; stricter for numbers, hyphens and dashes."""
    text = marked.replace("|", "")
    places, length = [], 0
    for part in marked.split("|")[:-1]:
        length += len(part)
        places.append(length)
    assert list(breaks(text)) == places
