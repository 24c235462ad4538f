"""A country and a province that do not exist, for tests that plant faults in them."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from filingdesk.core.ports import PackReport
from filingdesk.core.problem import Problem
from filingdesk.packs.catalogues import update_catalogues
from filingdesk.packs.check import check_packs, prove_packs

FICTION = Path(__file__).parent / "fiction"


@dataclass(frozen=True)
class World:
    """Packs and statutes of one's own, to be spoilt at will."""

    packs: Path
    statutes: Path

    def check(self) -> tuple[Problem, ...]:
        return check_packs(self.packs, self.statutes)

    def prove(self, today: date | None = None) -> PackReport:
        return prove_packs(self.packs, self.statutes, today)

    def change(self, file: str, old: str, new: str) -> int:
        """Put `new` for `old`, which stands there once; the line of it is returned."""
        path = self.packs / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def line_of(self, file: str, text: str) -> int:
        """The line of a text that stands once in a file."""
        written = (self.packs / file).read_text(encoding="utf-8")
        assert written.count(text) == 1, f"{text!r} stands {written.count(text)} times in {file}"
        return written[: written.index(text)].count("\n") + 1

    def add(self, file: str, text: str) -> int:
        """Write more at the end of a file; the line on which it begins is returned."""
        path = self.packs / file
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before + text, encoding="utf-8")
        return before.count("\n") + 1


@pytest.fixture(scope="session")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fiction with its catalogues filled: in every language "translated: " and the text."""
    from babel.messages.pofile import read_po, write_po

    folder = tmp_path_factory.mktemp("fiction")
    shutil.copytree(FICTION, folder, dirs_exist_ok=True)
    for po in update_catalogues(folder / "packs"):
        with po.open("rb") as file:
            catalogue = read_po(file)
        for message in catalogue:
            if message.id:
                message.string = f"translated: {message.id}"
        with po.open("wb") as file:
            write_po(file, catalogue, width=100, include_lineno=False)
    return folder


@pytest.fixture
def world(translated: Path, tmp_path: Path) -> World:
    """A fresh copy, faultless."""
    shutil.copytree(translated, tmp_path / "world")
    return World(tmp_path / "world" / "packs", tmp_path / "world" / "statutes")
