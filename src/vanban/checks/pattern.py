"""Checks that are one pattern: rows of `rules/checks_*.toml`.

A row adds to the keys of every rule: `severity`, `message` (one Vietnamese sentence, with `{words}`
or the name of a group where the text is quoted), `suggestion` (the same, optional), `once` (report
only the first place and say how many) and `only` ("party" or "state"). The group `here`, if there
is one, is what is marked.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vanban.checks.paper import Paper, finding
from vanban.model import Finding, Span
from vanban.rules import Rule, rules


def matches(paper: Paper, family: str) -> Iterator[Finding]:
    """The findings of every row of a family, in the order of the rows."""
    for rule in rules(family):
        if rule.extra.get("only", _form(paper)) == _form(paper) and "message" in rule.extra:
            yield from _of_rule(paper, rule)


def _form(paper: Paper) -> str:
    return "party" if paper.is_party else "state"


def _of_rule(paper: Paper, rule: Rule) -> Iterator[Finding]:
    found = list(paper.find(rule.pattern))
    if rule.extra.get("once") and found:
        more = f" ({len(found)} chỗ trong văn bản)" if len(found) > 1 else ""
        yield _finding(rule, found[0], more)
        return
    for one in found:
        yield _finding(rule, one)


def _finding(rule: Rule, found: regex.Match[str], more: str = "") -> Finding:
    marked = "here" if "here" in found.groupdict() else 0
    said = {name: value or "" for name, value in found.groupdict().items()}
    said["words"] = found.group(marked)
    suggestion = rule.extra.get("suggestion")
    return finding(
        Span(found.start(marked), found.end(marked)),
        rule.id,
        rule.extra["severity"],
        rule.extra["message"].format(**said).rstrip(".") + more + ".",
        suggestion.format(**said) if suggestion else None,
    )
