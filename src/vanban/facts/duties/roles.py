"""Who leads and who helps, where one stretch of words names both."""

from __future__ import annotations

from vanban.facts.unit import Unit, list_units
from vanban.model import Span
from vanban.rules.pattern import compiled

_PARTS = compiled(r"(?:(?!,\s*phối\s+hợp)[^;\n])+")
_ROLE = compiled(r"[,(\s]*(?:chủ\s+trì|phối\s+hợp(?:\s+(?:với|cùng))?)[\s):]*")


def roles_in(text: str, span: Span) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """«Sở A chủ trì; Sở B phối hợp», «Sở A chủ trì, phối hợp với Sở B»: those who lead, those who
    help. A list without either word names those who lead."""
    words = span.of(text)
    if "phối" not in words and "trì" not in words:
        return list_units(text, span), ()
    leading: list[Unit] = []
    helping: list[Unit] = []
    for part in _PARTS.finditer(words):
        role = _ROLE.search(part.group())
        begins, ends = part.span()
        pieces = [(begins, ends)]
        if role is not None:
            pieces = [(begins, begins + role.start()), (begins + role.end(), ends)]
        units = [
            unit
            for start, end in pieces
            for unit in list_units(text, Span(span.start + start, span.start + end))
        ]
        (helping if role and "phối" in role.group() else leading).extend(units)
    return tuple(leading), tuple(helping)
