"""`gandan report`: official reports written from the records."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from gandan.cli.days import day
from gandan.cli.setup import setup
from vanban.model import Signer

WRONGLY_ASKED = 2
REFUSED = 1


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", nargs="?", metavar="BÁO_CÁO", help="ví dụ voter-contact")
    parser.add_argument("--list", action="store_true", help="liệt kê báo cáo và các đợt")
    parser.add_argument("--campaign", metavar="TÊN", help="tên đợt tiếp xúc")
    parser.add_argument("--session", default="", metavar="KỲ", help="kỳ họp, đợt của kiến nghị")
    parser.add_argument("--unit", metavar="MÃ", help="đơn vị báo cáo, tính cả đơn vị trực thuộc")
    parser.add_argument("--since", type=day, metavar="NGÀY", help="nêu từ ngày")
    parser.add_argument("--until", type=day, metavar="NGÀY", help="nêu đến ngày")
    parser.add_argument("--docx", type=Path, metavar="TỆP", help="ghi ra tệp DOCX")
    parser.add_argument("--pdf", type=Path, metavar="TỆP", help="ghi ra tệp PDF")
    parser.add_argument("--as", dest="username", metavar="TÀI_KHOẢN", help="người hỏi")
    parser.add_argument("--number", metavar="SỐ", help="số, ký hiệu: 12/BC-MTTQ-BTT")
    parser.add_argument("--date", type=day, metavar="NGÀY", help="2026-05-27")
    parser.add_argument("--place", metavar="NƠI", help="địa danh ghi trước ngày")
    parser.add_argument("--signer", metavar="TÊN", help="họ tên người ký")
    parser.add_argument("--signer-title", metavar="CHỨC_VỤ", help="chức vụ người ký")


def run(args: argparse.Namespace) -> int:
    setup()
    from gandan.domain.reports.catalogue import REPORTS

    if args.list:
        return _list(REPORTS)
    subject = {"voter-contact": args.campaign, "petition-answers": args.unit}
    if not subject.get(args.report) or not (args.docx or args.pdf):
        print(
            "Hãy ghi tên báo cáo, --campaign TÊN (voter-contact) hoặc --unit MÃ (petition-answers) "
            "và --docx TỆP (hoặc --pdf TỆP); --list để xem danh sách.",
            file=sys.stderr,
        )
        return WRONGLY_ASKED
    return _write(args)


def _list(reports: dict[str, str]) -> int:
    from gandan.domain.meetings.queries import campaigns
    from gandan.domain.petitions.queries import Petition, sessions

    print(f"voter-contact: {reports['voter-contact']}")
    for campaign in campaigns():
        print(f"    --campaign “{campaign.name}” ({campaign.unit})")
    print(f"petition-answers: {reports['petition-answers']}")
    for session in sessions(Petition.objects.all()):
        print(f"    --session “{session}”")
    return 0


def _write(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from gandan.domain.directory import actions, queries
    from gandan.domain.reports.petition_answers import PetitionAnswers
    from gandan.domain.reports.voter_contact import Frame, VoterContact
    from gandan.kernel.refusal import Refused
    from vanban.output.typeset import to_pdf
    from vanban.output.word import to_docx

    if args.username:
        actor = queries.account_named(args.username)
    else:
        actor = actions.machine_account(timezone.now())
    if actor is None:
        return _unknown(f"tài khoản {args.username}")
    signer = None
    if args.signer:
        signer = Signer(args.signer, (args.signer_title or "").upper() or None)
    frame = Frame(args.number, args.date, args.place, signer)
    write = {"voter-contact": _voter_contact, "petition-answers": _petition_answers}[args.report]
    try:
        report: VoterContact | PetitionAnswers | int = write(args, frame, actor)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    if isinstance(report, int):
        return report
    for path, form in ((args.docx, to_docx), (args.pdf, to_pdf)):
        if path:
            path.write_bytes(form(report.paper))
            print(path)
    if report.synthesis.unsettled:
        print(
            f"{report.synthesis.unsettled} kiến nghị chưa rõ thẩm quyền, đang xếp vào địa phương.",
            file=sys.stderr,
        )
    return 0


def _voter_contact(args: argparse.Namespace, frame: Any, actor: Any) -> Any:
    from django.utils import timezone

    from gandan.domain.meetings.queries import campaign_named
    from gandan.domain.reports.voter_contact import voter_contact

    campaign = campaign_named(args.campaign)
    if campaign is None:
        return _unknown(f"đợt “{args.campaign}”")
    return voter_contact(campaign, frame, actor=actor, on=timezone.localdate())


def _petition_answers(args: argparse.Namespace, frame: Any, actor: Any) -> Any:
    from django.utils import timezone

    from gandan.domain.directory.queries import unit_with_code
    from gandan.domain.reports.petition_answers import Scope, petition_answers

    unit = unit_with_code(args.unit)
    if unit is None:
        return _unknown(f"đơn vị {args.unit}")
    scope = Scope(unit, args.session, args.since, args.until)
    return petition_answers(scope, frame, actor=actor, on=timezone.localdate())


def _unknown(what: str) -> int:
    print(f"Không có {what}. Chưa ghi tệp nào. Hãy xem gandan report --list.", file=sys.stderr)
    return REFUSED
