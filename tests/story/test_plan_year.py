"""The year of a plan, by a clock that is set: given out, done, late, extended, waiting, reported.

The plan is number 21 of the made-up province (January 2026, ten duties); with ../shared at hand
the real one of 2021 is played as well.
"""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from gandan.cli import main
from gandan.domain.directory.queries import Unit, account_named
from gandan.domain.registry import queries as registry
from gandan.domain.registry.access import visible_documents
from gandan.domain.tasks import actions, plans, queries
from gandan.domain.tasks.access import visible_tasks
from gandan.domain.tasks.models import Task
from gandan.kernel.events import verify

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
NUMBER = "21-KH/BTGDVTU-ĐUUBND"


class Year:
    """The plan's year: a day is set, somebody acts, the figures are read."""

    def __init__(self, clock, number):
        self.clock, self.number = clock, number
        self.clerk = account_named("vanthu")

    def on(self, month, day, hour=2):
        self.clock.move_to(datetime(self.year, month, day, hour, tzinfo=UTC))

    @property
    def year(self):
        return self.plan.issued_on.year

    @property
    def plan(self):
        visible = visible_documents(self.clerk, timezone.localdate())
        return registry.documents_numbered(visible, self.number).get()

    def duty(self, section):
        return Task.objects.get(document=self.plan, section=section, parent__isnull=True)

    def do(self, section, *verbs, who="lanhdao.danvan", reason="có báo cáo"):
        for verb in verbs:
            actions.take_step(
                self.duty(section), verb, reason=reason,
                actor=account_named(who), at=timezone.now(),
            )  # fmt: skip

    def shares(self):
        today = timezone.localdate()
        mine = plans.duties_of_plan(visible_tasks(self.clerk, today), self.plan)
        found = queries.shares(mine, today)
        return found.done, found.late, found.not_due, found.no_owner

    def late(self):
        tasks = queries.find_tasks(Task.objects.filter(document=self.plan),
                                   overdue_on=timezone.localdate())  # fmt: skip
        return {task.section for task in tasks}


@pytest.fixture
def clock(db, settings, tmp_path, monkeypatch):
    """The samples on a day of January 2026, none of their duties given out yet."""
    settings.GANDAN_FILES = tmp_path / "files"
    monkeypatch.setattr("gandan.jobs.first_tasks.accept_first_tasks", lambda *_, **__: None)
    with time_machine.travel(datetime(2026, 1, 13, 2, tzinfo=UTC), tick=False) as clock:
        assert main(["samples"]) == 0
        yield clock


def give_out(year):
    facts = plans.unanswered_duties(year.plan)
    return actions.accept_duties(facts, actor=year.clerk, at=timezone.now())


def test_the_year_2026_of_the_made_up_plan(clock, capsys):
    year = Year(clock, NUMBER)
    assert len(give_out(year)) == 10
    assert year.shares() == (0, 0, 10, 0)

    year.on(1, 20)  # the plan is signed in time
    year.do("1", "receive", "submit", "approve")
    assert year.shares() == (1, 0, 9, 0)
    assert year.duty("1").due_dates.get().met_on == date(2026, 1, 20)

    year.on(4, 1)  # the first quarter is over, duty 3 is not done
    assert year.late() == {"3"}
    assert year.shares() == (1, 1, 8, 0)

    year.on(5, 20)  # more time is asked for, and granted before the day
    head = account_named("lanhdao.danvan")
    asked = actions.ask_extension(
        year.duty("5").due_dates.get(), date(2026, 6, 20), "chờ số liệu của xã",
        actor=head, at=timezone.now(),
    )  # fmt: skip
    actions.answer_extension(asked, granted=True, actor=head, at=timezone.now())
    year.on(6, 5)
    assert year.late() == {"3"}
    assert [due.on for due in year.duty("5").due_dates.all()] == [
        date(2026, 5, 31),
        date(2026, 6, 20),
    ]

    year.on(6, 22)  # on Monday everybody gets one message, however often it is run
    assert year.late() == {"3", "5"}
    mail.outbox.clear()
    assert main(["remind"]) == 0
    told = [letter for letter in mail.outbox if letter.to == ["lanhdao.danvan@localhost"]]
    assert len(told) == 1
    assert "QUÁ HẠN (1)" in told[0].body
    sent = len(mail.outbox)
    assert main(["remind"]) == 0
    assert len(mail.outbox) == sent

    year.on(6, 25)  # the half-year's part of duty 4 is met, the year's part stays open
    first = year.duty("4").due_dates.get(on=date(2026, 6, 30))
    actions.meet_due_date(first, actor=head, at=timezone.now())
    assert year.duty("4").next_due == date(2026, 12, 31)
    year.do("5", "receive", "start", "submit", "approve")

    year.on(8, 3)  # the training waits a month for the ministry; its date moves by that month
    year.do("6", "receive", "wait", who="lanhdao", reason="chờ giáo trình của Bộ")
    year.on(10, 5)
    assert "6" not in year.late()
    year.do("6", "resume", who="lanhdao")
    assert year.duty("6").next_due == date(2026, 12, 2)
    year.do("6", "submit", "approve", who="lanhdao")

    year.on(12, 1)
    assert year.late() == {"3", "7", "9", "10"}
    assert year.shares() == (3, 4, 3, 0)

    # The report of a script says the same as the page, row by row.
    capsys.readouterr()
    assert main(["tasks", "--plan", NUMBER, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    standings = [row["standing"] for row in rows if row["parent"] is None]
    assert (standings.count("done"), standings.count("late")) == (3, 4)
    assert main(["tasks", "--plan", NUMBER, "--as-of", "2026-03-31", "--overdue", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert verify() is None


def test_a_duty_of_every_quarter_comes_four_times_a_year(clock):
    """Programme 05 asks the communes to talk with people every quarter: the nights make periods."""
    year = Year(clock, NUMBER)
    head = account_named("lanhdao")
    task = actions.assign("Đối thoại với Nhân dân", lead=Unit.objects.get(code="LG.SNV"),
                          recurrence="quarterly", actor=head, at=timezone.now())  # fmt: skip
    for month in range(1, 13):
        year.on(
            month, 28, hour=17
        )  # past midnight in Hà Nội: periods are made, nobody is written to
        mail.outbox.clear()
        assert main(["remind"]) == 0
        assert mail.outbox == []
    assert [part.period_to for part in task.children.order_by("period_from")] == [
        date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31),
    ]  # fmt: skip


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared")
def test_the_year_2021_of_plan_42(clock):
    """Twelve duties from May 2021, entered later with the units that hold their place now. Set
    back to 2021 the clock shows the year as it went: due, late, extended, done, reported."""
    assert main(["import", str(SEEDS)]) == 0
    year = Year(clock, "42-KH/BDVTU-BCSDUBND")
    give_out(year)
    dated = {
        task.section
        for task in Task.objects.filter(document=year.plan)
        if task.next_due is not None
    }
    assert {"1", "3", "4", "5", "7", "8", "9", "10", "11", "12"} <= dated
    year.on(5, 28)
    assert year.late() == set()
    year.do("1", "receive", "submit", "approve")
    year.on(6, 1)
    assert year.late() == {"7"}
    head = account_named("lanhdao.danvan")
    actions.extend(
        year.duty("7").due_dates.get(), date(2021, 8, 31), "dịch bệnh", actor=head,
        at=timezone.now(),
    )  # fmt: skip
    assert year.late() == set()
    year.on(7, 1)
    assert year.late() == {"3", "4", "5"}
    year.do("4", "receive", "submit", "approve")
    assert year.late() == {"3", "5"}
    year.on(12, 31)
    done, late, not_due, nobody = year.shares()
    # Ban cán sự Đảng UBND tỉnh ended and the sample directory does not know it: shown, not guessed.
    unknown = Task.objects.filter(document=year.plan, lead__isnull=True)
    assert (done, nobody) == (2, unknown.count())
    assert late == len(dated) - 2 - unknown.filter(next_due__isnull=False).count() > 0
    assert done + late + not_due + nobody == 12
