"""Whether an answer says anything: who does what, by when, or what was done."""

from __future__ import annotations

from datetime import date

from gandan.domain.petitions.models import AnswerKind
from vanban.rules import Rule, rules


def is_empty(text: str, kind: str, promised_on: date | None = None, evidence: str = "") -> bool:
    """ "Sẽ xem xét", with no day, no deed and no document. A refusal with its reason is no such."""
    if kind == AnswerKind.DECLINED or promised_on is not None or evidence.strip():
        return False
    said = {rule.id for rule in _rows() if rule.pattern.search(text)}
    concrete = {"empty_answer.when", "empty_answer.deed"} & said
    return "empty_answer.vague" in said and not concrete


def _rows() -> tuple[Rule, ...]:
    return rules("empty_answer")
