"""Rules are data: one TOML file per family, each row with its meaning and its proof.

    [fragments]                      # named parts, written <<name>> inside patterns
    day = '(?:0?[1-9]|[12]\\d|3[01])'

    [[rule]]
    id = "deadline.before_date"
    means = "A deadline stated as a calendar date"
    pattern = '''…verbose regex…'''
    examples = ["báo cáo trước ngày 15/8/2025"]
    counterexamples = ["ban hành ngày 15/8/2025"]
    source = "gold 0007"

Any further key of a row is kept in `Rule.extra` (what the rule yields, from when it is valid …).
Patterns are compiled by `regex` with VERBOSE; matching ignores case unless `case = true`.
`tests/vanban/test_rules.py` runs every row against its own examples and counter-examples.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import regex

from vanban.rules.pattern import compiled

_OWN = {"id", "means", "pattern", "examples", "counterexamples", "source", "case"}


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    means: str
    pattern: regex.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    source: str
    extra: Mapping[str, Any] = field(default_factory=dict)


@cache
def table(family: str) -> Mapping[str, Any]:
    """The whole TOML file `rules/<family>.toml`, parsed: for vocabularies and settings."""
    return tomllib.loads(files(__name__).joinpath(f"{family}.toml").read_text("utf-8"))


@cache
def rules(family: str) -> tuple[Rule, ...]:
    """The rules of a family, in the order of the file."""
    data = table(family)
    fragments: Mapping[str, str] = data.get("fragments", {})
    return tuple(_rule(row, fragments) for row in data.get("rule", ()))


@cache
def families() -> tuple[str, ...]:
    """Every family that has a file, sorted."""
    names = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml")))


def expand(pattern: str, fragments: Mapping[str, str]) -> str:
    """The pattern with every `<<name>>` replaced by its fragment (fragments may nest)."""
    while "<<" in pattern:
        before, _, rest = pattern.partition("<<")
        name, _, after = rest.partition(">>")
        pattern = f"{before}(?:{fragments[name]}){after}"
    return pattern


def _rule(row: Mapping[str, Any], fragments: Mapping[str, str]) -> Rule:
    flags = regex.VERBOSE | (0 if row.get("case") else regex.IGNORECASE)
    return Rule(
        id=row["id"],
        means=row["means"],
        pattern=compiled(expand(row["pattern"], fragments), flags),
        examples=tuple(row["examples"]),
        counterexamples=tuple(row["counterexamples"]),
        source=row["source"],
        extra={key: value for key, value in row.items() if key not in _OWN},
    )
