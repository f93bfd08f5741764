"""`gandan remind`: the night's work and the morning's mail by hand (`gandan work` does both by itself)."""

from __future__ import annotations

import argparse
import sys

from gandan.cli.days import day
from gandan.cli.setup import setup


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of",
        dest="on",
        type=day,
        metavar="NGÀY",
        help="gửi thư của ngày này (2026-07-07); không ghi thì chỉ gửi trong giờ làm việc hôm nay",
    )


def run(args: argparse.Namespace) -> int:
    setup()
    from django.conf import settings
    from django.utils import timezone

    from gandan.domain.directory.actions import machine_account
    from gandan.jobs.make_periods import make_periods
    from gandan.jobs.send_reminders import is_office_hour, send_reminders
    from gandan.jobs.show_publications import show_publications

    now = timezone.now()
    on = args.on or timezone.localdate(now)
    actor = machine_account(now)
    periods = sum(len(made) for _, made in make_periods(on, actor=actor, at=now))
    if periods:
        print(f"Đã tạo {periods} kỳ của nhiệm vụ lặp lại.")
    # What is public follows the clock, never a day that somebody asks for.
    shown = show_publications(timezone.localdate(now), actor=actor, at=now)
    if shown:
        print(f"Đã công khai {shown} kiến nghị đến ngày.")
    if args.on is None and not is_office_hour(now):
        print("Ngoài giờ làm việc: chưa gửi thư nào. Hãy chạy lại trong giờ.")
        return 0
    fates = [sent for _, sent in send_reminders(on, actor=actor, at=now)]
    gone, lost = fates.count(True), fates.count(None)
    where = f"tới {settings.EMAIL_HOST}" if settings.EMAIL_HOST else f"vào {settings.GANDAN_MAIL}"
    print(f"Ngày {on:%d/%m/%Y}: {gone} thư {where}; {fates.count(False)} người không có gì mới.")
    if lost:
        print(f"{lost} thư chưa gửi được: hãy xem máy chủ thư rồi chạy lại.", file=sys.stderr)
    return 1 if lost else 0
