"""Letters of symbol fonts (Wingdings, Symbol) as the Unicode signs that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping

_SYMBOL_FONTS = ("wingdings", "symbol", "webdings")
# Those that carry meaning in a text; every other glyph of a symbol font stands as a bullet.
_SIGNS: Mapping[int, str] = {
    0xE0: "→", 0xE8: "→", 0xF0: "→", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐",
    0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xD7: "×", 0xAE: "→", 0xB0: "°",
}  # fmt: skip


def is_symbol_font(font: str | None) -> bool:
    return font is not None and font.lower().startswith(_SYMBOL_FONTS)


def sign(code: int, *, first: bool) -> str:
    """The sign for a glyph (0–255, or U+F000 upwards); at the start of a paragraph, a dash."""
    if first:
        return "-"
    return _SIGNS.get(code & 0xFF, "•")


def without_private_use(text: str, *, first: bool) -> str:
    """Glyphs that Word kept in the private-use area, replaced by signs."""
    if not any("\uf020" <= char <= "\uf0ff" for char in text):
        return text
    out: list[str] = []
    for char in text:
        private = "\uf020" <= char <= "\uf0ff"
        out.append(sign(ord(char), first=first and not "".join(out).strip()) if private else char)
    return "".join(out)
