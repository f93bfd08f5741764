"""What the public sends is kept once, apart from who sent it; a denunciation is kept nowhere."""

from __future__ import annotations

import io
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.test import Client
from PIL import Image

from gandan.domain.petitions.queries import Attachment, Petition
from gandan.kernel.events import Event
from vanban.rules import rules

TEXT = "Đề nghị sửa đường vào bản, mùa mưa xe không đi được."
FORM = {"key": "mot-lan-gui-thu-nhat", "text": TEXT}
PERSON = {"name": "Vũ Thị Giả Định", "phone": "0900000001", "address": "thôn Tưởng Tượng"}


def send(portal, **more):
    return portal.browser.post("/dan/gui/", {**FORM, **more}, follow=True)


def everything_in_the_database():
    rows = []
    for model in apps.get_models():
        rows += [str(row) for row in model.objects.values_list()]
    return "\n".join(rows)


def picture():
    out = io.BytesIO()
    Image.new("RGB", (200, 150), (90, 120, 60)).save(out, "JPEG")
    return SimpleUploadedFile("duong-hong.jpg", out.getvalue(), "image/jpeg")


def test_it_is_kept_and_the_code_is_shown_large(portal):
    unit = portal.office.commune
    page = send(portal, unit=str(unit.pk), field="b").content.decode()
    petition = Petition.objects.get()
    assert f'<p class="code">{petition.code}</p>' in page
    assert (petition.text, petition.source, petition.unit) == (TEXT, "portal", unit)
    assert petition.place_text == "Xã Đồng Mây"
    assert "16/03/2026" in page
    assert "Điều 28" in page


def test_sent_twice_it_is_kept_once_and_shows_the_same_code(portal):
    pages = [send(portal).content for _ in range(3)]
    assert Petition.objects.count() == 1
    assert len(set(pages)) == 1
    send(portal, key="mot-lan-gui-khac")
    assert Petition.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_sent_fifty_times_at_once_it_is_kept_once(portal):
    def once(_):
        try:
            return Client().post("/dan/gui/", FORM).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(once, range(28)))
    assert set(told) == {302}
    assert Petition.objects.count() == 1
    assert Event.objects.filter(verb="petition.receive").count() == 1


def test_who_sent_it_is_kept_apart_and_the_address_nowhere(portal):
    portal.browser.post("/dan/gui/", {**FORM, **PERSON}, REMOTE_ADDR="203.0.113.77")
    petition = Petition.objects.get()
    own = str(Petition.objects.values_list().get(pk=petition.pk))
    assert [value for value in PERSON.values() if value in own] == []
    events = "\n".join(str(row) for row in Event.objects.values_list())
    assert [value for value in PERSON.values() if value in events] == []
    assert "203.0.113.77" not in everything_in_the_database()


def test_contact_is_optional(portal):
    send(portal)
    assert connection.introspection.table_names()
    identity = apps.get_model("petitions", "PetitionerIdentity")
    assert not identity.objects.exists()


def denunciations():
    told = [words for rule in rules("denunciation") for words in rule.examples]
    accused = (
        "ông Trần Văn Bịa",
        "bà Lê Thị Tưởng",
        "chủ tịch xã",
        "kế toán xã",
        "cán bộ địa chính",
    )
    deeds = ("tham ô tiền hỗ trợ", "nhận hối lộ", "ăn chặn tiền của hộ nghèo", "chiếm đoạt đất công",
             "bao che cho người phá rừng", "lợi dụng chức vụ", "nhũng nhiễu dân", "làm giả hồ sơ",
             "vòi vĩnh tiền", "biển thủ quỹ")  # fmt: skip
    forms = ("{who} đã {deed}", "Tôi tố cáo {who} {deed}", "{who} có dấu hiệu {deed}",
             "Chúng tôi xin tố giác {who} về việc {deed}")  # fmt: skip
    made = [form.format(who=who, deed=deed) for who in accused for deed in deeds for form in forms]
    return [*told, *made]


def test_two_hundred_denunciations_leave_no_trace(portal, caplog, tmp_path):
    """Not in a table, an event, a file, a log or the page that says so."""
    caplog.set_level(logging.DEBUG)
    portal.browser.get("/dan/gui/")
    before = everything_in_the_database()
    texts = denunciations()
    assert len(texts) >= 200
    for number, text in enumerate(texts):
        said = f"{text}. Dấu riêng hoacamtu{number}."
        answer = portal.browser.post(
            "/dan/gui/", {**FORM, "key": f"k{number}", "text": said, **PERSON},
            REMOTE_ADDR=f"192.0.2.{number % 250}",
        )  # fmt: skip
        page = answer.content.decode()
        assert answer.status_code == 422, text
        assert "Chưa lưu gì" in page
        assert "Điều 22" in page
        assert "hoacamtu" not in page
        assert "receipt" not in answer.cookies
    assert everything_in_the_database() == before
    assert "hoacamtu" not in caplog.text
    written = [path for path in Path(tmp_path).rglob("*") if path.is_file()]
    assert [path for path in written if b"hoacamtu" in path.read_bytes()] == []


def test_a_denunciation_in_a_file_is_refused_with_it(portal):
    file = SimpleUploadedFile("don.txt", "ĐƠN TỐ CÁO\nÔng Trần Văn Bịa đã nhận hối lộ.".encode())
    answer = portal.browser.post("/dan/gui/", {**FORM, "attachments": [file]})
    assert answer.status_code == 422
    assert not Petition.objects.exists()
    assert not apps.get_model("registry", "File").objects.exists()


def test_a_photograph_is_kept_once_with_the_petition(portal):
    for _ in range(2):
        send(portal, attachments=[picture()])
    attachment = Attachment.objects.get()
    assert attachment.petition == Petition.objects.get()
    assert attachment.file.name == "duong-hong.jpg"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("virus.exe", b"MZ\x90\x00" * 100)], "Không mở được"),
        ([("hong.docx", b"PK\x03\x04 khong phai zip")], "Không mở được"),
        ([("to.txt", b"a" * 10_000_001)], "lớn hơn 10 MB"),
        ([(f"{n}.txt", b"mot hai ba") for n in range(4)], "hơn 3 tệp"),
        (
            [
                (
                    "trang.html",
                    "<!doctype html><html><body><p>Xin chào các bạn</p></body></html>".encode(),
                )
            ],
            "không phải ảnh",
        ),
    ],
)
def test_a_file_that_cannot_be_taken_stops_the_sending_and_keeps_what_was_typed(
    portal, files, said
):
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    answer = portal.browser.post("/dan/gui/", {**FORM, "attachments": sent})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert TEXT in page
    assert not Petition.objects.exists()


@pytest.mark.parametrize("text", ["", "   ", "\x00\x01"])
def test_nothing_written_is_nothing_sent(portal, text):
    assert portal.browser.post("/dan/gui/", {**FORM, "text": text}).status_code == 422
    assert not Petition.objects.exists()


def test_a_unit_that_takes_no_letters_cannot_be_chosen(portal):
    answer = portal.browser.post("/dan/gui/", {**FORM, "unit": str(portal.office.finance.pk)})
    assert answer.status_code == 422
    assert not Petition.objects.exists()


def test_fields_that_the_form_has_not_change_nothing(portal):
    send(
        portal,
        state="closed",
        published_text="x",
        published_at="2026-01-01",
        code="KN-1",
        level="central",
    )
    petition = Petition.objects.get()
    assert (petition.state, petition.published_text, petition.published_at) == (
        "received",
        "",
        None,
    )
    assert petition.level == ""
    assert petition.code != "KN-1"


def test_the_receipt_is_for_the_browser_that_sent(portal):
    send(portal)
    assert Petition.objects.get().code in portal.said("/dan/gui/bien-nhan/")
    stranger = Client().get("/dan/gui/bien-nhan/")
    assert (stranger.status_code, stranger["Location"]) == (302, "/dan/gui/")


def test_a_machine_that_floods_is_told_to_wait(portal):
    for number in range(30):
        send(portal, key=f"k{number}")
    answer = portal.browser.post("/dan/gui/", {**FORM, "key": "k99"})
    assert answer.status_code == 429
    assert Petition.objects.count() == 30
