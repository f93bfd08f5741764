"""Put a redacted text, of a petition or of an answer, before the public, or take it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.petitions.access import must
from gandan.domain.petitions.actions.hold import held, remember
from gandan.domain.petitions.actions.receiving import clean
from gandan.domain.petitions.models import Answer, Petition
from gandan.domain.petitions.redaction import suggestions
from gandan.kernel.refusal import Refused


@transaction.atomic
def publish(
    petition: Petition,
    text: str,
    *,
    actor: Account,
    at: datetime,
    seen: int | None = None,
    looked_through: bool = False,
) -> Petition:
    """A person approves the text that everybody may read. Where something in it still looks personal,
    the person must say that they looked at it (`looked_through`)."""
    said = clean(text)
    now = held(petition, seen)
    must(actor, "publish", now, on=timezone.localdate(at))
    left = _looked(said, looked_through=looked_through)
    now.published_text, now.published_at = said, at
    remember("publish", now, actor, at, {"left": left})
    return now


@transaction.atomic
def withdraw(petition: Petition, *, actor: Account, at: datetime) -> Petition:
    """Take the public text back, and with it the public answers."""
    now = held(petition)
    must(actor, "publish", now, on=timezone.localdate(at))
    now.published_text, now.published_at = "", None
    now.answers.update(published_text="", published_at=None)
    remember("withdraw", now, actor, at)
    return now


@transaction.atomic
def publish_answer(
    answer: Answer, text: str, *, actor: Account, at: datetime, looked_through: bool = False
) -> Answer:
    """A person approves the wording of an answer that everybody may read, beside a public question."""
    said = clean(text)
    now = held(answer.petition)
    must(actor, "publish", now, on=timezone.localdate(at))
    if now.published_at is None:
        raise Refused(
            "Câu hỏi chưa được công khai nên chưa công khai trả lời. Hãy công khai kiến nghị trước."
        )
    left = _looked(said, looked_through=looked_through)
    answer.published_text, answer.published_at = said, at
    answer.save(update_fields=["published_text", "published_at"])
    remember("publish_answer", now, actor, at, {"answer": answer.pk, "left": left})
    return answer


@transaction.atomic
def withdraw_answer(answer: Answer, *, actor: Account, at: datetime) -> Answer:
    """Take a public answer back; the question stays public."""
    now = held(answer.petition)
    must(actor, "publish", now, on=timezone.localdate(at))
    answer.published_text, answer.published_at = "", None
    answer.save(update_fields=["published_text", "published_at"])
    remember("withdraw_answer", now, actor, at, {"answer": answer.pk})
    return answer


def _looked(text: str, *, looked_through: bool) -> int:
    """How many places still look personal; raises Refused unless a person looked at each."""
    left = suggestions(text)
    if left and not looked_through:
        raise Refused(
            f"Bản công khai còn {len(left)} chỗ giống tên, số hoặc địa chỉ. Chưa công khai. "
            "Hãy che đi, hoặc xác nhận đã xem từng chỗ."
        )
    return len(left)
