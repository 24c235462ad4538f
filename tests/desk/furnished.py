"""A desk with real doors, in a folder of its own, and the examples that the packs carry."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from filingdesk import resources
from filingdesk.app import furnish
from filingdesk.core.ports import AnswersFile
from filingdesk.desk import Desk
from filingdesk.store import slots

PASSPHRASE = "clear water, four cups"
CENTRE = "天津市河西区政务服务中心"
TODAY = date(2026, 11, 22)

EXAMPLES = sorted(resources.packs().glob("*/examples/*.toml"))
FILINGS = [each for each in EXAMPLES if 'remedy = "filing"' in each.read_text("utf-8")]


def name_of(example: Path) -> str:
    """Such as cn-tianjin/tianjin-expired."""
    return f"{example.parents[1].name}/{example.stem}"


def kind_of(example: Path) -> str:
    """The kind of filing that an example says it is."""
    return str(tomllib.loads(example.read_text("utf-8"))["kind"])


def example(name: str) -> Path:
    """The file of cn-tianjin/tianjin-expired."""
    return next(each for each in EXAMPLES if name_of(each) == name)


@cache
def made_once(base: Path) -> Path:
    """A store with its seal, as after the first start; to be copied, because it takes a second.

    Its passphrase is quick to prove: the slot says itself how much work that is.
    """
    folder = base / "a desk"
    desk = furnish(folder)
    with pytest.MonkeyPatch.context() as quick:
        for cost, least in (("_ITERATIONS", 1), ("_MEMORY_KIB", 8), ("_LANES", 1)):
            quick.setattr(slots, cost, least)
        desk.doors.create(PASSPHRASE, CENTRE)
    desk.doors.lock()
    return folder


@contextmanager
def open_desk(folder: Path, today: date = TODAY) -> Iterator[Desk]:
    """The desk of a folder on a day, opened with its passphrase, and locked at the end."""
    desk = furnish(folder, today)
    desk.doors.unlock(PASSPHRASE)
    try:
        yield desk
    finally:
        desk.doors.lock()


def answers_of(desk: Desk, path: Path) -> AnswersFile:
    """An ANSWERS.toml as the desk reads it."""
    return desk.doors.read_answers(path.read_text("utf-8"), path.name)


def no_file(path: str) -> bytes:
    """For answers that attach nothing."""
    raise AssertionError(f"nothing is attached, least of all {path}")


def without_reference(data: dict[str, Any]) -> dict[str, Any]:
    """What is said, apart from what is different in every filing."""
    own = (data["reference"], data["code"]["check"])
    text = [each for each in data["text"] if each not in own]
    return {key: value for key, value in data.items() if key not in ("reference", "code")} | {
        "text": text
    }
