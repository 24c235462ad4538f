"""Icons come from one family, in the colour that is asked for."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from filingdesk import resources
from filingdesk.ui.theme.icons import icon, picture

NAMES = sorted(path.stem for path in resources.icons().glob("*.svg"))


def colours_of(image: QImage) -> set[str]:
    """The colours of all pixels that are not see-through."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() > 250}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_can_be_drawn(qapp: QApplication, name: str) -> None:
    assert colours_of(picture(name, "#0B5CAD", 24, 1.0))


def test_an_icon_takes_its_colour_from_the_palette(qapp: QApplication) -> None:
    assert colours_of(picture("check", "#B3261E", 48, 1.0)) == {"#b3261e"}


def test_an_icon_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    image = picture("info", "#000000", 24, 2.0)
    assert (image.width(), image.devicePixelRatio()) == (48, 2.0)


def test_menus_get_the_same_icon(qapp: QApplication) -> None:
    shown = icon("check", "#0B6B3A", 24).pixmap(24, 24).toImage()
    assert QColor("#0B6B3A").name() in colours_of(shown)


def test_a_name_that_is_not_there_is_told(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError, match="no-such-icon"):
        picture("no-such-icon", "#000000", 24, 1.0)


def test_the_licence_lies_beside_the_icons() -> None:
    assert "ISC License" in (resources.icons() / "LICENSE").read_text(encoding="utf-8")
