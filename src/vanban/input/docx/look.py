"""How words look in a Word file: font, size, bold, italic, through the styles they inherit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanban.input.docx.names import child, is_on, value, whole
from vanban.input.docx.page_number import PageNumber, page_numbers
from vanban.input.docx.places import places
from vanban.input.docx.relations import KIND, relations_of
from vanban.input.docx.spacing import Spacing, spacing_of
from vanban.input.docx.styles import Styles
from vanban.input.limits import DEFAULT
from vanban.input.package import Package
from vanban.input.source import Rejected
from vanban.input.xmltree import Element, parse
from vanban.model import Span

_TWIPS_IN_MM = 1440 / 25.4
_MAIN, _STYLES = "word/document.xml", "word/styles.xml"


@dataclass(frozen=True, slots=True)
class Look:
    """What most letters of some words have; None where the file does not say."""

    font: str | None
    size: float | None
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of a section, in millimetres: width, height and margins."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int


class WordForm:
    """The form of one Word file, asked by spans of the text that was read from it."""

    def __init__(
        self, body: Element, style_root: Element | None, text: str, numbers: Sequence[PageNumber]
    ) -> None:
        self._body = body
        self._numbers = tuple(numbers)
        self._style_root = style_root
        self._styles = Styles(style_root)
        self._places = places(body, text)

    def look(self, *spans: Span) -> Look | None:
        """How most letters of these words look; None where they were not found in the file."""
        weights: Counter[Look] = Counter()
        for place in self._places:
            letters = [letter for span in spans for letter in place.letters_of(span)]
            for element, count in Counter(letter.element for letter in letters).items():
                weights[self._of(place.paragraph, element.getparent())] += count
        return weights.most_common(1)[0][0] if weights else None

    def spacings(self, *spans: Span) -> Counter[Spacing]:
        """How these words are spaced, each spacing with the number of its letters."""
        defaults = child(self._style_root, "docDefaults", "pPrDefault", "pPr")
        weights: Counter[Spacing] = Counter()
        for place in self._places:
            letters = sum(len(place.letters_of(span)) for span in spans)
            if letters:
                weights[spacing_of(place.paragraph, self._styles, defaults)] += letters
        return weights

    def page_numbers(self) -> list[tuple[PageNumber, Look]]:
        """The numbers that the pages of the first section show, and how they look."""
        return [(one, self._of(one.paragraph, one.run)) for one in self._numbers]

    def sheet(self) -> Sheet | None:
        """The paper of the first section."""
        section = next(self._body.iter("{*}sectPr"), None)
        size, margins = child(section, "pgSz"), child(section, "pgMar")
        if size is None or margins is None:
            return None
        paper = (_millimetres(size, name) for name in ("w", "h"))
        return Sheet(
            *paper, *(_millimetres(margins, n) for n in ("top", "bottom", "left", "right"))
        )

    def _of(self, paragraph: Element, run: Element) -> Look:
        own = child(run, "rPr")
        style = value(child(paragraph, "pPr", "pStyle"))
        steps = [own, *self._inherited(own, style)]
        size = next((whole(value(at)) for one in steps if (at := child(one, "sz")) is not None), 0)
        return Look(
            font=self._styles.font(own, style),
            size=size / 2 if size else None,
            bold=_switched(steps, "b"),
            italic=_switched(steps, "i"),
        )

    def _inherited(self, own: Element | None, style: str | None) -> Iterator[Element | None]:
        character = value(child(own, "rStyle"))
        if character is not None:
            yield from (child(one, "rPr") for one in self._styles.chain(character, "character"))
        yield from (child(one, "rPr") for one in self._styles.chain(style))
        yield child(self._style_root, "docDefaults", "rPrDefault", "rPr")


def word_form(data: bytes, text: str) -> WordForm | None:
    """None for a file that does not keep its parts where Word keeps them."""
    try:
        package = Package(data, DEFAULT, KIND)
        if _MAIN not in package:
            return None
        body = child(parse(package.read(_MAIN), KIND), "body")
        styles = parse(package.read(_STYLES), KIND) if _STYLES in package else None
        if body is None:
            return None
        numbers = list(page_numbers(package, relations_of(package, _MAIN), body))
    except Rejected:
        return None
    return WordForm(body, styles, text, numbers)


def _switched(steps: list[Element | None], name: str) -> bool:
    return next((is_on(at) for one in steps if (at := child(one, name)) is not None), False)


def _millimetres(element: Element, name: str) -> int:
    return round(whole(value(element, name)) / _TWIPS_IN_MM)
