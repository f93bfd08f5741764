"""Say how far the work is, and put in what proves it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.registry.queries import Document, File
from gandan.domain.tasks.access import must
from gandan.domain.tasks.actions.hold import held, remember
from gandan.domain.tasks.models import Evidence, ProgressNote, Task
from gandan.kernel.refusal import Refused


@transaction.atomic
def note_progress(
    task: Task, text: str, *, actor: Account, at: datetime, percent: int | None = None
) -> ProgressNote:
    """What was done so far, in words; `percent` only if the person wants to say it."""
    now = held(task)
    must(actor, "progress", now, on=timezone.localdate(at))
    if not text.strip():
        raise Refused("Chưa ghi đã làm gì. Chưa lưu gì. Hãy ghi vài chữ về tiến độ.")
    if percent is not None and not 0 <= percent <= 100:
        raise Refused("Tỷ lệ hoàn thành phải từ 0 đến 100. Chưa lưu gì.")
    note = ProgressNote.objects.create(
        task=now, text=text.strip(), percent=percent, at=at, by=actor
    )
    remember("task.progress", now, actor, at, {"note": note.pk, "percent": percent})
    return note


@transaction.atomic
def add_evidence(
    task: Task,
    *,
    actor: Account,
    at: datetime,
    document: Document | None = None,
    file: File | None = None,
    note: str = "",
) -> Evidence:
    """A document of the registry, or a file, that shows the work was done."""
    now = held(task)
    must(actor, "prove", now, on=timezone.localdate(at))
    if document is None and file is None:
        raise Refused("Chưa chọn văn bản hoặc tệp minh chứng. Chưa lưu gì.")
    evidence = Evidence.objects.create(
        task=now, document=document, file=file, note=note.strip()[:400], at=at, by=actor
    )
    remember("task.evidence", now, actor, at, {"evidence": evidence.pk})
    return evidence
