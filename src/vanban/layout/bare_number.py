"""Items whose numbers stand without a dot: «1 Đôn đốc …», «2 Kiểm tra …».

A number that opens a line is mostly part of a sentence. It numbers an item only where it begins with 1
behind a colon or a finished sentence and the next ones follow it in order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vanban.layout.line import Line
from vanban.layout.marker import Marker
from vanban.rules import rules
from vanban.rules.pattern import placed

_NUMBERED = placed(r"(?P<label>\d{1,2})\s+(?=[“\"]?\p{Lu}\p{Ll}*\s+\p{L})")
_FINISHED = (".", ";", ":", "./.")


def bare_numbers(lines: Sequence[Line]) -> Mapping[int, Marker]:
    """The markers of such items, by where their lines begin."""
    opened = [at for at, line in enumerate(lines) if line.text[0].isdigit()]
    found: dict[int, Marker] = {}
    run: list[Marker] = []
    for at in opened:
        numbered = _NUMBERED.match(lines[at].text)
        label = numbered["label"] if numbered else ""
        if numbered is None or not label.isdecimal() or not _may_begin(lines, at):
            continue
        if int(label) != len(run) + 1:
            if label != "1":
                continue
            run = []
        run.append(_marker(lines[at], label, numbered.end()))
        if len(run) > 1:
            found.update((marker.start, marker) for marker in run[-2:])
    return found


def _may_begin(lines: Sequence[Line], at: int) -> bool:
    return at == 0 or lines[at - 1].text.rstrip().endswith(_FINISHED)


def _marker(line: Line, label: str, end: int) -> Marker:
    rule = next(rule for rule in rules("numbering") if rule.id == "numbering.number")
    return Marker(
        rule.id,
        label,
        int(rule.extra["rank"]),
        str(rule.extra["form"]),
        line.start,
        line.start + end,
    )
