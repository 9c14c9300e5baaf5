"""Every colour role can be read on each surface that it stands on."""

import pytest

from vtdesk.ui.theme import palette
from vtdesk.ui.theme.palette import DONKER, LICHT, Theme

GROUNDS = ("venster", "rail", "vlak", "zacht", "keuze")
QUIET_GROUNDS = ("venster", "vlak", "zacht")
TONES = ("let-op", "gevaar", "goed", "overleg", "buiten")
READABLE, VISIBLE = 4.5, 3.0


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: str, other: str) -> float:
    dark, light = sorted(luminance(theme.colours[role]) for role in (one, other))
    return (light + 0.05) / (dark + 0.05)


def pairs() -> list[tuple[str, str, float]]:
    """List what stands on what, and how much contrast it needs at least."""
    text = [(role, ground, READABLE) for role in ("tekst", "stil", "accent") for ground in GROUNDS]
    tones = [(tone, ground, READABLE) for tone in TONES for ground in (*GROUNDS, f"{tone}-vlak")]
    edges = [("rand", ground, VISIBLE) for ground in QUIET_GROUNDS]
    return [*text, *tones, *edges, ("op-accent", "accent", READABLE), ("nu", "venster", READABLE)]


@pytest.fixture(params=[LICHT, DONKER])
def theme(request: pytest.FixtureRequest) -> Theme:
    return palette.load(request.param)


def test_every_text_role_is_readable_on_each_surface_it_stands_on(theme: Theme) -> None:
    unreadable = [
        (role, ground)
        for role, ground, least in pairs()
        if contrast(theme, role, ground) < max(least, theme.lowest[role])
    ]

    assert unreadable == []


def test_both_themes_know_the_same_roles() -> None:
    light, dark = palette.load(LICHT), palette.load(DONKER)

    assert light.colours.keys() == dark.colours.keys()
    assert light.lowest.keys() == dark.lowest.keys()


def test_high_contrast_makes_quiet_text_as_clear_as_the_rest(theme: Theme) -> None:
    clear = palette.with_more_contrast(theme)

    assert clear.colours["stil"] == theme.colours["tekst"]
    assert contrast(clear, "lijn", "vlak") >= VISIBLE
