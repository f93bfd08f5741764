"""One pattern for many words, tried letter by letter instead of word by word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

_END = ""


def one_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest that fits first; a blank is any blanks."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _written(root)


def _written(node: dict[str, Any]) -> str:
    branches = [
        (r"\s+" if letter == " " else regex.escape(letter)) + _written(below)
        for letter, below in node.items()
        if letter != _END
    ]
    if not branches:
        return ""
    if _END in node:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
