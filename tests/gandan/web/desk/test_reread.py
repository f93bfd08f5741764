"""Reading again from the page: shown first, done when a person says so, by no one else."""

from __future__ import annotations

from django.urls import reverse

from gandan.domain.registry.models import Reading
from gandan.domain.registry.queries import READER
from gandan.kernel.events import Event


def address(desk):
    return reverse("document-reread", args=[desk.document.pk])


def events():
    return Event.objects.filter(verb="file.reread").count()


def test_the_page_offers_it_only_when_an_older_reader_read(desk):
    page = reverse("document", args=[desk.document.pk])
    assert address(desk) not in desk.client("clerk").get(page).content.decode()
    Reading.objects.update(reader="vanban 0.0.9")
    assert address(desk) in desk.client("clerk").get(page).content.decode()
    assert address(desk) not in desk.client("reader").get(page).content.decode()


def test_the_differences_are_shown_and_nothing_changes(desk):
    Reading.objects.update(reader="vanban 0.0.9")
    desk.duties[1].data["lead"] = ["Phòng Không Ai Đọc Ra"]
    desk.duties[1].save()
    html = desk.client("clerk").get(address(desk)).content.decode()
    assert "Phòng Không Ai Đọc Ra" in html
    assert "Đọc khác trước" in html
    assert (Reading.objects.count(), events()) == (1, 0)


def test_what_was_shown_is_done_once(desk):
    Reading.objects.update(reader="vanban 0.0.9")
    clerk = desk.client("clerk")
    assert clerk.post(address(desk), {"reader": "vanban 0.0.8"}).status_code == 200
    assert events() == 0, "another reader was shown: it is shown once more"
    for _ in range(2):
        assert clerk.post(address(desk), {"reader": READER}).status_code == 302
    assert (Reading.objects.count(), events()) == (2, 1)
    history = clerk.get(reverse("document-history", args=[desk.document.pk])).content.decode()
    assert "Đọc lại tệp bằng bản mới" in history
    assert desk.fact(0).status == "accepted"
    assert desk.task.__class__.objects.get().fact_id == desk.duties[0].pk


def test_what_a_newer_reading_says_otherwise_stands_on_the_card(desk):
    fact = desk.fact(0)
    fact.newer = {**fact.data, "due": ["2026-07-30"]}
    fact.save()
    html = desk.client("clerk").get(reverse("document", args=[desk.document.pk])).content.decode()
    assert "bản đọc mới khác" in html
    assert "→ 30/07/2026" in html


def test_bytes_that_are_lost_change_nothing(desk, settings, tmp_path):
    Reading.objects.update(reader="vanban 0.0.9")
    settings.GANDAN_FILES = tmp_path / "elsewhere"
    answer = desk.client("clerk").get(address(desk))
    assert answer.status_code == 422
    assert "vẫn giữ nguyên" in answer.content.decode()


def test_the_list_filters_by_the_reader(desk):
    clerk, where = desk.client("clerk"), reverse("documents")
    assert "15/KH-SNV" not in clerk.get(where, {"read_by": "older"}).content.decode()
    Reading.objects.update(reader="vanban 0.0.9")
    assert "15/KH-SNV" in clerk.get(where, {"read_by": "older"}).content.decode()
