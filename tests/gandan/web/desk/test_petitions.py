"""The pages of petitions: what a person may see, and the steps that leave one event each."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.models import Petition
from gandan.kernel.events import history

from ...conftest import NOW

TEXT = "Đề nghị sửa cầu treo qua suối Nậm Hon để học sinh đi học trong mùa mưa lũ"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path


@pytest.fixture
def two(office):
    return [
        actions.receive(
            f"{TEXT}{more}", Origin("note"), said_on=date(2026, 3, 1), unit=office.home_affairs,
            petitioner={"name": "Vũ Thị Giả Định"}, actor=office.officer, at=NOW,
        )
        for more in ("", " năm nay")
    ]  # fmt: skip


def client(account):
    who = Client()
    who.force_login(account)
    return who


def test_the_list_and_the_page_show_it_without_who_asked(two, office):
    who = client(office.officer)
    for address in (
        reverse("petitions"), reverse("petitions") + "?q=sua+cau&state=received",
        reverse("petition", args=[two[0].pk]),
    ):  # fmt: skip
        page = who.get(address)
        assert page.status_code == 200
        assert "Nậm Hon" in page.content.decode()
        assert "Giả Định" not in page.content.decode()


def test_another_unit_finds_nothing_and_no_page(two, office):
    who = client(office.other_head)
    assert "Nậm Hon" not in who.get(reverse("petitions") + "?q=cau").content.decode()
    assert who.get(reverse("petition", args=[two[0].pk])).status_code == 404
    for name, more in (("petition-step", ["close"]), ("petition-part", [])):
        assert who.post(reverse(name, args=[two[0].pk, *more])).status_code == 404


def test_the_same_request_is_joined_and_parted_on_the_page(two, office):
    first, second = two
    who = client(office.officer)
    who.post(reverse("petition-join", args=[second.pk, first.pk]))
    second.refresh_from_db()
    assert second.first == first
    assert "đã nêu 2 lần từ 2026" in who.get(reverse("petition", args=[first.pk])).content.decode()
    who.post(reverse("petition-part", args=[second.pk]))
    second.refresh_from_db()
    assert second.first is None


def test_a_step_leaves_one_event_and_asks_for_its_reason(two, office):
    who, one = client(office.head), two[0]
    before = history(one).count()
    who.post(reverse("petition-step", args=[one.pk, "close"]))
    assert Petition.objects.get(pk=one.pk).state == "received"
    who.post(reverse("petition-step", args=[one.pk, "close"]), {"reason": "Trùng"})
    assert Petition.objects.get(pk=one.pk).state == "closed"
    assert history(one).count() == before + 1
