"""Footnotes of a page as Word and LibreOffice save them: kept apart, their marks out of the text."""

from __future__ import annotations

import regex

from vanban.input.xmltree import Element, local
from vanban.rules.pattern import compiled

_ELEMENT = compiled(r"mso-element\s*:\s*(?:foot|end)note(?!-list)", regex.I)
_NAME = compiled(r"(?:_?(?:ftn|edn)|sd(?:foot|end)note)\d+")
_TO_NOTE = compiled(r"#(?:_?(?:ftn|edn)\d+|sd(?:foot|end)note\d+sym)")
_BACK = compiled(r"#(?:_?(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc)")
_LABEL = compiled(r"\s*\[?(?P<number>\d{1,3}|[ivx]{1,5})\]?[.)]?\s*", regex.I)


def is_note(element: Element) -> bool:
    """Whether this block is the words of a note."""
    named = local(element) == "div" and _NAME.fullmatch(element.get("id") or "")
    return bool(named or _ELEMENT.search(element.get("style") or ""))


def is_mark(element: Element) -> bool:
    """Whether this is the raised number in the text that leads to a note."""
    return local(element) == "a" and bool(_TO_NOTE.fullmatch(element.get("href") or ""))


def labelled(note: Element, said: str) -> str:
    """The words of a note behind its number in square brackets."""
    back = next((a for a in note.iter("a") if _BACK.fullmatch(a.get("href") or "")), None)
    label = _LABEL.fullmatch("".join(back.itertext())) if back is not None else None
    begins = _LABEL.match(said) if label else None
    if label is None or begins is None or begins["number"] != label["number"]:
        return said
    return f"[{label['number']}] {said[begins.end() :]}"
