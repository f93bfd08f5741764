"""A filter under a name: renamed, shared with one's unit, opened first, deleted."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gandan.domain.directory.queries import Account
from gandan.domain.tasks import actions
from gandan.domain.tasks.models import FirstFilter, SavedFilter, Task

from ...conftest import NOW


@pytest.fixture
def late(desk):
    """A filter of the officer of Sở Nội vụ."""
    return actions.save_filter("Việc chậm", "late=1", actor=desk.office.officer, at=NOW)


def listed(desk, who, query="?all=1"):
    return desk.client(who).get(reverse("task-list") + query).content.decode()


def change(desk, who, row, **said):
    return desk.client(who).post(reverse("task-filter", args=[row.pk]), said)


def share(desk, row, unit="home_affairs"):
    change(desk, "officer", row, name=row.name, unit=desk.office.units[unit].pk)
    row.refresh_from_db()
    return row


def test_a_shared_filter_is_seen_by_the_unit_and_by_no_other(desk, late):
    assert "Việc chậm" not in listed(desk, "head")
    share(desk, late)
    assert "Việc chậm" in listed(desk, "head")
    assert "Người officer" in listed(desk, "head"), "whose it is"
    for other in ("other_head", "reader", "clerk", "admin"):
        assert "Việc chậm" not in listed(desk, other)


def test_only_its_owner_and_the_head_of_the_unit_change_it(desk, late):
    colleague = desk.office.person("colleague", "officer", "home_affairs")
    share(desk, late)
    assert "Việc chậm" in listed(desk, "colleague")
    address = reverse("task-filter", args=[late.pk])
    gone = reverse("task-filter-delete", args=[late.pk])
    assert f'href="{address}"' not in listed(desk, "colleague")
    for path in (address, gone):
        assert desk.client("colleague").post(path, {"name": "x"}).status_code == 403
        assert desk.client("other_head").post(path, {"name": "x"}).status_code == 404
    assert change(desk, "head", late, name="Chậm", unit=late.unit_id).status_code == 302
    late.refresh_from_db()
    assert (late.name, late.account, late.unit) == (
        "Chậm",
        desk.office.officer,
        desk.office.home_affairs,
    )
    assert change(desk, "head", late, name="Chậm", unit="").status_code == 302
    assert "Chậm" not in listed(desk, "head")
    assert desk.client("officer").post(gone).status_code == 302
    assert not SavedFilter.objects.exists()
    assert Account.objects.filter(pk=colleague.pk).exists()


def test_it_is_shared_only_by_its_owner_and_only_with_their_own_unit(desk, late):
    change(desk, "officer", late, name="Việc chậm", unit=desk.office.finance.pk)
    late.refresh_from_db()
    assert late.unit is None
    share(desk, late)
    page = desk.client("head").get(reverse("task-filter", args=[late.pk])).content.decode()
    assert "Sở Tài chính" not in page


def test_a_name_that_is_taken_is_refused_and_nothing_changes(desk, late):
    actions.save_filter("Của tôi", "state=done", actor=desk.office.officer, at=NOW)
    answer = change(desk, "officer", late, name="Của tôi", unit="")
    assert "Đã có bộ lọc “Của tôi”" in answer.content.decode()
    late.refresh_from_db()
    assert late.name == "Việc chậm"


def test_the_list_opens_with_the_filter_that_was_chosen_for_it(desk, late):
    share(desk, late)
    first = reverse("task-filter-first", args=[late.pk])
    assert desk.client("head").post(first, {"first": "1"}).status_code == 302
    opened = desk.client("head").get(reverse("task-list"))
    assert opened["Location"] == f"{reverse('task-list')}?late=1"
    assert desk.client("head").get(reverse("task-list") + "?all=1").status_code == 200
    assert desk.client("officer").get(reverse("task-list")).status_code == 200, "each their own"
    # Once it is not shared any more the list opens with all again.
    change(desk, "officer", late, name="Việc chậm", unit="")
    assert desk.client("head").get(reverse("task-list")).status_code == 200
    share(desk, late)
    desk.client("head").post(first, {"first": "0"})
    assert not FirstFilter.objects.exists()


def test_a_shared_filter_shows_nobody_more_than_they_may_see(desk, late):
    secret = actions.assign(
        "Việc của Sở Tài chính", lead=desk.office.finance, actor=desk.office.other_head, at=NOW
    )
    query = f"unit={desk.office.finance.pk}&q=Sở"
    row = actions.save_filter("Tài chính", query, actor=desk.office.officer, at=NOW)
    share(desk, row)
    html = listed(desk, "head", f"?{row.query}")
    assert secret.text not in html
    assert Task.objects.filter(pk=secret.pk).exists()


def test_the_list_costs_the_same_with_one_filter_or_twenty(desk, late):
    def asked():
        with CaptureQueriesContext(connection) as seen:
            listed(desk, "head")
        return len(seen)

    share(desk, late)
    few = asked()
    for at in range(20):
        share(desk, actions.save_filter(f"Lọc {at}", f"q=a{at}", actor=desk.office.officer, at=NOW))
    assert asked() == few
