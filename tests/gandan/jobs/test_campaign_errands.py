"""A long workbook of a campaign: weighed without storing, stored a part at a time, each row once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gandan.domain.directory import actions as directory
from gandan.domain.errands import actions
from gandan.domain.errands.models import Errand
from gandan.domain.errands.states import PATIENCE
from gandan.domain.meetings import actions as meetings
from gandan.domain.meetings.models import Meeting
from gandan.jobs import campaign_errands
from gandan.jobs.errands import run_next
from gandan.kernel.events import Event

from ..conftest import NOW
from ..domain.meetings.conftest import workbook
from .cut_off import Killed, killed_in_part

ROWS = [
    *(["HĐND xã", "trực tiếp", "COMMUNE", "20/02/2026", f"Thôn {n}", "60", "3", ""]
      for n in range(4)),
    ["HĐND xã", "trực tiếp", "KHONG-CO", "20/02/2026", "Thôn 9", "60", "3", ""],
]  # fmt: skip


@pytest.fixture(autouse=True)
def small_parts(settings, tmp_path, monkeypatch):
    settings.GANDAN_DATA = tmp_path
    monkeypatch.setattr(campaign_errands, "CHUNK", 2)


@pytest.fixture
def campaign(office):
    return meetings.open_campaign(
        "Trước kỳ họp", "voters-before", office.committee, date(2026, 2, 1), date(2026, 3, 1),
        actor=office.clerk, at=NOW,
    )  # fmt: skip


def later(minutes=0):
    return lambda: NOW + timedelta(minutes=minutes)


def load(office, campaign, key="load"):
    from gandan.domain.meetings.queries import rows_of_sheet

    rows = rows_of_sheet(workbook(ROWS), campaign.name)
    order = {"campaign": campaign.pk, "rows": [[one.number, one.key, one.said] for one in rows]}
    return actions.ask(
        "load-campaign", key=key, said={"campaign": campaign.pk}, files=actions.ordered(order),
        total=len(rows), actor=office.clerk, at=NOW,
    )  # fmt: skip


def lines_of(errand):
    return list(errand.lines.values_list("name", "fate"))


GOOD = [("#2", "new"), ("#3", "new"), ("#4", "new"), ("#5", "new"), ("#6", "refused")]


def test_each_part_is_one_event_and_each_row_has_its_verdict(office, campaign):
    before = Event.objects.count()
    errand = load(office, campaign)
    run_next(later())
    assert Event.objects.count() - before == 1 + 2, "a part without a good row is no deed"
    assert lines_of(errand) == GOOD
    assert Meeting.objects.count() == 4
    again = load(office, campaign, "again")
    run_next(later())
    assert {fate for _, fate in lines_of(again)} == {"there", "refused"}
    assert Meeting.objects.count() == 4


def test_a_killed_process_leaves_whole_parts_and_the_next_stores_none_twice(office, campaign):
    errand = load(office, campaign)

    with pytest.raises(Killed):
        run_next(later(), kinds=killed_in_part(2, "load-campaign"))
    assert Meeting.objects.count() == 2
    run_next(lambda: NOW + PATIENCE)
    assert Meeting.objects.count() == 4
    assert lines_of(errand) == GOOD


def test_who_no_longer_runs_the_campaign_stores_and_weighs_nothing(office, campaign):
    errand = load(office, campaign)
    weighed = actions.ask(
        "weigh-campaign", key="w", said={"campaign": campaign.pk}, total=0,
        files=[("", [workbook(ROWS)])], actor=office.clerk, at=NOW,
    )  # fmt: skip
    directory.end_grant(office.clerk.grants.get(), actor=office.admin, at=NOW)
    run_next(later())
    run_next(later())
    assert not Meeting.objects.exists()
    for one in (errand, weighed):
        assert Errand.objects.get(pk=one.pk).outcome == "failed"
