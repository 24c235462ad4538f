"""Pictures from the one icon family, in a colour of the palette and sharp on every screen."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPixmap

from filingdesk import resources

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


def picture(name: str, colour: str, size: int, ratio: float = 0.0) -> QImage:
    """The icon `name` in `colour`, `size` logical pixels square; `ratio` 0 asks the screen."""
    return _drawn(name, colour, size, ratio or _screen_ratio())


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    return QPixmap.fromImage(picture(name, colour, size))


def icon(name: str, colour: str, size: int) -> "QIcon":
    """For menus and other places that ask Qt for a QIcon."""
    from PySide6.QtGui import QIcon

    return QIcon(pixmap(name, colour, size))


@cache
def _drawn(name: str, colour: str, size: int, ratio: float) -> QImage:
    # QImageReader finds Qt's SVG plug-in by itself: no QtSvg import before the first paint.
    # A QImage, unlike a QPixmap, may outlive the application in this cache.
    buffer = QBuffer()
    buffer.setData(_source(name).replace(b"currentColor", colour.encode()))
    reader = QImageReader(buffer, b"svg")
    side = round(size * ratio)
    reader.setScaledSize(QSize(side, side))
    image = reader.read()
    if image.isNull():
        raise ValueError(f"icon {name!r} cannot be drawn: {reader.errorString()}")
    image.setDevicePixelRatio(ratio)
    return image


@cache
def _source(name: str) -> bytes:
    return (resources.icons() / f"{name}.svg").read_bytes()


def _screen_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0
