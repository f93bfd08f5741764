"""The shapes that say a state beside its word: hollow, half, full, crossed, pointed.

Drawn here, because the letters ○ ◐ ● ✕ look different in every font.
"""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe

_SHAPES = {
    "hollow": '<circle cx="7" cy="7" r="5.2"/>',
    "half": '<circle cx="7" cy="7" r="5.2"/><path class="fill" d="M7 1.8a5.2 5.2 0 0 1 0 10.4z"/>',
    "full": '<circle class="fill" cx="7" cy="7" r="5.2"/>',
    "cross": '<path d="M2.5 2.5l9 9m0-9l-9 9"/>',
    "tick": '<path d="M2 7.5l3.5 3.5L12 3.5"/>',
    "point": '<path d="M7 1.5l5.8 10.6H1.2z"/>',
    "pause": '<path d="M4.5 2v10m5-10v10"/>',
}


def shape(name: str) -> SafeString:
    """The SVG of a shape; it says nothing by itself to a screen reader, a word stands beside it."""
    return mark_safe(  # noqa: S308
        f'<svg class="mark" viewBox="0 0 14 14" aria-hidden="true" focusable="false">{_SHAPES[name]}</svg>'
    )


NAMES = tuple(_SHAPES)
