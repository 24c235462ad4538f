"""Words of a pack stand in a sentence, or by themselves."""

import pytest

from filingdesk.words.catalogue import alone


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the three-year rule", "The three-year rule"),
        ("única", "Única"),
        ("《条例》第三十八条", "《条例》第三十八条"),
        ("", ""),
    ],
)
def test_what_stands_by_itself_begins_with_a_capital(text: str, said: str) -> None:
    assert alone(text) == said
