"""What `gandan due --list` prints: every term with its source, those that are off with their reason."""

from __future__ import annotations

import json
from collections.abc import Sequence

from gandan.kernel.calendar.wording import short
from gandan.kernel.terms import Term
from gandan.kernel.terms.reporting import Regime, regimes
from gandan.kernel.terms.term import CONFIDENCE


def listed(terms: Sequence[Term]) -> str:
    """A block for each row: name, length, event, source, and what is off with its reason."""
    blocks = []
    rows: list[Term | Regime] = [*terms, *regimes()]
    for row in rows:
        state = "" if row.on else " [tắt]"
        if isinstance(row, Term) and row.own:
            state = " [của cơ quan]"
        measure = row.said() if isinstance(row, Term) else "kỳ báo cáo"
        lines = [f"{row.name}{state}: {row.means}", f"    {measure}; {origin(row)}"]
        lines += [f"    {note}" for note in (row.reason, row.caution) if note]
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


def origin(row: Term | Regime) -> str:
    if isinstance(row, Regime):
        return row.basis
    since = f", từ {short(row.valid_from)}" if row.valid_from else ""
    until = f" đến {short(row.valid_to)}" if row.valid_to else ""
    return f"tính từ: {row.event}; {row.basis}{since}{until}; {CONFIDENCE[row.confidence]}"


def listed_as_json(terms: Sequence[Term]) -> str:
    rows = [
        {
            "term": row.name,
            "means": row.means,
            "event": row.event,
            "length": row.length,
            "unit": row.unit,
            "every": row.every,
            "direction": row.direction,
            "remote": row.remote,
            "complex": row.complex,
            "remote_complex": row.remote_complex,
            "pause": row.pause,
            "valid_from": row.valid_from.isoformat() if row.valid_from else None,
            "valid_to": row.valid_to.isoformat() if row.valid_to else None,
            "basis": row.basis,
            "confidence": row.confidence,
            "on": row.on,
            "reason": row.reason or None,
            "caution": row.caution or None,
            "own": row.own,
        }
        for row in terms
    ]
    reports = [
        {
            "term": regime.name,
            "means": regime.means,
            "months": regime.months,
            "cut_off": regime.cut_off,
            "territory": regime.territory,
            "basis": regime.basis,
            "on": regime.on,
            "reason": regime.reason or None,
        }
        for regime in regimes()
    ]
    return as_json([*rows, *reports])


def as_json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, indent=2)
