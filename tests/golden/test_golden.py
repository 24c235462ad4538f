"""Filings of every day that was kept: their filing.json still gives the very pages they had.

When a change of the renderer is meant, a new day is made (make.py) and the old one goes, with a
word in the changelog: what was signed before is then rendered by the version that it names.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from filingdesk.core.problem import UserProblem
from filingdesk.desk import Desk
from tests.desk.furnished import made_once, open_desk
from tests.golden.pages import pages_digest

HERE = Path(__file__).parent
KEPT = sorted(each.parent for each in HERE.glob("*/*/filing.json"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk that has the packs of those days, whatever packs the program brings today."""
    folder = tmp_path_factory.mktemp("golden") / "desk"
    shutil.copytree(made_once(tmp_path_factory.getbasetemp()), folder)
    with open_desk(folder) as opened:
        for bundle in sorted(HERE.glob("*/*.fdpack")):
            opened.doors.packs.install(bundle.read_bytes(), allow_unsigned=True, allow_older=True)
        yield opened


def files_of(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


@pytest.mark.parametrize("folder", KEPT, ids=lambda each: f"{each.parent.name}/{each.name}")
def test_its_pages_are_what_they_were(desk: Desk, folder: Path) -> None:
    files = files_of(folder)
    pages = desk.render_again(files["filing.json"], files)
    assert pages_digest(pages) == files["pages.sha256"].decode().strip()


def test_another_photo_or_another_day_is_another_paper(desk: Desk) -> None:
    [folder] = [each for each in KEPT if each.name == "objection"]
    files = files_of(folder)
    said = files["filing.json"].replace(b'"made_on": "2026-11-22"', b'"made_on": "2026-11-21"')
    assert said != files["filing.json"]
    pages = desk.render_again(said, files)
    assert pages_digest(pages) != files["pages.sha256"].decode().strip()
    with pytest.raises(UserProblem):
        desk.render_again(files["filing.json"], files | {"exhibit-01-01.jpg": b""})
