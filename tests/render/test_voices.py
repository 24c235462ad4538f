"""Every part of a text is read in its language, and set in the faces for it."""

import pytest

from filingdesk.render.voices import voices


@pytest.mark.parametrize(
    ("text", "language", "around", "parts"),
    [
        ("请予更正。", "", "zh-CN", [("请予更正。", "")]),
        ("请予更正。", "zh-CN", "zh-CN", [("请予更正。", "")]),
        ("请予更正。", "zh-CN", "zh-TW", [("请予更正。", "zh-CN")]),
        ("Corríjanlo.", "es", "zh-CN", [("Corríjanlo.", "es")]),
        ("Corríjanlo.", "es", "es-ES", [("Corríjanlo.", "")]),
        ("使用 App 查询", "", "zh-CN", [("使用 App 查询", "")]),
        ("la decisión 津市监罚〔2023〕12号; la multa", "", "es-ES", [
            ("la decisión ", ""), ("津市监罚〔2023〕12号", "zh"), ("; la multa", "")
        ]),
        ("5.000,00 ¥", "", "es", [("5.000,00 ¥", "")]),
        ("我去过 Credit China 网站", "und", "zh-CN", [("我去过 Credit China 网站", "")]),
        ("I never signed it.", "und", "zh-CN", [("I never signed it.", "und")]),
        ("2023-03-15", "und", "zh-CN", [("2023-03-15", "")]),
        ("dijo 没有", "und", "es", [("dijo ", "und"), ("没有", "zh")]),
        ("", "", "es", []),
    ],
)  # fmt: skip
def test_a_text_parts_where_its_language_changes(
    text: str, language: str, around: str, parts: list[tuple[str, str]]
) -> None:
    assert list(voices(text, language, around)) == parts
