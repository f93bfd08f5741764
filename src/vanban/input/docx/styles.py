"""Named styles: what a paragraph or run inherits (numbering, hidden text, font, borders)."""

from __future__ import annotations

from vanban.input.docx.names import child, children, value
from vanban.input.xmltree import Element

# A style based on itself through others must not loop.
_DEPTH = 12


class Styles:
    def __init__(self, root: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._default: dict[str, Element] = {}
        self._document_font: str | None = None
        if root is None:
            return
        self._document_font = _font(child(root, "docDefaults", "rPrDefault", "rPr"))
        for style in children(root, "style"):
            identity = value(style, "styleId")
            if identity is None:
                continue
            self._by_id[identity] = style
            if value(style, "default") in ("1", "true", "on"):
                self._default[value(style, "type") or ""] = style

    def chain(self, identity: str | None, kind: str = "paragraph") -> list[Element]:
        """The style and those it is based on, nearest first."""
        style = self._by_id.get(identity) if identity else self._default.get(kind)
        found: list[Element] = []
        while style is not None and len(found) < _DEPTH and style not in found:
            found.append(style)
            parent = value(child(style, "basedOn"))
            style = self._by_id.get(parent) if parent else None
        return found

    def numbering(self, identity: str | None) -> tuple[Element | None, str | None]:
        """The numPr that a paragraph style gives, and the id of the style that states it."""
        for style in self.chain(identity):
            numbering = child(style, "pPr", "numPr")
            if numbering is not None:
                return numbering, value(style, "styleId")
        return None, None

    def font(self, run_properties: Element | None, paragraph_style: str | None) -> str | None:
        """The font in which a run's Latin letters are shown."""
        own = _font(run_properties)
        if own is not None:
            return own
        chains = [self.chain(paragraph_style)]
        if (character := value(child(run_properties, "rStyle"))) is not None:
            chains.insert(0, self.chain(character, "character"))
        for style in (style for chain in chains for style in chain):
            if (font := _font(child(style, "rPr"))) is not None:
                return font
        return self._document_font

    def table_has_borders(self, identity: str | None) -> bool:
        """Whether a table style draws lines between or around the cells."""
        return any(
            draws_lines(child(style, "tblPr", "tblBorders"))
            for style in self.chain(identity, "table")
        )


def draws_lines(borders: Element | None) -> bool:
    """Whether a set of borders has any visible edge."""
    if borders is None:
        return False
    return any(value(edge) not in (None, "nil", "none") for edge in borders.iterchildren("*"))


def _font(run_properties: Element | None) -> str | None:
    fonts = child(run_properties, "rFonts")
    return value(fonts, "ascii") or value(fonts, "hAnsi")
