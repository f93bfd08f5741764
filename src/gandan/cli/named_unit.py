"""The unit that somebody names on the command line: by code, or by a name that only one has."""

from __future__ import annotations

from datetime import date

from gandan.domain.directory.queries import Unit, match, unit_with_code


def named_unit(named: str, on: date) -> Unit:
    """Raises LookupError with a sentence for the person."""
    unit = unit_with_code(named)
    if unit is not None:
        return unit
    candidates = match(named, on).candidates
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        raise LookupError(f"Danh bạ không có đơn vị “{named}”. Hãy ghi mã hoặc tên đầy đủ.")
    codes = ", ".join(f"{each.code} ({each.name})" for each in candidates[:10])
    raise LookupError(f"“{named}” có thể là nhiều đơn vị: {codes}. Hãy ghi mã.")
