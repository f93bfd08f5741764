"""`gandan audit`: is the memory of the program what was written, and who could change it?"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from gandan.cli.setup import setup
from gandan.kernel.refusal import Refused

BROKEN = 1
WRONGLY_ASKED = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", metavar="VIỆC", required=True)
    verify = verbs.add_parser("verify", help="soát toàn bộ nhật ký")
    verify.add_argument("--anchor", type=Path, metavar="TỆP", help="tệp chốt giữ ở nơi khác")
    verify.add_argument("--json", action="store_true", help="in JSON")
    anchor = verbs.add_parser("anchor", help="chốt những ngày đã qua, ghi ra tệp")
    anchor.add_argument(
        "--out", type=Path, required=True, metavar="TỆP", help="tệp sẽ cất nơi khác"
    )
    protect = verbs.add_parser("protect", help="khóa bảng nhật ký ngay trong cơ sở dữ liệu")
    protect.add_argument(
        "--role", metavar="TÊN", help="PostgreSQL: vai trò mà chương trình dùng để đăng nhập"
    )


def run(args: argparse.Namespace) -> int:
    setup()
    try:
        return {"verify": verify, "anchor": anchor, "protect": protect}[args.verb](args)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return WRONGLY_ASKED


def verify(args: argparse.Namespace) -> int:
    from gandan.kernel import anchors, events

    kept = anchors.read_anchors(args.anchor) if args.anchor else anchors.kept_anchors()
    found = events.verify(anchors=kept)
    number = events.Event.objects.count()
    if args.json:
        fault = found and {
            "fault": found.fault, "day": found.day.isoformat(), "event": found.event_id,
            "thing": found.thing or None,
        }  # fmt: skip
        print(json.dumps({"events": number, "anchored_days": len(kept), "break": fault}))
    elif found is None:
        print(f"Nhật ký nguyên vẹn: {number} sự kiện, {len(kept)} ngày được đối chiếu với chốt.")
        if not args.anchor:
            print("Chưa đối chiếu với tệp chốt giữ ở nơi khác (--anchor TỆP).")
    else:
        print(found.said())
    return 0 if found is None else BROKEN


def anchor(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from gandan.kernel import anchors

    now = timezone.now()
    closed = anchors.close_days(now)
    everything = anchors.all_anchors(timezone.localdate(now))
    anchors.write_anchors(everything, args.out)
    print(f"Đã chốt thêm {len(closed)} ngày; {args.out} có {len(everything)} ngày.")
    print("Hãy chép tệp này sang nơi mà máy chủ này không ghi được.")
    return 0


def protect(args: argparse.Namespace) -> int:
    from gandan.kernel import protection

    protection.set_guards()
    if args.role:
        protection.limit_role(args.role)
        print(f"Vai trò {args.role} chỉ còn đọc và thêm được nhật ký.")
    print("Bảng nhật ký từ chối sửa và xóa.")
    return 0
