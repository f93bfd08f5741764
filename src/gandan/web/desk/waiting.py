"""What waits for this person beside the work of their unit, by the roles they hold: what a head decides,
what a clerk looks through, what an administrator keeps running. A constant number of questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory.access import Role, Standing
from gandan.domain.directory.access import can as may_in_directory
from gandan.domain.registry.access import held_documents
from gandan.domain.registry.queries import newest_to_review
from gandan.domain.tasks import access, queries
from gandan.domain.upkeep import access as upkeep_access
from gandan.domain.upkeep import queries as upkeep
from gandan.kernel.timetable import timetable


@dataclass(frozen=True, slots=True)
class Waiting:
    """`count` None: a door that this role needs every day, whatever waits behind it."""

    words: str | Promise
    address: str
    count: int | None = None
    is_fault: bool = False


def waiting_for(who: Standing) -> list[Waiting]:
    """Only what there is: a role with nothing to decide is shown nothing."""
    found = [*_mentioned(who)]
    if who.holds(Role.HEAD):
        found += _to_decide(who)
    if who.holds(Role.CLERK):
        found += _to_look_through(who)
    found = [one for one in found if one.count]
    return found + ([*_to_keep(who)] if who.holds(Role.ADMINISTRATOR) else [])


def _mentioned(who: Standing) -> Iterator[Waiting]:
    named = queries.open_mentions(who.account, who.on).count()
    yield Waiting(_("Nhắc tên bạn"), f"{reverse('task-board')}#named", named)


def _to_decide(who: Standing) -> Iterator[Waiting]:
    board = reverse("task-board")
    yield Waiting(
        _("Nhiệm vụ chờ bạn duyệt"), f"{board}#to-approve", queries.to_approve(who).count()
    )
    yield Waiting(_("Đề nghị gia hạn"), f"{board}#asked", queries.extensions_asked(who).count())


def _to_look_through(who: Standing) -> Iterator[Waiting]:
    documents = newest_to_review(held_documents(who))
    yield Waiting(
        _("Văn bản mới có nhiệm vụ chờ duyệt"), f"{reverse('documents')}?review=open", documents
    )
    loose = queries.without_lead(access.visible_tasks(who, who.on)).count()
    yield Waiting(_("Nhiệm vụ chưa rõ đơn vị chủ trì"), reverse("task-unlinked"), loose)


def _to_keep(who: Standing) -> Iterator[Waiting]:
    if upkeep_access.can(who, "read_jobs", on=who.on):
        jobs = upkeep.standings(timezone.now())
        failed = sum(one.state == "failed" for one in jobs)
        page = reverse("upkeep")
        if failed:
            yield Waiting(_("Việc chạy nền bị lỗi"), page, failed, is_fault=True)
        if upkeep.is_idle(jobs):
            yield Waiting(_("Việc chạy nền đang dừng"), page, is_fault=True)
        yield Waiting(_("Việc chạy nền"), page)
    year = timetable().calendar.years.get(who.on.year)
    if may_in_directory(who, "set_clock", "", on=who.on) and (
        not year or year.status != "confirmed"
    ):
        yield Waiting(_("Lịch nghỉ năm nay chưa xác nhận bằng văn bản"), reverse("clock"))
    yield Waiting(_("Tài khoản"), reverse("accounts"))
    yield Waiting(_("Danh bạ đơn vị"), reverse("units"))
