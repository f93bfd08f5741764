"""`gandan search`: petitions, documents and tasks that hold some words, best first."""

from __future__ import annotations

import argparse
import json

from gandan.cli.setup import setup

KINDS = ("petition", "document", "task")
_WORDS = {"petition": "kiến nghị", "document": "văn bản", "task": "nhiệm vụ"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="CHỮ", help="có dấu hoặc không dấu")
    parser.add_argument("--kind", choices=KINDS, default="", help="chỉ tìm một loại")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="số kết quả")
    parser.add_argument("--json", action="store_true", help="in JSON")


def run(args: argparse.Namespace) -> int:
    setup()
    from gandan.cli.petition_answers import machine
    from gandan.domain.petitions.finding import search

    found = search(args.query, machine(), kind=args.kind, limit=max(1, args.limit))
    if args.json:
        rows = [
            {
                "kind": row.kind,
                "id": row.thing.pk,
                "score": round(row.score, 3),
                "text": str(row.thing),
            }
            for row in found.rows
        ]
        print(json.dumps({"total": found.total, "results": rows}, ensure_ascii=False))
        return 0
    for row in found.rows:
        print(f"{_WORDS[row.kind]:10} {row.thing.pk:>8}  {row.thing}")
    print(f"{found.total} kết quả.")
    return 0
