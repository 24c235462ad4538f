"""How large and in which colours a clerk reads."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from filingdesk.ui.theme.tokens import (
    CLERK,
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    Look,
    Palette,
    TextSize,
    enlarged,
)
from filingdesk.ui.widgets.topbar import Option
from filingdesk.words.catalogue import N_, Words

_SIZES: Mapping[TextSize, str] = MappingProxyType(
    {
        TextSize.NORMAL: N_("Normal text"),
        TextSize.LARGE: N_("Large text"),
        TextSize.ELDERLY: N_("Very large text"),
    }
)
_PALETTES: Mapping[str, Palette] = MappingProxyType(
    {each.name: each for each in (LIGHT, DARK, HIGH_CONTRAST)}
)
_CONTRASTS: Mapping[str, str] = MappingProxyType(
    {
        LIGHT.name: N_("Dark on light"),
        DARK.name: N_("Light on dark"),
        HIGH_CONTRAST.name: N_("High contrast"),
    }
)


def options(look: Look, words: Words) -> tuple[Option, ...]:
    """Every text size and every palette, the present ones marked."""
    sizes = (
        Option(size.name, words.say(name), on=look.sizes.factor == size.value)
        for size, name in _SIZES.items()
    )
    contrasts = (
        Option(name, words.say(said), on=look.palette.name == name)
        for name, said in _CONTRASTS.items()
    )
    return (*sizes, *contrasts)


def changed(look: Look, option: str) -> Look:
    """The look after an option was picked."""
    if option in _PALETTES:
        return replace(look, palette=_PALETTES[option])
    return replace(look, sizes=enlarged(CLERK, TextSize[option]))
