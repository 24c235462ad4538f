"""The tokens keep what the conventions ask: contrast, type sizes and targets."""

import pytest

from filingdesk.ui.theme.tokens import (
    CLERK,
    DARK,
    HIGH_CONTRAST,
    KIOSK,
    LIGHT,
    Palette,
    TextSize,
    enlarged,
)

PALETTES = [LIGHT, DARK, HIGH_CONTRAST]
GROUNDS = ["paper", "mist", "chosen"]
TINTED = [("good", "good_mist"), ("careful", "careful_mist"), ("wrong", "wrong_mist")]


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, WCAG 2.2."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def words_on_grounds(palette: Palette) -> list[tuple[str, str]]:
    """Every pair of names in which words stand on a ground."""
    plain = [(words, ground) for words in ("ink", "quiet", "primary") for ground in GROUNDS]
    tinted = [*TINTED, *(("ink", ground) for _, ground in TINTED)]
    on_paper = [(words, "paper") for words, _ in TINTED]
    return [*plain, *tinted, *on_paper, ("on_primary", "primary"), ("on_primary", "pressed")]


def test_the_ruler_measures_black_on_white_as_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_words_can_be_read_on_every_ground(palette: Palette) -> None:
    least = 7.0 if palette is HIGH_CONTRAST else 4.5
    faint = {
        (words, ground): round(contrast(getattr(palette, words), getattr(palette, ground)), 2)
        for words, ground in words_on_grounds(palette)
        if contrast(getattr(palette, words), getattr(palette, ground)) < least
    }
    assert faint == {}


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_borders_and_icons_stand_out(palette: Palette) -> None:
    for border in ("line", "primary", "good", "careful", "wrong"):
        for ground in ("paper", "mist"):
            assert contrast(getattr(palette, border), getattr(palette, ground)) >= 3, border


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_the_focus_ring_shows_on_paper_and_on_the_primary_button(palette: Palette) -> None:
    ring, inside = palette.focus, palette.on_focus
    assert contrast(ring, inside) >= 3
    for ground in (palette.paper, palette.primary, palette.chosen):
        assert max(contrast(ring, ground), contrast(inside, ground)) >= 3


def test_a_person_who_reads_large_gets_larger_words_in_the_same_order() -> None:
    for sizes in (KIOSK, CLERK):
        for size in TextSize:
            grown = enlarged(sizes, size)
            assert grown.body == round(sizes.body * size.value)
            assert grown.hint == round(sizes.hint * size.value)
            assert grown.title > grown.heading > grown.body > grown.hint


def test_normal_size_changes_nothing() -> None:
    assert enlarged(KIOSK, TextSize.NORMAL) == KIOSK


def test_kiosk_targets_are_as_large_as_a_finger_needs() -> None:
    for size in TextSize:
        grown = enlarged(KIOSK, size)
        assert grown.target >= 44
        assert grown.primary >= 60
        assert grown.card >= 72


def test_kiosk_words_are_as_large_as_the_standard_kiosk_mode_asks() -> None:
    """Body at least 19 px, and the elderly mode at least 30."""
    assert KIOSK.body >= 19
    assert enlarged(KIOSK, TextSize.ELDERLY).body >= 30
