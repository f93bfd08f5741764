"""Lists: what they hold, how they are searched, and that they cost the same at any length."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from gandan.domain.registry import actions as registry
from gandan.domain.tasks import actions

from ...conftest import NOW, TODAY
from ...reading_by_hand import plan


def get(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def give(desk, count, first=0):
    for at in range(first, first + count):
        actions.assign(
            f"Việc thứ {at}",
            lead=desk.office.home_affairs,
            cooperating=[desk.office.finance],
            due=[TODAY + timedelta(days=at - 3)],
            actor=desk.office.head,
            at=NOW,
        )


def receive(desk, count):
    for at in range(count):
        read = plan(number=f"{100 + at}/KH-SNV")
        registry.receive_read(read.text.encode(), read, actor=desk.office.clerk, at=NOW)


def queries_count(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


@pytest.mark.parametrize("path", ["/", "/?bucket=later", "/tasks/export/", "/find/?q=viec"])
def test_a_list_of_duties_costs_the_same_at_any_length(desk, path):
    client = desk.client("head")
    give(desk, 6)
    few = queries_count(client, path)
    give(desk, 24, first=6)
    assert queries_count(client, path) == few


@pytest.mark.parametrize("path", ["/documents/", "/documents/?held=both", "/find/?q=ke+hoach"])
def test_a_list_of_documents_costs_the_same_at_any_length(desk, path):
    client = desk.client("clerk")
    few = queries_count(client, path)
    receive(desk, 12)
    assert queries_count(client, path) == few


def test_the_page_of_a_document_costs_the_same_however_much_was_read_in_it(desk):
    from gandan.domain.registry.queries import Fact

    client = desk.client("clerk")
    path = reverse("document", args=[desk.document.pk])
    few = queries_count(client, path)
    first = desk.duties[1]
    for at in range(10, 40):
        Fact.objects.create(
            reading=first.reading, document=first.document, kind="duty", ordinal=at,
            start=first.start, end=first.end, quote=first.quote,
            data={**first.data, "lead": [f"Đơn vị {at}", "Sở Nội vụ"]},
        )  # fmt: skip
    assert queries_count(client, path) == few


def test_home_sorts_my_duties_by_how_pressing_they_are(desk):
    give(desk, 20)
    html = get(desk.client("head"), "/")
    order = [html.index(f'id="bucket-{key}"') for key in ("overdue", "this-week", "later")]
    assert order == sorted(order)
    assert "quá hạn 3 ngày" in html
    assert "còn 5 ngày" in html
    assert "07/03/2026" in html


def test_home_shows_the_duties_of_my_unit_and_not_of_others(desk):
    give(desk, 2)
    assert "Việc thứ 1" in get(desk.client("officer"), "/")
    assert "Việc thứ 1" in get(desk.client("other_head"), "/")  # cooperates
    assert "Việc thứ 1" not in get(desk.client("reader"), "/")


def test_home_of_somebody_without_work_says_what_will_be_here(desk):
    assert "Chưa có việc nào" in get(desk.client("reader"), "/")


def test_a_unit_asked_for_by_its_address_shows_only_what_may_be_seen(desk):
    give(desk, 1)
    html = get(desk.client("reader"), f"/?unit={desk.office.home_affairs.pk}")
    assert "Việc thứ 0" not in html


def test_the_six_marks_say_what_is_missing(desk):
    give(desk, 1)
    html = get(desk.client("head"), "/")
    assert "Chưa rõ ai làm" in html
    assert "Rõ thời gian" in html


@pytest.mark.parametrize("words", ["dan van chinh quyen", "Dân vận", "15/KH", "15/kh-snv"])
def test_documents_are_found_without_accents_and_by_number(desk, words):
    assert "15/KH-SNV" in get(desk.client("reader"), f"/documents/?q={words}")


def test_what_matches_nothing_offers_a_way_back(desk):
    html = get(desk.client("reader"), "/documents/?q=khong-co-that")
    assert "Không có văn bản nào khớp" in html
    assert "Bỏ lọc" in html


def test_filters_narrow_the_list(desk):
    client = desk.client("clerk")
    assert "15/KH-SNV" in get(client, "/documents/?year=2026&kind=kế+hoạch&review=open")
    assert "15/KH-SNV" not in get(client, "/documents/?review=done")
    assert "77/QĐ-UBND" in get(client, "/documents/?held=stub")
    assert "77/QĐ-UBND" not in get(client, "/documents/")


@pytest.mark.parametrize(
    "query", ["year=x", "kind='--", "issuer=abc", "held=%00", "page=-1", "page=x", "review=;"]
)
def test_a_filter_that_makes_no_sense_is_ignored(desk, query):
    assert desk.client("reader").get(f"/documents/?{query}").status_code == 200


@pytest.mark.parametrize("query", ["unit=999999", "unit=x", "bucket=x", "state=x", "page=x"])
def test_home_survives_any_address(desk, query):
    assert desk.client("head").get(f"/?{query}").status_code == 200


def test_references_are_shown_both_ways_and_lead_to_the_place(desk):
    stub = desk.document.cites.get().target
    fact = desk.document.cites.get().fact_id
    assert "77/QĐ-UBND" in get(
        desk.client("reader"), reverse("document-references", args=[desk.document.pk])
    )
    back = get(desk.client("reader"), reverse("document-references", args=[stub.pk]))
    assert f"/documents/{desk.document.pk}/#fact-{fact}" in back


def test_a_task_leads_to_the_exact_words_that_lay_it_down(desk):
    html = get(desk.client("other_head"), reverse("task", args=[desk.task.pk]))
    place = f"/documents/{desk.document.pk}/#fact-{desk.duties[0].pk}"
    assert place in html
    assert desk.duties[0].quote.split(",")[0] in html
    assert f'id="fact-{desk.duties[0].pk}"' in get(
        desk.client("other_head"), place.split("#", maxsplit=1)[0]
    )


def test_units_are_found_by_any_name_without_accents(desk):
    assert "Sở Nội vụ" in get(desk.client("reader"), "/units/?q=so noi vu")
    assert "Thêm đơn vị" not in get(desk.client("reader"), "/units/?q=khong co")
    assert "Thêm đơn vị" in get(desk.client("clerk"), "/units/?q=khong co")


def test_a_date_in_a_list_is_written_as_vietnamese_offices_write_it(desk):
    assert f"{date(2026, 2, 10):%d/%m/%Y}" in get(desk.client("reader"), "/documents/")


def sheet_of(client, query):
    answer = client.get(f"/tasks/export/{query}")
    rows = load_workbook(BytesIO(answer.content)).active.iter_rows(min_row=2, values_only=True)
    return [row[0] for row in rows]


def page_of(client, query):
    shown = client.get(f"/{query}").context["shown"]
    return [row.words for bucket in shown for row in (*bucket.clocks, *bucket.rows)]


@pytest.mark.parametrize(
    "query",
    ["", "?q=quy+che", "?state=received", "?bucket=later", "?bucket=this-week&q=quy+che", "?q=khong-co"],
)  # fmt: skip
def test_the_sheet_of_my_work_holds_the_rows_of_the_page_and_no_other(desk, office, query):
    def given(text, day):
        return actions.assign(text, lead=office.home_affairs, due=[day], actor=office.head, at=NOW)

    given("Soạn quy chế", date(2026, 3, 4))
    given("Rà soát quy chế", date(2026, 9, 30))
    taken = given("Họp giao ban", date(2026, 9, 1))
    actions.take_step(taken, "receive", actor=office.head, at=NOW)
    head = desk.client("head")
    assert sheet_of(head, query) == page_of(head, query)
    assert bool(sheet_of(head, query)) == (query != "?q=khong-co")
    assert len(sheet_of(head, query)) < len(sheet_of(head, "")) or not query


def test_accounts_are_turned_over_page_by_page_and_found_by_name(desk, office):
    client, where = desk.client("admin"), reverse("accounts")
    few = queries_count(client, where)
    for at in range(60):
        office.person(f"nguoi{at:02}", "reader", "finance")
    assert queries_count(client, where) == few
    first, second = get(client, where), get(client, f"{where}?page=2")
    assert first.count('<th scope="row">') == 50
    assert "nguoi59" not in first
    assert "nguoi59" in second
    found = get(client, f"{where}?q=người nguoi59")
    assert found.count('<th scope="row">') == 1
    assert "Không có tài khoản nào khớp" in get(client, f"{where}?q=không ai")


def test_what_cites_a_document_is_turned_over_page_by_page(desk):
    receive(desk, 60)
    cited = desk.document.cites.first().target
    where = reverse("document-references", args=[cited.pk])
    first = get(desk.client("reader"), where)
    assert first.count('class="row__words"') == 50
    assert 0 < get(desk.client("reader"), f"{where}?page=2").count('class="row__words"') <= 50
