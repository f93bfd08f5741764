"""Provinces, districts and communes as tables: those of today, those until 30/6/2025, what became of
each, and what changed since. Pure: reading them needs no database."""

from __future__ import annotations

from gandan.domain.directory.territory.tables import (
    Change,
    Commune,
    FormerCommune,
    Restructuring,
    Successor,
    Tables,
    tables,
)

__all__ = [
    "Change",
    "Commune",
    "FormerCommune",
    "Restructuring",
    "Successor",
    "Tables",
    "tables",
]
