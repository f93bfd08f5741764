"""`gandan reread`: held files once more, with the reader of today."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gandan.cli.setup import setup

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from gandan.domain.registry.queries import Document

REFUSED = 2
_FEW = 8  # below this, starting workers takes longer than reading


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "which", nargs="*", metavar="VĂN_BẢN", help="mã tệp (12) hoặc số, ký hiệu (15/KH-SNV)"
    )
    parser.add_argument("--all", action="store_true", help="mọi văn bản đang giữ")
    parser.add_argument(
        "--only-older", action="store_true", help="chỉ những văn bản đọc bằng bản cũ"
    )
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="số tiến trình đọc"
    )
    parser.add_argument(
        "--as", dest="username", metavar="TÀI_KHOẢN", help="người đọc lại (mặc định: máy này)"
    )


def run(args: argparse.Namespace) -> int:
    """0 when all were read again, 2 when some could not be (they are as they were)."""
    setup()
    from django.utils import timezone

    from gandan.cli.reread_report import show
    from gandan.domain.directory import actions, queries
    from gandan.domain.registry import queries as registry
    from gandan.domain.registry.access import Denied, visible_documents
    from gandan.jobs.reread_files import reread_files

    if not args.which and not args.all and not args.only_older:
        return _complain("Hãy nói đọc lại văn bản nào: --all, --only-older, mã tệp hoặc số.")
    actor = (
        queries.account_named(args.username)
        if args.username
        else actions.machine_account(timezone.now())
    )
    if actor is None:
        return _complain(f"Không có tài khoản {args.username}.")
    visible = visible_documents(actor, timezone.localdate())
    chosen, unknown = _chosen(args.which, visible) if args.which else (visible, [])
    if unknown:
        return _complain(f"Không giữ văn bản nào là {', '.join(unknown)}.")
    if args.only_older:
        chosen = registry.read_by_older(chosen)
    files = registry.files_of(chosen)
    total = files.count()
    processes = 1 if total < _FEW else max(1, args.jobs)
    outcomes = reread_files(files, actor=actor, now=timezone.now, processes=processes)
    try:
        return REFUSED if show(outcomes, total) else 0
    except Denied as error:
        return _complain(str(error))


def _chosen(
    which: Sequence[str], visible: QuerySet[Document]
) -> tuple[QuerySet[Document], list[str]]:
    """The documents meant, and what means none: a file by its key, a document by its number."""
    from gandan.domain.registry import queries as registry

    found: set[int] = set()
    unknown: list[str] = []
    for one in which:
        named = (
            visible.filter(file=int(one))
            if one.isdecimal()
            else registry.documents_numbered(visible, one).filter(file__isnull=False)
        )
        keys = set(named.values_list("pk", flat=True))
        found |= keys
        if not keys:
            unknown.append(one)
    return visible.filter(pk__in=found), unknown


def _complain(sentence: str) -> int:
    print(f"{sentence} Chưa đọc lại gì.", file=sys.stderr)
    return 1
