"""The desk's pages of petitions: entry with what is proposed, the list, the public text, many at once."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.models import Petition, PetitionerIdentity

from ...conftest import NOW

BRIDGE = "Đề nghị sửa cầu treo qua suối Nậm Hon để học sinh đi học trong mùa mưa lũ"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA, settings.GANDAN_FILES = tmp_path, tmp_path / "files"
    with time_machine.travel(NOW, tick=False):
        yield


def client(account):
    who = Client()
    who.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return who


def form(office, **more):
    return {
        "key": "phieu-0001", "text": BRIDGE, "said_on": "01/03/2026", "source": "letter",
        "unit": office.home_affairs.code, "place": "thôn Bãi", **more,
    }  # fmt: skip


def kept(office, text=BRIDGE, **more):
    return actions.receive(
        text, Origin("note", session="Kỳ 5"), said_on=date(2026, 2, 1), unit=office.home_affairs,
        petitioner={"name": "Vũ Thị Giả Định"}, actor=office.officer, at=NOW, **more,
    )  # fmt: skip


def test_field_and_the_same_before_are_proposed_while_typing_and_nothing_is_kept(office):
    before = kept(office)
    page = client(office.officer).post(reverse("petition-propose"), {"text": BRIDGE + " này"})
    said = page.content.decode()
    assert before.code in said
    assert '<option value="b.road" selected' in said
    assert "cầu treo" in said
    assert Petition.objects.count() == 1


def test_a_form_sent_twice_is_one_petition_with_its_letter_and_joined_as_chosen(office):
    first = kept(office)
    who = client(office.officer)
    for _ in range(2):
        letter = SimpleUploadedFile("don.txt", b"thu tay")
        who.post(
            reverse("petition-new"),
            form(office, name="Lò Văn Mẫu", same=first.pk, attachments=letter),
        )
    made = Petition.objects.exclude(pk=first.pk).get()
    assert (made.first, made.attachments.count()) == (first, 1)
    assert PetitionerIdentity.objects.get(petition=made).name == "Lò Văn Mẫu"
    assert "Lò Văn Mẫu" not in who.get(reverse("petition", args=[made.pk])).content.decode()


def test_a_denunciation_is_told_how_to_file_unless_a_person_says_that_it_is_none(office):
    who, text = client(office.officer), "Đơn tố cáo: xem lại danh sách hộ nghèo thôn Bãi"
    page = who.post(reverse("petition-new"), form(office, text=text)).content.decode()
    assert "phong bì" in page
    assert not Petition.objects.exists()
    who.post(reverse("petition-new"), form(office, text=text, no_denunciation="on"))
    assert Petition.objects.get().text == text


def test_the_list_is_narrowed_and_its_sheet_names_nobody(office, django_assert_max_num_queries):
    for n in range(6):
        kept(office, f"{BRIDGE} lần {n}", place_text=f"thôn {n}")
    who = client(office.officer)
    with django_assert_max_num_queries(40):
        page = who.get(reverse("petitions") + "?session=Kỳ 5&place=thôn 3").content.decode()
    assert "lần 3" in page
    assert "lần 4" not in page
    sheet = load_workbook(BytesIO(who.get(reverse("petition-export")).content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 7
    assert "Giả Định" not in str(rows)
    added = who.get(reverse("petition-synthesis") + "?form=xlsx").content
    assert len(list(load_workbook(BytesIO(added)).active.iter_rows())) == 7


def test_the_list_asks_the_same_number_of_questions_however_long(office, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    who = client(office.officer)
    kept(office)
    with CaptureQueriesContext(
        connection,
    ) as few:
        who.get(reverse("petitions"))
    for n in range(12):
        kept(office, f"{BRIDGE} lần {n}")
    with django_assert_num_queries(len(few)):
        who.get(reverse("petitions"))


def test_what_looks_personal_is_marked_altered_and_let_through_by_a_second_person(office):
    told = "Ông Lò Văn Mẫu, điện thoại 0912 345 678, đề nghị sửa cầu treo qua suối."
    one = kept(office, told)
    who, address = client(office.officer), reverse("petition-public", args=[one.pk])
    assert '<mark class="personal">0912 345 678</mark>' in who.get(address).content.decode()
    shown = who.post(address, {"alter": "1", "as-0": "Cử tri", "as-1": ""}).content.decode()
    assert "Mẫu" not in shown.split("<textarea", 1)[1].split("</textarea>")[0]
    who.post(address, {"text": "Cử tri đề nghị sửa cầu treo."})
    draft = one.publications.get()
    decide = reverse("petition-publication", args=[one.pk, draft.pk])
    assert who.post(decide).status_code == 403
    client(office.head).post(decide)
    one.refresh_from_db()
    assert one.published_text == "Cử tri đề nghị sửa cầu treo."


def test_many_are_shown_first_then_done_then_put_back(office):
    keys = [kept(office, f"{BRIDGE} lần {n}").pk for n in range(3)]
    who = client(office.officer)
    asked = {"verb": "classify", "petition": keys}
    assert "Với 3 kiến nghị" in who.post(reverse("petition-batch"), asked).content.decode()
    assert Petition.objects.filter(field="").count() == 3
    sure = {**asked, "sure": "1", "field": "c", "level": "commune"}
    page = who.post(reverse("petition-batch"), sure, follow=True)
    assert Petition.objects.filter(field="c").count() == 3
    batch = page.context["batch"]
    who.post(reverse("petition-batch-undo", args=[batch.pk]))
    assert Petition.objects.filter(field="", state="received").count() == 3
