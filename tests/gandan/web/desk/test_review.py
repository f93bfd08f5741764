"""The document page: read, accept, correct, reject, take back; each leaves its event."""

from __future__ import annotations

from django.urls import reverse

from gandan.domain.tasks.queries import Task
from gandan.kernel.events import Event


def page(desk, who="clerk"):
    return desk.client(who).get(reverse("document", args=[desk.document.pk])).content.decode()


def post(desk, name, at, data=None, *, htmx=False, who="clerk"):
    extra = {"HTTP_HX_REQUEST": "true"} if htmx else {}
    return desk.client(who).post(reverse(name, args=[desk.duties[at].pk]), data or {}, **extra)


def test_words_and_card_point_at_each_other(desk):
    html, key = page(desk), desk.duties[1].pk
    assert f'id="fact-{key}"' in html
    assert f'href="#card-{key}"' in html
    assert f'id="card-{key}"' in html
    assert f'href="#fact-{key}"' in html


def test_a_person_who_may_not_review_sees_no_button_for_it(desk):
    assert "data-key=" in page(desk)
    assert "data-key=" not in page(desk, "reader")


def test_the_progress_counts_what_people_looked_at(desk):
    assert "1/2 nhiệm vụ đã duyệt" in page(desk)
    post(desk, "fact-accept", 1)
    assert "2/2 nhiệm vụ đã duyệt" in page(desk)


def test_accepting_gives_the_duty_to_its_unit(desk):
    answer = post(desk, "fact-accept", 1)
    assert answer.url == f"/documents/{desk.document.pk}/#card-{desk.duties[1].pk}"
    assert Task.objects.filter(fact=desk.duties[1]).count() == 1


def test_with_htmx_the_changed_card_comes_back_alone(desk):
    html = post(desk, "fact-accept", 1, htmx=True).content.decode()
    assert html.lstrip().startswith("<article")
    assert 'data-state="accepted"' in html
    assert "2/2 nhiệm vụ đã duyệt" in html
    assert "<html" not in html


def test_correcting_keeps_what_the_machine_read_and_holds_what_the_person_said(desk):
    post(
        desk, "fact-correct", 1,
        {"text": "Tổ chức đối thoại", "lead": "Sở Nội vụ", "cooperating": "Sở Tài chính",
         "due": "30/9/2026; 15-08-2026", "recurrence": "none"},
    )  # fmt: skip
    fact = desk.fact(1)
    assert fact.status == "corrected"
    assert fact.data["lead"] != ["Sở Nội vụ"]
    assert fact.value["due"] == ["2026-08-15", "2026-09-30"]
    task = Task.objects.get(fact=fact)
    assert task.lead == desk.office.home_affairs
    assert f"{task.next_due:%d/%m/%Y}" == "15/08/2026"


def test_a_date_that_is_none_is_asked_again_and_nothing_is_kept(desk):
    before = Event.objects.count()
    answer = post(
        desk, "fact-correct", 1, {"text": "Việc", "due": "31/02/2026", "recurrence": "none"}
    )
    assert "không phải ngày" in answer.content.decode()
    assert desk.fact(1).status == "machine-read"
    assert Event.objects.count() == before


def test_rejecting_needs_a_reason(desk):
    assert "bắt buộc" in post(desk, "fact-reject", 1).content.decode()
    assert desk.fact(1).status == "machine-read"
    post(desk, "fact-reject", 1, {"reason": "Chỉ là câu dẫn"})
    assert desk.fact(1).status == "rejected"
    assert "Chỉ là câu dẫn" in page(desk)


def test_taking_back_brings_the_card_to_where_it_was(desk):
    post(desk, "fact-accept", 1)
    post(desk, "fact-undo", 1)
    assert desk.fact(1).status == "machine-read"


def test_each_verdict_leaves_exactly_one_event_on_its_fact(desk):
    for name, data, verb in (
        ("fact-reject", {"reason": "Không phải"}, "fact.reject"),
        ("fact-undo", {}, "fact.undo"),
        ("fact-accept", {}, "fact.accept"),
    ):
        before = set(Event.objects.values_list("pk", flat=True))
        post(desk, name, 1, data)
        fresh = Event.objects.exclude(pk__in=before)
        about = fresh.filter(subject_type="registry.fact", subject_id=desk.duties[1].pk)
        assert [(event.verb, event.actor) for event in about] == [(verb, desk.office.clerk)]


def test_a_refusal_is_told_and_not_swallowed(desk):
    post(desk, "fact-accept", 1)
    html = post(desk, "fact-accept", 1, htmx=True).content.decode()
    assert "đã được duyệt và giao rồi" in html


def test_a_name_that_no_unit_carries_can_be_entered_on_the_spot(desk):
    post(
        desk, "fact-correct", 1,
        {"text": "Việc", "lead": "Chi cục Bến Lạ", "recurrence": "none"},
    )  # fmt: skip
    html = page(desk)
    assert "chưa có trong danh bạ" in html
    assert "/units/new/?name=Chi%20c%E1%BB%A5c%20B%E1%BA%BFn%20L%E1%BA%A1" in html


def test_several_units_of_one_name_are_offered_and_the_person_chooses(desk):
    office = desk.office
    for key in ("east", "west"):
        office.unit(key, "Trạm Y tế", kind="public-service-unit", level="commune", parent="commune")
    fact = desk.fact(1)
    fact.data = {**fact.data, "lead": ["Trạm Y tế"]}
    fact.save()
    assert "Có 2 đơn vị cùng tên" in page(desk)
    post(desk, "fact-accept", 1, {"lead": office.west.pk})
    assert Task.objects.get(fact=desk.duties[1]).lead == office.west


def test_the_original_comes_back_byte_for_byte_and_never_opens_in_the_page(desk):
    answer = desk.client("reader").get(reverse("document-original", args=[desk.document.pk]))
    assert answer.content.decode() == desk.document.file.text
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
