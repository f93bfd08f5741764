"""`gandan report`: official reports written from the records."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from gandan.cli.setup import setup
from vanban.model import Signer

WRONGLY_ASKED = 2
REFUSED = 1


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", nargs="?", metavar="BÁO_CÁO", help="ví dụ voter-contact")
    parser.add_argument("--list", action="store_true", help="liệt kê báo cáo và các đợt")
    parser.add_argument("--campaign", metavar="TÊN", help="tên đợt tiếp xúc")
    parser.add_argument("--docx", type=Path, metavar="TỆP", help="ghi ra tệp DOCX")
    parser.add_argument("--pdf", type=Path, metavar="TỆP", help="ghi ra tệp PDF")
    parser.add_argument("--as", dest="username", metavar="TÀI_KHOẢN", help="người hỏi")
    parser.add_argument("--number", metavar="SỐ", help="số, ký hiệu: 12/BC-MTTQ-BTT")
    parser.add_argument("--date", type=date.fromisoformat, metavar="NGÀY", help="2026-05-27")
    parser.add_argument("--place", metavar="NƠI", help="địa danh ghi trước ngày")
    parser.add_argument("--signer", metavar="TÊN", help="họ tên người ký")
    parser.add_argument("--signer-title", metavar="CHỨC_VỤ", help="chức vụ người ký")


def run(args: argparse.Namespace) -> int:
    setup()
    from gandan.domain.reports.catalogue import REPORTS

    if args.list:
        return _list(REPORTS)
    if args.report not in REPORTS or not args.campaign or not (args.docx or args.pdf):
        print(
            "Hãy ghi tên báo cáo, --campaign TÊN và --docx TỆP (hoặc --pdf TỆP); "
            "--list để xem danh sách.",
            file=sys.stderr,
        )
        return WRONGLY_ASKED
    return _write(args)


def _list(reports: dict[str, str]) -> int:
    from gandan.domain.meetings.queries import campaigns

    for name, summary in reports.items():
        print(f"{name}: {summary}")
    for campaign in campaigns():
        print(f"    --campaign “{campaign.name}” ({campaign.unit})")
    return 0


def _write(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from gandan.domain.directory import actions, queries
    from gandan.domain.meetings.queries import campaign_named
    from gandan.domain.reports.voter_contact import Frame, voter_contact
    from gandan.kernel.refusal import Refused
    from vanban.output.typeset import to_pdf
    from vanban.output.word import to_docx

    campaign = campaign_named(args.campaign)
    if args.username:
        actor = queries.account_named(args.username)
    else:
        actor = actions.machine_account(timezone.now())
    if campaign is None or actor is None:
        what = f"tài khoản {args.username}" if campaign else f"đợt “{args.campaign}”"
        print(f"Không có {what}. Chưa ghi tệp nào. Hãy xem gandan report --list.", file=sys.stderr)
        return REFUSED
    signer = None
    if args.signer:
        signer = Signer(args.signer, (args.signer_title or "").upper() or None)
    frame = Frame(args.number, args.date, args.place, signer)
    try:
        report = voter_contact(campaign, frame, actor=actor, on=timezone.localdate())
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    for path, write in ((args.docx, to_docx), (args.pdf, to_pdf)):
        if path:
            path.write_bytes(write(report.paper))
            print(path)
    if report.synthesis.unsettled:
        print(
            f"{report.synthesis.unsettled} kiến nghị chưa rõ thẩm quyền, đang xếp vào địa phương.",
            file=sys.stderr,
        )
    return 0
