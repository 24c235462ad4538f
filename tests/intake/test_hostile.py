"""Files that are broken or mean harm: each ends in its sentence, soon, and the desk goes on."""

import os
import resource
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from filingdesk.core.ports import SafeFile
from filingdesk.core.problem import UserProblem
from filingdesk.intake.limits import MEMORY, MOST_PAGES
from filingdesk.intake.read import SafeIntake
from filingdesk.words.problems import PROBLEMS
from tests.intake.hostile import Hostile
from tests.intake.hostile_others import OTHERS
from tests.intake.hostile_papers import PAPERS
from tests.intake.hostile_pictures import JPEG, PICTURES
from tests.intake.making import letter, seen

EVERY = (*PICTURES, *PAPERS, *OTHERS)
LONGEST = 60.0
"""Seconds for any of them, on a machine that has other things to do; most take a tenth."""


def outcome(hostile: Hostile) -> tuple[SafeFile | UserProblem, float]:
    """The pages or the problem, and the seconds that it took."""
    content, started = hostile.make(), time.monotonic()
    try:
        told: SafeFile | UserProblem = SafeIntake(hostile.patience).read(content, hostile.password)
    except UserProblem as problem:
        told = problem
    return told, time.monotonic() - started


@pytest.fixture(scope="module")
def outcomes(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, Future[tuple[SafeFile | UserProblem, float]]]]:
    """All of them, read side by side in an empty folder."""
    folder, before = tmp_path_factory.mktemp("empty"), Path.cwd()
    others = set(children())  # such as a judge of another story
    with pytest.MonkeyPatch.context() as here, ThreadPoolExecutor(os.cpu_count()) as pool:
        here.chdir(folder)
        here.setenv("TMPDIR", str(folder))
        yield {each.name: pool.submit(outcome, each) for each in EVERY}
    assert Path.cwd() == before
    assert list(folder.iterdir()) == []
    assert set(children()) <= others


def children() -> list[str]:
    """The processes that this one has begun and that are still there."""
    lists = Path("/proc/self/task").glob("*/children")
    return "".join(each.read_text() for each in lists).split()


def test_there_are_many_and_each_has_its_own_name() -> None:
    assert len(EVERY) >= 60
    assert len({each.name for each in EVERY}) == len(EVERY)


@pytest.mark.parametrize("hostile", EVERY, ids=lambda each: str(each.name))
def test_each_ends_in_its_sentence_or_in_safe_pages(
    hostile: Hostile, outcomes: dict[str, Future[tuple[SafeFile | UserProblem, float]]]
) -> None:
    told, seconds = outcomes[hostile.name].result()
    assert seconds < LONGEST
    if isinstance(told, UserProblem):
        (problem,) = told.problems
        assert (problem.where, problem.blocks) == ("file", True)
        assert problem.code == hostile.code
        assert problem.code in PROBLEMS
    else:
        assert (hostile.code, hostile.pages) == ("", len(told.pages))
        for number in range(len(told.pages)):
            image = seen(told, number)
            image.load()
            assert image.format == "JPEG"
            assert not image.getexif()
            assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}


def test_what_a_file_blows_up_it_blows_up_elsewhere() -> None:
    bombs = [each for each in EVERY if "bomb" in each.name or "GB" in each.name]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for each in bombs[:4]:
        outcome(each)
    # Kilobytes.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MEMORY


def test_the_most_and_the_least_are_told() -> None:
    facts = {"file-too-many-pages": str(MOST_PAGES), "file-too-large": "64"}
    for code, most in facts.items():
        worst = next(each for each in EVERY if each.code == code)
        told, _ = outcome(worst)
        assert isinstance(told, UserProblem)
        assert dict(told.problems[0].facts) == {"most": most}


def test_a_file_that_takes_too_long_in_all_is_given_up() -> None:
    started = time.monotonic()
    with pytest.raises(UserProblem, match="file-too-heavy"):
        SafeIntake(seconds=1.0).read(letter(MOST_PAGES))
    assert time.monotonic() - started < 10


def test_what_lies_in_the_folder_the_desk_was_started_in_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "PIL.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert len(SafeIntake().read(JPEG).pages) == 1
