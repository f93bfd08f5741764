"""Automatic numbering resolved to the labels that Word prints: "II.", "1.1.", "a)", "-"."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from vanban.input.docx.names import child, children, is_on, value, whole
from vanban.input.docx.styles import Styles
from vanban.input.xmltree import Element
from vanban.rules.pattern import compiled

LEVELS = 9
_PLACE = compiled(r"%([1-9])")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(slots=True)
class _List:
    """The running counters of one abstract numbering, shared by all lists that use it."""

    counters: list[int | None] = field(default_factory=lambda: [None] * LEVELS)
    overridden: set[tuple[str, int]] = field(default_factory=set)


class Labels:
    """Gives each paragraph its label, in the order of the document (the counters run on)."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._running: dict[str, _List] = {}
        self._levels: dict[str, tuple[Level, ...]] = {}
        for element in children(root, "abstractNum") if root is not None else ():
            self._abstract[value(element, "abstractNumId") or ""] = element
        for element in children(root, "num") if root is not None else ():
            self._numbers[value(element, "numId") or ""] = element

    def label(self, paragraph_properties: Element | None, style: str | None) -> str:
        """The printed label of the next paragraph, or ""."""
        number, depth = self._place(paragraph_properties, style)
        if number is None or number not in self._numbers:
            return ""
        levels = self._levels_of(number)
        running = self._running.setdefault(self._abstract_of(number), _List())
        self._count(running, number, levels, depth)
        return _printed(levels, running.counters, depth)

    def _place(
        self, paragraph_properties: Element | None, style: str | None
    ) -> tuple[str | None, int]:
        """The list and the level: said by the paragraph itself, else by its style."""
        own = child(paragraph_properties, "numPr")
        inherited, stated_by = self._styles.numbering(style)
        number = value(child(own, "numId")) or value(child(inherited, "numId"))
        depth = value(child(own, "ilvl"))
        if depth is None and number in self._numbers and value(child(own, "numId")) is None:
            linked = self._level_linked(number or "", stated_by)
            depth = str(linked) if linked is not None else value(child(inherited, "ilvl"))
        if number in (None, "0"):
            return None, 0
        return number, min(max(whole(depth), 0), LEVELS - 1)

    def _level_linked(self, number: str, style: str | None) -> int | None:
        for depth, level in enumerate(self._levels_of(number)):
            if level.style is not None and level.style == style:
                return depth
        return None

    def _abstract_of(self, number: str) -> str:
        """The abstract numbering of a list; a link to a numbering style is followed once."""
        identity = value(child(self._numbers.get(number), "abstractNumId")) or ""
        linked = value(child(self._abstract.get(identity), "numStyleLink"))
        if linked is not None:
            for style in self._styles.chain(linked, "numbering"):
                target = value(child(style, "pPr", "numPr", "numId"))
                target_abstract = value(child(self._numbers.get(target or ""), "abstractNumId"))
                if target_abstract is not None:
                    return target_abstract
        return identity

    def _levels_of(self, number: str) -> tuple[Level, ...]:
        if number not in self._levels:
            levels = [Level() for _ in range(LEVELS)]
            abstract = self._abstract.get(self._abstract_of(number))
            for element in children(abstract, "lvl") if abstract is not None else ():
                _set(levels, element)
            for override in children(self._numbers[number], "lvlOverride"):
                if (element := child(override, "lvl")) is not None:
                    _set(levels, element)
            self._levels[number] = tuple(levels)
        return self._levels[number]

    def _count(self, running: _List, number: str, levels: tuple[Level, ...], depth: int) -> None:
        counters = running.counters
        for upper in range(depth):
            if counters[upper] is None:
                counters[upper] = levels[upper].start
        start = self._start_override(running, number, depth)
        before = counters[depth]
        if start is not None:
            counters[depth] = start
        else:
            counters[depth] = levels[depth].start if before is None else before + 1
        for lower in range(depth + 1, LEVELS):
            restart = levels[lower].restart
            if restart is None or depth < restart:
                counters[lower] = None

    def _start_override(self, running: _List, number: str, depth: int) -> int | None:
        """A list that restarts does so at its first paragraph of that level only."""
        if (number, depth) in running.overridden:
            return None
        running.overridden.add((number, depth))
        for override in children(self._numbers[number], "lvlOverride"):
            if whole(value(override, "ilvl")) == depth:
                start = value(child(override, "startOverride"))
                return whole(start) if start is not None else None
        return None


def _set(levels: list[Level], element: Element) -> None:
    depth = whole(value(element, "ilvl"), LEVELS)
    if 0 <= depth < LEVELS:
        restart = value(child(element, "lvlRestart"))
        levels[depth] = Level(
            start=whole(value(child(element, "start")), 1),
            form=value(child(element, "numFmt")) or "decimal",
            text=value(child(element, "lvlText")) or "",
            legal=is_on(child(element, "isLgl")),
            restart=whole(restart) if restart is not None else None,
            style=value(child(element, "pStyle")),
        )


def _printed(levels: tuple[Level, ...], counters: list[int | None], depth: int) -> str:
    level = levels[depth]
    if level.form == "none":
        return _PLACE.sub("", level.text).strip()
    if level.form == "bullet":
        return bullet(level.text)

    def number(place: regex.Match[str]) -> str:
        at = int(place[1]) - 1
        form = "decimal" if level.legal else levels[at].form
        counted = counters[at]
        return in_form(levels[at].start if counted is None else counted, form)

    return _PLACE.sub(number, level.text).strip()


def bullet(glyph: str) -> str:
    """The sign of a bullet: "+" and "*" as they are, every other glyph is the dash it stands for."""
    sign = glyph.strip()
    return sign if sign in ("+", "*") else "-"


def in_form(number: int, form: str) -> str:
    """A number as a list prints it: 4 → "4", "04", "d", "D", "iv", "IV"."""
    if form in ("lowerLetter", "upperLetter") and 0 < number <= 26 * 20:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 5000:
        return roman(number).lower() if form == "lowerRoman" else roman(number)
    return f"{number:02d}" if form == "decimalZero" else str(number)


def roman(number: int) -> str:
    out = ""
    for worth, letters in _ROMAN:
        while number >= worth:
            out += letters
            number -= worth
    return out
