"""Inspections: a checklist, visits, verdicts, and shortcomings that become tasks until they are done."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.domain.meetings import access, actions
from gandan.domain.meetings.actions import Item, Judged
from gandan.domain.meetings.inspections import inspections, visit_rows
from gandan.domain.meetings.models import Inspection, Meeting
from gandan.domain.registry import actions as registry
from gandan.domain.tasks import actions as tasks
from gandan.kernel.access import Denied
from gandan.kernel.events import Event
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY
from ...reading_by_hand import plan

DAY = date(2026, 3, 2)


@pytest.fixture
def document(office, settings, tmp_path):
    settings.GANDAN_FILES = tmp_path / "files"
    read = plan()
    return registry.receive_read(read.text.encode(), read, actor=office.clerk, at=NOW).documents[0]


@pytest.fixture
def inspection(office, document):
    made = actions.plan_inspection(
        "Kiểm tra công tác dân vận 2026", office.committee,
        [Item("Có kế hoạch năm", "ban hành kế hoạch năm"), Item("Công khai thủ tục")],
        document=document, actor=office.clerk, at=NOW,
    )  # fmt: skip
    actions.plan_visits(made, [office.finance, office.commune], DAY, actor=office.clerk, at=NOW)
    return made


def judged(inspection, *words):
    notes = {"unmet": "Chưa niêm yết", "partly": "Mới có dự thảo"}
    items = inspection.items.all()
    return {i.pk: Judged(w, notes.get(w, "")) for i, w in zip(items, words, strict=True)}


def visit_of(inspection, unit):
    return inspection.visits.get(unit=unit)


def test_a_visit_becomes_a_meeting_with_a_verdict_for_each_item(office, inspection):
    visit = visit_of(inspection, office.commune)
    said = judged(inspection, "met", "unmet")
    held = actions.judge(visit, DAY, said, actor=office.clerk, at=NOW)
    assert (held.meeting.kind, held.meeting.details) == (
        "inspection", {"inspected": office.commune.name},
    )  # fmt: skip
    (_finance, row) = visit_rows(inspection, list(inspection.items.all()))
    assert [verdict.word for verdict in row.verdicts] == ["met", "unmet"]
    again = actions.judge(
        visit, DAY, judged(inspection, "met", "partly"), actor=office.clerk, at=NOW
    )
    assert again.meeting_id == held.meeting_id
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize("words", [("met",), ("met", "sure")])
def test_an_item_without_a_verdict_is_asked_for(office, inspection, words):
    items = list(inspection.items.all())
    said = {item.pk: Judged(word) for item, word in zip(items, words, strict=False)}
    with pytest.raises(Refused, match="Chưa lưu gì"):
        actions.judge(visit_of(inspection, office.commune), DAY, said, actor=office.clerk, at=NOW)
    assert not Meeting.objects.exists()


def test_what_is_not_met_says_what_was_seen(office, inspection):
    said = {item.pk: Judged("unmet") for item in inspection.items.all()}
    with pytest.raises(Refused, match="ghi rõ điều đã thấy"):
        actions.judge(visit_of(inspection, office.commune), DAY, said, actor=office.clerk, at=NOW)


def test_a_shortcoming_is_a_task_of_the_inspected_unit_and_keeps_it_open(
    office, inspection, document
):
    office.person("commune_head", "head", "commune")
    for unit in (office.finance, office.commune):
        visit = visit_of(inspection, unit)
        actions.judge(visit, DAY, judged(inspection, "met", "unmet"), actor=office.clerk, at=NOW)
    found = actions.find_shortcoming(
        visit_of(inspection, office.commune), "Niêm yết thủ tục", date(2026, 3, 20),
        item=inspection.items.last(), actor=office.clerk, at=NOW,
    )  # fmt: skip
    assert (found.task.lead, found.task.next_due) == (office.commune, date(2026, 3, 20))
    actions.conclude_inspection(inspection, document, actor=office.clerk, at=NOW)
    with pytest.raises(Refused, match="Còn 1 việc khắc phục"):
        actions.close_inspection(inspection, actor=office.clerk, at=NOW)
    head = {"actor": office.commune_head, "at": NOW}
    tasks.take_step(found.task, "receive", **head)
    tasks.take_step(found.task, "submit", reason="đã niêm yết", **head)
    tasks.take_step(found.task, "approve", **head)
    assert actions.close_inspection(inspection, actor=office.clerk, at=NOW).state == "closed"
    (row,) = inspections(Inspection.objects.all())
    assert (row.planned, row.held, row.found, row.open_found) == (2, 2, 1, 0)
    assert Event.objects.filter(verb__startswith="inspection.").count() == 7


def test_steps_are_taken_in_their_order(office, inspection, document):
    with pytest.raises(Refused, match="Còn 2 đơn vị chưa kiểm tra"):
        actions.conclude_inspection(inspection, document, actor=office.clerk, at=NOW)
    with pytest.raises(Refused, match="không làm được bước"):
        actions.close_inspection(inspection, actor=office.clerk, at=NOW)
    visit = visit_of(inspection, office.commune)
    with pytest.raises(Refused, match="Chưa ghi kết quả"):
        actions.find_shortcoming(visit, "Việc", date(2026, 3, 20), actor=office.clerk, at=NOW)
    actions.judge(visit, DAY, judged(inspection, "met", "met"), actor=office.clerk, at=NOW)
    with pytest.raises(Refused, match="trước ngày kiểm tra"):
        actions.find_shortcoming(visit, "Việc", date(2026, 3, 1), actor=office.clerk, at=NOW)


def test_the_inspected_see_what_concerns_them_and_change_nothing(office, inspection):
    assert inspection in access.visible_inspections(office.reader, TODAY)
    assert access.can(office.reader, "see_visit", visit_of(inspection, office.commune), on=TODAY)
    assert not access.can(
        office.reader, "see_visit", visit_of(inspection, office.finance), on=TODAY
    )
    assert inspection not in access.visible_inspections(office.head, TODAY)
    for actor in (office.other_head, office.reader):
        with pytest.raises(Denied):
            actions.plan_visits(inspection, [office.finance], date(2026, 4, 1), actor=actor, at=NOW)


def test_a_visit_that_is_planned_is_planned_once(office, inspection):
    assert actions.plan_visits(inspection, [office.commune], DAY, actor=office.clerk, at=NOW) == []
    assert inspection.visits.count() == 2


def test_an_inspection_needs_a_name_and_a_checklist(office):
    for name, items in (("", [Item("x")]), ("Kiểm tra", [Item("  ")])):
        with pytest.raises(Refused):
            actions.plan_inspection(name, office.committee, items, actor=office.clerk, at=NOW)


def test_the_rows_ask_the_same_questions_however_many_visits(
    office, inspection, django_assert_num_queries
):
    items = list(inspection.items.all())
    for unit in (office.finance, office.commune):
        visit = visit_of(inspection, unit)
        actions.judge(visit, DAY, judged(inspection, "met", "met"), actor=office.clerk, at=NOW)
        actions.find_shortcoming(visit, "Việc", date(2026, 4, 1), actor=office.clerk, at=NOW)
    with django_assert_num_queries(5):
        assert len(visit_rows(inspection, items)) == 2
