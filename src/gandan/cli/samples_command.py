"""`gandan samples`: the made-up province, to try the program. Safe to run again."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gandan.cli.setup import setup

if TYPE_CHECKING:
    from gandan.jobs.import_files import Outcome

FOLDER = Path(__file__).resolve().parents[3] / "samples"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--folder", type=Path, default=FOLDER, help="thư mục có province.toml và documents/"
    )


def run(args: argparse.Namespace) -> int:
    setup()
    from django.utils import timezone

    from gandan.cli.import_report import show
    from gandan.domain.directory.actions import machine_account
    from gandan.domain.directory.queries import Role, account_named
    from gandan.jobs.first_petitions import enter_first_petitions
    from gandan.jobs.first_tasks import accept_first_tasks
    from gandan.jobs.gathering import gather
    from gandan.jobs.import_files import import_files
    from gandan.jobs.load_province import load_province

    source = args.folder / "province.toml"
    if not source.is_file():
        print(f"Không thấy {source}. Hãy chỉ thư mục mẫu bằng --folder.", file=sys.stderr)
        return 1
    province = tomllib.loads(source.read_text("utf-8"))
    machine = machine_account(timezone.now())
    load_province(province, actor=machine, at=timezone.now())
    # A clerk receives for a unit, from whose place cut names ("Sở Nội vụ") are read; the machine
    # stands nowhere.
    clerks = [each["username"] for each in province["person"] if each["role"] == Role.CLERK]
    clerk = account_named(clerks[0]) if clerks else None
    files = list(gather([args.folder / "documents"]))
    outcomes: list[Outcome] = []
    received = import_files(files, actor=clerk or machine, now=timezone.now)
    refused = show(_kept(received, outcomes), len(files))
    if clerk:
        accept_first_tasks(outcomes, province.get("accepted", ()), actor=clerk, at=timezone.now())
    voices = args.folder / "petitions.toml"
    head = account_named(province.get("publisher", ""))
    if voices.is_file() and head:
        rows = tomllib.loads(voices.read_text("utf-8"))["petition"]
        enter_first_petitions(rows, clerk=machine, head=head, at=timezone.now())
    print("Tài khoản dùng thử (mỗi vai trò một hay nhiều người):")
    for person in province["person"]:
        print(
            f"  {person['username']:<24} {person['password']:<16} "
            f"{Role(person['role']).label:<18}{person['name']}, {person['post']}"
        )
    return 2 if refused else 0


def _kept(outcomes: Iterable[Outcome], kept: list[Outcome]) -> Iterator[Outcome]:
    """The outcomes as they come, kept for afterwards."""
    for outcome in outcomes:
        kept.append(outcome)
        yield outcome
