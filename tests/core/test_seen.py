"""Pages against data: what runs over a page's end, what is missing, what nobody accounts for."""

import random

import pytest

from filingdesk.core import seen as module
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


def test_a_sign_that_could_not_be_printed_is_told_and_not_missed() -> None:
    """The desk warns, prints 〓 and signs; the authority's verifier once called that forged."""
    pages = [
        page(1, "姓名 张〓〓", "张〓〓请求核查。", "请核查并更正该记录，"),
        page(2, "由〓先生负责。"),
    ]
    said = ["姓名", "张𰻞\ue123", "张𰻞\ue123请求核查。", "请核查并更正该记录，由𰻞先生负责。"]
    found = seen(pages, said, FOOT)
    assert found.same
    assert found.unprinted == ("𰻞", "\ue123")
    assert not seen([page(1, "张〓〓"), page(2)], ["张𰻞"], FOOT).same


def test_what_is_printed_elsewhere_is_not_taken_for_unprintable() -> None:
    pages = [page(1, "姓名 张〓", "罚款九万元。"), page(2)]
    assert seen(pages, ["姓名 张𰻞", "罚款八万元。"], FOOT).missing == ("罚款八万元。",)
    found = seen(
        [page(1, "罚款〓万元。罚款八千元。"), page(2)], ["罚款八万元。", "罚款八千元。"], FOOT
    )
    assert found.missing == ("罚款八万元。",)


@pytest.mark.parametrize("sign", ["\u202e", "\u200d", "\u00ad", "\ufe01", "\u180b", "\U000e0101"])
def test_what_no_page_can_show_makes_no_difference(sign: str) -> None:
    pages = [page(1, "请求核查王小明的记录"), page(2)]
    assert seen(pages, [f"请求核查王{sign}小明的记录"], FOOT).same


def test_a_ligature_that_was_pasted_is_read_as_its_letters() -> None:
    assert seen(
        [page(1, "Ofﬁce of the Tiﬀany firm"), page(2)], ["Office of the Tiffany ﬁrm"], FOOT
    ).same


@pytest.mark.parametrize("size", [900, 1500, 4000])
def test_what_a_person_wrote_at_length_runs_over_pages_in_both_columns(size: int) -> None:
    """A long story in another language once made a page that said more than its data."""
    chance = random.Random(size)
    text = "".join(chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(size))
    parts = [text[:300], *(text[at : at + 700] for at in range(300, size, 700))]
    pages = [page(number, part, part) for number, part in enumerate(parts, 1)]
    pages[-1] = page(len(parts), parts[-1], parts[-1], "5.3 受到的影响", of=len(parts))
    assert seen(pages, [text, "受到的影响", "5.3"], FOOT).same
    forged = [*pages[:-1], page(len(parts), parts[-1], parts[-1][:-1], "5.3 受到的影响")]
    assert seen(forged, [text, "受到的影响", "5.3"], FOOT).unknown


def test_two_texts_that_begin_alike_are_not_taken_for_each_other() -> None:
    """One stands whole before the other, which runs over the page's end."""
    one, other = (
        "The decision was automated and harms me.",
        "The decision was automated alone and harms.",
    )
    pages = [
        page(1, "The decision was automated", "and harms me.", "3.4", "The decision was"),
        page(2, "automated", "alone and harms.", "5"),
    ]
    assert seen(pages, [one, other, "3.4", "5"], FOOT).same


def test_a_hostile_file_does_not_have_its_pieces_tried_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Signs that all look like the beginning of a text: each cut leads to as many others."""
    monkeypatch.setattr(module, "_TRIES", 20_000)
    text = "a" * 400 + "b"
    found = seen(["a " * 1200, "a " * 1200], [text], "")
    assert found.missing == (text,)


def test_the_end_of_one_name_and_the_beginning_of_another_are_no_third() -> None:
    """A list of files, each name over two lines of its cell, on both sides of a page's end."""
    names = [f"exhibit-02-{n:02}{rest}.jpg" for n in range(1, 9) for rest in ("", "-original")]
    lines = [part for name in names for part in (name[:13], name[13:])]
    assert seen([page(1, *lines[:14]), page(2, *lines[14:])], names, FOOT).same
