"""`gandan import PATH…`: files and folders into the registry."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from gandan.cli.setup import setup

REFUSED = 2
_FEW = 8  # below this, starting workers takes longer than reading


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="TỆP", help="tệp, thư mục")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="số tiến trình đọc"
    )
    parser.add_argument(
        "--as", dest="username", metavar="TÀI_KHOẢN", help="người nhận (mặc định: máy này)"
    )


def run(args: argparse.Namespace) -> int:
    """0 when every file is in, 2 when some were refused (the others are in)."""
    setup()
    from django.utils import timezone

    from gandan.cli.import_report import show
    from gandan.domain.directory import actions, queries
    from gandan.jobs.gathering import gather
    from gandan.jobs.import_files import import_files

    if args.username:
        actor = queries.account_named(args.username)
        if actor is None:
            print(f"Không có tài khoản {args.username}. Chưa nhận tệp nào.", file=sys.stderr)
            return 1
    else:
        actor = actions.machine_account(timezone.now())
    files = list(gather(args.paths))
    processes = 1 if len(files) < _FEW else max(1, args.jobs)
    outcomes = import_files(files, actor=actor, now=timezone.now, processes=processes)
    return REFUSED if show(outcomes, len(files)) else 0
