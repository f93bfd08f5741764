"""Words can be read on their ground, by day and by night."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import gandan.web.ui

CSS = Path(gandan.web.ui.__file__).parent / "static" / "ui"
GROUNDS = ("paper", "ground", "sheet")
PAIRS = [
    *((ink, on) for ink in ("ink", "ink-soft", "link", "accent-ink") for on in GROUNDS),
    *((ink, on) for ink in ("success", "warning", "danger") for on in (*GROUNDS, f"{ink}-ground")),
    *((ink, "sheet") for ink in ("duty-ink", "date", "reference", "unit", "petition", "figure")),
    *(("ink", on) for on in ("lit", "duty-ground", "warning-ground", "success-ground")),
    ("ink", "danger-ground"),
    ("on-accent", "accent"),
]


def tokens(night: bool) -> dict[str, str]:
    text = (CSS / "tokens.css").read_text()
    day, after = text.split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", day))
    return {**found, **dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", after))} if night else found


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, 1.4.3: the ratio of relative luminances."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_measure_of_contrast_is_right():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") < 4.5 < contrast("#767676", "#ffffff")


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize(("ink", "on"), PAIRS)
def test_words_stand_out_from_their_ground(ink, on, night):
    kept = tokens(night)
    assert contrast(kept[ink], kept[on]) >= 4.5


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("edge", ["edge", "duty", "focus"])
def test_edges_that_carry_meaning_are_seen(edge, night):
    """WCAG 2.2, 1.4.11: 3:1 for the edge of a field, the line under a duty, the focus."""
    kept = tokens(night)
    assert contrast(kept[edge], kept["sheet"]) >= 3


def test_only_the_tokens_name_a_colour():
    named = {
        path.name: re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", path.read_text())
        for path in CSS.glob("*.css")
        if path.name not in {"tokens.css", "print.css"}
    }
    assert {name: found for name, found in named.items() if found} == {}


def test_no_page_asks_another_machine_for_anything():
    """Fonts, styles and scripts are served from here."""
    for path in [*CSS.glob("*.css"), *CSS.glob("js/*.js")]:
        assert not re.search(
            r"(?:https?:)?//[a-z]",
            re.sub(r"^\s*//.*$|/\*.*?\*/", "", path.read_text(), flags=re.M | re.S),
        ), path
