"""One verb on many petitions: all of them or none, and back again where nobody went on since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from gandan.domain.directory.queries import Account, Unit
from gandan.domain.petitions.actions.classifying import classify
from gandan.domain.petitions.actions.hold import held, remember
from gandan.domain.petitions.actions.joining import join, part
from gandan.domain.petitions.actions.routing import transfer
from gandan.domain.petitions.models import Batch, Petition
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.queries import State as TaskState
from gandan.domain.tasks.queries import Task
from gandan.kernel.access import Denied
from gandan.kernel.events import deed, record
from gandan.kernel.refusal import Refused

MOST = 300


@deed("petition.batch")
def classify_all(
    petitions: Sequence[Petition], field: str, level: str, *, actor: Account, at: datetime
) -> Batch:
    def sort(one: Petition) -> dict[str, Any]:
        before = {
            "field": one.field, "level": one.level, "state": one.state,
            "by_person": one.field_by_person,
        }  # fmt: skip
        now = classify(one, field, level, actor=actor, at=at)
        return {"petition": one.pk, "seen": now.sequence, **before}

    return _all(Batch.Kind.CLASSIFY, petitions, sort, actor, at)


@deed("petition.batch")
def transfer_all(
    petitions: Sequence[Petition], to: Unit, reason: str, *, actor: Account, at: datetime
) -> Batch:
    def send(one: Petition) -> dict[str, Any]:
        before = {"state": one.state, "holder": one.holder_id, "task": one.task_id}
        now = transfer(one, to, reason=reason, actor=actor, at=at)
        return {"petition": one.pk, "seen": now.sequence, **before}

    return _all(Batch.Kind.TRANSFER, petitions, send, actor, at)


@deed("petition.batch")
def join_all(petitions: Sequence[Petition], *, actor: Account, at: datetime) -> Batch:
    """All ask for the same: the earliest stands first. Those joined to it already stay as they are."""
    if len(petitions) < 2:
        raise Refused("Hãy chọn ít nhất hai kiến nghị để gộp. Chưa có gì thay đổi.")
    first, *rest = sorted(petitions, key=lambda one: (one.said_on, one.pk))
    apart = [one for one in rest if (one.first_id or one.pk) != (first.first_id or first.pk)]
    if any(one.repeats.exists() for one in apart):
        raise Refused(
            "Có kiến nghị đã đứng đầu một nhóm khác; gộp cả loạt thì không tách lại được như cũ. "
            "Chưa có gì thay đổi. Hãy gộp nhóm đó trên trang của kiến nghị."
        )

    def same(one: Petition) -> dict[str, Any]:
        join(one, first, actor=actor, at=at)
        one.refresh_from_db()
        return {"petition": one.pk, "seen": one.sequence}

    return _all(Batch.Kind.JOIN, apart, same, actor, at)


@deed("petition.batch_undo")
def undo_batch(batch: Batch, *, actor: Account, at: datetime) -> int:
    """Put back what nobody has changed since; returns how many. Only who did it may."""
    now = Batch.objects.select_for_update().get(pk=batch.pk)
    if now.by_id != actor.pk:
        raise Denied("Chỉ người đã làm mới hoàn lại được. Chưa có gì thay đổi.")
    if now.undone_at is not None:
        raise Refused("Loạt này đã được hoàn lại rồi. Chưa có gì thay đổi.")
    now.undone_at = at
    now.save(update_fields=["undone_at"])
    back = sum(_put_back(now.kind, row, actor, at) for row in now.before)
    record(
        "petition.batch_undo", now, actor=actor, at=at, data={"kind": now.kind, "petitions": back}
    )
    return back


def _put_back(kind: str, row: dict[str, Any], actor: Account, at: datetime) -> bool:
    one = held(Petition.objects.get(pk=row["petition"]))
    if one.sequence != row["seen"]:
        return False
    if kind == Batch.Kind.JOIN:
        part(one, actor=actor, at=at)
        return True
    if kind == Batch.Kind.CLASSIFY:
        one.field, one.level, one.state = row["field"], row["level"], row["state"]
        one.field_by_person = row["by_person"]
    elif not _recall(one, row, actor, at):
        return False
    remember("undo", one, actor, at, {"of": kind})
    return True


def _recall(one: Petition, row: dict[str, Any], actor: Account, at: datetime) -> bool:
    """A transfer comes back as long as the unit has not taken it up; its row in the chain stays."""
    given = Task.objects.filter(pk=one.task_id or 0).first()
    if given is None or given.state != TaskState.ASSIGNED:
        return False
    tasks.settle(given, TaskState.CANCELLED, actor=actor, at=at, reason="Hoàn lại việc chuyển")
    one.routes.filter(task=given).update(recalled_at=at)
    one.state, one.holder_id, one.task_id = row["state"], row["holder"], row["task"]
    return True


def _all(
    kind: Batch.Kind, petitions: Sequence[Petition], act: Callable[[Petition], dict[str, Any]],
    actor: Account, at: datetime,
) -> Batch:  # fmt: skip
    if not petitions or len(petitions) > MOST:
        raise Refused(f"Hãy chọn từ 1 đến {MOST} kiến nghị. Chưa có gì thay đổi.")
    before = []
    for one in petitions:
        try:
            before.append(act(one))
        except (Refused, Denied) as error:
            raise Refused(f"{one.code}: {error} Cả loạt chưa có gì thay đổi.") from error
    made = Batch.objects.create(kind=kind, by=actor, at=at, before=before)
    record(
        "petition.batch", made, actor=actor, at=at, data={"kind": kind, "petitions": len(before)}
    )
    return made
