"""Count what the public says of the answers to a petition, without knowing who says it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F

from gandan.domain.directory.queries import Account
from gandan.domain.petitions.models import Petition, PublicRating
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused

VERDICTS = ("helpful", "unhelpful", "solved", "unsolved")


@transaction.atomic
def rate(petition: Petition, verdict: str, *, actor: Account, at: datetime) -> PublicRating:
    """One more voice for one of `VERDICTS`. `actor` is the program: nobody is signed in. The caller
    sees to it that a browser is counted once."""
    if verdict not in VERDICTS:
        raise Refused("Không có mức đánh giá này. Chưa ghi gì. Hãy chọn một mức trên trang.")
    answers = petition.answers.filter(published_at__isnull=False)
    if petition.published_at is None or not answers.exists():
        raise Refused("Kiến nghị này chưa có trả lời công khai để đánh giá. Chưa ghi gì.")
    rating, _ = PublicRating.objects.get_or_create(petition=petition)
    PublicRating.objects.filter(pk=rating.pk).update(**{verdict: F(verdict) + 1})
    record("petition.rate", petition, actor=actor, at=at, unit_id=petition.holder_id)
    rating.refresh_from_db()
    return rating
