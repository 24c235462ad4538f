"""How a person reads best: which palette, and how large."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from filingdesk.ui.theme.tokens import (
    DARK,
    HIGH_CONTRAST,
    KIOSK,
    LIGHT,
    Look,
    Palette,
    TextSize,
    enlarged,
)


class Contrast(StrEnum):
    """Which palette."""

    LIGHT = "light"
    DARK = "dark"
    HIGH = "high"


PALETTES: Mapping[Contrast, Palette] = MappingProxyType(
    {Contrast.LIGHT: LIGHT, Contrast.DARK: DARK, Contrast.HIGH: HIGH_CONTRAST}
)


def look_of(text_size: TextSize, contrast: Contrast) -> Look:
    """The kiosk's look for somebody who reads so."""
    return Look(PALETTES[contrast], enlarged(KIOSK, text_size))
