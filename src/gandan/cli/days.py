"""A day as people and scripts write it to a command."""

from __future__ import annotations

import argparse
from datetime import date


def day(written: str) -> date:
    """2026-07-07 or, as offices write it, 7/7/2026."""
    try:
        if "/" in written:
            of_month, month, year = (int(part) for part in written.split("/"))
            return date(year, month, of_month)
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{written}” không phải là ngày: hãy viết như 2026-07-07 hoặc 7/7/2026"
        ) from None
