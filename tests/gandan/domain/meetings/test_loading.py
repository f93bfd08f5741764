"""A workbook is weighed row by row, and loading it again changes nothing."""

from __future__ import annotations

import pytest

from gandan.domain.meetings import actions, queries
from gandan.domain.meetings.kinds import kind_called
from gandan.kernel.refusal import Refused

from ...conftest import NOW
from .conftest import HEADS, workbook

GOOD = ["HĐND xã", "trực tiếp", "COMMUNE", "20/02/2026", "Thôn Bãi", "60", "3", ""]


def weigh(office, campaign, rows):
    sheet = queries.rows_of_sheet(workbook(rows), campaign.name)
    return actions.weigh(sheet, campaign, actor=office.clerk, at=NOW)


def test_every_row_has_a_verdict_and_nothing_is_stored_by_looking(office, campaign):
    rows = [
        GOOD,
        [*GOOD[:2], "Xã Không Có", *GOOD[3:]],
        [*GOOD[:3], "hôm qua", *GOOD[4:]],
        [*GOOD[:5], "sáu mươi", "3", ""],
        [*GOOD[:7], "Người Lạ"],
        ["HĐND xã", "niêm yết", office.commune.name, "20/02/2026", "Thôn Đồi", "trên 1.000", "3", ""],
    ]  # fmt: skip
    verdicts = weigh(office, campaign, rows)
    assert [one.verdict for one in verdicts] == ["new", *["refused"] * 4, "new"]
    assert [one.row for one in verdicts] == [2, 3, 4, 5, 6, 7]
    assert "Xã Không Có" in verdicts[1].sentence
    last = verdicts[5].entry
    assert (last.attendees, last.attendees_at_least, last.mode) == (1000, True, "posted")
    assert not queries.Meeting.objects.exists()


def test_loading_twice_stores_once_and_like_rows_stay_apart(office, campaign):
    rows = [GOOD, GOOD, [*GOOD[:4], "Thôn Đồi", *GOOD[5:]]]
    first = weigh(office, campaign, rows)
    assert actions.load_chunk(first, campaign, actor=office.clerk, at=NOW) == 3
    assert actions.load_chunk(first, campaign, actor=office.clerk, at=NOW) == 0
    assert [one.verdict for one in weigh(office, campaign, rows)] == ["there"] * 3
    assert queries.Meeting.objects.count() == 3


def test_a_chunk_that_breaks_stores_nothing(office, campaign, monkeypatch):
    verdicts = weigh(office, campaign, [GOOD, GOOD])

    def broken(*_, **__):
        raise RuntimeError("the machine stopped")

    monkeypatch.setattr("gandan.domain.meetings.actions.loading.record", broken)
    with pytest.raises(RuntimeError):
        actions.load_chunk(verdicts, campaign, actor=office.clerk, at=NOW)
    assert not queries.Meeting.objects.exists()


def test_a_file_that_is_no_workbook_or_lacks_a_column_is_refused_in_words(campaign):
    with pytest.raises(Refused, match="Không mở được bảng"):
        queries.rows_of_sheet(b"not a workbook", campaign.name)
    with pytest.raises(Refused, match="thiếu cột: Ngày"):
        queries.rows_of_sheet(
            workbook([GOOD], [head for head in HEADS if head != "Ngày"]), campaign.name
        )
    with pytest.raises(Refused, match="không có dòng nào"):
        queries.rows_of_sheet(workbook([]), campaign.name)


def test_a_formula_is_never_evaluated_or_kept_live(office, campaign):
    row = [*GOOD[:4], '=HYPERLINK("http://x")', *GOOD[5:]]
    verdicts = weigh(office, campaign, [row])
    assert verdicts[0].verdict == "refused"  # a formula without a stored value is an empty place


def test_a_kind_that_nobody_knows_is_told_what_to_write_in_words(office, campaign):
    sheet = queries.rows_of_sheet(workbook([[*GOOD, "Họp kín"]], [*HEADS, "Loại"]), campaign.name)
    (refused,) = actions.weigh(sheet, campaign, actor=office.clerk, at=NOW)
    assert kind_called(campaign.kind).says in refused.sentence
    assert campaign.kind not in refused.sentence
