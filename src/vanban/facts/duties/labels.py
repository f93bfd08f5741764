"""Labelled words that complete the duty stated before them: «Đơn vị chủ trì: …; Thời gian: …»."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.facts.duties.lead import Lead
from vanban.facts.duties.roles import roles_in
from vanban.facts.unit import Unit, list_units
from vanban.model import Span
from vanban.rules import rules
from vanban.rules.sieve import Words

_LABELLED = tuple((rule, Words(rule.pattern)) for rule in rules("duty_labels"))


@dataclass(frozen=True, slots=True)
class Labels:
    """What labels say. `begins` is where the first label stands, `ends` where the last value ends.

    `is_shared`: they stand under another statement of the same list."""

    begins: int
    ends: int
    lead: Lead | None = None
    cooperating: tuple[Unit, ...] = ()
    time: Span | None = None
    is_shared: bool = False

    def and_then(self, other: Labels) -> Labels:
        """What two stretches of labels say together; the first lead and time count."""
        return Labels(
            self.begins,
            other.ends,
            self.lead or other.lead,
            (*self.cooperating, *other.cooperating),
            self.time or other.time,
        )


def labels_in(text: str, span: Span) -> Labels | None:
    """The labels within a statement and their values; `None` if there are none."""
    words = span.of(text)
    if ":" not in words:
        return None
    marks = sorted(
        (match.start(), match.end(), str(rule.extra["part"]))
        for rule, needed in _LABELLED
        if needed.may_stand(text, span.start, span.end)
        for match in rule.pattern.finditer(words)
    )
    if not marks:
        return None
    ends = [*(start for start, _, _ in marks[1:]), len(words)]
    found = Labels(span.start + marks[0][0], span.end)
    for (_, begins, part), end in zip(marks, ends, strict=True):
        value = Span(span.start + begins, span.start + end)
        found = found.and_then(_value(text, value, part))
    return found


def _value(text: str, value: Span, part: str) -> Labels:
    if part == "time":
        return Labels(value.start, value.end, time=value)
    if part not in ("lead", "cooperating"):
        return Labels(value.start, value.end)
    if part == "cooperating":
        return Labels(value.start, value.end, cooperating=list_units(text, value))
    units, helping = roles_in(text, value)
    lead = Lead(units, "explicit", "duty.label", value, value.end) if units else None
    return Labels(value.start, value.end, lead, helping)
