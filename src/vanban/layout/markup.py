"""Marks that are no words: emphasis, HTML tags, rules. They become blanks, so offsets stay true."""

from __future__ import annotations

import regex

from vanban.rules.pattern import compiled

# Rules drawn with characters, tags left by converters, the `#` of Markdown; each with the
# characters without which a text holds none of it.
_MARKS = (
    (("---", "___", "===", "...", "~~~", "–––", "———"), r"^[ \t]*[-–—_=~.]{3,}[ \t]*$"),
    (("<",), r"</?[a-zA-Z][^<>\n]{0,400}>"),
    (("#",), r"^[ \t]*\#{1,6}(?=\s)"),
)
_PATTERNS = tuple((signs, compiled(form, regex.MULTILINE)) for signs, form in _MARKS)
#: A whole line between two low lines: «_Khe Trúc, ngày 05 tháng 01 năm 2026_».
_LEANING = compiled(r"^([ \t]*)_([^_\n]*\p{L}[^_\n]*)_([ \t]*)$", regex.MULTILINE)
_STAR_BULLET = compiled(r"\*(?<=^[ \t]*\*)(?=[ \t]+[^\s*][^*\n]*$)", regex.MULTILINE)


def without_markup(text: str) -> str:
    """The same text, same length, with every mark blanked; a `*` used as a bullet becomes `•`."""
    if "*" in text:
        text = _STAR_BULLET.sub("•", text).replace("*", " ")
    if "_" in text:
        text = _LEANING.sub(r"\1 \2 \3", text)
    for signs, pattern in _PATTERNS:
        if any(sign in text for sign in signs):
            text = pattern.sub(_blank, text)
    return text


def _blank(found: regex.Match[str]) -> str:
    return " " * len(found.group())
