"""What a decision says of itself is found in its lines, however they were recognised."""

import pytest

from filingdesk.intake.decision import Line, found_in
from filingdesk.intake.numerals import number_in

DECISION = (
    "天津市西青区市场监督管理局",
    "行政处罚决定书",
    "津西市监罚〔2024〕第12号",
    "当事人：天津某某商贸有限公司",
    "统一社会信用代码：91110000600037341L",
    "2023年12月5日，本局接到举报。",
    "决定对当事人处以罚款人民币",
    "5,000元。",
    "天津市西青区市场监督管理局",
    "2024年3月2日",
)


def values(what: str, *lines: str) -> list[str]:
    found = found_in([Line(each, 0.9) for each in lines])
    return [each.value for each in found if each.what == what]


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("number", ["津西市监罚〔2024〕第12号"]),
        ("organ", ["天津市西青区市场监督管理局"]),
        ("day", ["2024-03-02", "2023-12-05"]),
        ("amount", ["5000.00"]),
        ("credit_code", ["91110000600037341L"]),
    ],
)
def test_a_whole_decision(what: str, expected: list[str]) -> None:
    assert values(what, *DECISION) == expected


def test_what_is_found_names_its_line_and_how_sure_the_reader_was() -> None:
    [found] = found_in([Line("津西市监罚〔2024〕12号", 0.73)])
    assert (found.line, found.confidence) == ("津西市监罚〔2024〕12号", 0.73)


@pytest.mark.parametrize(
    "written", ["[2024]", "【2024】", "（2024）", "(2024)", "「2024」", "〔 2024 〕"]
)
def test_brackets_are_made_right_however_they_were_read(written: str) -> None:
    assert values("number", f"沪市监黄处{written}88号") == ["沪市监黄处〔2024〕88号"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("二〇二四年三月二日", "2024-03-02"),
        ("二○二三年十二月三十一日", "2023-12-31"),
        ("二O二五年十月二十日", "2025-10-20"),
        ("2025 年 1 月 9 目", "2025-01-09"),
        ("2025年2月30日", None),
        ("2025年13月1日", None),
    ],
)
def test_days_in_digits_and_in_words(line: str, day: str | None) -> None:
    assert values("day", line) == ([day] if day else [])


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("罚款人民币伍佰元整", "500.00"),
        ("处罚款￥12，000.50元", "12000.50"),
        ("处以1.2万元罚款", "12000.00"),
        ("没收违法所得叁万贰仟元", "32000.00"),
        ("缴纳500元", None),
        ("罚款若干元", None),
    ],
)
def test_amounts_in_digits_and_in_words(line: str, amount: str | None) -> None:
    assert values("amount", line) == ([amount] if amount else [])


def test_a_code_counts_only_when_both_its_checks_hold() -> None:
    assert values("credit_code", "代码 9111OOOO6OOO3734lL") == []
    assert values("credit_code", "代码：9111OOOO6OOO37341L") == ["91110000600037341L"]
    assert values("credit_code", "代码：91110000600037341M") == []


def test_an_organ_that_is_only_named_is_not_the_one_that_decided() -> None:
    assert values("organ", "当事人可以向人民政府申请复议，也可以向法院起诉") == []
    assert values("organ", "天津市公安局行政处罚决定书") == ["天津市公安局"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十", 10),
        ("二十三", 23),
        ("壹万零伍佰", 10_500),
        ("九十", 90),
        ("31", 31),
        ("零", 0),
        ("甲", 0),
    ],
)
def test_numerals(text: str, number: int) -> None:
    assert number_in(text) == number


def test_nothing_is_found_where_nothing_stands() -> None:
    assert found_in([]) == ()
    assert found_in([Line("天气很好", 1.0)]) == ()
