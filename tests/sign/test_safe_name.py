"""A name from a foreign file must be a name and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingdesk.sign.safe_name import safe_name


@pytest.mark.parametrize(
    ("untrusted", "safe"),
    [
        ("决定书.pdf", "决定书.pdf"),
        ("阿卜杜拉·买买提.jpg", "阿卜杜拉·买买提.jpg"),
        ("../../x.pdf", "x.pdf"),
        ("a\\b\\c.txt", "c.txt"),
        (".hidden", "hidden"),
        ("dots...", "dots"),
        ("a\0b\nc.txt", "abc.txt"),
        ("fdp.\u202egpj", "fdp.gpj"),
        ('a<b>:"c|?*.txt', "a_b___c___.txt"),
        ("", "file"),
        ("...", "file"),
        ("NUL", "_NUL"),
        ("com1.log", "_com1.log"),
        ("政" * 300 + ".jpeg", "政" * 65 + ".jpeg"),
    ],
)
def test_what_is_safe_stays_and_the_rest_goes(untrusted: str, safe: str) -> None:
    assert safe_name(untrusted) == safe


def test_names_that_a_stick_would_take_for_one_are_numbered() -> None:
    assert safe_name("A.txt", {"a.txt"}) == "A (2).txt"
    assert safe_name("a.txt", {"a.txt", "A (2).txt"}) == "a (3).txt"


@given(st.text(), st.lists(st.text()))
def test_whatever_it_is_it_can_be_written_into_a_folder_and_is_new(
    untrusted: str, before: list[str]
) -> None:
    taken: list[str] = []
    for each in (*before, untrusted):
        name = safe_name(each, taken)
        assert Path(name).name == name
        assert name not in {"", ".", ".."}
        assert len(name.encode()) <= 255
        assert name.casefold() not in {other.casefold() for other in taken}
        taken.append(name)
