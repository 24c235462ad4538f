"""A person turns and cuts a page: what is shown changes, what is kept does not."""

import pytest
from PIL import Image

from filingdesk.core.answers import PageEdit
from filingdesk.core.ports import SafeFile
from filingdesk.intake.read import SafeIntake
from tests.intake.making import encoded, quarters, seen
from tests.intake.test_photos import BLUE, GREEN, RED, WHITE, corners

PAGE = encoded(quarters(), "JPEG", quality=95)


def shown(turn: int = 0, crop: tuple[int, int, int, int] = (0, 0, 1000, 1000)) -> Image.Image:
    return seen(SafeFile((SafeIntake().edit(PAGE, PageEdit("f", 0, turn, crop)),), "", 0))


def test_a_page_that_nobody_changed_is_the_same_to_the_byte() -> None:
    assert SafeIntake().edit(PAGE, PageEdit("f", 0)) is PAGE


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (90, [BLUE, RED, WHITE, GREEN]),
        (180, [WHITE, BLUE, GREEN, RED]),
        (270, [GREEN, WHITE, RED, BLUE]),
    ],
)
def test_it_is_turned_clockwise(turn: int, expected: list[tuple[int, ...]]) -> None:
    image = shown(turn)
    assert corners(image) == expected
    assert image.size == ((200, 400) if turn != 180 else (400, 200))


def test_it_is_turned_first_and_then_cut() -> None:
    image = shown(90, (500, 0, 1000, 500))
    assert image.size == (100, 200)
    assert corners(image) == [RED] * 4


def test_the_smallest_part_is_still_a_picture() -> None:
    assert shown(0, (999, 999, 1000, 1000)).size == (1, 1)


def test_the_same_change_gives_the_same_bytes() -> None:
    edit = PageEdit("f", 0, 90, (100, 100, 900, 900))
    assert SafeIntake().edit(PAGE, edit) == SafeIntake().edit(PAGE, edit)
