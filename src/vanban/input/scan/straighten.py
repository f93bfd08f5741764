"""Pages laid askew on the scanner, made level again."""

from __future__ import annotations

from PIL import Image

_SMALL = 600
_REACH = 4.0
_LEAST = 0.25


def skew(image: Image.Image) -> float:
    """Degrees counter-clockwise by which to turn the page so that its lines are level.

    Level lines make rows of ink and rows of paper: the angle at which rows differ most wins.
    """
    small = image.convert("L")
    small.thumbnail((_SMALL, _SMALL * 2))
    ink = small.point([255 if level < 128 else 0 for level in range(256)])
    coarse = max(_steps(-_REACH, _REACH, 0.5), key=lambda angle: _contrast(ink, angle))
    fine = max(_steps(coarse - 0.4, coarse + 0.4, 0.1), key=lambda angle: _contrast(ink, angle))
    better = _contrast(ink, fine) > 1.03 * _contrast(ink, 0.0)
    return round(fine, 2) if abs(fine) >= _LEAST and better else 0.0


def _steps(start: float, end: float, step: float) -> list[float]:
    return [start + step * at for at in range(round((end - start) / step) + 1)]


def _contrast(ink: Image.Image, angle: float) -> float:
    turned = ink.rotate(angle, Image.Resampling.BILINEAR, fillcolor=0) if angle else ink
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    mean = sum(rows) / len(rows)
    return sum((row - mean) ** 2 for row in rows)
