"""`gandan units`: look a unit up as of a day, see what became of it, exchange the directory."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from gandan.cli import exchange
from gandan.cli.days import day
from gandan.cli.setup import setup

if TYPE_CHECKING:
    from gandan.domain.directory.queries import Unit

NOT_FOUND = 1
SEVERAL = 3


def arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", metavar="VIỆC", required=True)
    show = steps.add_parser("show", help="một đơn vị: tên, cấp trên, lịch sử")
    show.add_argument("unit", metavar="MÃ|TÊN")
    show.add_argument("--on", type=day, metavar="NGÀY", help="tính đến ngày: 2025-06-30")
    show.add_argument("--json", action="store_true", help="in JSON")
    successors = steps.add_parser("successors", help="các đơn vị kế thừa, mỗi đơn vị một căn cứ")
    successors.add_argument("unit", metavar="MÃ|TÊN")
    successors.add_argument("--json", action="store_true", help="in JSON")
    steps.add_parser(
        "hand-over",
        help="chuyển việc đang mở của đơn vị đã kết thúc sang đơn vị kế thừa (mỗi ngày)",
    )
    exchange.arguments(steps)
    for name in ("import", "export"):
        steps.choices[name].add_argument(
            "--identifiers", action="store_true", help="bảng mã định danh, không phải bảng đơn vị"
        )


def run(args: argparse.Namespace) -> int:
    """0 for one unit, 1 when there is none, 3 when the words fit several."""
    setup()
    if args.step in {"import", "export"}:
        return exchange.run(args, "identifiers" if args.identifiers else "units")
    if args.step == "hand-over":
        return hand_over()
    from django.utils import timezone

    from gandan.cli import unit_card
    from gandan.domain.directory import queries

    today = timezone.localdate()
    if args.step == "show":
        on = args.on or today
        found = queries.units_meant(args.unit, on)
        said = [unit_card.card(unit, on) for unit in found]
    else:
        found = queries.units_once_meant(args.unit, today)
        said = [unit_card.successors(unit, today) for unit in found]
    if not found:
        when = f" ngày {args.on:%d/%m/%Y}" if args.step == "show" and args.on else ""
        print(
            f"Không có đơn vị nào là “{args.unit}”{when}. Hãy kiểm tra mã hoặc tên; "
            "chưa nạp địa bàn thì chạy gandan territories load.",
            file=sys.stderr,
        )
        return NOT_FOUND
    if len(found) > 1:
        return several(args.unit, found, as_json=args.json)
    print(as_json(said[0]) if args.json else unit_card.in_words(said[0]))
    return 0


def hand_over() -> int:
    """What a merger that was entered before its day still owes; safe to run every day."""
    from django.utils import timezone

    from gandan.domain.directory.actions import machine_account
    from gandan.domain.tasks import actions

    moved = actions.hand_over(actor=machine_account(timezone.now()), at=timezone.now())
    print(f"Đã chuyển {moved} nhiệm vụ.")
    return 0


def several(words: str, found: list[Unit], *, as_json: bool) -> int:
    """A name that fits several units is a question, never a choice of the program."""
    rows = [
        {"code": unit.code, "name": unit.name, "parent": str(unit.parent) if unit.parent else None}
        for unit in found
    ]
    if as_json:
        print(json.dumps({"candidates": rows}, ensure_ascii=False, indent=2))
    print(f"Có {len(rows)} đơn vị là “{words}”. Hãy hỏi lại bằng mã:", file=sys.stderr)
    for row in rows:
        print(f"  {row['code']:<16}{row['name']}, {row['parent'] or ''}", file=sys.stderr)
    return SEVERAL


def as_json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False, indent=2)
