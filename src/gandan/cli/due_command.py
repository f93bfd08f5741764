"""`gandan due`: when something must be done by law, and why on that day."""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime

from gandan.cli.days import day
from gandan.cli.due_list import as_json, listed, listed_as_json
from gandan.cli.due_tables import tables_here
from gandan.kernel.calendar import OutsideCalendar
from gandan.kernel.calendar.table import disputed_days
from gandan.kernel.calendar.wording import full
from gandan.kernel.terms import Due, TermError, TermOff, due
from gandan.kernel.terms.reporting import ReportDue, regime_of, report_due

NOT_GIVEN = 1
WRONGLY_ASKED = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("term", nargs="?", metavar="THỜI_HẠN", help="ví dụ complaint.accept")
    parser.add_argument(
        "--from", dest="start", type=moment, metavar="NGÀY", help="ngày xảy ra sự kiện: 2026-07-07"
    )
    parser.add_argument("--remote", action="store_true", help="vùng sâu, vùng xa, đi lại khó khăn")
    parser.add_argument("--complex", action="store_true", help="vụ việc phức tạp")
    parser.add_argument("--extended", type=int, default=0, metavar="N", help="số lần đã gia hạn")
    parser.add_argument("--territory", metavar="MÃ", help="mã tỉnh, xã có lịch riêng")
    parser.add_argument("--level", metavar="CẤP", help="cấp báo cáo (với report.…)")
    parser.add_argument(
        "--count-off",
        action="append",
        default=[],
        choices=sorted(disputed_days()),
        help="tính cả ngày nghỉ chưa rõ căn cứ (culture-day: 24/11)",
    )
    parser.add_argument(
        "--unverified", action="store_true", help="tính cả theo quy định đang tắt vì chưa xác nhận"
    )
    parser.add_argument("--why", action="store_true", help="in các bước tính")
    parser.add_argument("--json", action="store_true", help="in JSON")
    parser.add_argument("--list", action="store_true", help="liệt kê mọi thời hạn và nguồn")


def run(args: argparse.Namespace) -> int:
    if args.list:
        terms = tables_here(args.count_off).terms
        print(listed_as_json(terms) if args.json else listed(terms))
        return 0
    if not args.term or args.start is None:
        print("Hãy ghi tên thời hạn và --from NGÀY, hoặc --list để xem danh sách.", file=sys.stderr)
        return WRONGLY_ASKED
    try:
        answer = counted(args)
    except (TermError, OutsideCalendar) as error:
        if args.json:
            print(as_json({"due": None, "why": [str(error)], "basis": basis_of(error)}))
        print(error, file=sys.stderr)
        return NOT_GIVEN
    if args.json:
        print(as_json(answered(answer)))
    else:
        print(f"{full(answer.date)} ({answer.date.isoformat()})")
        if args.why:
            print("\n".join(f"  {number}. {step}" for number, step in enumerate(answer.steps, 1)))
    return 0


def counted(args: argparse.Namespace) -> Due | ReportDue:
    tables = tables_here(args.count_off)
    territory = tables.place_of(args.territory)
    if args.term.startswith("report."):
        regime = regime_of(args.term, territory)
        on = args.start.date() if isinstance(args.start, datetime) else args.start
        return report_due(
            regime, on, calendar=tables.calendar, territory=territory, level=args.level
        )
    return due(
        args.term,
        args.start,
        calendar=tables.calendar,
        table=tables.terms,
        remote=args.remote,
        complex=args.complex,
        extended=args.extended,
        territory=territory,
        unverified=args.unverified,
    )


def moment(written: str) -> date | datetime:
    """2026-07-07, 7/7/2026 or, for terms in hours, 2026-07-07T08:00."""
    try:
        if "T" in written:
            return datetime.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{written}” không phải là giờ: hãy viết như 2026-07-07T08:00"
        ) from None
    return day(written)


def answered(answer: Due | ReportDue) -> dict[str, object]:
    said: dict[str, object] = {
        "due": answer.date.isoformat(),
        "why": list(answer.steps),
        "basis": answer.basis,
    }
    if isinstance(answer, ReportDue):
        window = [answer.window.first.isoformat(), answer.window.last.isoformat()]
        return {"term": answer.regime.name, **said, "window": window}
    hours = {"at": answer.at.isoformat()} if answer.at else {}
    return {
        "term": answer.term.name,
        "from": answer.start.isoformat(),
        **said,
        **hours,
        "confidence": answer.term.confidence,
        "caution": answer.term.caution or None,
    }


def basis_of(error: Exception) -> str | None:
    return error.term.basis if isinstance(error, TermOff) else None
