"""Units and their people on pages: history as of a day, changes foretold and then done, tables."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from gandan.domain.directory import actions as directory
from gandan.domain.directory.queries import Unit, people_of
from gandan.domain.tasks import actions
from gandan.domain.tasks.queries import Task
from gandan.jobs.errands import run_next
from gandan.kernel.events import Event
from gandan.kernel.text_sheets import text_sheet

from ...conftest import NOW, TODAY

ORDER = {"on": TODAY.isoformat(), "citation": "Quyết định 5/QĐ-UBND ngày 1/3/2026"}


def change(client, unit, verb, **said):
    return client.post(reverse("unit-change", args=[unit.pk, verb]), {**ORDER, **said})


def page(client, unit, **query):
    answer = client.get(reverse("unit", args=[unit.pk]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_nothing_happens_before_the_foretold_change_is_confirmed(desk):
    client, finance = desk.client("admin"), desk.office.finance
    before = Event.objects.count()
    answer = change(client, finance, "merge", successor="HOME_AFFAIRS")
    html = answer.content.decode()
    assert "1 nhiệm vụ đang mở của Sở Tài chính chuyển sang Sở Nội vụ" in html
    assert "Việc đã xong và lịch sử ở lại" in html
    assert Event.objects.count() == before
    change(client, finance, "merge", successor="HOME_AFFAIRS", confirm="yes")
    finance.refresh_from_db()
    assert not finance.holds_on(TODAY)
    assert Task.objects.get(pk=desk.task.pk).lead == desk.office.home_affairs
    assert "Việc của nó nay thuộc" in page(client, finance)


def test_a_rename_shows_each_name_on_its_day(desk):
    client, finance = desk.client("admin"), desk.office.finance
    change(client, finance, "rename", name="Sở Tài chính và Đầu tư", confirm="yes")
    assert "<h1>Sở Tài chính và Đầu tư</h1>" in page(client, finance)
    html = page(client, finance, on="2026-03-01")
    assert "<h1>Sở Tài chính</h1>" in html
    assert ORDER["citation"] in html


def test_a_split_asks_for_every_open_task_before_it_is_done(desk):
    client, finance = desk.client("admin"), desk.office.finance
    desk.office.unit("budget", "Sở Ngân sách", parent="committee", valid_from=TODAY)
    said = {"successors": "BUDGET\nSở Nội vụ"}
    html = change(client, finance, "split", **said).content.decode()
    assert "Mỗi nhiệm vụ đang mở về đơn vị nào" in html
    assert f'name="task-{desk.task.pk}"' in html
    change(client, finance, "split", **said, confirm="yes")
    finance.refresh_from_db()
    assert finance.valid_to is None
    change(client, finance, "split", **said, confirm="yes", **{f"task-{desk.task.pk}": "BUDGET"})
    assert Task.objects.get(pk=desk.task.pk).lead.code == "BUDGET"


def test_an_internal_task_is_not_read_by_who_administers_units(desk):
    Task.objects.filter(pk=desk.task.pk).update(is_internal=True)
    html = change(
        desk.client("admin"), desk.office.finance, "split", successors="HOME_AFFAIRS"
    ).content.decode()
    assert f"lưu hành nội bộ số {desk.task.pk}" in html
    assert desk.task.text not in html


def test_a_unit_with_work_is_not_dissolved_and_says_why(desk):
    answer = change(desk.client("admin"), desk.office.finance, "dissolve", confirm="yes")
    assert "còn 1 nhiệm vụ đang mở" in answer.content.decode()
    assert Unit.objects.get(pk=desk.office.finance.pk).valid_to is None


def test_a_move_takes_what_is_below_along(desk):
    change(desk.client("admin"), desk.office.finance, "move", parent="COMMUNE", confirm="yes")
    moved = Unit.objects.get(pk=desk.office.finance.pk)
    assert moved.parent == desk.office.commune
    assert moved.path.startswith(desk.office.commune.path)


@pytest.mark.parametrize(
    ("words", "told"),
    [("Sở Ngoại", "Không có đơn vị nào là"), ("Sở Nội vụ", "chưa đủ rõ là đơn vị nào")],
)
def test_a_name_that_fits_none_or_several_is_asked_again(desk, words, told):
    desk.office.unit("twin", "Sở Nội vụ", parent="commune")
    html = change(desk.client("admin"), desk.office.finance, "merge", successor=words)
    assert told in html.content.decode()


@pytest.mark.parametrize("value", ["000.00.00.H49", "H37.DN.001"])
def test_both_forms_of_identifier_are_kept_and_others_refused(desk, value):
    client, finance = desk.client("admin"), desk.office.finance
    where = reverse("unit-identifier", args=[finance.pk])
    paper = {"number": "9/QĐ-UBND", "issued_on": "2026-02-01", "issuer": "UBND tỉnh"}
    client.post(where, {"value": value.lower(), **paper})
    assert [each.value for each in finance.identifiers.all()] == [value]
    assert value in page(client, finance)
    client.post(where, {"value": "H-1", **paper})
    commune = reverse("unit-identifier", args=[desk.office.commune.pk])
    client.post(commune, {"value": value, **paper})
    assert finance.identifiers.count() == 1
    assert not desk.office.commune.identifiers.exists()


def test_a_unit_is_founded_with_its_day_and_document(desk):
    desk.client("admin").post(
        reverse("unit-new"),
        {"name": "Sở Mới", "code": "MOI", "kind": "department", "level": "province",
         "parent": "COMMITTEE", "valid_from": "2026-03-01", "citation": "NQ 1/NQ-HĐND"},
    )  # fmt: skip
    made = Unit.objects.get(code="MOI")
    assert (made.parent, made.valid_from) == (desk.office.committee, date(2026, 3, 1))
    assert made.events.get().kind == "found"


def test_people_act_for_each_other_rest_and_hand_over(desk):
    client, unit = desk.client("admin"), desk.office.home_affairs
    head, officer = desk.office.head.person, desk.office.officer.person
    client.post(
        reverse("unit-delegate", args=[unit.pk]),
        {"giver": head.pk, "receiver": officer.pk, "citation": "1/UQ",
         "valid_from": TODAY, "valid_to": TODAY},
    )  # fmt: skip
    client.post(reverse("unit-leave", args=[unit.pk]),
                {"person": head.pk, "first": TODAY, "last": TODAY})  # fmt: skip
    html = client.get(reverse("unit-people", args=[unit.pk])).content.decode()
    assert f"{officer} thay {head}" in html
    assert f"{head}, đang nghỉ, đến hết 02/03/2026" in html
    post = people_of(unit, TODAY).get(person=head)
    client.post(
        reverse("unit-hand-over", args=[unit.pk, post.pk]),
        {"name": "Người Kế Nhiệm", "on": TODAY, "citation": "2/QĐ"},
    )
    holder = people_of(unit, TODAY).get(title=post.title)
    assert holder.person.name == "Người Kế Nhiệm"


def test_what_is_to_come_is_shown_and_taken_back(desk):
    """Leave and delegations are written down before their day: they must not vanish until then."""
    client, unit = desk.client("admin"), desk.office.home_affairs
    head, officer = desk.office.head.person, desk.office.officer.person
    client.post(
        reverse("unit-delegate", args=[unit.pk]),
        {"giver": head.pk, "receiver": officer.pk, "citation": "1/UQ",
         "valid_from": "2026-04-06", "valid_to": "2026-04-10"},
    )  # fmt: skip
    client.post(reverse("unit-leave", args=[unit.pk]),
                {"person": head.pk, "first": "2026-04-06", "last": "2026-04-10"})  # fmt: skip
    page = reverse("unit-people", args=[unit.pk])
    html = client.get(page).content.decode()
    assert html.count("từ 06/04/2026") == 2
    assert html.count("đến hết 10/04/2026") == 2
    leave, given = head.leaves.get(), unit.delegations.get()
    client.post(reverse("unit-leave-end", args=[unit.pk, leave.pk]))
    client.post(reverse("unit-delegation-end", args=[unit.pk, given.pk]))
    assert "06/04/2026" not in client.get(page).content.decode()


def test_a_post_ends_when_nothing_is_left_in_its_hands(desk):
    client, unit = desk.client("admin"), desk.office.finance
    head = desk.office.other_head.person
    post = people_of(unit, TODAY).get(person=head)
    desk.task.officer = head
    desk.task.save(update_fields=["officer"])
    address = reverse("unit-post-end", args=[unit.pk, post.pk])
    assert "còn 1 việc đang mở" in client.post(address, {"last": TODAY}).content.decode()
    desk.task.officer = None
    desk.task.save(update_fields=["officer"])
    client.post(address, {"last": TODAY})
    post.refresh_from_db()
    assert post.valid_to == TODAY


def test_the_page_of_a_task_says_who_is_away_and_who_acts(desk):
    client, unit = desk.client("admin"), desk.office.finance
    head = desk.office.other_head.person
    desk.office.person("stand-in", "officer", "finance")
    other = people_of(unit, TODAY).exclude(person=head).first().person
    desk.task.leader = head
    desk.task.save(update_fields=["leader"])
    client.post(reverse("unit-leave", args=[unit.pk]),
                {"person": head.pk, "first": TODAY, "last": "2026-03-09"})  # fmt: skip
    client.post(
        reverse("unit-delegate", args=[unit.pk]),
        {"giver": head.pk, "receiver": other.pk, "citation": "1/UQ", "valid_from": TODAY},
    )
    html = desk.client("clerk").get(reverse("task", args=[desk.task.pk])).content.decode()
    assert f"{head}: nghỉ, đến hết 09/03/2026" in html
    assert f"{other} thay {head}" in html


def test_the_table_of_units_goes_out_and_comes_in_again_without_a_change(desk):
    client = desk.client("admin")
    out = client.get(reverse("unit-export"))
    sheet = load_workbook(BytesIO(out.content)).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" and isinstance(cell.value, str | None) for cell in cells)
    html = send(client, "unit-import", out.content).content.decode()
    assert f"0 dòng mới, 0 dòng đổi, {len(desk.office.units)} dòng như cũ, 0 dòng" in html
    assert html.count('<th scope="row">') == len(desk.office.units), "every row has its verdict"
    assert "Ghi các dòng được nhận" not in html


def test_a_table_shows_the_verdict_of_every_row_before_anything_is_written(desk):
    client = desk.client("admin")
    rows = [
        [
            "SYT",
            "Sở Y tế",
            "cơ quan chuyên môn",
            "tỉnh",
            "COMMITTEE",
            "",
            "H12.SYT",
            "",
            "SYT",
            "",
            "",
            "",
            "Quyết định 9/QĐ-UBND",
        ],
        ["FINANCE", "Sở Tài chính", "", "", "COMMITTEE", "", "", "Tài chính tỉnh"],
        ["HOME_AFFAIRS", "Tên khác", "", "", "COMMITTEE"],
        ["XX", "Sở X", "không có loại này", "tỉnh"],
        ["SYT", "Trùng mã", "khác", "tỉnh"],
        ["YY", "Phòng Y", "khác", "tỉnh", "KHONG_CO"],
    ]
    data = text_sheet("Đơn vị", directory.UNIT_HEADS, rows)
    before = Event.objects.count()
    answer = send(client, "unit-import", data)
    html = answer.content.decode()
    assert "1 dòng mới, 1 dòng đổi, 0 dòng như cũ, 4 dòng không nhận" in html
    for told in ("hãy điền Ngày thay đổi", "không có trong danh mục", "đã có ở dòng trên",
                 "không có trong danh bạ và các dòng trên"):  # fmt: skip
        assert told in html
    assert Event.objects.count() == before
    sealed = re.search(r'name="rows" value="([^"]+)"', html)[1]
    client.post(reverse("unit-import"), {"rows": sealed})
    made = Unit.objects.get(code="SYT")
    assert [each.value for each in made.identifiers.all()] == ["H12.SYT"]
    assert Unit.objects.get(code="HOME_AFFAIRS").name == "Sở Nội vụ"
    after = Event.objects.count()
    client.post(reverse("unit-import"), {"rows": sealed})
    assert Event.objects.count() == after
    client.post(reverse("unit-people-import"), {"rows": sealed})
    client.post(reverse("unit-import"), {"rows": sealed[:-3]})
    assert Event.objects.count() == after


@pytest.fixture
def much_work(desk, office, settings, tmp_path, monkeypatch):
    """More open tasks than somebody waits for, or answers one by one: here, three."""
    settings.GANDAN_DATA = tmp_path
    monkeypatch.setattr("gandan.web.desk.unit_changes.PASSED_AT_ONCE", 2)
    monkeypatch.setattr("gandan.web.desk.unit_changes.MOST_ASKED", 1)
    for n in range(2):
        actions.assign(f"Việc {n}", lead=office.finance, actor=office.clerk, at=NOW)


def test_a_merger_with_much_work_is_done_apart_from_the_request(desk, much_work):
    admin, finance = desk.client("admin"), desk.office.finance
    said = {"successor": "HOME_AFFAIRS", "confirm": "yes", "key": "mot"}
    (page,) = {change(admin, finance, "merge", **said).url for _ in range(2)}
    assert page.startswith("/running/"), "sent twice, asked once"
    assert Task.objects.filter(lead=finance).count() == 3
    run_next(timezone.now)
    assert not Task.objects.filter(lead=finance).exists()


def test_of_much_work_a_split_asks_for_the_rest_at_once(desk, much_work):
    desk.office.unit("budget", "Sở Ngân sách", parent="committee", valid_from=TODAY)
    admin, finance = desk.client("admin"), desk.office.finance
    said = {"successors": "BUDGET\nSở Nội vụ"}
    html = change(admin, finance, "split", **said).content.decode()
    assert html.count('name="task-') == 1
    assert "2 nhiệm vụ không kê ở dưới" in html
    assert "field--wrong" in change(admin, finance, "split", **said, confirm="yes").content.decode()
    one = re.search(r'name="(task-\d+)"', html)[1]
    change(admin, finance, "split", **said, confirm="yes", rest="BUDGET", **{one: "HOME_AFFAIRS"})
    run_next(timezone.now)
    assert Task.objects.get(pk=one.removeprefix("task-")).lead == desk.office.home_affairs
    assert Task.objects.filter(lead=desk.office.budget).count() == 2


@pytest.fixture
def long_table(desk, settings, tmp_path, monkeypatch):
    """A table of more rows than somebody waits for: here, two."""
    settings.GANDAN_DATA = tmp_path
    monkeypatch.setattr("gandan.web.desk.views.directory_tables.ROWS_AT_ONCE", 2)
    rows = [
        ["SYT", "Sở Y tế", "cơ quan chuyên môn", "tỉnh", "COMMITTEE"],
        ["SGD", "Sở Giáo dục", "cơ quan chuyên môn", "tỉnh", "COMMITTEE"],
        ["YY", "Phòng Y", "khác", "tỉnh", "KHONG_CO"],
    ]
    data = text_sheet("Đơn vị", directory.UNIT_HEADS, rows)
    first, _ = (send(desk.client("admin"), "unit-import", data) for _ in range(2))
    run_next(timezone.now)
    return first.url.replace("/running/", "/units/tables/")


def test_a_long_table_shows_every_row_before_all_good_ones_are_written_at_once(
    desk, long_table, monkeypatch, django_assert_max_num_queries
):
    admin = desk.client("admin")
    running = long_table.replace("/units/tables/", "/running/")
    assert long_table in admin.get(running).content.decode()
    monkeypatch.setattr("gandan.web.desk.views.directory_tables.PER_PAGE", 2)
    with django_assert_max_num_queries(8):
        first = admin.get(long_table).content.decode()
    assert "2 dòng mới" in first
    assert "1 dòng không nhận" in first
    assert "Phòng Y" in first, "what is refused stands first"
    assert "Sở Giáo dục" in admin.get(long_table + "?page=2").content.decode()
    assert not Unit.objects.filter(code="SYT").exists()
    later = {admin.post(long_table).url for _ in range(2)}
    assert len(later) == 1, "sent twice, asked once"
    while run_next(timezone.now):
        continue
    assert Unit.objects.filter(code__in=["SYT", "SGD", "YY"]).count() == 2
    page = admin.get(later.pop()).content.decode()
    assert "Cấp trên KHONG_CO không có trong danh bạ" in page


def test_a_long_table_is_for_who_sent_it_and_administers(desk, long_table):
    assert desk.client("clerk").get(long_table).status_code == 403
    other = desk.office.person("quan_tri_khac", "administrator", "committee")
    assert desk.client(other.username).get(long_table).status_code == 404


def test_the_table_of_people_adds_ends_and_refuses(desk):
    client = desk.client("admin")
    head = desk.office.head.person
    rows = [
        ["", "Người Mới", "FINANCE", "Chuyên viên", "01/03/2026", ""],
        [str(head.pk), head.name, "HOME_AFFAIRS", "head", "", "31/03/2026"],
        ["999999", "Không ai", "FINANCE", "Chuyên viên", "", ""],
        ["", "Người Sai", "KHONG_CO", "Chuyên viên", "", ""],
        ["", "Ngày Sai", "FINANCE", "Chuyên viên", "31/31/2026", ""],
    ]
    html = send(
        client, "unit-people-import", text_sheet("Người", directory.PEOPLE_HEADS, rows)
    ).content.decode()
    assert "1 dòng mới, 1 dòng đổi, 0 dòng như cũ, 3 dòng không nhận" in html
    client.post(
        reverse("unit-people-import"),
        {"rows": re.search(r'name="rows" value="([^"]+)"', html)[1]},
    )
    assert people_of(desk.office.finance, TODAY).filter(person__name="Người Mới").exists()
    assert people_of(desk.office.home_affairs, TODAY).get(person=head).valid_to == date(2026, 3, 31)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 khong phai", b"ma,ten\n1,2"])
def test_what_is_no_workbook_is_refused_in_one_sentence(desk, data):
    answer = send(desk.client("admin"), "unit-import", data or b" ")
    assert answer.status_code == 200
    assert "notice--bad" in answer.content.decode()


def test_a_table_may_not_reach_outside_what_somebody_administers(desk):
    """The clerk of a table that names a unit elsewhere: nothing of the table is written."""
    office = desk.office
    office.person("local", "administrator", "commune")
    rows = [
        ["", "Người Một", "COMMUNE", "Chuyên viên", "", ""],
        ["", "Người Hai", "FINANCE", "Chuyên viên", "", ""],
    ]
    client = desk.client("local")
    html = send(
        client, "unit-people-import", text_sheet("Người", directory.PEOPLE_HEADS, rows)
    ).content.decode()
    before = Event.objects.count()
    client.post(
        reverse("unit-people-import"),
        {"rows": re.search(r'name="rows" value="([^"]+)"', html)[1]},
    )
    assert Event.objects.count() == before


def test_a_large_directory_is_paged_at_a_constant_cost(desk, monkeypatch):
    monkeypatch.setattr("gandan.web.desk.views.units.TREE", 3)
    client = desk.client("reader")
    client.get(reverse("units"))
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as seen:
            assert "pager" in client.get(reverse("units")).content.decode()
        counts.append(len(seen))
        for at in range(30):
            desk.office.unit(f"top{len(counts)}_{at}", f"Cơ quan {at}")
    assert counts[0] == counts[1]


def test_open_work_of_a_merged_unit_shows_on_the_page_of_the_successor(desk):
    actions.merge_units([desk.office.finance], desk.office.home_affairs, on=TODAY,
                        citation="QĐ 1", actor=desk.office.admin, at=NOW)  # fmt: skip
    html = page(desk.client("clerk"), desk.office.home_affairs)
    assert desk.task.text[:30] in html


def send(client, name, data):
    file = SimpleUploadedFile("bang.xlsx", data)
    return client.post(reverse(name), {"file": file})


def test_a_name_ends_on_a_day_and_one_that_was_never_right_goes(desk):
    """Documents are read with the names of their day: a wrong one must not stay for ever."""
    client, unit = desk.client("clerk"), desk.office.finance
    for text in ("Sở Tài chính - Vật giá", "Sở Nhầm tên"):
        client.post(reverse("unit-alias", args=[unit.pk]), {"text": text, "kind": "alias"})
    old, wrong = unit.names.order_by("pk").filter(kind="alias").reverse()[:2][::-1]
    address = reverse("unit-alias-end", args=[unit.pk, old.pk])
    assert address in client.get(reverse("unit", args=[unit.pk])).content.decode()
    assert "field__error" in client.post(address, {"last": "2026-01-31"}).content.decode()
    client.post(address, {"last": "2026-01-31", "reason": "Đã đổi tên"})
    old.refresh_from_db()
    assert old.valid_to == date(2026, 1, 31)
    gone = reverse("unit-alias-end", args=[unit.pk, wrong.pk])
    client.post(gone, {"reason": "Ghi nhầm đơn vị"})
    assert not unit.names.filter(pk=wrong.pk).exists()
    official = unit.names.get(kind="official")
    refused = client.post(
        reverse("unit-alias-end", args=[unit.pk, official.pk]), {"reason": "x"}
    ).content.decode()
    assert "chỉ thay đổi khi đổi tên đơn vị" in refused
    assert unit.names.filter(pk=official.pk).exists()


def test_the_directory_is_that_of_the_day_asked_about(desk):
    """Who reads an old document finds its units where they stood, under the names of then."""
    unit = desk.office.unit("old", "Sở Lao động", parent="committee")
    by = {"actor": desk.office.admin, "at": NOW}
    directory.rename_unit(unit, "Sở Việc làm", on=TODAY, citation="1/NQ", **by)
    directory.move_unit(unit, desk.office.finance, on=TODAY, citation="2/NQ", **by)
    client, page = desk.client("reader"), reverse("units")
    now = client.get(page).content.decode()
    assert "Sở Việc làm" in now
    assert "Sở Lao động" not in now
    then = client.get(f"{page}?on=2026-01-15").content.decode()
    assert f'{reverse("unit", args=[unit.pk])}?on=2026-01-15">Sở Lao động</a>' in then
    assert "Sở Việc làm" not in then
    finance = then.partition(">Sở Tài chính</a>")[2]
    assert "Sở Lao động" not in finance.partition("</li>")[0]
    assert "Sở Lao động" in client.get(f"{page}?q=lao+dong&on=2026-01-15").content.decode()
    assert "Sở Lao động" not in client.get(f"{page}?q=viec+lam").content.decode()
    assert client.get(f"{page}?on=ngay-mai").status_code == 200


def test_a_unit_is_put_in_its_place_by_a_code_that_is_known(desk):
    client, unit = desk.client("clerk"), desk.office.commune
    address = reverse("unit-place", args=[unit.pk])
    assert address in client.get(reverse("unit", args=[unit.pk])).content.decode()
    assert "gồm 2 hoặc 5 chữ số" in client.post(address, {"territory": "abc"}).content.decode()
    assert (
        "Chưa có địa bàn mang mã" in client.post(address, {"territory": "22366"}).content.decode()
    )
    place = desk.office.unit("T22366", "Xã Hồng Lam")
    Unit.objects.filter(pk=place.pk).update(kind="territory", territory="22366")
    client.post(address, {"territory": "22366"})
    unit.refresh_from_db()
    assert unit.territory == "22366"
