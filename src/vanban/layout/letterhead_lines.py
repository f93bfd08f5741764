"""What each line above the kind of a document is: motto, number, date, issuer, subject of a letter."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.layout.component import begins_body, kind_at_end, rule
from vanban.layout.line import Line

_LONGEST = 60
_SHORTEST_SUBJECT = 12
_LONGEST_BODY = 90
_WANTS_NUMBER = (" ngày", " tháng", " năm")
_ABOVE_ABOUT = ("number", "date", "motto")


def printed_outside(lines: Sequence[Line]) -> int:
    """How many lines a legal site or a signature has printed above the letterhead: two at least
    are labels with a value, and what stands before and between them goes with them."""
    labels = [at for at, line in enumerate(lines[:_LONGEST]) if _is_outside(line)]
    if len(labels) < 2 or _letterhead_begins(lines[: labels[0]]):
        return 0
    last = labels[0]
    for at in labels:
        if _letterhead_begins(lines[last:at]):
            break
        last = at
    return last + 1


def _is_outside(line: Line) -> bool:
    return ":" in line.text and rule("outside").pattern.match(line.text) is not None


def _letterhead_begins(lines: Sequence[Line]) -> bool:
    return any(component_of(line) in ("motto", "number", "date", "issuer") for line in lines)


def components_of(lines: Sequence[Line]) -> list[str]:
    """What each line of the letterhead is, told by the line and by those above it."""
    out = [component_of(line) for line in lines]
    if "issuer" not in out and "number" in out:
        for at, line in enumerate(lines[: out.index("number")]):
            if out[at] == "other" and _is_small_body(line):
                out[at] = "issuer"
    for at in range(1, len(lines)):
        # A body named by the document that made it ("TỔ CÔNG TÁC THEO QUYẾT ĐỊNH", "SỐ 97/QĐ-UBND").
        made = out[at] == "number" and out[at - 1] == "issuer" and "number" in out[at + 1 :]
        if made and kind_at_end(lines[at - 1].text):
            out[at] = "issuer"
        # The subject of a letter runs on over the lines under it.
        runs_on = not lines[at].gap or (lines[at].text[0].islower() and out[at - 1] == "about")
        if out[at] == "other" and "about" in out[max(0, at - 2) : at] and runs_on:
            out[at] = "about"
        # A letter of the Party has its subject under the number, in small letters, without "V/v".
        if out[at] == "other" and out[at - 1] in _ABOVE_ABOUT and _is_plain(lines[at]):
            out[at] = "about"
    for at in range(len(lines) - 1):
        # A number, or place and day, broken over two lines by the width of their column.
        cut = lines[at].text.endswith(_WANTS_NUMBER) and lines[at + 1].text[0].isdigit()
        if (lines[at + 1].gap and not cut) or out[at] != "other":
            continue
        joined = f"{lines[at].text} {lines[at + 1].text}"
        for name, sign in (("date", "ngày"), ("number", "S")):
            if sign in lines[at].text and rule(name).pattern.match(joined):
                out[at : at + 2] = [name, name]
    return out


def _is_small_body(line: Line) -> bool:
    """Whether a web page has copied the name of a body in small letters, alone on its line."""
    return (
        len(line.text) < _LONGEST_BODY
        and not line.text.endswith((".", ":", ";", ","))
        and line.text[0].isupper()
        and begins_body(line.text)
    )


def _is_plain(line: Line) -> bool:
    return line.text[0].islower() and len(line.text) > _SHORTEST_SUBJECT


def component_of(line: Line) -> str:
    """What one line of the letterhead is, looked at alone."""
    if rule("stamp").pattern.match(line.text):
        return "other"
    if rule("motto").pattern.match(line.text):
        return "motto"
    if rule("number").pattern.match(line.text):
        return "number"
    if rule("date").pattern.match(line.text):
        return "date"
    if rule("about").pattern.match(line.text):
        return "about"
    if line.is_capitals and not line.text.isdigit() and len(line.text) < 120:
        return "issuer"
    return "other"
