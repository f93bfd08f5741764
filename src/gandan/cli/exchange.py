"""`import` and `export` of the directory as Excel files: the verdict of every row first."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gandan.domain.directory.actions import Row, Verdict

SOME_REFUSED = 2


@dataclass(frozen=True, slots=True)
class Table:
    """One of the tables that go in and out, with the verbs and questions that belong to it."""

    title: str
    heads: Sequence[str]
    rows: Callable[[], Any]
    judge: Callable[[Sequence[Row]], list[Verdict]]
    enter: Callable[..., list[Verdict]]


def arguments(steps: Any) -> None:
    taken = steps.add_parser("import", help="nhập từ tệp .xlsx; không có --write thì chỉ xem trước")
    taken.add_argument("file", type=Path, metavar="TỆP")
    taken.add_argument("--write", action="store_true", help="ghi các dòng được nhận")
    given = steps.add_parser("export", help="xuất ra tệp .xlsx, mọi ô là chữ")
    given.add_argument("file", type=Path, metavar="TỆP")


def run(args: argparse.Namespace, what: str) -> int:
    """0 when every row is good, 1 when the file is not, 2 when some rows are refused."""
    from django.utils import timezone

    from gandan.domain.directory import actions
    from gandan.kernel.refusal import Refused
    from gandan.kernel.text_sheets import text_sheet

    table = _table(what)
    if args.step == "export":
        args.file.write_bytes(text_sheet(table.title, table.heads, table.rows()))
        print(f"Đã xuất ra {args.file}.")
        return 0
    try:
        rows = actions.rows_of_workbook(args.file.read_bytes(), table.heads)
        if args.write:
            actor = actions.machine_account(timezone.now())
            verdicts = table.enter(rows, actor=actor, at=timezone.now())
        else:
            verdicts = table.judge(rows)
    except OSError as error:
        print(f"Không mở được {args.file}: {error.strerror}. Chưa lưu gì.", file=sys.stderr)
        return 1
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return _told(verdicts, wrote=args.write)


def _table(what: str) -> Table:
    from django.utils import timezone

    from gandan.domain.directory import actions

    today = timezone.localdate()
    if what == "units":
        return Table(
            "Đơn vị", actions.UNIT_HEADS, lambda: actions.unit_rows(today), actions.judge_units,
            actions.import_units,
        )  # fmt: skip
    if what == "identifiers":
        return Table(
            "Mã định danh", actions.IDENTIFIER_HEADS, lambda: actions.identifier_rows(today),
            actions.judge_identifiers, actions.import_identifiers,
        )  # fmt: skip
    return Table(
        "Người", actions.PEOPLE_HEADS, lambda: actions.people_rows(today, [""]),
        actions.judge_people, actions.import_people,
    )  # fmt: skip


def _told(verdicts: Sequence[Verdict], *, wrote: bool) -> int:
    words = {"new": "mới", "changed": "đổi", "unchanged": "như cũ", "refused": "không nhận"}
    for each in verdicts:
        if each.fate != "unchanged":
            print(f"dòng {each.number}: {words[each.fate]}: {each.name} {'; '.join(each.words)}")
    counts = Counter(str(each.fate) for each in verdicts)
    print(", ".join(f"{words[fate]} {counts[fate]}" for fate in words))
    print("Đã ghi." if wrote else "Chưa ghi gì: thêm --write để ghi.")
    return SOME_REFUSED if counts["refused"] else 0
