"""A pattern for `re`, which matches at a place more than twice as fast as `regex` does.

`re` has no classes of letters, so they are written out here, exactly as `regex` has them, for the
characters up to U+FFFF: in those beyond no Vietnamese is written. What `re` cannot say (a group named
twice, a look behind of any length) stays with `regex`, and so does all that is searched for.

Only the inner parts of `re` tell what it has made of a pattern, so that it can be kept as those of
`regex` are: to make the twenty that are used most would cost every start a fifth of a second. A Python
that has these parts no more goes without: `regex` finds the same.
"""

from __future__ import annotations

import re
import warnings
from contextlib import suppress
from functools import cache
from typing import Any, cast

import regex

_inner: tuple[Any, Any, Any] | None = None
with suppress(ImportError):
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]

    _inner = _sre, _compiler, _parser

Form = tuple[str, int, list[int], int, dict[str, int], tuple[str | None, ...]]
#: Another Python may read the code of a pattern otherwise.
MAGIC = int(_inner[0].MAGIC) if _inner else 0
_LIVING = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x10000))))
_PIECE = re.compile(r"\\[pP]\{\w+\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?.|.", re.DOTALL)
_WITHIN_SET = re.compile(r"\\[pP]\{\w+\}|\\.|.", re.DOTALL)
_OTHER = int(regex.MULTILINE | regex.DOTALL | regex.ASCII | regex.VERSION1)


class Unsayable(Exception):
    """`re` has no words for it."""


def form_of(pattern: str, flags: int) -> Form:
    """What `re` makes of the pattern, in a form that can be kept."""
    said = _said(pattern)
    spoken = flags & (re.IGNORECASE | re.VERBOSE)
    if flags & _OTHER or _inner is None:
        raise Unsayable
    _, compiler, parser = _inner
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            read = parser.parse(said, spoken)
            code = list(map(int, compiler._code(read, spoken)))
    except (re.error, Warning, AttributeError) as error:
        raise Unsayable from error
    names = dict(read.state.groupdict)
    indexed: list[str | None] = [None] * read.state.groups
    for name, number in names.items():
        indexed[number] = name
    groups = read.state.groups - 1
    return said, int(spoken | read.state.flags), code, groups, names, tuple(indexed)


def made_of(form: Form) -> regex.Pattern[str]:
    """The pattern of such a form; `re` itself checks that its code is sound.

    What is used of a pattern is the same in both libraries, so all go by one type.
    """
    if _inner is None:
        raise ValueError("this Python does not tell what re makes of a pattern")
    return cast("regex.Pattern[str]", _inner[0].compile(*form))


def _said(pattern: str) -> str:
    """The pattern in the words of `re`."""
    out = []
    for piece in _PIECE.findall(pattern):
        if piece.startswith("["):
            out.append(_set(piece))
        elif piece in ("\\b", "\\B"):
            word = f"[{_members(chr(92) + 'w')}]"
            edge = f"(?:(?<={word})(?!{word})|(?<!{word})(?={word}))"
            out.append(edge if piece == "\\b" else f"(?!{edge})")
        elif piece[:2] in ("\\p", "\\s", "\\d", "\\w"):
            out.append(f"[{_members(piece)}]")
        elif piece[:2] in ("\\P", "\\S", "\\D", "\\W"):
            out.append(f"[^{_members(piece[0] + piece[1].lower() + piece[2:])}]")
        else:
            out.append(piece)
    return "".join(out)


def _set(written: str) -> str:
    opened = "[^" if written.startswith("[^") else "["
    pieces = _WITHIN_SET.findall(written[len(opened) : -1])
    if any(piece[:2] in ("\\P", "\\S", "\\D", "\\W") for piece in pieces):
        raise Unsayable
    inside = (
        _members(piece)
        if piece[:2] in ("\\p", "\\s", "\\d", "\\w")
        else f"\\{piece}"
        if piece in "[&~|"
        else piece
        for piece in pieces
    )
    return f"{opened}{''.join(inside)}]"


@cache
def _members(kind: str) -> str:
    """The characters of a class, as they are written within a set."""
    runs = regex.findall(f"{kind}+", _LIVING)
    return "".join(f"\\u{ord(run[0]):04x}-\\u{ord(run[-1]):04x}" for run in runs)
