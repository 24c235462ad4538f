"""A reference number is read out over a telephone, and misheard."""

import random

from hypothesis import given
from hypothesis import strategies as st

from filingdesk.core.reference import ALPHABET, is_reference, new_reference

below = random.Random(7).randrange


def test_a_reference_has_no_look_alikes() -> None:
    for _ in range(200):
        reference = new_reference(below)
        assert is_reference(reference)
        assert not set(reference.removeprefix("FD-")) & set("01IOQZ")


def test_case_spaces_and_dashes_do_not_matter() -> None:
    reference = new_reference(below)
    assert is_reference(reference.lower().replace("-", " "))


@given(st.integers(0, 8), st.sampled_from(ALPHABET))
def test_one_wrong_sign_never_passes(place: int, sign: str) -> None:
    good = new_reference(below).removeprefix("FD-").replace("-", "")
    wrong = good[:place] + sign + good[place + 1 :]
    assert is_reference(wrong) == (wrong == good)


def test_neighbours_in_the_wrong_order_are_nearly_always_noticed() -> None:
    swaps = missed = 0
    for _ in range(2000):
        good = new_reference(below).removeprefix("FD-").replace("-", "")
        for place in range(8):
            swapped = good[:place] + good[place + 1] + good[place] + good[place + 2 :]
            swaps += swapped != good
            missed += swapped != good and is_reference(swapped)
    assert missed / swaps < 0.005


def test_junk_is_no_reference() -> None:
    for junk in ("", "FD", "FD-0000-0000-0", "FD-2222-2222", "案件一"):
        assert not is_reference(junk)
