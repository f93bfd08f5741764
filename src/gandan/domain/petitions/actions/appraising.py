"""What is thought of an answer: voters' ratings as numbers, and a second look by who supervises."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, home_unit
from gandan.domain.meetings.queries import Meeting
from gandan.domain.petitions import states
from gandan.domain.petitions.access import must
from gandan.domain.petitions.actions.hold import held, remember
from gandan.domain.petitions.actions.steps import settle_task
from gandan.domain.petitions.models import Answer, Assessment, Petition, VoterRating
from gandan.domain.tasks.queries import State
from gandan.kernel.refusal import Refused


@transaction.atomic
def note_rating(
    answer: Answer,
    source: str,
    *,
    satisfied: int = 0,
    partly: int = 0,
    unsatisfied: int = 0,
    meeting: Meeting | None = None,
    actor: Account,
    at: datetime,
) -> VoterRating:
    """Keep how many were satisfied with an answer, asked at a meeting or on paper. Nobody is named."""
    now = held(answer.petition)
    must(actor, "rate", now, on=timezone.localdate(at))
    if source not in VoterRating.Source.values:
        raise Refused(f"Không có nơi hỏi “{source}”. Chưa lưu gì.")
    counts = (satisfied, partly, unsatisfied)
    if min(counts) < 0 or sum(counts) == 0:
        raise Refused("Hãy ghi ít nhất một con số lớn hơn 0. Chưa lưu gì.")
    if meeting is not None and sum(counts) > meeting.attendees:
        raise Refused(
            f"Số người đánh giá ({sum(counts)}) nhiều hơn số người dự cuộc họp "
            f"({meeting.attendees}). Chưa lưu gì. Hãy xem lại các số."
        )
    if meeting is not None and answer.ratings.filter(meeting=meeting).exists():
        raise Refused("Câu trả lời này đã được đánh giá tại cuộc họp đó. Chưa lưu thêm.")
    made = VoterRating.objects.create(
        petition=now, answer=answer, source=source, meeting=meeting, satisfied=satisfied,
        partly=partly, unsatisfied=unsatisfied, at=at, by=actor,
    )  # fmt: skip
    remember("note_rating", now, actor, at, {"rating": made.pk})
    return made


@transaction.atomic
def assess(
    answer: Answer,
    verdict: str,
    reason: str = "",
    *,
    sends_back: bool = False,
    actor: Account,
    at: datetime,
) -> Assessment:
    """A second look at an answer. What does not satisfy says why; `sends_back` asks for it again."""
    now = held(answer.petition)
    must(actor, "assess", now, on=timezone.localdate(at))
    if verdict not in Assessment.Verdict.values:
        raise Refused(f"Không có mức đánh giá “{verdict}”. Chưa lưu gì.")
    good = verdict == Assessment.Verdict.SATISFYING
    if not good and not reason.strip():
        raise Refused("Đánh giá chưa đạt phải ghi vì sao. Chưa lưu gì.")
    if sends_back:
        _send_back(now, reason, good, actor, at)
    made = Assessment.objects.create(
        petition=now, answer=answer, unit=home_unit(actor, timezone.localdate(at)),
        verdict=verdict, reason=reason.strip(), sends_back=sends_back, at=at, by=actor,
    )  # fmt: skip
    remember("assess", now, actor, at, {"assessment": made.pk, "verdict": verdict})
    return made


def _send_back(now: Petition, reason: str, good: bool, actor: Account, at: datetime) -> None:
    """The file opens again where it was, and the task of answering with it."""
    if good:
        raise Refused("Trả lời đạt yêu cầu thì không yêu cầu trả lời lại. Chưa lưu gì.")
    step = states.step(now.state, "send_back")
    if step is None:
        raise Refused("Kiến nghị chưa có trả lời để yêu cầu làm lại. Chưa lưu gì.")
    now.state, now.state_reason = step.after, reason.strip()
    settle_task(now, State.ASSIGNED, actor, at, reason)
