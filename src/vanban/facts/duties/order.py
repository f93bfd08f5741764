"""Whether words begin an order: a verb of administration, a request, or a clause that opens one."""

from __future__ import annotations

from vanban.facts.duties.opening import INTRODUCES
from vanban.facts.unit_grammar import VERB
from vanban.rules import rules
from vanban.rules.pattern import compiled, placed

ASKS = next(rule.pattern for rule in rules("assignment") if rule.id == "assignment.request")
REQUEST = placed(ASKS.pattern, ASKS.flags)
#: «(1) Xây dựng kế hoạch …; (2) Phối hợp …» within a statement.
_PART = compiled(r"^\s*\(\d{1,2}\)\s+")


def begins_with_a_verb(text: str, at: int) -> bool:
    """«Tăng cường …», «Tổ chức …»: an order without a subject. Clauses that introduce one differ."""
    return not INTRODUCES.match(text[at : at + 40]) and orders(text, at)


def orders(text: str, at: int) -> bool:
    """Whether the words at `at` begin an order: a verb, in whatever case, or a clause before one."""
    first = _PART.sub("", text[at : at + 40]).lstrip(' -–+*•“"(')
    return (
        INTRODUCES.match(first) is not None
        or REQUEST.match(first) is not None
        or VERB.match(first[:1].lower() + first[1:]) is not None
    )
