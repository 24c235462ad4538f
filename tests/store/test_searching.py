"""A clerk types a document number as it stands on the paper, or as the keyboard gives it."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filingdesk.store.cases import EncryptedStore
from tests.store.examples import case, signed

WORDS = ("津市监罚", "鲁环 罚字", "济公(治)行罚决", "（2023）津0104执", "A 区")
BRACKETS = ("〔〕", "[]", "［］", "()", "（）", "【】", "〈〉", "｛｝", "﹝﹞")
SPACES = ("", " ", "\u3000", "\u200b", "\t")


@st.composite
def notations(draw: st.DrawFn, word: str, year: int, number: int) -> str:
    """One number as somebody may write it."""
    brackets = draw(st.sampled_from(BRACKETS))
    pieces = [*word.replace(" ", ""), brackets[0], *str(year), brackets[1]]
    pieces += [draw(st.sampled_from(("", "第"))), *str(number), "号"]
    written = [draw(st.sampled_from(SPACES)) + _width(draw, piece) for piece in pieces]
    return "".join(written) + draw(st.sampled_from(SPACES))


def _width(draw: st.DrawFn, piece: str) -> str:
    """Half or full width, small or large."""
    if not (piece.isascii() and piece.isalnum()):
        return piece
    wide = chr(ord(piece) + 0xFEE0)
    assert unicodedata.normalize("NFKC", wide) == piece
    return draw(st.sampled_from((piece, wide, piece.lower(), piece.upper())))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_any_notation_of_a_number_finds_it(store: EncryptedStore, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(WORDS))
    year, number = data.draw(st.integers(1990, 2030)), data.draw(st.integers(1, 99_999))
    kept = data.draw(notations(word, year, number))
    typed = data.draw(notations(word, year, number))
    place = len(store.cases()) + 1
    store.open_case(case(place, document_number=kept), b"{}", signed())
    store.open_case(case(place + 1, document_number="川蓉罚〔1989〕7号"), b"{}", signed())
    found = {each.id for each in store.cases(typed)}
    assert f"c{place}" in found
    assert f"c{place + 1}" not in found
    assert store.case(f"c{place}").document_number == kept
    assert set(store.in_order(typed)) == {place_of(each) for each in found}


def place_of(id: str) -> int:
    return int(id[1:])


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("ＪＯＳÉ", ["c1"]),
        ("jose\u0301", ["c1"]),
        ("ｆｄ－７ｋ３ｍ－０００１", ["c1"]),
        ("行政 处罚", ["c1"]),
        ("发展（和）改革", []),
        ("12号津", []),
        ("异45号", ["c1"]),
    ],
)
def test_names_are_found_like_numbers(store: EncryptedStore, search: str, found: list[str]) -> None:
    numbers = "津市监罚〔2023〕12号\n（2026）津0104执异45号"
    store.open_case(case(1, person="José", document_number=numbers), b"{}", signed())
    assert [each.id for each in store.cases(search)] == found
