"""How a source is named: title marks are for titles, and for nothing else."""

from filingdesk.core.law import Citation


def test_a_law_stands_in_title_marks_and_what_is_only_described_does_not() -> None:
    law = Citation("征信业管理条例", "第十六条第一款")
    page = Citation("中国人民银行2025年12月22日关于一次性信用修复的安排", titled=False)
    assert law.named() == "《征信业管理条例》第十六条第一款"
    assert page.named() == "中国人民银行2025年12月22日关于一次性信用修复的安排"


def test_what_is_known_of_a_law_stands_after_its_title() -> None:
    rules = Citation("征信投诉办理规程", number="2024年4月15日起施行")
    english = {rules.law: "Procedure for complaints", rules.number: "in force from 15 April 2024"}
    assert rules.named() == "《征信投诉办理规程》（2024年4月15日起施行）"
    assert rules.named(english.__getitem__) == (
        "《Procedure for complaints》（in force from 15 April 2024）"
    )
