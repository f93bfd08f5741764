"""`gandan petitions load`: what a file holds, how far it is, what became of its rows."""

from __future__ import annotations

import argparse
import sys

from django.utils import timezone
from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from gandan.domain.directory import actions as directory
from gandan.domain.directory.queries import Account, Unit, account_named, unit_with_code
from gandan.jobs.load_petitions import load as load_file
from gandan.jobs.load_petitions import preview
from gandan.kernel.refusal import Refused


def load(args: argparse.Namespace) -> int:
    """2 when rows were refused; the others are stored."""
    if args.preview:
        return _show_preview(args)
    actor, unit = _actor(args.username), _unit(args.unit)
    console = Console(stderr=True)
    with Progress(
        TextColumn("Nạp kiến nghị"), TextColumn("{task.description}"), TimeElapsedColumn(),
        console=console,
    ) as progress:  # fmt: skip
        bar = progress.add_task("", total=None)
        for each, read in load_file(args.file, unit=unit, actor=actor, now=timezone.now):
            state, unknown = each, sorted(read.unknown)
            progress.update(bar, description=f"{state.next_row} dòng")
    _warn(unknown)
    print(
        f"Đã đọc {state.next_row} dòng: {state.stored} kiến nghị mới, {state.known} đã có, "
        f"{state.refused} không nhận."
    )
    if state.refused:
        print("Xem vì sao không nhận: thêm --preview.", file=sys.stderr)
    return 2 if state.refused else 0


def _show_preview(args: argparse.Namespace) -> int:
    seen = preview(args.file)
    _warn(list(seen.unknown))
    print(
        f"{seen.rows} dòng: {seen.usable} nhận được, trong đó {seen.repeated} dòng lặp lại; "
        f"{seen.refused.total()} không nhận. Chưa lưu gì."
    )
    for sentence, count in seen.refused.most_common():
        print(f"  {count} dòng: {sentence}")
    return 2 if seen.refused else 0


def _warn(unknown: list[str]) -> None:
    if unknown:
        print(f"Bỏ qua cột không dùng đến: {', '.join(unknown)}.", file=sys.stderr)


def _actor(username: str | None) -> Account:
    if not username:
        return directory.machine_account(timezone.now())
    actor = account_named(username)
    if actor is None:
        raise Refused(f"Không có tài khoản {username}. Chưa nạp gì.")
    return actor


def _unit(code: str | None) -> Unit | None:
    if not code:
        return None
    unit = unit_with_code(code)
    if unit is None:
        raise Refused(f"Không có đơn vị mã {code}. Chưa nạp gì.")
    return unit
