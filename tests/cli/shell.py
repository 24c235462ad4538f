"""A prompt: the whole program in this process, or in one of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from filingdesk import resources
from filingdesk.__main__ import main
from filingdesk.core.problem import Problem
from filingdesk.words.catalogue import Words
from filingdesk.words.problems import sentence

SOURCE = resources.packs().parent.parent / "src"


@dataclass(frozen=True)
class Told:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)

    def problems(self) -> list[tuple[str, str]]:
        """Where and what, of an answer with problems."""
        return [(each["where"], each["code"]) for each in self.json()["problems"]]


@dataclass(frozen=True)
class Filed:
    """A case of a desk that nothing more happens to, and its PDF as it was written."""

    home: Path
    reference: str
    pdf: bytes


Shell = Callable[..., Told]
"""`shell("due", clock, "--event", day)`; every word may be a path."""


def said(message: str, **places: object) -> str:
    """A sentence of the program as an English shell gets it: the catalogue may word it anew."""
    return Words("en").say(message, **places)


def told_of(code: str, **facts: str) -> str:
    """The sentence of a problem, in English."""
    return sentence(Problem("", code, facts), Words("en"))


def shell_in_here(heard: pytest.CaptureFixture[str]) -> Shell:
    """Commands in this process."""

    def run(*words: str | Path) -> Told:
        code = main([str(each) for each in words])
        return Told(code, *heard.readouterr())

    return run


def run_apart(*words: str | Path, env: Mapping[str, str] | None = None) -> Told:
    """A command in a process of its own, to its end."""
    ran = subprocess.run(
        command(*words), env=surroundings() | dict(env or {}), capture_output=True, check=False
    )
    return Told(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def command(*words: str | Path) -> list[str]:
    """As `filingdesk WORDS` in a shell."""
    return [sys.executable, "-m", "filingdesk", *map(str, words)]


def surroundings() -> dict[str, str]:
    """What a process needs to find the program and its home."""
    return os.environ | {"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"}
