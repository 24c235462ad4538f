"""Several files at once come in their order, and one that is refused stops no other."""

import threading
import time
from collections.abc import Callable
from functools import partial

from filingdesk.core.ports import SafeFile
from filingdesk.core.problem import UserProblem
from filingdesk.intake.read import SafeIntake
from filingdesk.intake.together import in_order
from tests.intake.making import encoded, letter, quarters


def given(*contents: bytes) -> list[Callable[[], bytes]]:
    return [partial(bytes, content) for content in contents]


def test_they_come_in_their_order_and_what_is_wrong_comes_in_its_place() -> None:
    photo = encoded(quarters(), "PNG")
    found = [*SafeIntake().read_each(given(letter(3), b"MZ", photo, b"", letter(2)))]
    pages = [len(each.pages) if isinstance(each, SafeFile) else 0 for each in found]
    assert pages == [3, 0, 1, 0, 2]
    codes = [each.problems[0].code for each in found if isinstance(each, UserProblem)]
    assert codes == ["file-kind-program", "file-empty"]


def test_no_more_run_at_once_than_asked_for() -> None:
    running, most, lock = 0, 0, threading.Lock()

    def read(content: bytes) -> SafeFile:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.01)
        with lock:
            running -= 1
        return SafeFile((content,), "", 1)

    found = [*in_order(read, given(*(bytes([each]) for each in range(20))), 2)]
    assert [each.pages[0][0] for each in found if isinstance(each, SafeFile)] == [*range(20)]
    assert most == 2


def test_who_gives_up_leaves_the_rest_unread() -> None:
    opened = []

    def file(number: int) -> bytes:
        opened.append(number)
        return b"x"

    files = [partial(file, number) for number in range(50)]
    reading = in_order(lambda content: SafeFile((content,), "", 1), files, 2)
    next(reading)
    reading.close()
    assert len(opened) < 10
