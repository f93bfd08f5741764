"""Files that are only checked: read one by one, deleted as they are read, found things kept an hour."""

from __future__ import annotations

import json
import logging
from datetime import timedelta

import pytest

from gandan.domain.errands import actions
from gandan.domain.errands.models import Errand, Line
from gandan.domain.errands.states import PATIENCE
from gandan.domain.registry.models import Document, File
from gandan.jobs import check_errands
from gandan.jobs.errand_kinds import KINDS, Kind
from gandan.jobs.errand_steps import Step
from gandan.jobs.errands import run_next
from gandan.kernel.events import Event

from ..conftest import NOW
from ..reading_by_hand import plan

SECRET = "khiển-trách-ông-X.txt"
TEXT = "Xây dựng nền tàng số của xã trong năm 2026."
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path
    settings.GANDAN_FILES = tmp_path / "files"


def send(office, *texts, keep=False, who="clerk"):
    order = actions.ordered({"names": [SECRET] * len(texts), "keep": keep})
    files = [(str(n), [text.encode()]) for n, text in enumerate(texts, 1)]
    return actions.ask(
        "check-files", key="a", said={}, files=[*order, *files], total=len(texts),
        actor=getattr(office, who), at=NOW,
    )  # fmt: skip


def later(minutes=0):
    return lambda: NOW + timedelta(minutes=minutes)


def names_in(errand):
    return sorted(path.name for path in errand.folder.iterdir())


def test_a_file_goes_with_the_step_that_read_it_and_only_findings_stay(office):
    errand = send(office, TEXT, " ")
    assert names_in(errand) == ["0", "1", "2"]
    run_next(later())
    assert names_in(errand) == ["0", "0.json", "1.json"]
    (found,) = json.loads((errand.folder / "0.json").read_bytes())
    assert found["name"] == SECRET
    assert "spelling.compound" in {
        one["rule"] for part in found["parts"] for one in part["findings"]
    }
    assert not File.objects.exists()


def test_no_row_no_event_and_no_line_of_the_log_holds_a_name_or_a_word(office, caplog, monkeypatch):
    def fails(*_args):
        raise RuntimeError("hỏng")

    caplog.set_level(logging.DEBUG)
    errand = send(office, TEXT, " ")
    run_next(later())
    monkeypatch.setattr("gandan.jobs.reading_pool.vanban.read", fails)
    actions.ask(
        "check-files", key="b", said={}, total=1, actor=office.clerk, at=NOW,
        files=[*actions.ordered({"names": [SECRET], "keep": False}), ("1", [TEXT.encode()])],
    )  # fmt: skip
    run_next(later())
    rows = [
        *Errand.objects.values_list("said", "told"),
        *Line.objects.values_list("name", "sentence"),
    ]
    kept = str([rows, list(Event.objects.values_list("data")), caplog.text])
    assert "khiển" not in kept
    assert "tàng" not in kept
    assert errand.lines.count() == 2


def test_after_an_hour_nothing_is_left(office):
    errand = send(office, TEXT)
    run_next(later())
    assert actions.clear_files(NOW + timedelta(minutes=59)) == 0
    run_next(later(61))
    assert not errand.folder.exists()
    assert errand.lines.count() == 1


def test_what_was_stopped_is_gone_after_an_hour_too(office):
    errand = send(office, TEXT)
    actions.stop(errand, actor=office.clerk, at=NOW)
    run_next(later(61))
    assert not errand.folder.exists()


@pytest.mark.parametrize("after_commit", [False, True])
def test_killed_at_any_point_each_file_is_checked_once_and_none_stays(
    office, after_commit, monkeypatch
):
    errand = send(office, TEXT, TEXT + " Hết.", TEXT)

    class Killed(BaseException):
        pass

    def killed_within(each):
        steps = KINDS["check-files"].does(each)
        yield next(steps)
        step = next(steps)

        def dies(at):
            told = step.act(at)
            if after_commit:
                return told
            raise Killed

        yield Step(dies)
        raise Killed

    if after_commit:  # the result is written, its file still there
        monkeypatch.setattr(check_errands.transaction, "on_commit", lambda _: None)
    with pytest.raises(Killed):
        run_next(later(), kinds={"check-files": Kind(killed_within)})
    assert "3" in names_in(errand)
    monkeypatch.undo()
    run_next(lambda: NOW + PATIENCE)
    assert names_in(errand) == ["0", "0.json", "1.json", "2.json"]
    assert errand.lines.count() == 3
    assert Errand.objects.get(pk=errand.pk).outcome == "done"


def test_a_clerk_who_says_so_has_them_received_and_a_reader_does_not(office):
    send(office, plan().text, keep=True)
    run_next(later())
    assert Document.objects.filter(file__isnull=False).exists()
    File.objects.all()
    errand = actions.ask(
        "check-files", key="b", said={}, total=1, actor=office.reader, at=NOW,
        files=[*actions.ordered({"names": [SECRET], "keep": True}), ("1", [TEXT.encode()])],
    )  # fmt: skip
    run_next(later())
    (found,) = json.loads((errand.folder / "0.json").read_bytes())
    assert found["sentence"]
    assert File.objects.count() == 1


def test_more_files_than_fit_are_told_one_by_one(office, monkeypatch):
    monkeypatch.setattr(check_errands, "MOST_FILES", 1)
    errand = send(office, TEXT, TEXT)
    run_next(later())
    assert list(errand.lines.values_list("fate", flat=True)) == ["new", "refused"]
