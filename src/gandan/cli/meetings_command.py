"""`gandan meetings load FILE.xlsx`: the meetings of a whole campaign, each once."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from gandan.cli.setup import setup

REFUSED = 1
SOME_REFUSED = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("verb", choices=["load"], help="load: nạp bảng các cuộc họp")
    parser.add_argument("path", type=Path, metavar="TỆP", help="bảng .xlsx, mỗi dòng một cuộc")
    parser.add_argument("--campaign", required=True, metavar="TÊN", help="tên đợt")
    parser.add_argument("--preview", action="store_true", help="chỉ xem từng dòng, không lưu")
    parser.add_argument("--as", dest="username", metavar="TÀI_KHOẢN", help="người nạp")


def run(args: argparse.Namespace) -> int:
    """0 when every row is stored (now or before), 2 when some rows were refused."""
    setup()
    from django.utils import timezone

    from gandan.domain.directory import actions as directory
    from gandan.domain.directory import queries
    from gandan.domain.meetings.actions import load_sheet
    from gandan.domain.meetings.queries import campaign_named, rows_of_sheet
    from gandan.kernel.refusal import Refused

    campaign = campaign_named(args.campaign)
    if args.username:
        actor = queries.account_named(args.username)
    else:
        actor = directory.machine_account(timezone.now())
    if campaign is None or actor is None:
        what = f"tài khoản {args.username}" if campaign else f"đợt “{args.campaign}”"
        print(f"Không có {what}. Chưa nạp gì. Hãy xem gandan report --list.", file=sys.stderr)
        return REFUSED
    try:
        rows = rows_of_sheet(args.path.read_bytes(), campaign.name)
        verdicts = load_sheet(rows, campaign, actor=actor, now=timezone.now, store=not args.preview)
    except (Refused, OSError) as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    for one in verdicts:
        if one.verdict == "refused":
            print(f"dòng {one.row}: {one.sentence}", file=sys.stderr)
    counts = {
        name: sum(one.verdict == name for one in verdicts) for name in ("new", "there", "refused")
    }
    stored = "sẽ lưu" if args.preview else "đã lưu"
    print(f"{stored} {counts['new']}, có sẵn {counts['there']}, từ chối {counts['refused']}")
    return SOME_REFUSED if counts["refused"] else 0
