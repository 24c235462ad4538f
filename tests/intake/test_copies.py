"""Several files are read by copies of one process; each is cut off as if it had its own."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import TimeoutExpired

import pytest
from PIL import Image

from filingdesk.core.ports import SafeFile
from filingdesk.core.problem import UserProblem
from filingdesk.intake.copies import Copies
from filingdesk.intake.frames import Pixels, Refused, read_frames
from filingdesk.intake.patience import Reader, why_ended
from filingdesk.intake.read import _ENVIRONMENT, _NURSERY, SafeIntake
from tests.intake.making import encoded

PATIENCE = 20  # seconds


@pytest.fixture
def copies() -> Iterator[Copies]:
    with Copies(_NURSERY, _ENVIRONMENT) as opened:
        yield opened


def jpeg(size: tuple[int, int]) -> bytes:
    return encoded(Image.new("RGB", size), "JPEG")


def give(reader: Reader, content: bytes) -> None:
    assert reader.stdin
    reader.stdin.write(b"\0\0" + content)
    reader.stdin.close()


def children_of(copies: Copies) -> list[str]:
    """The numbers of those copies that still run."""
    process = copies._nursery.pid
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def until(copies: Copies, count: int) -> list[str]:
    end = time.monotonic() + PATIENCE
    while len(found := children_of(copies)) != count:
        assert time.monotonic() < end
        time.sleep(0.01)
    return found


def test_a_copy_tells_the_pages_of_its_file(copies: Copies) -> None:
    for size in ((30, 20), (20, 30)):
        with copies.begin() as reader:
            give(reader, jpeg(size))
            assert reader.stdout
            [page] = read_frames(reader.stdout)
            assert isinstance(page, Pixels)
            assert (page.width, page.height) == size
            assert reader.wait(PATIENCE) == 0


def test_a_copy_has_nothing_of_the_others(copies: Copies) -> None:
    with copies.begin(), copies.begin():
        for each in until(copies, 2):
            until_ready(each)
            assert sorted(os.listdir(f"/proc/{each}/fd")) == ["0", "1", "2"]
            status = Path(f"/proc/{each}/status").read_text()
            assert "NoNewPrivs:\t1" in status
            assert "Seccomp:\t2" in status


def until_ready(process: str) -> None:
    """It reads its file only when it is cut off; then it waits for its input."""
    end = time.monotonic() + PATIENCE
    while "Seccomp:\t2" not in Path(f"/proc/{process}/status").read_text():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_one_that_is_ended_is_gone_and_the_next_reads_on(copies: Copies) -> None:
    with copies.begin() as silent:
        until(copies, 1)
        with pytest.raises(TimeoutExpired):
            silent.wait(0.05)
        silent.kill()
        assert silent.wait(PATIENCE) < 0
        assert why_ended(silent) == "file-too-heavy"
    until(copies, 0)
    test_a_copy_tells_the_pages_of_its_file(copies)


def test_whoever_lets_go_of_a_copy_ends_it(copies: Copies) -> None:
    with copies.begin():
        until(copies, 1)
    until(copies, 0)


def test_none_outlives_the_nursery() -> None:
    with Copies(_NURSERY, _ENVIRONMENT) as opened, opened.begin() as reader:
        [process] = until(opened, 1)
        nursery = opened._nursery
        opened.__exit__()
        assert reader.stdout
        with pytest.raises(Refused):
            list(read_frames(reader.stdout))
    assert nursery.returncode == 0
    assert not Path(f"/proc/{process}").exists()


def test_without_a_nursery_a_file_is_too_heavy(copies: Copies) -> None:
    copies._nursery.kill()
    copies._nursery.wait()
    with pytest.raises(Refused, match="file-too-heavy"), copies.begin():
        pass


def outcome(found: SafeFile | UserProblem) -> int | str:
    return found.problems[0].code if isinstance(found, UserProblem) else len(found.pages)


def test_what_one_file_does_to_its_copy_stops_no_other() -> None:
    intake = SafeIntake(page_seconds=PATIENCE)
    good, broken = jpeg((30, 20)), jpeg((30, 20))[:40]
    found = list(intake.read_each([lambda: good, lambda: broken, lambda: b"", lambda: good]))
    assert [outcome(each) for each in found] == [1, "file-not-readable", "file-empty", 1]
    assert found[0] == found[3] == intake.read(good)
