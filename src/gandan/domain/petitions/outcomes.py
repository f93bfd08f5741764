"""What became of a request: the furthest that any answer to it, or to its repeats, has gone."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When

from gandan.domain.petitions.models import Answer, AnswerKind, Petition

EMPTY, NONE = "empty", "none"
# From the furthest to the least; an empty answer ("sẽ xem xét") is said as what it is.
OUTCOMES: dict[str, str] = {
    AnswerKind.SOLVED: "đã giải quyết xong",
    AnswerKind.DECIDED: "đã ban hành văn bản",
    AnswerKind.PROMISED: "hứa có thời hạn",
    AnswerKind.EXPLAINED: "giải trình",
    AnswerKind.DECLINED: "không tiếp nhận, có lý do",
    EMPTY: "trả lời chung chung",
    NONE: "chưa trả lời",
}
ANSWERED = tuple(name for name in OUTCOMES if name not in {EMPTY, NONE})


def with_outcome(rows: QuerySet[Petition]) -> QuerySet[Any]:
    """The petitions with their `outcome`, one of `OUTCOMES`."""
    own = Answer.objects.filter(
        Q(petition=OuterRef("pk")) | Q(petition__first=OuterRef("pk")),
    )
    steps = [
        When(Exists(own.filter(kind=kind, is_empty=False)), then=Value(str(kind)))
        for kind in ANSWERED
    ]
    steps.append(When(Exists(own), then=Value(EMPTY)))
    return rows.annotate(outcome=Case(*steps, default=Value(NONE), output_field=CharField()))
