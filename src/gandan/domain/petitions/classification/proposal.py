"""What a petition is about, whose competence it is, who could answer: proposed, with the reasons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from gandan.domain.petitions.classification.model import LinearModel
from gandan.domain.petitions.fields import name_of
from vanban.rules import rules

AUTOMATIC_FROM = 0.9
"""Below this a person must look. Nothing is filed by the machine alone today, whatever its confidence;
a screen may only fill in beforehand what is at least so sure."""

_MODEL_SHARE = 0.6  # of the say, where the office has trained a model


@dataclass(frozen=True, slots=True)
class Proposal:
    """`confidence` (0 to 1) is that of the field; `department` is a name, to be looked up."""

    field: str
    level: str
    department: str
    confidence: float
    reasons: tuple[str, ...]

    @property
    def is_automatic(self) -> bool:
        return self.confidence >= AUTOMATIC_FROM


def propose(text: str, model: LinearModel | None = None) -> Proposal:
    """By the rows of `petition_lexicon.toml` and, if there is one, the model of the office."""
    votes: dict[str, float] = defaultdict(float)
    department: dict[str, str] = {}
    levels: dict[str, int] = {}
    reasons = []
    for rule in rules("petition_lexicon"):
        found = {" ".join(match.group().split()) for match in rule.pattern.finditer(text)}
        if not found:
            continue
        said = ", ".join(f"“{words}”" for words in sorted(found))
        if field := rule.extra.get("field"):
            votes[field] += 1 + 0.5 * (len(found) - 1)
            department.setdefault(field, rule.extra.get("department", ""))
            reasons.append(f"{said} → {name_of(field)}")
        if level := rule.extra.get("level"):
            levels.setdefault(level, rule.pattern.search(text).start())  # type: ignore[union-attr]
            reasons.append(f"{said} → cấp {_LEVEL_WORDS[level]}")
    shares = _shares(votes)
    if model is not None:
        for name, share in model.shares(text).items():
            known = shares.get(name, 0.0)
            shares[name] = (1 - _MODEL_SHARE) * known + _MODEL_SHARE * share
        best = max(shares, key=lambda name: shares[name], default="")
        if best:
            reasons.append(f"mô hình của cơ quan: {name_of(best)} {round(100 * shares[best])}%")
    if not shares:
        return Proposal("", _first(levels), "", 0.0, ("không có từ nào nói rõ lĩnh vực", *reasons))
    field = max(sorted(shares), key=lambda name: shares[name])
    return Proposal(
        field, _first(levels), department.get(field, ""), round(shares[field], 4), tuple(reasons)
    )


_LEVEL_WORDS = {"central": "trung ương", "province": "tỉnh", "commune": "xã"}


def _shares(votes: dict[str, float]) -> dict[str, float]:
    """One witness is no certainty: a vote is kept back for "something else"."""
    total = sum(votes.values()) + 0.5
    return {name: vote / total for name, vote in votes.items()}


def _first(levels: dict[str, int]) -> str:
    """The body that is named first is the one that is asked."""
    return min(levels, key=lambda level: levels[level], default="")
