"""A register of petitions that a clerk sends: looked through without storing, then each good row once."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.errands import actions
from gandan.domain.errands.models import Errand
from gandan.domain.errands.queries import JUDGED
from gandan.domain.errands.states import PATIENCE
from gandan.domain.petitions.models import Petition
from gandan.jobs import petition_errands
from gandan.jobs.errands import run_next
from gandan.kernel.events import Event

from ..conftest import NOW
from ..domain.meetings.conftest import workbook
from .cut_off import Killed, killed_in_part

HEADS = ["Nội dung", "Địa bàn", "Lĩnh vực", "Ngày", "Nguồn", "Kỳ họp", "Họ tên"]
ROWS = [
    *([f"Đề nghị sửa đường thôn {n}", "xã Đồng Mây", "Việc khác lạ", "05/02/2026", "", "", "x"] for n in range(4)),
    ["Đề nghị sửa đường thôn 0", "xã Đồng Mây", "Việc khác lạ", "05/02/2026", "", "", "y"],
    ["Đề nghị kéo điện", "", "", "32/13/2026", "", "", ""],
    ["Tôi xin tố cáo ông trưởng thôn", "", "", "", "", "", ""],
]  # fmt: skip
FATES = [
    ("#2", "new"), ("#3", "new"), ("#4", "new"), ("#5", "new"), ("#6", "there"),
    ("#7", "refused"), ("#8", "refused"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def small_parts(settings, tmp_path, monkeypatch):
    settings.GANDAN_DATA = tmp_path
    monkeypatch.setattr(petition_errands, "CHUNK", 2)


def asked(office, kind, key, name="sổ.xlsx", data=None):
    return actions.ask(
        kind, key=key, said={"unit": office.committee.pk}, total=7 if kind == "load-petitions" else 0,
        files=[(name, [data or workbook(ROWS, HEADS)])], actor=office.clerk, at=NOW,
    )  # fmt: skip


def later():
    return NOW


def lines_of(errand):
    return list(errand.lines.values_list("name", "fate"))


def test_looking_through_stores_nothing_and_tells_which_rows_and_columns_are_left_out(office):
    errand = asked(office, "weigh-petitions", "w")
    run_next(later)
    judged = json.loads((errand.folder / JUDGED).read_bytes())
    assert judged["new"] == 4
    assert [(one["row"], one["verdict"]) for one in judged["verdicts"]] == [
        (6, "there"), (7, "refused"), (8, "refused"),
    ]  # fmt: skip
    assert judged["unknown"] == ["Họ tên"]
    assert judged["unsorted"] == [["Việc khác lạ", 5]]
    assert "trưởng thôn" not in json.dumps(judged, ensure_ascii=False)
    assert not Petition.objects.exists()


def test_each_part_is_one_event_and_each_row_has_its_verdict(office):
    before = Event.objects.filter(verb="petition.load").count()
    errand = asked(office, "load-petitions", "one")
    run_next(later)
    assert lines_of(errand) == FATES
    assert Petition.objects.count() == 4
    assert set(Petition.objects.values_list("unit", flat=True)) == {office.committee.pk}
    assert Event.objects.filter(verb="petition.load").count() - before == 3, "and one for the end"


def test_the_same_file_sent_again_stores_nothing_and_says_so(office):
    data = workbook(ROWS, HEADS)
    asked(office, "load-petitions", "one", data=data)
    run_next(later)
    again = asked(office, "load-petitions", "two", data=data)
    run_next(later)
    assert lines_of(again) == [("sổ.xlsx", "there")]
    assert Petition.objects.count() == 4


def test_a_killed_process_leaves_whole_parts_and_the_next_stores_the_rest_once(office):
    errand = asked(office, "load-petitions", "one")
    with pytest.raises(Killed):
        run_next(later, kinds=killed_in_part(2, "load-petitions"))
    assert Petition.objects.count() == 2
    run_next(lambda: NOW + PATIENCE + timedelta(minutes=1))
    assert lines_of(errand) == FATES
    assert Petition.objects.count() == 4


def test_what_is_no_workbook_ends_with_one_sentence(office):
    errand = asked(office, "weigh-petitions", "w", data=b"no workbook")
    run_next(later)
    told = Errand.objects.get(pk=errand.pk)
    assert told.outcome == "failed"
    assert "Chưa nạp gì" in told.told
    assert not Path(errand.folder / JUDGED).exists()


def test_who_is_no_clerk_any_more_loads_nothing(office):
    errand = asked(office, "load-petitions", "one")
    directory.end_grant(office.clerk.grants.get(), actor=office.admin, at=NOW)
    run_next(later)
    assert Errand.objects.get(pk=errand.pk).outcome == "failed"
    assert not Petition.objects.exists()
