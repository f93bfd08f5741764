""" "Soát văn bản": files are checked and forgotten, unless the person says to keep them."""

from __future__ import annotations

import base64
import json
import shutil
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import docx
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from gandan.domain.errands.models import Errand
from gandan.domain.registry import actions as registry
from gandan.domain.registry.queries import Document, File
from gandan.jobs.errands import run_next
from gandan.kernel.events import Event
from vanban.checking import checked

from ...conftest import NOW
from ...reading_by_hand import decision, line_of, plan, span_of

SLIP = "Xây dựng nền tàng số của xã trong năm 2026, hạn báo cáo ngày 30/6/2026."


def drop(desk, *files, who="reader", **more):
    return desk.client(who).post(reverse("document-check"), {"documents": list(files), **more})


def text_file(name="van-ban.txt", text=SLIP):
    return SimpleUploadedFile(name, text.encode())


def test_the_finding_stands_beside_its_words_and_points_at_them(desk):
    html = drop(desk, text_file()).content.decode()
    assert "«nền tàng» có lẽ viết sai «nền tảng»" in html
    assert "Nên sửa: nền tảng" in html
    key = html.split('data-family="spelling"')[0].rsplit('data-card="', 1)[1].split('"')[0]
    assert f'id="fact-{key}"' in html
    assert f'href="#fact-{key}"' in html


def test_nothing_is_stored_of_a_file_that_was_only_checked(desk):
    files, events = File.objects.count(), Event.objects.count()
    assert "Không lưu gì." in drop(desk, text_file(), who="clerk").content.decode()
    assert (File.objects.count(), Event.objects.count()) == (files, events)


def test_a_clerk_who_says_so_keeps_the_file(desk):
    drop(desk, text_file(), who="clerk", keep="on")
    assert File.objects.filter(name="van-ban.txt").exists()


def test_a_reader_who_says_so_keeps_nothing(desk):
    before = File.objects.count()
    assert drop(desk, text_file(), who="reader", keep="on").status_code == 200
    assert File.objects.count() == before


@pytest.fixture
def several(desk, settings, tmp_path):
    settings.GANDAN_DATA = tmp_path
    files = [text_file("mat-mot.txt"), SimpleUploadedFile("mat-hai.docx", b"PK\x03\x04hong")]
    page = drop(desk, *files, key="mot").url
    errand = Errand.objects.get()
    assert page == f"/running/{errand.pk}/"
    return errand


def test_each_of_several_files_has_its_own_verdict_apart_from_the_request(desk, several):
    run_next(timezone.now)
    reader = desk.client("reader")
    found = f"/running/{several.pk}/checked/"
    assert found in reader.get(f"/running/{several.pk}/").content.decode()
    html = reader.get(found).content.decode()
    assert "mat-mot.txt" in html
    assert "nền tảng" in html
    assert html.count("notice--bad") == 1
    assert "spelling.compound" in dict(downloads(html))["application/json"].decode()
    assert "xóa lúc" in html


def test_what_was_found_is_its_senders_alone_and_gone_after_an_hour(desk, several):
    run_next(timezone.now)
    page = f"/running/{several.pk}/"
    assert desk.client("clerk").get(f"{page}checked/").status_code == 404
    with time_machine.travel(timezone.now() + timedelta(minutes=61), tick=False):
        assert desk.client("reader").get(f"{page}checked/").status_code == 404
        assert "/checked/" not in desk.client("reader").get(page).content.decode()


def test_a_form_of_several_files_sent_twice_is_checked_once(desk, several):
    drop(desk, text_file("mat-mot.txt"), text_file("mat-hai.txt"), key="mot")
    assert Errand.objects.count() == 1


def test_results_of_many_files_are_paged_with_the_same_number_of_questions(
    desk, several, django_assert_max_num_queries
):
    run_next(timezone.now)
    for number in range(2, 10):
        shutil.copy(several.folder / "0.json", several.folder / f"{number}.json")
    reader = desk.client("reader")
    with django_assert_max_num_queries(8):
        html = reader.get(f"/running/{several.pk}/checked/").content.decode()
    assert html.count('<section class="checked"') == 5


def test_a_file_that_is_too_big_is_refused_with_a_sentence(desk, settings):
    settings.GANDAN_LARGEST_UPLOAD = 10
    html = drop(desk, text_file()).content.decode()
    assert "nên chưa soát. Hãy tách thành nhiều tệp." in html


def test_no_file_is_asked_for_again(desk):
    assert "field--wrong" in drop(desk).content.decode()


def downloads(html):
    for part in html.split('href="data:')[1:]:
        media, rest = part.split(";base64,", 1)
        yield media, base64.b64decode(rest.split('"')[0])


def test_what_was_checked_can_be_taken_along_without_being_kept(desk):
    files = dict(downloads(drop(desk, text_file()).content.decode()))
    found = json.loads(files["application/json"])["findings"]
    assert "spelling.compound" in {one["rule"] for one in found}
    assert json.loads(files["application/sarif+json"])["version"] == "2.1.0"
    word = next(data for media, data in files.items() if "wordprocessing" in media)
    comments = [one.text for one in docx.Document(BytesIO(word)).comments]
    assert any("nền tảng" in one for one in comments)


def test_a_hostile_name_stays_a_name(desk):
    html = drop(desk, text_file("<script>alert(1)</script>.txt")).content.decode()
    assert "<script>alert" not in html


@pytest.fixture
def held(desk):
    """The plan again as a worker of an import gives it: read and checked, with a slip in it."""
    read = plan(number="16/KH-SNV")
    text = read.text.replace("Văn phòng Sở tham mưu", "Văn phòng Sỏ nền tàng")
    read = checked(replace(read, text=text))
    return registry.receive_read(text.encode(), read, actor=desk.office.clerk, at=NOW).documents[0]


def pencil(desk, document, who="reader"):
    return desk.client(who).get(reverse("document-findings", args=[document.pk]))


def test_a_held_document_shows_what_was_found_when_it_came_in(desk, held):
    assert "«nền tàng» có lẽ viết sai" in pencil(desk, held).content.decode()


def test_the_facts_page_says_how_many_points_there_are(desk, held):
    html = desk.client("reader").get(reverse("document", args=[held.pk])).content.decode()
    assert reverse("document-findings", args=[held.pk]) in html
    assert "card--finding" not in html


def repeal(desk, relation):
    """A decision of January 2026 that names 77/QĐ-UBND as `relation` says."""
    read = decision()
    text = read.text.replace("77/QĐ-UBND", "80/QĐ-UBND") + "Thay thế Quyết định số 77/QĐ-UBND.\n"
    cited = span_of(text, "Quyết định số 77/QĐ-UBND")
    reference = replace(
        plan().documents[0].references[0], span=cited, text=cited.of(text), relation=relation
    )
    header = replace(read.documents[0].header, number="80/QĐ-UBND", spans={})
    document = replace(read.documents[0], header=header, references=(reference,))
    document = replace(document, span=replace(document.span, end=len(text)))
    again = replace(read, text=text, documents=(document,), sha256="")
    registry.receive_read(text.encode(), again, actor=desk.office.clerk, at=NOW)


@pytest.mark.parametrize(("relation", "told"), [("thay thế", True), ("viện dẫn", False)])
def test_a_citation_of_a_replaced_document_is_marked(desk, held, relation, told):
    repeal(desk, relation)
    html = pencil(desk, held).content.decode()
    assert ("77/QĐ-UBND đã bị thay thế bởi" in html) is told


def test_the_calendar_is_asked_whenever_the_page_is_shown(desk):
    """01/05/2026 is a Friday: only the calendar of public holidays knows that nobody works."""
    read = plan(number="17/KH-SNV")
    text = read.text.replace("trước 30/6/2026", "trước 01/5/2026")
    when = span_of(text, "01/5/2026")
    duty = replace(
        read.documents[0].duties[0], span=line_of(text, "1. Sở"), due=(NOW.date().replace(month=5, day=1),),
        time_spans=(when,),
    )  # fmt: skip
    document = replace(read.documents[0], duties=(duty,))
    again = checked(replace(read, text=text, documents=(document,)))
    assert "clarity.day_off" not in {one.rule for one in again.documents[0].findings}
    got = registry.receive_read(text.encode(), again, actor=desk.office.clerk, at=NOW)
    assert "rơi vào" in pencil(desk, got.documents[0]).content.decode()


@pytest.mark.parametrize("form", ["docx", "json", "sarif"])
def test_the_findings_of_a_held_document_can_be_downloaded(desk, held, form):
    answer = desk.client("reader").get(reverse("document-findings-file", args=[held.pk, form]))
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    assert len(answer.content) > 100


def test_the_findings_of_a_document_of_others_do_not_exist(desk, held):
    Document.objects.filter(pk=held.pk).update(secrecy="internal", unit=desk.office.finance)
    assert pencil(desk, held, "reader").status_code == 404


def test_two_blanks_can_be_pointed_at(desk):
    """A link around blanks alone has no name: the letters beside them belong to it."""
    html = drop(desk, text_file(text="Số 81/2014/QĐ-TTg  ngày 31/12/2014.")).content.decode()
    note = html.split("Hai dấu cách liền nhau")[0].rsplit('href="#fact-', 1)[1].split('"')[0]
    words = html.split(f'id="fact-{note}"')[1].split(">", 1)[1].split("</a>")[0]
    assert words.strip()


def finding_of(document, rule="spelling.compound"):
    return document.facts.get(kind="finding", rule=rule)


def dismiss(desk, fact, reason, who="clerk"):
    return desk.client(who).post(reverse("fact-reject", args=[fact.pk]), {"reason": reason})


def test_a_clerk_dismisses_a_finding_with_a_reason_and_takes_it_back(desk, held):
    fact = finding_of(held)
    address = reverse("document-findings", args=[held.pk])
    assert reverse("fact-reject", args=[fact.pk]) in pencil(desk, held, "clerk").content.decode()
    assert dismiss(desk, fact, "tên riêng của mô hình").url == address
    html = pencil(desk, held, "clerk").content.decode()
    assert "Đã bỏ qua" in html
    assert "tên riêng của mô hình" in html
    assert reverse("fact-reject", args=[fact.pk]) not in html
    assert 'data-family="spelling"' not in html.split('id="dismissed"')[0]
    desk.client("clerk").post(reverse("fact-undo", args=[fact.pk]))
    assert "Đã bỏ qua" not in pencil(desk, held, "clerk").content.decode()


def test_a_finding_is_not_dismissed_without_a_reason_nor_by_a_reader(desk, held):
    fact = finding_of(held)
    dismiss(desk, fact, "  ")
    dismiss(desk, fact, "không phải lỗi", who="reader")
    fact.refresh_from_db()
    assert fact.status == "machine-read"
    assert reverse("fact-reject", args=[fact.pk]) not in pencil(desk, held).content.decode()


def test_what_was_dismissed_is_not_in_the_files_either(desk, held):
    dismiss(desk, finding_of(held), "tên riêng")
    answer = desk.client("clerk").get(reverse("document-findings-file", args=[held.pk, "json"]))
    assert "spelling.compound" not in {one["rule"] for one in answer.json()["findings"]}


def test_words_may_be_pasted_instead_of_a_file(desk):
    client = desk.client("reader")
    html = client.post(reverse("document-check"), {"text": SLIP}).content.decode()
    assert "«nền tàng» có lẽ viết sai «nền tảng»" in html
    assert "Không lưu gì." in html
    assert SLIP in html.split("<textarea")[1], "the words stay, to be mended and checked again"


def test_neither_file_nor_words_is_said_in_one_sentence(desk):
    html = desk.client("reader").post(reverse("document-check"), {"text": "  "}).content.decode()
    assert "Hãy chọn tệp, hoặc dán chữ của văn bản" in html


def test_the_pencil_costs_a_constant_number_of_queries(desk, held, django_assert_max_num_queries):
    client = desk.client("clerk")
    address = reverse("document-findings", args=[held.pk])
    client.get(address)
    with django_assert_max_num_queries(25):
        client.get(address)
