"""What was typed comes back as it was typed, whatever it was."""

from dataclasses import fields
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingdesk.core.answers import (
    Answers,
    AttachedFile,
    Difference,
    MaterialAnswer,
    MaterialState,
    PageEdit,
    Taken,
)
from filingdesk.store.codec import answers_in, answers_out
from tests.store.examples import NAME, answers, draft

short = st.text(max_size=20)
thousandths = st.integers(0, 1000)
places = st.floats(-90, 90)
rows = st.builds(AttachedFile, short, st.integers(0), short, st.integers(0))
edits = st.builds(
    PageEdit,
    short,
    st.integers(0),
    st.sampled_from([0, 90, 180, 270]),
    st.tuples(*[thousandths] * 4),
)
files = st.builds(
    AttachedFile,
    short,
    st.integers(0),
    short,
    st.integers(0),
    st.lists(edits, max_size=2).map(tuple),
    st.lists(rows, max_size=2).map(tuple),
    short,
    short,
    st.none() | st.builds(Taken, short, places, places) | st.builds(Taken, short),
    st.booleans(),
    st.integers(0),
)
values = st.one_of(
    st.text(),
    st.lists(st.text(min_size=1, max_size=9), max_size=5).map(tuple),
    st.lists(st.builds(Difference, short, short, short), min_size=1, max_size=4).map(tuple),
    st.lists(
        st.builds(
            MaterialAnswer,
            short,
            st.sampled_from(MaterialState),
            st.lists(files, max_size=3).map(tuple),
            short,
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
)


@given(st.dictionaries(short, values, max_size=5))
def test_answers_come_back_as_they_were_said(said: dict[str, object]) -> None:
    kept = Answers(MappingProxyType(said))  # type: ignore[arg-type]
    assert answers_in(answers_out(kept)) == kept
    assert list(answers_in(answers_out(kept)).values) == list(said)


@pytest.mark.parametrize(
    "typed", ["2026-02-30", " 1\t", "\x00\x1b", "\ud83d", "𠮷\U0010ffff", '{"chosen": []}', "null"]
)
def test_what_is_no_answer_stays_what_was_typed(typed: str) -> None:
    kept = answers(learned_on=typed, difference=(Difference(typed, "", typed),))
    assert answers_in(answers_out(kept)) == kept


@pytest.mark.parametrize("text", ['{"name": {"secret": []}}', '{"name": {}}', '{"name": [', "["])
def test_what_we_did_not_write_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"^(?!.*secret)"):
        answers_in(text)


def test_the_example_says_something_in_every_field_of_a_draft() -> None:
    """So that a field the store forgets is missed by the stories."""
    example = draft()
    assert all(getattr(example, each.name) != each.default for each in fields(example))


def test_neither_answers_nor_drafts_show_what_was_said() -> None:
    assert NAME not in repr(answers()) + repr(draft())


def test_a_file_of_an_older_store_has_nothing_but_its_pages() -> None:
    said_of_it = '{"material": "id", "state": "attached", "files": [["f", 2, "ab", 9]]}'
    old = f'{{"m": {{"materials": [{said_of_it}]}}}}'
    [said] = answers_in(old).materials("m")
    assert said.files == (AttachedFile("f", 2, "ab", 9),)
    assert answers_out(answers_in(old)) == old
