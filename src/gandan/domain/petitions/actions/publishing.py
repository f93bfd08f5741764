"""Put a redacted text before the public by two persons, with a delay if wanted; take it back."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.petitions.access import must
from gandan.domain.petitions.actions.hold import held, remember
from gandan.domain.petitions.actions.receiving import clean
from gandan.domain.petitions.models import Answer, Petition, Publication
from gandan.domain.petitions.redaction import suggestions
from gandan.kernel.refusal import Refused


@transaction.atomic
def draft_publication(
    petition: Petition,
    text: str,
    *,
    actor: Account,
    at: datetime,
    answer: Answer | None = None,
    answer_text: str = "",
    looked_through: bool = False,
) -> Publication:
    """The first person's text, waiting for the second. Where something still looks personal, the
    person must say that they looked at it (`looked_through`). A newer draft takes the place of one
    that nobody decided on."""
    said, answered = clean(text), clean(answer_text) if answer and answer_text.strip() else ""
    now = held(petition)
    must(actor, "draft", now, on=timezone.localdate(at))
    if answer is not None and answer.petition_id != now.pk:
        raise Refused("Câu trả lời này của kiến nghị khác. Chưa lưu gì.")
    left = len(suggestions(said)) + len(suggestions(answered))
    if left and not looked_through:
        raise Refused(
            f"Bản công khai còn {left} chỗ giống tên, số hoặc địa chỉ. Chưa công khai. "
            "Hãy che đi, hoặc xác nhận đã xem từng chỗ."
        )
    made, _ = Publication.objects.update_or_create(
        petition=now,
        state=Publication.State.DRAFT,
        defaults={
            "text": said,
            "answer": answer if answered else None,
            "answer_text": answered,
            "drafted_at": at,
            "drafted_by": actor,
        },
    )
    remember("draft", now, actor, at, {"publication": made.pk, "left": left})
    return made


@transaction.atomic
def approve_publication(
    publication: Publication, *, actor: Account, at: datetime, shown_from: date | None = None
) -> Petition:
    """The second person, a head, lets everybody read it: now, or from a later day on."""
    waiting, now = _waiting(publication, actor, at)
    if waiting.drafted_by_id == actor.pk:
        raise Refused(
            "Bản công khai phải do người thứ hai duyệt. Chưa công khai. "
            "Hãy để lãnh đạo khác với người soạn xem và duyệt."
        )
    if shown_from is not None and shown_from < timezone.localdate(at):
        raise Refused("Ngày bắt đầu công khai đã qua. Chưa công khai. Hãy xem lại ngày.")
    _decide(waiting, Publication.State.APPROVED, actor, at)
    waiting.shown_from = shown_from
    waiting.save()
    if shown_from is None or shown_from <= timezone.localdate(at):
        _show(waiting, now, at)
    remember("publish", now, actor, at, {"publication": waiting.pk})
    return now


@transaction.atomic
def show_publication(publication: Publication, *, actor: Account, at: datetime) -> bool:
    """Show what was approved for a day that has come; False if it is shown already or withdrawn."""
    now = held(publication.petition)
    waiting = now.publications.filter(
        pk=publication.pk, state=Publication.State.APPROVED, shown_from__lte=timezone.localdate(at)
    ).first()
    if waiting is None:
        return False
    _show(waiting, now, at)
    remember("show", now, actor, at, {"publication": waiting.pk})
    return True


def _show(one: Publication, now: Petition, at: datetime) -> None:
    """The text, and that of the answer, stand where everybody may read them; older answers stay."""
    now.publications.filter(state=Publication.State.SHOWN).update(
        state=Publication.State.WITHDRAWN, reason="Có bản mới thay"
    )
    one.state = Publication.State.SHOWN
    one.save(update_fields=["state"])
    now.published_text, now.published_at = one.text, at
    if one.answer is not None:
        one.answer.published_text, one.answer.published_at = one.answer_text, at
        one.answer.save(update_fields=["published_text", "published_at"])


@transaction.atomic
def return_publication(
    publication: Publication, reason: str, *, actor: Account, at: datetime
) -> Publication:
    """The second person does not agree: the draft goes back with the reason."""
    waiting, now = _waiting(publication, actor, at)
    if not reason.strip():
        raise Refused("Trả lại bản công khai phải có lý do. Chưa có gì thay đổi.")
    _decide(waiting, Publication.State.RETURNED, actor, at, reason)
    remember("return_draft", now, actor, at, {"publication": waiting.pk})
    return waiting


@transaction.atomic
def withdraw(petition: Petition, *, actor: Account, at: datetime, reason: str = "") -> Petition:
    """Take the public text back, and with it the public answers; also one that waits for its day. Why
    is kept with the publication."""
    now = held(petition)
    must(actor, "publish", now, on=timezone.localdate(at))
    let_through = now.publications.filter(
        state__in=(Publication.State.APPROVED, Publication.State.SHOWN)
    )
    if now.published_at is None and not let_through.exists():
        raise Refused("Kiến nghị này chưa công khai. Chưa có gì thay đổi.")
    for one in let_through:
        _decide(one, Publication.State.WITHDRAWN, actor, at, reason)
    now.published_text, now.published_at = "", None
    now.answers.update(published_text="", published_at=None)
    remember("withdraw", now, actor, at)
    return now


@transaction.atomic
def withdraw_answer(answer: Answer, *, actor: Account, at: datetime) -> Answer:
    """Take a public answer back; the question stays public."""
    now = held(answer.petition)
    must(actor, "publish", now, on=timezone.localdate(at))
    answer.published_text, answer.published_at = "", None
    answer.save(update_fields=["published_text", "published_at"])
    remember("withdraw_answer", now, actor, at, {"answer": answer.pk})
    return answer


def _waiting(
    publication: Publication, actor: Account, at: datetime
) -> tuple[Publication, Petition]:
    now = held(publication.petition)
    must(actor, "publish", now, on=timezone.localdate(at))
    waiting = now.publications.filter(pk=publication.pk, state=Publication.State.DRAFT).first()
    if waiting is None:
        raise Refused("Bản này đã được quyết định rồi. Chưa có gì thay đổi. Hãy tải lại trang.")
    return waiting, now


def _decide(
    one: Publication, state: Publication.State, actor: Account, at: datetime, reason: str = ""
) -> None:
    one.state, one.decided_at, one.decided_by = state, at, actor
    one.reason = reason.strip()
    one.save()
