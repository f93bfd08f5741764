"""Marks that are no words: emphasis, HTML tags, rules. They become blanks, so offsets stay true."""

from __future__ import annotations

import regex

# `*` and `#` of Markdown, tags left by converters, and lines drawn with characters.
_MARKUP = regex.compile(
    r"^[ \t*]*[-–—_=~.]{3,}[ \t*]*$|\*+|</?[a-zA-Z][^<>\n]{0,400}>|^[ \t]*\#{1,6}(?=\s)",
    regex.MULTILINE,
)
_STAR_BULLET = regex.compile(r"^([ \t]*)\*(?=[ \t]+[^\s*][^*\n]*$)", regex.MULTILINE)


def without_markup(text: str) -> str:
    """The same text, same length, with every mark blanked; a `*` used as a bullet becomes `•`."""
    if "*" in text:
        text = _STAR_BULLET.sub(r"\1•", text)
    return _MARKUP.sub(_blank, text)


def _blank(found: regex.Match[str]) -> str:
    return " " * len(found.group())
