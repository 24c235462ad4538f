"""A person brings a plain text: it comes in as pages that one can read."""

import pytest
from PIL import Image

from filingdesk.intake.read import SafeIntake
from tests.intake.making import seen

TEXT = "行政处罚决定书\n罚款 500 yuan\n"


def ink(image: Image.Image) -> int:
    """How many pixels are dark."""
    return sum(image.convert("L").histogram()[:100])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_whatever_wrote_it_the_page_is_the_same(encoding: str) -> None:
    safe = SafeIntake().read(TEXT.encode(encoding))
    assert safe.ending == "txt"
    assert safe.pages == SafeIntake().read(TEXT.encode()).pages
    assert seen(safe).size == (1240, 1754)
    assert ink(seen(safe)) > 1000


def test_it_flows_over_as_many_pages_as_it_needs() -> None:
    safe = SafeIntake().read("第一行\n".encode() * 100)
    assert len(safe.pages) == 3
    assert ink(seen(safe, 0)) > ink(seen(safe, 2)) > 500
    assert len(SafeIntake().read(b"one\ftwo\fthree").pages) == 3


def test_a_long_line_goes_on_below_and_nothing_runs_off_the_page() -> None:
    image = seen(SafeIntake().read("决定 decision ".encode() * 60)).convert("L")
    assert ink(image.crop((0, 0, 110, 1754))) == ink(image.crop((1125, 0, 1240, 1754))) == 0
    assert ink(image.crop((118, 250, 1122, 400))) > 500


def test_a_rare_character_is_printed_and_one_without_a_glyph_is_marked() -> None:
    rare, square = SafeIntake().read("𠮷".encode()), SafeIntake().read("〓".encode())
    assert ink(seen(rare)) > 50
    assert rare.pages != square.pages
    assert SafeIntake().read("\ufdd0".encode()).pages == square.pages


def test_marks_that_turn_or_hide_text_do_not_work() -> None:
    plain = SafeIntake().read(b"500 yuan").pages
    assert SafeIntake().read("\u202e5\u200b00 yu\u2066an".encode()).pages == plain
