"""A map of communes without their outlines: one tile each, coloured by a rate, in the order of names.

No outline of a commune under a free licence is kept here, so where a tile stands says nothing; what it
says stands on it in words and in the table behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

ACROSS, WIDE, HIGH, GAP = 6, 150, 54, 6
CLASSES = 5
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Tile:
    """`rate` in per cent; None: too few to say."""

    name: str
    said: str
    rate: int | None
    address: str


def tile_map(tiles: Sequence[Tile], said: str) -> SafeString:
    """The tiles as one figure; `said` is what a screen reader says of it."""
    drawn = format_html_join(
        "",
        '<a href="{}"><g><title>{}: {}</title>'
        '<rect class="tile tile--{}" x="{}" y="{}" width="{}" height="{}"/>'
        '<text class="tile__name" x="{}" y="{}">{}</text>'
        '<text class="tile__rate" x="{}" y="{}">{}</text></g></a>',
        [_tile(at, tile) for at, tile in enumerate(tiles)],
    )
    rows = -(-len(tiles) // ACROSS)
    return format_html(
        '<svg class="tiles" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>',
        ACROSS * (WIDE + GAP), rows * (HIGH + GAP), said, drawn,
    )  # fmt: skip


def class_of(rate: int | None) -> str:
    """ "few", or the fifth of the scale: 0–19, 20–39, 40–59, 60–79, 80–100."""
    return "few" if rate is None else str(min(rate * CLASSES // 100, CLASSES - 1))


def _tile(at: int, tile: Tile) -> tuple[object, ...]:
    x, y = at % ACROSS * (WIDE + GAP), at // ACROSS * (HIGH + GAP)
    name = tile.name if len(tile.name) <= _LONGEST else f"{tile.name[: _LONGEST - 1]}…"
    return (
        tile.address, tile.name, tile.said, class_of(tile.rate), x, y, WIDE, HIGH,
        x + 8, y + 21, name, x + 8, y + 42, tile.said,
    )  # fmt: skip
