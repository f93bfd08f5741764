"""A plan comes in; a duty of it is accepted; it stands on the worklist of the unit that has it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.utils import timezone

from gandan.cli import main
from gandan.domain.directory.queries import account_named, home_unit
from gandan.domain.registry import queries as registry
from gandan.domain.registry.access import visible_documents
from gandan.domain.tasks import actions, queries
from gandan.domain.tasks.access import visible_tasks
from gandan.kernel.events import verify

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)


@pytest.fixture
def province(db, settings, tmp_path, monkeypatch):
    """The made-up province of `samples/`, with its people and its documents, no duty given out."""
    settings.GANDAN_FILES = tmp_path / "files"
    monkeypatch.setattr("gandan.jobs.first_tasks.accept_first_tasks", lambda *_, **__: None)
    assert main(["samples"]) == 0


def worklist(username):
    account = account_named(username)
    return queries.of_unit(visible_tasks(account, TODAY), home_unit(account, TODAY))


@pytest.mark.usefixtures("province")
def test_every_sample_duty_whose_unit_is_known_reaches_that_units_worklist():
    clerk = account_named("vanthu")
    accepted = []
    for document in registry.find_documents(visible_documents(clerk, TODAY)):
        for duty in registry.facts_of(document, "duty"):
            accepted.append(actions.accept_duty(duty, actor=clerk, at=NOW))
    led = [task for task in accepted if task.lead is not None]
    assert len(led) >= 20
    for task in led:
        assert task in queries.of_unit(visible_tasks(clerk, TODAY), task.lead, below=False)
        assert task.quote in task.document.file.text
    mine = worklist("lanhdao.danvan")
    assert 0 < mine.count() < len(accepted)
    assert queries.bucket_counts(mine, TODAY).total == mine.count()
    assert verify() is None


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared")
@pytest.mark.usefixtures("province")
def test_duty_5_of_the_plan_of_2021_is_on_the_worklist_of_who_holds_its_place_now():
    """Plan 42-KH/BDVTU-BCSDUBND, duty 5: due 30/6 and 31/12/2021. Ban Dân vận Tỉnh ủy became part
    of Ban Tuyên giáo và Dân vận Tỉnh ủy in 2025."""
    assert main(["import", str(SEEDS)]) == 0
    clerk = account_named("vanthu")
    visible = visible_documents(clerk, timezone.localdate())
    plan = registry.documents_numbered(visible, "42-KH/BDVTU-BCSDUBND").get()
    duty = next(f for f in registry.facts_of(plan, "duty") if f.data["section"] == "5")
    task = actions.accept_duty(duty, actor=clerk, at=NOW)
    assert [due.on for due in task.due_dates.all()] == [date(2021, 6, 30), date(2021, 12, 31)]
    assert task.quote == plan.file.text[task.start : task.end]
    assert task in worklist("lanhdao.danvan")
    assert queries.bucket_of(task, TODAY) == "overdue"
    assert task not in worklist("lanhdao")
