"""Long work that was asked for on a page: shown as it goes on, found again, its asker's alone."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from gandan.domain.errands.models import Errand, Line
from gandan.domain.registry.models import File
from gandan.jobs.errands import run_next


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path


@pytest.fixture
def sent(desk):
    files = [SimpleUploadedFile(f"{n}.txt", b" ") for n in range(2)]
    said = {"documents": files, "key": "mot"}
    answer = desk.client("clerk").post(reverse("document-upload"), said)
    assert answer.status_code == 302
    return Errand.objects.get()


def page(desk, errand, who="clerk", **more):
    return desk.client(who).get(reverse("errand", args=[errand.pk]), **more)


def test_many_files_are_read_later_and_the_page_says_how_far_it_is(desk, sent):
    before = File.objects.count()
    html = page(desk, sent).content.decode()
    assert 'max="2" value="0"' in html
    assert 'hx-trigger="every 2s"' in html
    assert "htmx" in html.split("<body>")[0] + html.split("</main>")[-1], "else nobody asks again"
    assert File.objects.count() == before
    run_next(timezone.now)
    html = page(desk, sent).content.decode()
    assert "hx-trigger" not in html
    assert html.count("từ chối") >= 2


def test_a_poll_gets_only_what_changes(desk, sent):
    part = page(desk, sent, headers={"HX-Request": "true"}).content.decode()
    assert part.startswith("<section")
    assert "<html" not in part


def test_it_is_found_again_by_its_asker_and_by_nobody_else(desk, sent):
    address = reverse("errand", args=[sent.pk])
    assert address in desk.client("clerk").get(reverse("errands")).content.decode()
    assert address not in desk.client("head").get(reverse("errands")).content.decode()
    assert page(desk, sent, "head").status_code == 404
    assert desk.client("head").post(reverse("errand-stop", args=[sent.pk])).status_code == 404


def test_it_is_stopped(desk, sent):
    desk.client("clerk").post(reverse("errand-stop", args=[sent.pk]))
    assert run_next(timezone.now) is None
    assert "đã dừng" in page(desk, sent).content.decode()


def test_a_list_is_asked_for_as_a_sheet_and_downloaded(desk):
    head = desk.client("head")
    said = {"query": "state=assigned", "key": "hai"}
    for _ in range(2):
        answer = head.post(reverse("task-sheet"), said)
    errand = Errand.objects.get()
    assert answer.url == reverse("errand", args=[errand.pk])
    file = reverse("errand-file", args=[errand.pk])
    assert head.get(file).status_code == 404
    run_next(timezone.now)
    assert file in page(desk, errand, "head").content.decode()
    assert b"".join(head.get(file)).startswith(b"PK")
    assert desk.client("clerk").get(file).status_code == 404


def test_a_long_list_of_verdicts_is_paged_with_the_same_number_of_questions(
    desk, sent, django_assert_max_num_queries
):
    rows = [Line(errand=sent, name=f"{n}.txt", fate="new") for n in range(250)]
    Line.objects.bulk_create(rows)
    client = desk.client("clerk")
    client.get(reverse("errands"))
    with django_assert_max_num_queries(12):
        html = client.get(reverse("errand", args=[sent.pk])).content.decode()
    assert html.count('<th scope="row">') == 100
