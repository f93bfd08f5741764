"""What people type and send stays words: never markup, never a formula, never half-stored."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from gandan.domain.directory import actions as directory
from gandan.domain.registry.queries import Document, Fact, File
from gandan.domain.tasks import actions
from gandan.domain.tasks.queries import Cooperation, DueDate, Task
from gandan.kernel.events import Event
from gandan.kernel.text_sheets import text_sheet

from ...conftest import NOW

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "javascript:alert(1)",
    "{{ 7|add:7 }}{% load x %}",
    "</textarea><svg onload=alert(1)>",
]
FORMULAS = ["=1+1", "+1", "-Đề nghị", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "=cmd|' /C'!A0"]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_people_write_is_shown_and_never_run(desk, attack):
    office = desk.office
    unit = office.unit("odd", f"Phòng {attack}", parent="committee")
    directory.add_alias(unit, f"tên {attack}", actor=office.clerk, at=NOW)
    Document.objects.filter(pk=desk.document.pk).update(subject=attack, issuer_text=attack)
    File.objects.filter(pk=desk.document.file_id).update(name=f"{attack}.txt")
    Fact.objects.filter(pk=desk.duties[1].pk).update(
        data={**desk.duties[1].data, "text": attack, "lead": [attack], "time_text": attack}
    )
    task = actions.assign(attack, lead=unit, product=attack, actor=office.clerk, at=NOW)
    Task.objects.filter(pk=task.pk).update(quote=attack, authority=attack)
    actions.note_progress(desk.task, attack, actor=office.other_head, at=NOW)
    pages = [
        ("clerk", "/"), ("clerk", f"/?q={attack}"), ("clerk", f"/find/?q={attack}"),
        ("clerk", "/documents/"), ("clerk", f"/documents/{desk.document.pk}/"),
        ("clerk", f"/documents/{desk.document.pk}/references/"),
        ("clerk", f"/facts/{desk.duties[1].pk}/correct/"), ("clerk", f"/tasks/{task.pk}/"),
        ("other_head", f"/tasks/{desk.task.pk}/"), ("clerk", "/units/"),
        ("clerk", f"/units/{unit.pk}/"), ("clerk", f"/units/new/?name={attack}"),
        ("clerk", f"/units/?q={attack}"),
    ]  # fmt: skip
    for who, path in pages:
        html = desk.client(who).get(path).content.decode()
        for live in ("<script>alert", "<img src=x", "<svg onload", "</textarea><svg"):
            assert live not in html, path
        assert 'href="javascript' not in html
        assert "14{%" not in html


@pytest.mark.parametrize("attack", ATTACKS)
def test_rows_that_no_template_escapes_are_escaped_where_they_are_written(desk, attack):
    """Lists are put together without a template: of every field that a person or a document fills."""
    office = desk.office
    unit = office.unit("odd", f"Phòng {attack}", parent="committee")
    Document.objects.filter(pk=desk.document.pk).update(
        subject=attack, number=attack, kind=f"kế hoạch {attack}"
    )
    said = {"text": attack, "time_text": attack, "section": attack, "lead_text": attack}
    common = {"document": desk.document, "created_at": NOW, "created_by": office.clerk}
    tasks = [
        Task.objects.create(lead=lead, state=state, next_due=NOW.date(), **said, **common)
        for lead in (unit, None, office.home_affairs)
        for state in ("draft", "submitted")
    ]
    DueDate.objects.create(task=tasks[0], on=NOW.date(), set_at=NOW, set_by=office.clerk)
    Cooperation.objects.create(task=tasks[0], text=attack)
    Cooperation.objects.create(task=tasks[0], unit=unit)
    Task.objects.create(text=attack, parent=tasks[0], lead=unit, state="done", **common)
    plan = f"/plans/{desk.document.pk}/"
    views = ("table", "units", "sections", "gantt", "calendar")
    pages = ["/", "/tasks/", "/tasks/unlinked/", "/tasks/board/", "/plans/",
             *(f"{plan}?view={view}" for view in views)]  # fmt: skip
    office.person("top", "head", "committee")
    live = ("<script>alert", "<img src=x", "<svg onload", "'-alert(1)-'", '"><img')
    for path in pages:
        for who in ("clerk", "head", "top"):
            answer = desk.client(who).get(path)
            assert answer.status_code == 200, (who, path)
            assert not [each for each in live if each in answer.content.decode()], (who, path)
    assert "alert" in desk.client("clerk").get("/tasks/").content.decode() or "alert" not in attack


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_looks_like_a_formula_stays_words_in_excel(desk, formula):
    actions.assign(formula, lead=desk.office.home_affairs, actor=desk.office.head, at=NOW)
    answer = desk.client("head").get(reverse("task-export"))
    sheet = load_workbook(BytesIO(answer.content)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert formula.strip() in {str(cell.value).strip() for cell in cells}
    assert {cell.data_type for cell in cells} == {"s"}


def test_openpyxl_left_alone_would_make_a_formula():
    """The planted fault: this is what the test above would see."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["=1+1"])
    assert book.active["A1"].data_type == "f"
    kept = load_workbook(BytesIO(text_sheet("x", ["a"], [["=1+1"]]))).active["A2"]
    assert kept.data_type == "s"


def send(desk, *files, who="clerk"):
    return desk.client(who).post(reverse("document-upload"), {"documents": list(files)})


def test_one_bad_file_does_not_stop_the_others(desk):
    good = SimpleUploadedFile("moi.txt", desk.document.file.text.encode())
    bad = SimpleUploadedFile("hong.docx", b"this is no zip")
    empty = SimpleUploadedFile("trong.txt", b" ")
    pages = [send(desk, one).content.decode() for one in (bad, good, empty)]
    assert [page.count('class="notice notice--bad"') for page in pages] == [1, 0, 1]
    assert "Tệp này đã có từ trước" in pages[1]
    assert File.objects.count() == 1


def test_a_file_that_was_refused_leaves_nothing(desk):
    before = (File.objects.count(), Document.objects.count(), Event.objects.count())
    send(desk, SimpleUploadedFile("hong.pdf", b"%PDF-1.7 nothing"))
    assert (File.objects.count(), Document.objects.count(), Event.objects.count()) == before


def test_a_file_too_large_is_refused_before_it_is_read(desk, settings):
    settings.GANDAN_LARGEST_UPLOAD = 10
    html = send(desk, SimpleUploadedFile("lon.txt", b"x" * 11)).content.decode()
    assert "Chưa lưu gì" in html
    assert File.objects.count() == 1


def test_evidence_is_kept_and_given_back_as_a_download(desk):
    client = desk.client("other_head")
    sent = SimpleUploadedFile("ảnh <b>.svg", b"<svg onload=alert(1)>", content_type="image/svg+xml")
    client.post(reverse("task-evidence", args=[desk.task.pk]), {"file": sent, "note": "ảnh chụp"})
    proof = desk.task.evidence.get()
    answer = client.get(reverse("task-evidence-file", args=[desk.task.pk, proof.pk]))
    assert answer.content == b"<svg onload=alert(1)>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    outsider = desk.client("reader").get(
        reverse("task-evidence-file", args=[desk.task.pk, proof.pk])
    )
    assert outsider.status_code == 404


def test_no_address_leads_out_of_the_program(desk):
    """An open redirect would lend our name to another site."""
    client = desk.client("clerk")
    answer = client.post(
        "/units/new/?next=https://example.org/",
        {"name": "Phòng Mới", "code": "PM", "kind": "other", "level": "commune"},
    )
    assert answer.url.startswith("/units/")


def test_the_character_that_is_no_text_to_postgresql_reaches_no_question(desk):
    """On SQLite nothing would be seen of it: so what was kept and what is shown is looked at."""
    client, task = desk.client("clerk"), desk.task
    for path in (
        "/?q=a%00b", "/tasks/?plan=%00", "/meetings/?tier=%00", "/tasks/?unit=%00",
        f"/plans/{desk.document.pk}/?section=%00", "/petitions/board/rows/?where=%00",
    ):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code in {200, 404}, path
        assert "\0" not in answer.content.decode()
    client.post(f"/tasks/{task.pk}/comments/", {"text": "Đã\0 xem"})
    assert [said.text for said in task.comments.all()] == ["Đã xem"]
    client.post("/tasks/filters/", {"name": "Của\0 tôi", "query": "q=a%00b"})
    (kept,) = desk.office.clerk.saved_filters.all()
    assert (kept.name, kept.query) == ("Của tôi", "q=ab")


def test_a_file_that_is_sent_keeps_all_its_bytes(desk):
    data = b"\x00\x01 anh chup \x00"
    file = SimpleUploadedFile("anh.bin", data)
    for verb in ("receive", "start"):
        actions.take_step(desk.task, verb, actor=desk.office.other_head, at=NOW)
    desk.client("other_head").post(
        f"/tasks/{desk.task.pk}/evidence/", {"file": file, "note": "a\0"}
    )
    (proof,) = desk.task.evidence.all()
    assert proof.note == "a"
    address = f"/tasks/{desk.task.pk}/evidence/{proof.pk}/"
    assert desk.client("other_head").get(address).content == data
