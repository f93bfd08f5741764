"""From a page's own coordinates to those of the page as it is shown."""

from __future__ import annotations

Box = tuple[float, float, float, float]


def shown(box: Box, width: float, height: float, rotation: int) -> Box:
    """A box (left, bottom, right, top; origin bottom left) from the top left, rotation applied.

    `width` and `height` are those of the page as it is shown.
    """
    left, bottom, right, top = box
    if rotation == 90:
        return bottom, left, top, right
    if rotation == 180:
        return width - right, bottom, width - left, top
    if rotation == 270:
        return width - top, height - right, width - bottom, height - left
    return left, height - top, right, height - bottom
