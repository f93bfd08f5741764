"""`gandan tasks`: duties by unit, plan and state, and which were late on a day."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gandan.cli.days import day
from gandan.cli.setup import setup

if TYPE_CHECKING:
    from gandan.domain.tasks.queries import Task

NOT_FOUND = 1


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unit", metavar="MÃ|TÊN", help="đơn vị chủ trì (và các đơn vị bên dưới)")
    parser.add_argument("--plan", metavar="SỐ", help="số, ký hiệu văn bản giao việc")
    parser.add_argument("--state", metavar="TRẠNG_THÁI", help="ví dụ assigned, under-way, done")
    parser.add_argument("--overdue", action="store_true", help="chỉ việc quá hạn")
    parser.add_argument(
        "--as-of", dest="on", type=day, metavar="NGÀY", help="tính hạn tại ngày này"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="in JSON")
    form.add_argument("--xlsx", type=Path, metavar="TỆP", help="ghi ra tệp Excel")


def run(args: argparse.Namespace) -> int:
    setup()
    from django.utils import timezone

    on = args.on or timezone.localdate()
    try:
        found = asked(args, on)
    except LookupError as error:
        print(error.args[0], file=sys.stderr)
        return NOT_FOUND
    rows = [row_of(task, on) for task in found]
    if args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    elif args.xlsx:
        args.xlsx.write_bytes(_sheet(rows))
        print(f"Đã ghi {len(rows)} nhiệm vụ vào {args.xlsx}.")
    else:
        _print(rows, on)
    return 0


def asked(args: argparse.Namespace, on: date) -> Iterable[Task]:
    """The tasks that answer the options; raises LookupError with a sentence for a wrong name."""
    from gandan.cli.named_unit import named_unit
    from gandan.domain.registry.queries import Document, documents_numbered
    from gandan.domain.tasks.queries import State, Task, find_tasks, with_standing

    if args.state and args.state not in State.values:
        raise LookupError(
            f"Không có trạng thái “{args.state}”. Các trạng thái: {', '.join(State.values)}."
        )
    tasks = Task.objects.all()
    if args.plan:
        plans = documents_numbered(Document.objects.all(), args.plan)
        if not plans:
            raise LookupError(f"Không có văn bản số “{args.plan}” trong kho.")
        tasks = tasks.filter(document__in=plans.values("pk"))
    found = find_tasks(
        tasks,
        state=args.state or "",
        overdue_on=on if args.overdue else None,
        below=named_unit(args.unit, on) if args.unit else None,
    )
    return found if args.state == State.CANCELLED else with_standing(found, on)


def row_of(task: Task, on: date) -> dict[str, Any]:
    """One task as plain values; dates as ISO text, what is not known as null."""
    return {
        "id": task.pk,
        "text": task.text,
        "lead": task.lead.name if task.lead else task.lead_text or None,
        "lead_code": task.lead.code if task.lead else None,
        "cooperating": [str(part) for part in task.cooperations.all()],
        "due": [
            due.on.isoformat() for due in task.due_dates.all() if due.replaced_by_id is None
        ],
        "next_due": task.next_due.isoformat() if task.next_due else None,
        "days_left": (task.next_due - on).days if task.next_due else None,
        "recurrence": task.recurrence,
        "state": task.state,
        "standing": getattr(task, "standing", None),
        "product": task.product or None,
        "plan": task.document.number if task.document else None,
        "section": task.section or None,
        "parent": task.parent_id,
        "period": [task.period_from.isoformat(), task.period_to.isoformat()]
        if task.period_from and task.period_to
        else None,
    }  # fmt: skip


_HEADS = {
    "plan": "Văn bản", "section": "Mục", "text": "Việc", "lead": "Chủ trì",
    "cooperating": "Phối hợp", "due": "Hạn", "days_left": "Còn lại (ngày)", "state": "Trạng thái",
    "standing": "Tình hình", "product": "Sản phẩm",
}  # fmt: skip
_STANDINGS = {
    "done": "đã xong", "late": "quá hạn", "not-due": "chưa đến hạn", "no-owner": "chưa có đơn vị",
}  # fmt: skip


def _sheet(rows: list[dict[str, Any]]) -> bytes:
    from gandan.kernel.text_sheets import text_sheet

    return text_sheet(
        "Nhiệm vụ", list(_HEADS.values()), ([_said(row, key) for key in _HEADS] for row in rows)
    )


def _said(row: dict[str, Any], key: str) -> str:
    value = row[key]
    if key == "due":
        return "; ".join(f"{date.fromisoformat(day):%d/%m/%Y}" for day in value)
    if key == "standing":
        return _STANDINGS.get(value, "")
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(value)


def _print(rows: list[dict[str, Any]], on: date) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{len(rows)} nhiệm vụ, tính đến {on:%d/%m/%Y}", title_justify="left")
    for key in ("plan", "section", "text", "lead", "due", "standing"):
        table.add_column(_HEADS[key], overflow="fold")
    for row in rows:
        table.add_row(
            *(_said(row, key) for key in ("plan", "section", "text", "lead", "due", "standing"))
        )
    Console(markup=False).print(table)
