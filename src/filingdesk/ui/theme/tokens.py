"""The tokens of the look: colours, sizes and space, as values the rest of the window reads."""

from dataclasses import dataclass, replace
from enum import Enum


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #rrggbb. `X_mist` is the quiet ground under words in colour X."""

    name: str
    ink: str
    quiet: str
    paper: str
    mist: str
    line: str
    hair: str
    primary: str
    pressed: str
    on_primary: str
    chosen: str
    focus: str
    on_focus: str
    good: str
    good_mist: str
    careful: str
    careful_mist: str
    wrong: str
    wrong_mist: str
    veil: str


LIGHT = Palette(
    name="light",
    ink="#1B1F24",
    quiet="#4A5360",
    paper="#FFFFFF",
    mist="#F3F5F8",
    line="#7C8796",
    hair="#DCE1E8",
    primary="#0B5CAD",
    pressed="#084887",
    on_primary="#FFFFFF",
    chosen="#EAF2FB",
    focus="#FFB000",
    on_focus="#1B1F24",
    good="#0B6B3A",
    good_mist="#EDF7F1",
    careful="#8A5A00",
    careful_mist="#FFF7E6",
    wrong="#B3261E",
    wrong_mist="#FDF1F0",
    veil="#A61B1F24",
)

DARK = Palette(
    name="dark",
    ink="#EEF1F5",
    quiet="#B7C0CC",
    paper="#14181D",
    mist="#1D232A",
    line="#7F8B99",
    hair="#333C47",
    primary="#7AB8F5",
    pressed="#A9D2FA",
    on_primary="#06192B",
    chosen="#17293B",
    focus="#FFB000",
    on_focus="#14181D",
    good="#74D6A0",
    good_mist="#13251C",
    careful="#F2C35B",
    careful_mist="#2A2211",
    wrong="#FFA199",
    wrong_mist="#2F1A19",
    veil="#CC000000",
)

HIGH_CONTRAST = Palette(
    name="high contrast",
    ink="#FFFFFF",
    quiet="#FFFFFF",
    paper="#000000",
    mist="#000000",
    line="#FFFFFF",
    hair="#FFFFFF",
    primary="#FFD400",
    pressed="#FFFFFF",
    on_primary="#000000",
    chosen="#332B00",
    focus="#FFD400",
    on_focus="#000000",
    good="#FFFFFF",
    good_mist="#000000",
    careful="#FFD400",
    careful_mist="#000000",
    wrong="#FFD400",
    wrong_mist="#000000",
    veil="#E6000000",
)


class TextSize(Enum):
    """How large a person reads: a factor on every type size."""

    NORMAL = 1.0
    LARGE = 1.5
    ELDERLY = 2.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels at 100 % scale; `line` is the line height as a share of the type size."""

    title: int
    heading: int
    body: int
    hint: int
    line: float
    target: int
    primary: int
    card: int
    picture: int
    glyph: int
    top_bar: int
    action_bar: int
    side: int
    column: int
    margin: int
    fold_under: int
    factor: float = 1.0
    radius: int = 8
    ring: int = 3


KIOSK = Sizes(
    title=34,
    heading=26,
    body=21,
    hint=18,
    line=1.5,
    target=48,
    primary=60,
    card=72,
    picture=40,
    glyph=24,
    top_bar=72,
    action_bar=96,
    side=320,
    column=760,
    margin=48,
    fold_under=1100,
)

CLERK = Sizes(
    title=24,
    heading=18,
    body=15,
    hint=13,
    line=1.4,
    target=32,
    primary=36,
    card=48,
    picture=24,
    glyph=18,
    top_bar=48,
    action_bar=56,
    side=240,
    column=560,
    margin=24,
    fold_under=900,
)


class Space:
    """The only distances there are, in pixels."""

    HAIR = 4
    TIGHT = 8
    SNUG = 12
    NEAR = 16
    CARD = 24
    GROUP = 32
    PAGE = 48
    FAR = 64


@dataclass(frozen=True, slots=True)
class Look:
    """What a widget needs to know to draw itself."""

    palette: Palette
    sizes: Sizes


def enlarged(sizes: Sizes, text_size: TextSize) -> Sizes:
    """The same sizes with type, targets and the column grown for a person who reads large.

    Titles grow less, being large already, and so do the boxes around the words: the screen does
    not grow with them. The order of the sizes stays.
    """
    factor = text_size.value

    def grown(length: int, share: float = 1.0) -> int:
        return round(length * (1 + (factor - 1) * share))

    def eased(length: int) -> int:
        return grown(length, 0.25)

    return replace(
        sizes,
        factor=factor,
        title=grown(sizes.title, 0.65),
        heading=grown(sizes.heading, 0.85),
        body=grown(sizes.body),
        hint=grown(sizes.hint),
        target=eased(sizes.target),
        primary=eased(sizes.primary),
        picture=grown(sizes.picture, 0.5),
        glyph=grown(sizes.glyph),
        side=eased(sizes.side),
        column=grown(sizes.column),
        margin=sizes.margin if factor == 1 else sizes.margin // 2,
        fold_under=grown(sizes.fold_under),
    )
