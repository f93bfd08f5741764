"""A duty laid on a class of units: shown first, whoever is taken out stays out, thousands later."""

from __future__ import annotations

import pytest
from django.conf import settings as django_settings
from django.urls import reverse
from django.utils import timezone

from gandan.domain.directory.queries import Unit
from gandan.domain.errands.models import Errand
from gandan.domain.tasks.models import Task
from gandan.jobs.errands import run_next
from gandan.kernel.events import Event
from gandan.web.desk.views import cascade

CLASS = {"class": "commune-committees"}


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path


def address(desk):
    return reverse("task-cascade", args=[desk.task.pk])


def shown(desk, who="clerk", **said):
    return desk.client(who).get(address(desk), {**CLASS, **said})


def sent(desk, who="clerk", seen=None, **said):
    """The form of the page with its button, as the page that was `shown` made it."""
    seen = seen or shown(desk, who, within=said.get("within", "")).context["asked"].seen
    form = {**CLASS, "sure": "1", "seen": seen, "key": "mot", **said}
    return desk.client(who).post(address(desk), form, follow=True)


def communes(office, many):
    return Unit.objects.bulk_create(
        Unit(code=f"X{n}", name=f"Ủy ban nhân dân xã Số {n}", kind="peoples-committee",
             level="commune", parent=office.committee, path=f"{office.committee.path}9{n:05}/")
        for n in range(many)
    )  # fmt: skip


def leads(desk, **how):
    return set(desk.task.children.filter(**how).values_list("lead__code", flat=True))


def test_the_preview_counts_the_units_and_writes_nothing(desk):
    before = Event.objects.count()
    html = shown(desk).content.decode()
    assert "Sẽ giao cho 1 đơn vị" in html
    assert "Ủy ban nhân dân xã Đồng Mây" in html
    assert Event.objects.count() == before


def test_the_units_get_their_part_and_the_page_rolls_up(desk, office):
    assert "Đã giao cho 1 đơn vị" in sent(desk).content.decode()
    part = desk.task.children.get()
    assert part.lead == office.commune
    html = desk.client("clerk").get(reverse("task", args=[desk.task.pk])).content.decode()
    assert "0 xong, 0 quá hạn, 1 chưa đến hạn" in html
    assert reverse("task", args=[part.pk]) in html
    assert "Phần của:" in desk.client("clerk").get(reverse("task", args=[part.pk])).content.decode()


def test_a_unit_that_was_taken_out_gets_nothing(desk, office):
    communes(office, 2)
    sent(desk, skip=[office.commune.pk])
    assert leads(desk) == {"X0", "X1"}


def test_all_taken_out_is_told(desk, office):
    assert "Không còn đơn vị nào" in sent(desk, skip=[office.commune.pk]).content.decode()
    assert not desk.task.children.exists()


def test_who_was_taken_out_on_another_page_stays_out_and_can_come_back(desk, office, monkeypatch):
    monkeypatch.setattr(cascade, "PER_PAGE", 2)
    made = communes(office, 4)
    first, other = made[0].pk, made[3].pk
    page = desk.client("clerk").post(
        address(desk), {**CLASS, "out": str(other), "skip": [first], "page": "2"}
    )
    assert page.context["out_elsewhere"].split() == [str(first), str(other)]
    assert page.context["count"] == 3
    back = desk.client("clerk").post(
        address(desk), {**CLASS, "out": page.context["out_elsewhere"], "find": "Số 3"}
    )
    assert [unit.pk for unit, _ in back.context["rows"]] == [other]
    assert back.context["out_elsewhere"] == str(first)
    sent(desk, out=back.context["out_elsewhere"])
    assert leads(desk) == {"COMMUNE", "X1", "X2", "X3"}


def test_a_part_of_the_tree_can_be_chosen(desk, office):
    region = office.unit("region", "Khu vực Bắc", parent="committee")
    office.unit("near", "Ủy ban nhân dân xã Gần", kind="peoples-committee", level="commune",
                parent="region")  # fmt: skip
    sent(desk, within=region.code)
    assert leads(desk) == {"NEAR"}


def test_units_that_are_not_his_to_give_to_are_said_and_not_counted(desk, office):
    office.unit("room", "Ủy ban nhân dân xã Riêng", kind="peoples-committee", level="commune",
                parent="finance")  # fmt: skip
    html = shown(desk, "other_head", within=office.committee.code).content.decode()
    assert "Sẽ giao cho 1 đơn vị" in html
    assert html.count("ngoài quyền giao của bạn") == 1


def test_a_list_that_changed_since_it_was_shown_is_shown_again(desk, office):
    seen = shown(desk).context["asked"].seen
    communes(office, 1)
    assert "Danh sách vừa đổi" in sent(desk, seen=seen).content.decode()
    assert not desk.task.children.exists()


def test_the_same_form_twice_gives_each_unit_one_part(desk, office):
    seen = shown(desk).context["asked"].seen
    for _ in range(2):
        sent(desk, seen=seen)
    assert desk.task.children.count() == 1


def test_a_few_are_put_back_from_the_page_of_the_task(desk, office):
    page = sent(desk)
    undo = page.context["undo"]
    assert "Hoàn lại" in page.content.decode()
    desk.client("clerk").post(reverse("task-bulk-undo", args=[undo.change.pk]))
    assert leads(desk, state="cancelled") == {"COMMUNE"}
    assert "Sẽ giao cho 1 đơn vị" in shown(desk).content.decode()


def test_more_units_than_a_form_has_fields_are_given_it_later_and_all_put_back(desk, office):
    many = django_settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1
    made = communes(office, many)
    seen = shown(desk).context["asked"].seen
    out = " ".join(str(unit.pk) for unit in made[1_500:])
    for _ in range(2):
        page = sent(desk, seen=seen, out=out)
    errand = Errand.objects.get()
    assert page.redirect_chain[-1][0] == reverse("errand", args=[errand.pk])
    assert not desk.task.children.exists()
    run_next(timezone.now)
    assert desk.task.children.count() == 1_501
    shown_later = desk.client("clerk").get(reverse("errand", args=[errand.pk])).content.decode()
    assert "1.501/1.501" in shown_later
    page = desk.client("clerk").get(reverse("task", args=[desk.task.pk]))
    assert page.context["undo"].tasks == 1_501
    address = reverse("task-bulk-undo", args=[page.context["undo"].change.pk])
    for _ in range(2):
        desk.client("clerk").post(address)
    run_next(timezone.now)
    assert Task.objects.filter(parent=desk.task, state="cancelled").count() == 1_501
    assert Errand.objects.count() == 2
