"""The square code: 80 bytes that come back from a text, and fit one filing and one key."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingdesk.core.reference import ALPHABET, new_reference
from filingdesk.sign.papercode import CodeKey, is_signed, new_key, read_code

KEY = CodeKey(new_key())
DIGEST = sha256(b"a filing").digest()
BODIES = st.lists(st.integers(0, len(ALPHABET) - 1), min_size=8, max_size=8)


@given(BODIES, st.binary(min_size=32, max_size=32))
def test_a_code_names_its_filing_and_its_key(signs: list[int], digest: bytes) -> None:
    left = iter(signs)
    reference = new_reference(lambda _below: next(left))
    code = KEY.code(reference, digest)
    read = read_code(f"{code}\n")
    assert len(code) == 120
    assert read is not None
    assert read.reference == reference
    assert is_signed(read, digest, KEY.public)


def test_another_filing_another_key_and_another_reference_do_not_fit() -> None:
    read = read_code(KEY.code("FD-7K3M-9PXA-M", DIGEST))
    assert read is not None
    assert not is_signed(read, sha256(b"another").digest(), KEY.public)
    assert not is_signed(read, DIGEST, CodeKey(new_key()).public)
    assert not is_signed(read, DIGEST, "no key")


@pytest.mark.parametrize("text", ["", "HELLO", "https://example.org", "FD-7K3M", "汉字", "%" * 120])
def test_what_is_no_code_of_ours_is_none(text: str) -> None:
    assert read_code(text) is None


@given(st.text())
def test_whatever_a_scanner_reads_nothing_falls(text: str) -> None:
    assert read_code(text) is None or len(text.strip("\r\n")) == 120
