"""The rows of `rules/petition.toml`, asked of words."""

from __future__ import annotations

from functools import cache, lru_cache

from vanban.rules import Rule, rules
from vanban.rules.sought import Sought


@lru_cache(maxsize=1024)
def says(name: str, words: str) -> bool:
    """Remembered until the end of the document, for each heading is asked about all that is below."""
    return bool(_sought(name).search(words))


@cache
def _sought(name: str) -> Sought:
    return Sought(rule(name).pattern)


@cache
def rule(name: str) -> Rule:
    return next(one for one in rules("petition") if one.id == f"petition.{name}")
