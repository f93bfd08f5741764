"""What a person says of a fact: accept, correct, reject, take back. Each is a new record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.queries import Account
from gandan.domain.registry import states
from gandan.domain.registry.access import must
from gandan.domain.registry.actions.identifying import identify
from gandan.domain.registry.models import Fact, FactKind, FactStatus, Verdict
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused

_STATUS = {
    Verdict.What.ACCEPT: FactStatus.ACCEPTED,
    Verdict.What.CORRECT: FactStatus.CORRECTED,
    Verdict.What.REJECT: FactStatus.REJECTED,
}


def accept(fact: Fact, *, actor: Account, at: datetime) -> Verdict:
    """The machine read it right."""
    return _say(Verdict.What.ACCEPT, fact, {}, "", actor, at)


def correct(
    fact: Fact, changes: Mapping[str, Any], *, actor: Account, at: datetime, reason: str = ""
) -> Verdict:
    """It is right with these fields changed. `changes` may only name fields that the fact has.

    Corrections add up: a second one keeps what the first changed unless it changes it again.
    """
    unknown = sorted(set(changes) - set(fact.data))
    if unknown or not changes:
        raise Refused(
            "Chưa có gì thay đổi: "
            + (f"không có mục {', '.join(unknown)}." if unknown else "chưa sửa mục nào.")
        )
    return _say(Verdict.What.CORRECT, fact, changes, reason, actor, at)


def reject(fact: Fact, reason: str, *, actor: Account, at: datetime) -> Verdict:
    """It is not in the document, or not what the machine took it for."""
    if not reason.strip():
        raise Refused("Bỏ một điều máy đọc được thì phải có lý do. Chưa có gì thay đổi.")
    return _say(Verdict.What.REJECT, fact, {}, reason, actor, at)


@transaction.atomic
def undo(fact: Fact, *, actor: Account, at: datetime) -> Verdict:
    """Take back what was last said: what was said before it holds again."""
    fact = _locked(fact)
    must(actor, "review", fact.document, on=timezone.localdate(at))
    if fact.status == FactStatus.SUPERSEDED:
        raise Refused("Điều này đã được thay bằng bản đọc mới. Chưa có gì thay đổi.")
    if fact.verdict is None:
        raise Refused("Chưa ai duyệt, sửa hay bỏ điều này nên không có gì để hoàn lại.")
    taken_back = fact.verdict
    row = Verdict.objects.create(
        fact=fact, what=Verdict.What.UNDO, actor=actor, at=at, before=taken_back
    )
    _put_in_force(fact, taken_back.before)
    _remember(row, actor, at)
    return row


@transaction.atomic
def _say(
    what: Verdict.What, fact: Fact, changes: Mapping[str, Any], reason: str, actor: Account,
    at: datetime,
) -> Verdict:  # fmt: skip
    fact = _locked(fact)
    must(actor, "review", fact.document, on=timezone.localdate(at))
    if states.after(fact.status, what) is None:
        raise Refused(
            f"Điều này {fact.get_status_display()} rồi, không {what.label} được nữa. "
            "Chưa có gì thay đổi."
        )
    earlier = fact.verdict.data if fact.verdict else {}
    row = Verdict.objects.create(
        fact=fact,
        what=what,
        data={**earlier, **changes},
        reason=reason.strip(),
        actor=actor,
        at=at,
        before=fact.verdict,
    )
    _put_in_force(fact, row)
    _remember(row, actor, at)
    return row


def _locked(fact: Fact) -> Fact:
    """The fact as it is now, held until the end of the transaction: two reviewers take turns."""
    held = Fact.objects.select_for_update(of=("self",)).select_related("document", "verdict")
    return held.get(pk=fact.pk)


def _put_in_force(fact: Fact, verdict: Verdict | None) -> None:
    fact.verdict = verdict
    fact.status = _STATUS[Verdict.What(verdict.what)] if verdict else FactStatus.MACHINE_READ
    fact.save(update_fields=["verdict", "status"])
    if fact.kind == FactKind.HEADER:
        identify(fact.document, fact.value)


def _remember(row: Verdict, actor: Account, at: datetime) -> None:
    record(
        f"fact.{row.what}", row.fact, actor=actor, at=at,
        data={"verdict": row.pk, "fields": sorted(row.data)},
    )  # fmt: skip
