"""Two marks in a row do not leave a hole in the line, and no line is left alone on a page."""

import pytest

from filingdesk.render.faces import chinese
from filingdesk.render.prose import Prose, split_at
from filingdesk.render.setting import Line, Style, set_lines
from filingdesk.render.spacing import advances, runs
from filingdesk.resources import fonts


def text_of(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("甲）”，乙", [1, 0.5, 0.5, 1, 1]),
        ("甲：“《乙", [1, 0.5, 0.5, 1, 1]),
        ("甲》（乙", [1, 0.5, 1, 1]),
        ("甲，乙", [1, 1, 1]),
        ("甲……乙", [1, 1, 1, 1]),
    ],
)
def test_marks_in_a_row_share_the_empty_half_between_them(text: str, ems: list[float]) -> None:
    assert advances(text, chinese(fonts())) == ems


def test_a_run_ends_where_the_face_changes_or_marks_come_close() -> None:
    cut = [(text, tight) for _, text, tight in runs("我𠮷野）。好", chinese(fonts()))]
    assert cut == [("我", False), ("𠮷", False), ("野", False), ("）", True), ("。好", False)]
    assert list(runs("", chinese(fonts()))) == []


def test_a_justified_line_ends_at_the_margin_and_the_last_does_not() -> None:
    style = Style(chinese(fonts()), 10, 15, "justify")
    first, last = set_lines("一二三四五，六七八", style, 56)
    assert (text_of(first), text_of(last)) == ("一二三四", "五，六七八")
    assert first.spacing == 0  # so loose a line would look torn
    first, last = set_lines("一二三四五六七八九十", style, 96)
    assert text_of(first) == "一二三四五六七八九"
    assert 90 + 8 * first.spacing == pytest.approx(96, abs=0.01)
    assert last.spacing == 0


def test_words_in_letters_are_not_drawn_apart_in_a_chinese_letter() -> None:
    style = Style(chinese(fonts()), 10, 15, "justify")
    lines = set_lines("Vale el texto chino de la izquierda.", style, 96)
    assert len(lines) > 1
    assert [line.spacing for line in lines] == [0] * len(lines)


def test_a_title_of_two_lines_is_balanced_and_centred() -> None:
    style = Style(chinese(fonts()), 10, 15, "centre")
    lines = set_lines("关于请求更正公共信用信息的申请书", style, 150)
    assert [len(text_of(line)) for line in lines] == [8, 8]
    assert [line.x for line in lines] == [35, 35]


def test_no_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    assert [split_at(5, room) for room in range(7)] == [0, 0, 2, 3, 3, 3, 3]
    assert split_at(3, 2) == 0
    style = Style(chinese(fonts()), 10, 15)
    prose = Prose(set_lines("甲" * 25, style, 50), style, 50)
    head, tail = prose.split(50, 61)
    assert [len(head.lines), len(tail.lines)] == [3, 2]
    assert prose.split(50, 29) == []
