"""How a page was straightened before its words were recognised, and the way back."""

from __future__ import annotations

import math
from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """`quarters` right angles clockwise, then `degrees` counter-clockwise about the middle.

    `width` and `height` (points) are those of the page as it came.
    """

    width: float
    height: float
    quarters: int = 0
    degrees: float = 0.0

    def back(self, box: Box) -> Box:
        """The box, on the page as it came, of words at `box` on the straightened page."""
        x0, y0, x1, y1 = box
        corners = [self._point(x, y) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        if not self.quarters:
            # A slightly tilted word: its box keeps its size about its true middle.
            middle_x, middle_y = sum(xs) / 4, sum(ys) / 4
            half_x, half_y = (x1 - x0) / 2, (y1 - y0) / 2
            return middle_x - half_x, middle_y - half_y, middle_x + half_x, middle_y + half_y
        return min(xs), min(ys), max(xs), max(ys)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        upright = (self.height, self.width) if self.quarters % 2 else (self.width, self.height)
        middle_x, middle_y = upright[0] / 2, upright[1] / 2
        angle = math.radians(self.degrees)
        dx, dy = x - middle_x, y - middle_y
        x = math.cos(angle) * dx - math.sin(angle) * dy + middle_x
        y = math.sin(angle) * dx + math.cos(angle) * dy + middle_y
        if self.quarters == 1:
            return y, self.height - x
        if self.quarters == 2:
            return self.width - x, self.height - y
        if self.quarters == 3:
            return self.width - y, x
        return x, y
