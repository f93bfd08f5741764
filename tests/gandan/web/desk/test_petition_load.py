"""A register of petitions comes in through a page: looked through first, loaded when asked, never twice."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gandan.domain.errands.models import Errand
from gandan.domain.petitions.models import Petition
from gandan.jobs.errands import run_next

from ...domain.meetings.conftest import workbook

HEADS = ["Nội dung", "Địa bàn", "Ngày", "Điện thoại"]
ROWS = [
    ["Đề nghị sửa cầu treo qua suối", "xã Đồng Mây", "05/02/2026", "0900"],
    ["Đề nghị kéo điện về bản", "", "32/13/2026", ""],
]


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path


def client(account):
    who = Client()
    who.force_login(account)
    return who


def sent(who, unit, name="so.xlsx", data=None):
    file = SimpleUploadedFile(name, workbook(ROWS, HEADS) if data is None else data)
    said = {"key": "k", "file": file, "unit": str(unit)}
    return who.post(reverse("petition-load"), said)


def test_a_register_is_looked_through_then_loaded_once(office):
    who = client(office.clerk)
    assert reverse("petition-load") in who.get(reverse("petitions")).content.decode()
    asked = sent(who, office.committee)
    run_next(timezone.now)
    onward = who.get(asked.url).context["onward"][0]
    weighed = reverse(onward, args=[Errand.objects.get().pk])
    page = who.get(weighed).content.decode()
    assert "Nạp 1 kiến nghị" in page
    assert "Ngày “32/13/2026” không đọc được" in page
    assert "Cột không đọc: Điện thoại" in " ".join(page.split())
    assert not Petition.objects.exists()
    for _ in range(2):
        loading = who.post(weighed)
    run_next(timezone.now)
    assert Errand.objects.count() == 2
    assert Petition.objects.get().unit == office.committee
    assert "2/2" in who.get(loading.url).content.decode()
    assert client(office.head).get(weighed).status_code in (403, 404)


def test_the_form_sent_twice_is_looked_through_once(office):
    who = client(office.clerk)
    assert sent(who, office.committee).url == sent(who, office.committee).url
    assert Errand.objects.count() == 1


def test_what_is_no_workbook_and_a_unit_of_others_are_refused_in_the_form(office):
    who = client(office.clerk)
    page = sent(who, office.committee, "so.docx", b"x").content.decode()
    assert "so.docx không phải tệp .xlsx" in page
    assert sent(who, "Đơn vị không có").status_code == 200
    assert not Errand.objects.exists()


def test_who_is_no_clerk_has_no_such_page(office):
    who = client(office.officer)
    assert who.get(reverse("petition-load")).status_code == 403
    assert reverse("petition-load") not in who.get(reverse("petitions")).content.decode()
