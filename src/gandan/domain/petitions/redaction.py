"""What in a text may tell who a person is: suggestions, never a decision."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.rules import rules

HIDDEN = "[…]"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The characters `start`..`end` of the text, what they look like, by which rule."""

    start: int
    end: int
    words: str
    rule: str


def suggestions(text: str) -> list[Suggestion]:
    """Names, numbers and addresses, in the order of the text; where two overlap, the longer."""
    found = [
        Suggestion(*match.span("personal"), match.group("personal"), rule.id)
        for rule in rules("redaction")
        for match in rule.pattern.finditer(text)
    ]
    kept: list[Suggestion] = []
    for one in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda each: each.start)


def redacted(text: str) -> str:
    """The text with every suggestion hidden: the first draft of a public text."""
    parts, at = [], 0
    for one in suggestions(text):
        parts += [text[at : one.start], HIDDEN]
        at = one.end
    return "".join([*parts, text[at:]])
