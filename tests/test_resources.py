"""Everything that filingdesk reads from disk is where it looks for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from filingdesk import resources

PLACES = [
    resources.packs,
    resources.calendars,
    resources.fonts,
    resources.icons,
    resources.schema,
    resources.skeleton,
    resources.statutes,
    resources.translations,
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_a_checkout_holds_them_beside_its_source(place: Callable[[], Path]) -> None:
    assert any(place().iterdir())


def test_an_installed_package_holds_them_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_resources" / "packs").mkdir(parents=True)
    (tmp_path / "_translations").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert resources.packs() == tmp_path / "_resources" / "packs"
    assert resources.translations() == tmp_path / "_translations"


def test_a_broken_installation_is_told_with_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path)
    with pytest.raises(FileNotFoundError, match=r"filingdesk is not whole: .*fonts"):
        resources.fonts()
