"""Pages against data: what runs over a page's end, what is missing, what nobody accounts for."""

import pytest

from filingdesk.core.seen import seen

FOOT = "FD-2345-6789-A cn-tianjin 2026.11.3"
ASKED = "请核查并更正该记录，将结果书面告知申请人。"
LONG = "Retirar la información publicada, explicar los motivos y comunicar la anulación."


def page(number: int, *lines: str, of: int = 2) -> str:
    return "\r\n".join((*lines, f"— {number} —", f"{FOOT} {number} / {of}"))


def test_lines_cells_and_numbers_make_no_difference() -> None:
    pages = [page(1, "公共信用信息异议申请书", "请核查并更正该记录，将结", "果书面告知申请人。 4")]
    assert seen(pages, ["公共信用信息异议申请书", ASKED, "4"], FOOT).same


def test_a_text_runs_over_the_end_of_a_page_beside_another() -> None:
    pages = [
        page(1, "请核查并更正该记录，", "Retirar la información", "publicada,"),
        page(2, "将结果书面告知申请人。", "explicar los motivos y", "comunicar la anulación."),
    ]
    assert seen(pages, [ASKED, LONG], FOOT).same


def test_own_words_run_over_the_end_of_a_page_in_the_columns_of_both_languages() -> None:
    pages = [
        page(1, "请核查并更正该记录，", "请核查并更正该记录，"),
        page(2, "将结果书面告知申请人。", "将结果书面告知申请人。"),
    ]
    assert seen(pages, [ASKED], FOOT).same
    three = [
        *pages[:1],
        page(2, "将结果书面告知申请人。", "将结果书面告知申请人", "。另赔一万元。"),
    ]
    assert seen(three, [ASKED], FOOT).unknown == ("另赔一万元。",)


def test_a_day_that_is_not_parted_leaves_a_short_line_before_it() -> None:
    pages = [page(1, "知道决定的日期：申请人于"), page(2, "2026年10月16日知道该行政处罚决定。")]
    said = ["知道决定的日期：", "申请人于2026年10月16日知道该行政处罚决定。", "2", "10", "16"]
    assert seen(pages, said, FOOT).same


def test_what_begins_like_a_text_that_runs_over_the_next_page_is_not_taken_for_it() -> None:
    title = "关于责令限期改正的行政处罚决定书"
    first, second = f"申请人认为“{title}”不准确。", f"“{title}”由某市市场监督管理局提供，现予更正。"
    pages = [
        page(1, "申请人认为“关于责令限期改正的", "行政处罚决定书”不准确。", of=3),
        page(2, "“关于责令限期改正的", "行政处罚决定书”由某市", of=3),
        page(3, "市场监督管理局提供，现予更正。", of=3),
    ]
    assert seen(pages, [first, second], FOOT).same


def test_a_text_may_fill_a_whole_page() -> None:
    text = "".join(chr(0x4E00 + number) for number in range(500))
    pages = [
        page(1, text[:100], of=3),
        page(2, *(text[at : at + 50] for at in range(100, 400, 50)), of=3),
        page(3, text[400:], of=3),
    ]
    assert seen(pages, [text], FOOT).same


def test_a_text_that_is_whole_elsewhere_may_run_over_as_well() -> None:
    pages = [page(1, ASKED, "请核查并更正该记录，"), page(2, "将结果书面告知申请人。", LONG)]
    assert seen(pages, [ASKED, LONG], FOOT).same


def test_numbers_like_those_of_pages_are_read() -> None:
    assert seen([page(1, "文书号 3/45，— 7 — 号")], ["文书号3/45，—7—号"], FOOT).same


def test_a_hyphen_at_the_end_of_a_line_is_one() -> None:
    assert seen([page(1, "FD-2345\ufffe\r\n6789-A 为准")], ["FD-2345-6789-A 为准"], FOOT).same


@pytest.mark.parametrize(
    ("said", "missing", "unknown"),
    [
        ([ASKED, "并赔偿损失一万元。"], (), ("并赔偿损失一万元。",)),
        ([ASKED[:-6]], (ASKED,), (ASKED[:-6],)),
        ([], (ASKED,), ()),
    ],
)
def test_what_differs_is_told(
    said: list[str], missing: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    found = seen([page(1, *said), page(2)], [ASKED], FOOT)
    assert (found.missing, found.unknown) == (missing, unknown)
    assert not found.same
    assert ASKED not in repr(found)
