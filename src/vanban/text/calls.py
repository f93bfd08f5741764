"""Numbers of footnotes that a copy has glued to the words they hang on: «năm 20241», «Tỉnh ủy2».

On paper they are small and raised. They are believed where they run on from 1 through the text: a year of
five digits is none, and other words count only where the notes stand below, or three of them follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from vanban.rules.pattern import compiled

_ON = r"(?:\p{Ll}{2}|(?<!\d)(?:19|20)\d\d)"
_ENDS = r"(?=[\s;,.:)”\"]|$)"
# Sought in every text: it begins with a figure of its own.
_FIRST = compiled(rf"1{_ENDS}(?<={_ON}1)")
_ANY = compiled(rf"(?P<number>\d{{1,2}}){_ENDS}(?<={_ON}(?P=number))")
_NOTE = compiled(r"^\s*\[?1\]?[.)]?\s+[\p{Lu}“\"(]", regex.MULTILINE)
_YEAR = compiled(r"(?:năm\s|[/-])(?:19|20)\d\d$", regex.IGNORECASE)
_WORD = compiled(r"\p{L}*$")
_UNITS = frozenset({"km", "ha", "cm", "dm", "mm", "hm"})
_LONGEST_WORD = 12


def without_calls(text: str) -> str:
    """The text with a blank for each such number; every other letter stays at its place."""
    if not _FIRST.search(text):
        return text
    calls = list(_believed(text))
    pieces: list[str] = []
    at = 0
    for call in calls:
        pieces += (text[at : call.start()], " " * len(call.group()))
        at = call.end()
    return "".join((*pieces, text[at:]))


def _believed(text: str) -> Sequence[regex.Match[str]]:
    run = list(_in_order(text))
    on_years = [
        call
        for call in run
        if _YEAR.search(text, max(0, call.start() - _LONGEST_WORD), call.start())
    ]
    words = {_word(text, call) for call in run}
    is_run = len(run) > 2 or (len(run) == 2 and _NOTE.search(text) is not None)
    return run if is_run and len(words) > 1 else on_years


def _in_order(text: str) -> Iterator[regex.Match[str]]:
    """Each number once, from 1 on, in the order of the text."""
    expected = 1
    for found in _ANY.finditer(text):
        if int(found["number"]) == expected and _word(text, found) not in _UNITS:
            yield found
            expected += 1


def _word(text: str, call: regex.Match[str]) -> str:
    before = text[max(0, call.start() - _LONGEST_WORD) : call.start()]
    found = _WORD.search(before)
    return found.group().lower() if found else ""
