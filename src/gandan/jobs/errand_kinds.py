"""The kinds of long work, and how each is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from gandan.domain.errands.queries import Errand
from gandan.jobs.campaign_errands import load_campaign, weigh_campaign
from gandan.jobs.check_errands import check_files
from gandan.jobs.clock_errands import change_clock, count_moves
from gandan.jobs.errand_steps import Step
from gandan.jobs.file_errands import receive_files
from gandan.jobs.petition_errands import load_petitions, weigh_petitions
from gandan.jobs.sheet_errands import RESULT, write_tasks
from gandan.jobs.table_errands import enter_table, judge_table
from gandan.jobs.task_errands import change_tasks, lay_duty, undo_tasks
from gandan.jobs.unit_errands import reorganise


@dataclass(frozen=True, slots=True)
class Kind:
    """`does` gives the steps after the `done` ones; where it cannot, not `goes_on`. `result` names the
    file that it leaves in the folder of the errand, if any."""

    does: Callable[[Errand], Iterator[Step]]
    goes_on: bool = True
    result: str = "-"


KINDS: Mapping[str, Kind] = {
    "receive-files": Kind(receive_files),
    "export-tasks": Kind(write_tasks, goes_on=False, result=RESULT),
    "check-files": Kind(check_files),
    "count-moves": Kind(count_moves, goes_on=False),
    "change-clock": Kind(change_clock),
    "judge-table": Kind(judge_table, goes_on=False),
    "enter-table": Kind(enter_table),
    "weigh-campaign": Kind(weigh_campaign, goes_on=False),
    "load-campaign": Kind(load_campaign),
    "weigh-petitions": Kind(weigh_petitions, goes_on=False),
    "load-petitions": Kind(load_petitions),
    "reorganise": Kind(reorganise),
    "change-tasks": Kind(change_tasks),
    "lay-duty": Kind(lay_duty),
    "undo-tasks": Kind(undo_tasks),
}
