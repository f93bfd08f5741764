"""Everybody sees the work of their own unit and below, in a constant number of queries."""

from datetime import date, timedelta

import pytest

from gandan.domain.directory import actions as actions_of_units
from gandan.domain.directory.access import standing
from gandan.domain.directory.queries import Unit
from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.access import Denied, can, led_tasks, visible_beside, visible_tasks
from gandan.domain.tasks.lines import full_lines, lines
from gandan.domain.tasks.models import Cooperation, DueDate, Task

from ...conftest import NOW, TODAY


def test_who_sees_a_task(task, office):
    seen = {name for name, who in office.accounts.items() if task in visible_tasks(who, TODAY)}
    assert seen == {"clerk", "head", "officer", "other_head"}
    assert all(
        can(who, "read", task, on=TODAY) == (name in seen) for name, who in office.accounts.items()
    )


def test_an_administrator_sees_nothing_by_rank(task, office):
    assert not visible_tasks(office.admin, TODAY).exists()


def test_a_task_that_is_nobodys_yet_is_seen_by_clerks(office):
    task = actions.assign("Chưa rõ ai", lead=None, actor=office.clerk, at=NOW)
    seen = {name for name, who in office.accounts.items() if task in visible_tasks(who, TODAY)}
    assert seen == {"clerk"}


def test_what_a_clerk_entered_for_another_unit_stays_in_sight(office):
    office.person("front_clerk", "clerk", "commune")
    task = actions.assign("Việc", lead=office.finance, actor=office.front_clerk, at=NOW)
    assert task in visible_tasks(office.front_clerk, TODAY)


def test_a_reader_cannot_write(task, office):
    office.person("near", "reader", "home_affairs")
    with pytest.raises(Denied):
        actions.note_progress(task, "xong", actor=office.near, at=NOW)
    assert not task.notes.exists()


def test_a_unit_lists_what_it_leads_and_what_it_helps_with(task, office):
    everything = Task.objects.all()
    assert task in queries.of_unit(everything, office.home_affairs)
    assert task in queries.of_unit(everything, office.finance)
    assert task in queries.of_unit(everything, office.committee)
    assert task not in queries.of_unit(everything, office.committee, below=False)
    assert task not in queries.of_unit(everything, office.commune)


def test_what_is_closed_is_no_longer_on_the_list(task, office):
    Task.objects.filter(pk=task.pk).update(state="done")
    assert task not in queries.of_unit(Task.objects.all(), office.home_affairs)
    assert task in queries.find_tasks(Task.objects.all(), state="done")


@pytest.mark.parametrize("rows", [10, 1_000])
def test_home_takes_the_same_number_of_queries_for_10_and_1000_tasks(
    office, rows, django_assert_num_queries
):
    tasks = Task.objects.bulk_create(
        Task(
            text=f"Việc {n}",
            lead=office.home_affairs,
            state="assigned",
            next_due=[None, *(TODAY + timedelta(days=left) for left in (-3, 2, 20))][n % 4],
            created_at=NOW,
            created_by=office.head,
        )
        for n in range(rows)
    )
    Cooperation.objects.bulk_create(Cooperation(task=task, unit=office.finance) for task in tasks)
    DueDate.objects.bulk_create(
        DueDate(task=task, on=task.next_due, set_at=NOW, set_by=office.head)
        for task in tasks
        if task.next_due
    )
    with django_assert_num_queries(16):
        mine = queries.of_unit(visible_tasks(office.head, TODAY), office.home_affairs)
        counts = queries.bucket_counts(mine, TODAY)
        for bucket in queries.BUCKETS:
            for task in queries.in_bucket(mine, bucket, TODAY)[:50]:
                queries.six_clarities(task)
                str(task.lead), [str(part) for part in task.cooperations.all()]
    assert counts.total == rows


def test_a_bucket_lists_just_the_tasks_that_stand_in_it(office):
    days = (None, *(TODAY + timedelta(days=left) for left in (-9, -1, 0, 2, 5, 8, 40)))
    Task.objects.bulk_create(
        Task(text="Việc", state="assigned", next_due=due, waiting_since=waits, created_at=NOW,
             created_by=office.head)
        for due in days
        for waits in (None, TODAY - timedelta(days=5), TODAY)
    )  # fmt: skip
    counts = queries.bucket_counts(Task.objects.all(), TODAY)
    for bucket in queries.BUCKETS:
        listed = set(queries.in_bucket(Task.objects.all(), bucket, TODAY))
        assert listed == {
            task for task in Task.objects.all() if queries.bucket_of(task, TODAY) == bucket
        }
        assert len(listed) == counts.of(bucket) > 0


def test_search_needs_no_diacritics(task):
    assert task in queries.find_tasks(Task.objects.all(), words="ra soat QUY chế")
    assert task not in queries.find_tasks(Task.objects.all(), words="kinh phí")


def test_the_six_say_what_is_missing(task, office):
    six = {each.key: each for each in queries.six_clarities(task)}
    clear = {key for key, each in six.items() if each.is_clear}
    assert clear == {"what", "when", "responsible"}
    assert six["when"].said == "20/03/2026"
    assert six["product"].missing == "Chưa rõ sản phẩm"
    full = actions.edit(
        task, officer=office.officer.person, authority="Giám đốc Sở", product="Báo cáo",
        actor=office.head, at=NOW,
    )  # fmt: skip
    assert all(each.is_clear for each in queries.six_clarities(full))


def test_a_line_says_of_a_task_what_the_task_itself_says(task, office, duties):
    """Lists read only the words that they show: they must be those of the whole task."""
    common = {"created_at": NOW, "created_by": office.head}
    person, document = office.officer.person, duties[0].document
    made = Task.objects.bulk_create(
        Task(text="Việc", lead=lead, lead_text="Nơi nào đó", officer=officer, recurrence=often,
             document=paper, authority=said, product=said, state=state, **common)
        for lead in (None, office.finance)
        for officer in (None, person)
        for often in ("none", "yearly")
        for paper, said, state in ((None, "", "assigned"), (document, "Sở", "done"))
    )  # fmt: skip
    at = {"set_at": NOW, "set_by": office.head}
    for n, each in enumerate(made[::3]):
        old = DueDate.objects.create(task=each, on=TODAY, **at)
        if n % 2:
            DueDate.objects.filter(pk=old.pk).update(
                replaced_by=DueDate.objects.create(task=task, on=TODAY, **at)
            )
        Cooperation.objects.create(task=each, unit=office.commune)
        Cooperation.objects.create(task=each, text="các đoàn thể")
    rows = queries.listed(Task.objects.all())
    wholes, shown = list(rows), full_lines(rows)
    assert [each.line for each in shown] == lines(rows)
    assert len({each.clear for each in shown}) > 6, "the mixes differ"
    for whole, (line, cooperating, clear) in zip(wholes, shown, strict=True):
        assert (line.key, line.is_open, line.next_due) == (whole.pk, whole.is_open, whole.next_due)
        assert line.lead == (whole.lead and str(whole.lead))
        assert cooperating == tuple(str(part) for part in whole.cooperations.all())
        assert clear == tuple(each.is_clear for each in queries.six_clarities(whole))
        if whole.document:
            assert line.document_called == (whole.document.number or str(whole.document))


def test_the_page_of_a_task_shows_all_in_a_constant_number_of_queries(
    task, office, django_assert_num_queries
):
    for n in range(5):
        actions.note_progress(task, f"bước {n}", percent=n * 10, actor=office.officer, at=NOW)
        actions.add_due_date(
            task, date(2026, 5, n + 1), "Ý kiến tại cuộc họp", actor=office.head, at=NOW
        )
    with django_assert_num_queries(7):
        page = queries.task_page(Task.objects.all(), task.pk)
        assert [str(note.by) for note in page.notes.all()] == ["Người officer"] * 5
        assert len(page.due_dates.all()) == 6
        assert not page.evidence.all()
    assert queries.task_page(Task.objects.none(), task.pk) is None


def test_a_board_is_the_same_whether_or_not_there_are_units_beside(task, office):
    """Who is over all units is spared a look at the unit of each task; it must change nothing."""
    office.person("top", "head", "committee")
    every = set(Unit.objects.values_list("path", flat=True))
    assert all(path.startswith(office.committee.path) for path in every)
    alone = queries.board(led_tasks(standing(office.top, TODAY)), TODAY)
    assert [load.key for load in alone.loads] == [office.home_affairs.pk]
    assert alone.loads[0].name == office.home_affairs.name
    actions_of_units.create_unit(
        code="X", name="Cơ quan khác", kind="peoples-committee", level="province", parent=None,
        actor=actions_of_units.machine_account(NOW), at=NOW,
    )  # fmt: skip
    beside = Unit.objects.get(code="X")
    Task.objects.create(
        text="Việc của cơ quan khác", lead=beside, created_at=NOW, created_by=office.clerk
    )
    assert queries.board(led_tasks(standing(office.top, TODAY)), TODAY) == alone


@pytest.mark.parametrize("beside", [False, True])
def test_who_is_over_many_units_sees_what_who_is_over_few_would(task, office, monkeypatch, beside):
    """The form of the question changes with how many units there are, and with whether there are others;
    the tasks must not."""
    office.person("top", "head", "committee")
    office.person("top_clerk", "clerk", "committee")
    leads: list[Unit | None] = [*office.units.values(), None]
    if beside:
        actions_of_units.create_unit(
            code="X", name="Cơ quan khác", kind="peoples-committee", level="province", parent=None,
            actor=actions_of_units.machine_account(NOW), at=NOW,
        )  # fmt: skip
        leads.append(Unit.objects.get(code="X"))
    for lead in leads:
        for helper in (None, *leads):
            made = Task.objects.create(
                text="Việc", lead=lead, created_at=NOW, created_by=office.head
            )
            if helper or lead is None:
                Cooperation.objects.create(task=made, unit=helper, text="các đoàn thể")
    few = {name: set(visible_tasks(who, TODAY)) for name, who in office.accounts.items()}
    monkeypatch.setattr("gandan.domain.tasks.access.are_many", lambda _paths: True)
    many = {name: set(visible_tasks(who, TODAY)) for name, who in office.accounts.items()}
    assert many == few
    assert len(few["top"]) < Task.objects.count() > len(few["head"]) > 0


def test_the_board_of_who_works_nowhere_is_empty(db):
    board = queries.board(Task.objects.filter(lead__in=Unit.objects.filter(pk__in=())), TODAY)
    assert (board.loads, board.units, board.totals) == ((), 0, (0, 0, 0, 0, 0))


def test_whose_unit_it_is_sees_of_its_work_what_asking_each_task_would_give(task, office, duties):
    """Who works in or over a unit is spared the question of each of its tasks; it must change nothing."""
    office.person("top", "head", "committee")
    office.person("front_clerk", "clerk", "commune")
    common = {"created_at": NOW, "created_by": office.front_clerk, "state": "assigned"}
    for lead in (*office.units.values(), None):
        made = Task.objects.create(text="Việc", lead=lead, **common)
        for unit in (office.commune, office.finance):
            Cooperation.objects.create(task=made, unit=unit)
    compared = 0
    for who in office.accounts.values():
        asking = standing(who, TODAY)
        for unit in office.units.values():
            expected = set(queries.of_unit(visible_tasks(asking, TODAY), unit))
            assert set(queries.of_unit(visible_beside(asking, unit), unit)) == expected
            compared += bool(expected)
    assert compared > 5
