"""An open desk of its own for every story, set up as after the first start."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from filingdesk.desk import Desk
from tests.desk.furnished import made_once, open_desk


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Path:
    """The folder of the desk."""
    folder = tmp_path / "desk"
    shutil.copytree(made_once(tmp_path_factory.getbasetemp()), folder)
    return folder


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    """The desk on 22 November 2026."""
    with open_desk(home) as opened:
        yield opened
