"""Open a round of meetings: who stands in it, and how many meetings each must hold."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.meetings.access import must
from gandan.domain.meetings.kinds import kinds
from gandan.domain.meetings.models import Campaign, Delegate, Requirement, Tier
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused


@transaction.atomic
def open_campaign(
    name: str,
    kind: str,
    unit: Unit,
    starts_on: date,
    ends_on: date,
    *,
    actor: Account,
    at: datetime,
) -> Campaign:
    said = " ".join(name.split())
    if not said:
        raise Refused("Đợt tiếp xúc chưa có tên. Chưa lưu gì. Hãy đặt tên cho đợt.")
    if kind not in kinds():
        raise Refused(f"Không có loại “{kind}”. Chưa lưu gì.")
    if ends_on < starts_on:
        raise Refused("Ngày kết thúc trước ngày bắt đầu. Chưa lưu gì. Hãy xem lại hai ngày.")
    if Campaign.objects.filter(name=said).exists():
        raise Refused(f"Đã có đợt tên “{said}”. Chưa lưu gì. Hãy đặt tên khác.")
    made = Campaign(
        name=said, kind=kind, unit=unit, starts_on=starts_on, ends_on=ends_on,
        created_at=at, created_by=actor,
    )  # fmt: skip
    must(actor, "run", made, on=timezone.localdate(at))
    made.save()
    record("campaign.open", made, actor=actor, at=at, unit_id=unit.pk)
    return made


@transaction.atomic
def require(
    campaign: Campaign, tier: str, number: int, since: date, citation: str,
    *, actor: Account, at: datetime,
) -> Requirement:  # fmt: skip
    """Set the least number of meetings of a tier; what an earlier letter set is kept beside it."""
    must(actor, "run", campaign, on=timezone.localdate(at))
    if tier not in Tier.values:
        raise Refused(f"Không có cấp “{tier}”. Chưa lưu gì.")
    if not citation.strip():
        raise Refused("Chưa ghi văn bản quy định số cuộc. Chưa lưu gì. Hãy ghi số, ký hiệu.")
    if campaign.requirements.filter(tier=tier, citation=citation.strip()).exists():
        raise Refused("Văn bản này đã quy định số cuộc của cấp này. Chưa lưu gì.")
    made = Requirement.objects.create(
        campaign=campaign, tier=tier, number=number, since=since, citation=citation.strip()
    )
    record(
        "campaign.require", campaign, actor=actor, at=at, unit_id=campaign.unit_id,
        data={"tier": tier, "number": number},
    )  # fmt: skip
    return made


@transaction.atomic
def add_delegate(
    campaign: Campaign,
    name: str,
    tier: str,
    constituency: str = "",
    *,
    actor: Account,
    at: datetime,
) -> Delegate:
    """A delegate or candidate of the campaign; one who is there already stays the same row."""
    must(actor, "run", campaign, on=timezone.localdate(at))
    said = " ".join(name.split())
    if not said:
        raise Refused("Chưa ghi họ tên đại biểu, người ứng cử. Chưa lưu gì.")
    if tier not in Tier.values:
        raise Refused(f"Không có cấp “{tier}”. Chưa lưu gì.")
    made, is_new = Delegate.objects.get_or_create(
        campaign=campaign, name=said, tier=tier, constituency=" ".join(constituency.split())
    )
    if is_new:
        record(
            "campaign.delegate", campaign, actor=actor, at=at, unit_id=campaign.unit_id,
            data={"delegate": made.pk},
        )  # fmt: skip
    return made
