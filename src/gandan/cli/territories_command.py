"""`gandan territories load`: provinces and communes, today's and those before 1/7/2025."""

from __future__ import annotations

import argparse
import sys

from gandan.cli.setup import setup


def arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", metavar="VIỆC", required=True)
    load = steps.add_parser("load", help="nạp vào danh bạ; nạp lại không đổi gì đã có")
    load.add_argument("--province", metavar="MÃ", help="chỉ một tỉnh: mã 2 chữ số, ví dụ 22")
    load.add_argument(
        "--bodies",
        action="store_true",
        help="thêm đảng ủy, HĐND, UBND, Ủy ban MTTQ của mỗi xã, phường, đặc khu",
    )


def run(args: argparse.Namespace) -> int:
    """0 when the places are in, 1 when the code is no province."""
    setup()
    from django.utils import timezone

    from gandan.domain.directory import actions
    from gandan.kernel.refusal import Refused

    actor = actions.machine_account(timezone.now())
    try:
        loaded = actions.load_territories(
            args.province, bodies=args.bodies, actor=actor, at=timezone.now()
        )
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    print(
        f"Đã nạp {loaded.units} đơn vị, {loaded.successions} liên kết kế thừa, "
        f"{loaded.changes} lần đổi tên năm 2026."
    )
    return 0
