"""The recovery code survives paper, telephones and tired people."""

import pytest

from filingdesk.core.reference import ALPHABET
from filingdesk.store import recovery


def test_a_code_has_five_groups_without_look_alikes_and_never_comes_twice() -> None:
    codes = {recovery.new_code() for _ in range(100)}
    assert len(codes) == 100
    for code in codes:
        assert [len(group) for group in code.split("-")] == [5, 5, 5, 5, 5]
        assert set(code) <= set(ALPHABET) | {"-"}
        assert not set("01IOQZ") & set(code)
        assert recovery.is_code(code)


def test_case_spaces_dashes_and_wide_letters_do_not_matter() -> None:
    code = recovery.new_code()
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
    for typed in (
        code.lower(),
        code.replace("-", ""),
        f"  {code.replace('-', ' ')}\n",
        code.replace("-", "–"),
        wide,
    ):
        assert recovery.is_code(typed)
        assert recovery.bare(typed) == recovery.bare(code)


def test_every_single_wrong_sign_is_noticed() -> None:
    for _ in range(5):
        signs = recovery.bare(recovery.new_code())
        for at, right in enumerate(signs):
            for wrong in ALPHABET.replace(right, ""):
                typed = signs[:at] + wrong + signs[at + 1 :]
                assert not recovery.is_code(typed)


def test_two_neighbours_in_the_wrong_order_are_noticed_nearly_always() -> None:
    """The check sign lets 1 swap in 435 pass; those are told as a wrong code."""
    swapped = unnoticed = 0
    for _ in range(200):
        signs = recovery.bare(recovery.new_code())
        for at in range(len(signs) - 1):
            typed = signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :]
            swapped += typed != signs
            unnoticed += typed != signs and recovery.is_code(typed)
    assert unnoticed < swapped / 100


def test_a_sign_too_few_or_too_many_still_looks_like_a_code() -> None:
    code = "LGNYA-4WFV4-5JVBJ-3T5JY-8TJ8N"
    assert recovery.is_code(code)
    for typed in (code[:-1], code + "7", code.replace("Y", "Z"), code.replace("J", "1")):
        assert not recovery.is_code(typed)
        assert recovery.looks_like_code(typed)


@pytest.mark.parametrize(
    "passphrase", ["correct horse battery staple", "我的狗有四条腿", "", "x" * 25]
)
def test_a_passphrase_does_not_look_like_a_code(passphrase: str) -> None:
    assert not recovery.looks_like_code(passphrase)


def test_a_code_is_shown_when_meant_and_hidden_by_its_repr() -> None:
    code = recovery.new_code()
    assert f"{code}" == str(code)
    assert code[:5] not in repr([code])
