"""Space between lines and paragraphs in a Word file, where the file states it."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.input.docx.names import child, is_on, value, whole
from vanban.input.docx.styles import Styles
from vanban.input.xmltree import Element

_LINE = 240
_POINT = 20
_TWIPS_IN_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class Spacing:
    """None is what the file does not state, or states in a unit that has no fixed length.

    `lines`: the space of a line as so many single lines; `exactly`: as so many points; `between`:
    the points after one paragraph and before the next; `first_line`: millimetres of indentation.
    """

    lines: float | None = None
    exactly: float | None = None
    between: float | None = None
    first_line: float | None = None


def spacing_of(paragraph: Element, styles: Styles, defaults: Element | None) -> Spacing:
    """What holds for a paragraph: its own properties, those of its styles, those of the document."""
    own = child(paragraph, "pPr")
    style = value(child(own, "pStyle"))
    steps = [own, *(child(one, "pPr") for one in styles.chain(style)), defaults]
    spaces = [one for step in steps if (one := child(step, "spacing")) is not None]
    line = next((one for one in spaces if value(one, "line") is not None), None)
    rule = value(line, "lineRule") or "auto"
    size = whole(value(line, "line"))
    return Spacing(
        lines=size / _LINE if size and rule == "auto" else None,
        exactly=size / _POINT if size and rule == "exact" else None,
        between=_between(steps, spaces),
        first_line=_first_line(steps),
    )


def _between(steps: list[Element | None], spaces: list[Element]) -> float | None:
    loose = ("afterAutospacing", "beforeAutospacing", "afterLines", "beforeLines")
    stated = any(value(one, name) not in (None, "0", "false") for one in spaces for name in loose)
    close = next((at for one in steps if (at := child(one, "contextualSpacing")) is not None), None)
    after = next((at for one in spaces if (at := value(one, "after")) is not None), None)
    if after is None or stated or is_on(close):
        return None
    before = next((at for one in spaces if (at := value(one, "before")) is not None), None)
    return (whole(after) + whole(before)) / _POINT


def _first_line(steps: list[Element | None]) -> float | None:
    """An indentation of list items comes from their numbering and is not looked at."""
    if any(child(step, "numPr") is not None for step in steps):
        return None
    indents = [one for step in steps if (one := child(step, "ind")) is not None]
    if any(value(one, name) for one in indents for name in ("firstLineChars", "hanging")):
        return None
    stated = next((at for one in indents if (at := value(one, "firstLine")) is not None), None)
    return whole(stated) / _TWIPS_IN_MM if stated else None
