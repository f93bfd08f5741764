"""Checks that are one pattern: rows of `rules/checks_*.toml`.

A row adds to the keys of every rule: `severity`, `message` (one Vietnamese sentence, with `{words}`
or the name of a group where the text is quoted), `suggestion` (the same, optional), `once` (true: the
same words are marked at their first place only, with their number; "document": whatever the words), `only` ("party" or "state"),
`valid_from` and `valid_to` (days of issue between which the source was in force), `beside` (another
pattern: the row holds only in a document that has it too, what is marked there being uneven). The
group `here`, if there is one, is what is marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import regex

from vanban.checks.paper import Paper, finding
from vanban.model import Finding, Span
from vanban.rules import Rule, rules
from vanban.rules.pattern import compiled


def matches(paper: Paper, family: str) -> Iterator[Finding]:
    """The findings of every row of a family, in the order of the rows."""
    for rule in rules(family):
        if _applies(rule, paper):
            yield from _of_rule(paper, rule)


def _applies(rule: Rule, paper: Paper) -> bool:
    """A row may be for one form only, and for the days in which its source was in force."""
    form = "party" if paper.is_party else "state"
    if rule.extra.get("only", form) != form:
        return False
    beside = rule.extra.get("beside")
    if beside and next(paper.find(compiled(beside)), None) is None:
        return False
    if "valid_from" not in rule.extra and "valid_to" not in rule.extra:
        return True
    issued = paper.document.header.issued_on
    since, until = rule.extra.get("valid_from", date.min), rule.extra.get("valid_to", date.max)
    return issued is not None and since <= issued <= until


def _of_rule(paper: Paper, rule: Rule) -> Iterator[Finding]:
    once = rule.extra.get("once")
    places: dict[str, list[regex.Match[str]]] = {}
    for one in paper.find(rule.pattern):
        key = {True: one.group().casefold(), "document": ""}.get(once, str(one.start()))
        places.setdefault(key, []).append(one)
    for same in places.values():
        more = f" ({len(same)} chỗ trong văn bản)" if len(same) > 1 else ""
        yield _finding(rule, same[0], more)


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
