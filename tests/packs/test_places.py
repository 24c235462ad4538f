"""Lines are found for whatever TOML a clerk writes."""

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from filingdesk.packs.places import Path, lines_of

TOML = '''\
# [not.a.table]
name = "a # sign, [brackets] and {braces}"   # a comment
"quoted key" = 1.5
when = 2026-01-01 07:30:00
long = """
[[page]]
id = "not a page" \\""" ""
"""
raw = \'\'\'
x = 1
\'\'\'

[[page]]
id = "one"
next = [
    # the way on
    { to = "two", when = [{ question = "q", equals = "]" }] },
    { to = "three" },
]

[[page]]
id = "two"
words = ["a", "b",
    "c"]
[page.more]
deep.er = true
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("name",), 2),
        (("quoted key",), 3),
        (("when",), 4),
        (("long",), 5),
        (("raw",), 9),
        (("page",), 13),
        (("page", 0), 13),
        (("page", 0, "next"), 15),
        (("page", 0, "next", 0, "when", 0, "equals"), 17),
        (("page", 0, "next", 1, "to"), 18),
        (("page", 1), 21),
        (("page", 1, "words", 1), 23),
        (("page", 1, "words", 2), 24),
        (("page", 1, "more"), 25),
        (("page", 1, "more", "deep", "er"), 26),
    ],
)
def test_the_line_of_every_key_and_element(path: Path, line: int) -> None:
    tomllib.loads(TOML)
    assert lines_of(TOML)[path] == line


leaves = st.booleans() | st.integers(-9, 9) | st.text(max_size=9) | st.dates()
tables = st.dictionaries(
    st.from_regex(r"[a-z_-]{1,5}", fullmatch=True),
    st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.from_regex(r"[a-z]{1,4}", fullmatch=True), inner, max_size=3)
        ),
        max_leaves=5,
    ),
    max_size=4,
)


def paths_in(value: Any, path: Path = ()) -> set[Path]:
    below = (
        value.items()
        if isinstance(value, dict)
        else (enumerate(value) if isinstance(value, list) else ())
    )
    return {path}.union(*(paths_in(each, (*path, key)) for key, each in below))


@settings(max_examples=60, deadline=None)
@given(tables, st.booleans())
def test_every_key_that_toml_holds_has_its_line(table: dict[str, Any], multiline: bool) -> None:
    toml = tomli_w.dumps(table, multiline_strings=multiline)
    written = toml.split("\n")
    lines = lines_of(toml)
    for path in paths_in(table):
        key = next((each for each in reversed(path) if isinstance(each, str)), "")
        assert lines[path]
        if path and path[-1] == key:
            assert key in written[lines[path] - 1]
