"""Slips of recognised text repaired for matching: letter for letter, so that places stay true.

A set phrase with one letter misread is put right when its misread form is no phrase of its own
(`rules/ocr.toml`); so is a letter among the digits of a date, a year or a number or in the numeral of a
quarter, and a blank inside a day («16/7/20 21»), which is moved behind it. The text of the file stays as it is, and every repair is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from vanban.model import Finding, Span
from vanban.rules import rules, table
from vanban.rules.pattern import compiled
from vanban.text.case import small

_MIXED = compiled(r"\d(?:[OolI]|(?<=[OolI]\d))")
_STROKES = str.maketrans(dict.fromkeys("lLïÏíÍ", "I"))
_DIGITS = str.maketrans("OolI", "0011")


@dataclass(frozen=True, slots=True)
class Repair:
    """`meant` is read instead of the words at `span`; both have the same length."""

    span: Span
    said: str
    meant: str

    def finding(self) -> Finding:
        meant = self.meant.rstrip()
        message = f"Chữ «{self.said}» được đọc là «{meant}»; hãy đối chiếu với bản gốc."
        return Finding(self.span, "ocr.repaired", "hint", message, meant)


def repairs(text: str) -> tuple[Repair, ...]:
    """Every slip of the text that can be put right, in order; none overlaps another."""
    found = sorted((*_phrases(text), *_by_rule(text)), key=lambda repair: repair.span.start)
    out: list[Repair] = []
    for repair in found:
        if not out or out[-1].span.end <= repair.span.start:
            out.append(repair)
    return tuple(out)


def repaired(text: str, slips: tuple[Repair, ...]) -> str:
    """The text with every slip put right; the length is unchanged."""
    pieces: list[str] = []
    at = 0
    for slip in slips:
        pieces += (text[at : slip.span.start], slip.meant)
        at = slip.span.end
    return "".join((*pieces, text[at:]))


def _phrases(text: str) -> Iterator[Repair]:
    misread, meant = _forms()
    for form, start, end in misread.find_matches_as_indexes(small(text)):
        if text[start - 1 : start].isalpha() or text[end : end + 1].isalpha():
            continue
        said, (right, in_capitals) = text[start:end], meant[form]
        if said.isupper() or (said[1:] == said[1:].lower() and not in_capitals):
            words = "".join(
                letter.upper() if written.isupper() else letter
                for written, letter in zip(said, right, strict=True)
            )
            yield Repair(Span(start, end), said, words)


def _by_rule(text: str) -> Iterator[Repair]:
    holds_mixed = _MIXED.search(text) is not None
    for rule in rules("ocr"):
        repair = rule.extra["repair"]
        if repair == "digits" and not holds_mixed:
            continue
        slip = "slip" if "slip" in rule.pattern.groupindex else 0
        for found in rule.pattern.finditer(text):
            said = found.group(slip)
            yield Repair(Span(*found.span(slip)), said, _put_right(said, repair))


def _put_right(said: str, repair: str) -> str:
    if repair == "blanks":
        return said.replace(" ", "").ljust(len(said))
    return said.translate(_DIGITS if repair == "digits" else _STROKES)


@cache
def _forms() -> tuple[AhoCorasick, list[tuple[str, bool]]]:
    """Every phrase with one letter misread; the phrase that each of them stands for, and whether it
    does so in capitals alone."""
    data = table("ocr")
    known = {*data["phrases"], *data["in_capitals"], *data["no_slips"]}
    forms: dict[str, tuple[str, bool]] = {}
    for phrase in (*data["in_capitals"], *data["phrases"]):
        for at, letter in enumerate(phrase):
            for other in _alike().get(letter, ""):
                form = phrase[:at] + other + phrase[at + 1 :]
                if form not in known:
                    forms[form] = phrase, phrase in data["in_capitals"]
    return AhoCorasick(list(forms)), list(forms.values())


@cache
def _alike() -> Mapping[str, str]:
    """For each letter, the letters that it is taken for."""
    data = table("ocr")
    alike: dict[str, str] = {}
    for group in (*data["shapes"], *data["vowels"]):
        for letter in group:
            alike[letter] = alike.get(letter, "") + group.replace(letter, "")
    return alike
