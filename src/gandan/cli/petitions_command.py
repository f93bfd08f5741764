"""`gandan petitions …`: load a file, find the same request, classify, train, clocks, build the indexes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from gandan.cli.days import day
from gandan.cli.setup import setup

REFUSED = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", metavar="VIỆC", required=True)

    load = verbs.add_parser("load", help="nạp kiến nghị từ tệp .xlsx hoặc .jsonl")
    load.add_argument("file", type=Path, metavar="TỆP")
    load.add_argument("--preview", action="store_true", help="chỉ đếm, không lưu gì")
    load.add_argument("--unit", metavar="MÃ", help="đơn vị tiếp nhận")
    load.add_argument("--as", dest="username", metavar="TÀI_KHOẢN", help="người nạp")

    similar = verbs.add_parser("similar", help="tìm kiến nghị giống một nội dung")
    similar.add_argument("text", metavar="NỘI_DUNG")
    similar.add_argument("--place", default="", metavar="MÃ", help="mã xã nơi nêu kiến nghị")
    similar.add_argument("--json", action="store_true", help="in JSON")

    join = verbs.add_parser("duplicates", help="tìm mọi cặp kiến nghị giống nhau trong kho")
    join.add_argument("--json", action="store_true", help="in JSON, mỗi dòng một cặp")

    classify = verbs.add_parser("classify", help="đề xuất lĩnh vực, cấp, đơn vị")
    classify.add_argument("text", metavar="NỘI_DUNG")
    classify.add_argument("--json", action="store_true", help="in JSON")

    clocks = verbs.add_parser("clocks", help="liệt kê các thời hạn đang chạy trong vụ việc")
    clocks.add_argument("--unit", metavar="MÃ|TÊN", help="đơn vị giữ vụ việc (và các đơn vị dưới)")
    clocks.add_argument("--overdue", action="store_true", help="chỉ thời hạn đã quá")
    clocks.add_argument(
        "--as-of", dest="on", type=day, metavar="NGÀY", help="tính hạn tại ngày này"
    )
    clocks.add_argument("--json", action="store_true", help="in JSON")

    verbs.add_parser("train", help="học từ các kiến nghị đã được người phân loại")
    verbs.add_parser("index", help="dựng lại bộ nhớ kiến nghị và chỉ mục tìm kiếm")


def run(args: argparse.Namespace) -> int:
    """0 when all is done, 2 when something was refused (a sentence says what)."""
    setup()
    from gandan.cli.petition_answers import classify, duplicates, index, similar, train
    from gandan.cli.petition_clocks import clocks
    from gandan.cli.petition_loading import load
    from gandan.kernel.refusal import Refused

    verbs: dict[str, Callable[[argparse.Namespace], int]] = {
        "load": load,
        "similar": similar,
        "duplicates": duplicates,
        "classify": classify,
        "clocks": clocks,
        "train": train,
        "index": index,
    }
    try:
        return verbs[args.verb](args)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
