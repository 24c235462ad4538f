"""The reading process may have been taken over: what it says is not believed."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filingdesk.core.answers import Taken
from filingdesk.intake.frames import (
    REFUSALS,
    Pixels,
    Refused,
    read_frames,
    write_end,
    write_page,
    write_refusal,
    write_taken,
)
from filingdesk.intake.limits import LONGEST_SIDE, MOST_PAGES

PAGE = Pixels("RGB", 3, 2, bytes(range(18)))
GREY = Pixels("L", 2, 2, b"abcd")


TAKEN = Taken("2026-03-02T10:20:30+08:00", -33.5, 151.25)


def told(*writers: Callable[[BytesIO], None]) -> bytes:
    stream = BytesIO()
    for write in writers:
        write(stream)
    return stream.getvalue()


def refused(content: bytes) -> str:
    with pytest.raises(Refused) as problem:
        list(read_frames(BytesIO(content)))
    return str(problem.value)


def page(pixels: Pixels) -> Callable[[BytesIO], None]:
    return lambda stream: write_page(stream, pixels)


def test_pages_arrive_as_they_were_sent() -> None:
    content = told(page(PAGE), page(GREY), write_end)
    assert list(read_frames(BytesIO(content))) == [PAGE, GREY]


@pytest.mark.parametrize("taken", [TAKEN, Taken("2026-03-02T10:20:30"), Taken("", 0.0, 0.0)])
def test_when_and_where_arrive_before_the_page(taken: Taken) -> None:
    content = told(lambda stream: write_taken(stream, taken), page(PAGE), write_end)
    assert list(read_frames(BytesIO(content))) == [taken, PAGE]


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_arrives(code: str) -> None:
    assert refused(told(page(PAGE), lambda stream: write_refusal(stream, code))) == code


def test_pages_without_end_are_not_taken() -> None:
    most = [page(GREY)] * MOST_PAGES
    assert len(list(read_frames(BytesIO(told(*most, write_end))))) == MOST_PAGES
    assert refused(told(*most, page(GREY), write_end)) == "file-too-many-pages"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"?",
        b"X",
        b"X\xff",
        b"P\x03",
        told(page(PAGE))[:-1],
        told(page(PAGE)),
        told(page(Pixels("L", LONGEST_SIDE + 1, 1, b"\0" * (LONGEST_SIDE + 1))), write_end),
        told(page(Pixels("L", 0, 1, b"")), write_end),
        b"P\x04\x00\x01\x00\x01abcdE",
        told(lambda stream: write_taken(stream, Taken("yesterday")), write_end),
        told(lambda stream: write_taken(stream, Taken("", 91.0, 0.0)), write_end),
        told(lambda stream: write_taken(stream, Taken("", float("nan"), 0.0)), write_end),
        told(page(PAGE), lambda stream: write_taken(stream, TAKEN), write_end),
        told(*[lambda stream: write_taken(stream, TAKEN)] * 2, write_end),
    ],
)
def test_a_lie_or_a_break_makes_the_file_unreadable(content: bytes) -> None:
    assert refused(content) == "file-not-readable"


@given(st.binary())
def test_whatever_it_says_pages_or_a_known_refusal_come_of_it(content: bytes) -> None:
    with suppress(Refused):
        for each in read_frames(BytesIO(content)):
            if isinstance(each, Pixels):
                assert len(each.content) == each.width * each.height * (
                    3 if each.mode == "RGB" else 1
                )
