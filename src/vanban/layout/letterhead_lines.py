"""What each line above the kind of a document is: motto, number, date, issuer, subject of a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from vanban.layout.component import begins_body, kind_at_end, rule
from vanban.layout.line import Line
from vanban.rules.pattern import compiled, placed

_SHORTEST_SUBJECT = 12
_LONGEST_BODY = 90
# So many lines tell how a copy sets its lines.
_SEVERAL = 5
_WANTS_NUMBER = (" ngày", " tháng", " năm")
_ABOVE_ABOUT = ("number", "date", "motto")
_ABOUT_ALONE = placed(r"[“\"]?V\s*/\s*v\s*[:.]?", regex.IGNORECASE)
_COUNTRY = compiled(r"VIỆT\s+NAM\W*")


def components_of(lines: Sequence[Line]) -> list[str]:
    """What each line of the letterhead is, told by the line and by those above it."""
    lines = _closed_up(lines)
    out = [component_of(line) for line in lines]
    for at, line in enumerate(lines):
        # «NGÂN HÀNG NHÀ NƯỚC», under it «VIỆT NAM»: the end of a name, and no motto cut in two.
        ends_name = at and out[at - 1] == "issuer" and _COUNTRY.fullmatch(line.text)
        if ends_name and "motto" not in out[:at]:
            out[at] = "issuer"
    if "issuer" not in out and "number" in out:
        for at, line in enumerate(lines[: out.index("number")]):
            if out[at] == "other" and is_small_body(line):
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
        # Its last word may be an abbreviation («V/v chính sách thuế», «GTGT»).
        short = out[at] == "issuer" and out[at - 1] == "about" and not lines[at].gap
        if short and not begins_body(lines[at].text):
            out[at] = "about"
        # A letter of the Party has its subject under the number, in small letters, without "V/v".
        if out[at] == "other" and out[at - 1] in _ABOVE_ABOUT and _is_plain(lines[at]):
            out[at] = "about"
        # So does one of the state that has lost its "V/v", right under the number.
        if out[at] == "other" and out[at - 1] == "number" and _is_untold_subject(lines[at]):
            out[at] = "about"
    for at in range(len(lines) - 1):
        # A number, or place and day, broken over two lines by the width of their column.
        cut = lines[at].text.endswith(_WANTS_NUMBER) and lines[at + 1].text[0].isdigit()
        open_day = cut and out[at] == "date"
        if (lines[at + 1].gap and not cut) or not (open_day or out[at] == "other"):
            continue
        joined = f"{lines[at].text} {lines[at + 1].text}"
        for name, sign in (("date", "ngày"), ("number", "S")):
            if sign in lines[at].text and rule(name).pattern.match(joined):
                out[at : at + 2] = [name, name]
    return out


def _closed_up(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines; where a copy set each of them apart, their empty lines part nothing."""
    below = [line.gap > 0 for line in lines[1:] if not line.column]
    spaced = len(below) >= _SEVERAL and 5 * sum(below) >= 4 * len(below)
    return [replace(line, gap=0) for line in lines] if spaced else lines


def is_small_body(line: Line) -> bool:
    """Whether a web page has copied the name of a body in small letters, alone on its line."""
    return (
        len(line.text) < _LONGEST_BODY
        and not line.text.endswith((".", ":", ";", ","))
        and line.text[0].isupper()
        and begins_body(line.text)
    )


def _is_plain(line: Line) -> bool:
    return line.text[0].islower() and len(line.text) > _SHORTEST_SUBJECT


def _is_untold_subject(line: Line) -> bool:
    """Whether a plain line without a closing mark stands here, and no part of a number or a day."""
    text = line.text
    words = text[0].isupper() and not text.endswith((".", ":", ";", ","))
    return words and not line.gap and len(text) > 2 * _SHORTEST_SUBJECT and "ngày" not in text


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
    if rule("about").pattern.match(line.text) or _ABOUT_ALONE.fullmatch(line.text):
        return "about"
    if line.is_capitals and not line.text.isdigit() and len(line.text) < 120:
        return "issuer"
    return "other"
