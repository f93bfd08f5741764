"""Hostile texts of many shapes, read whole: what each costs, and how the cost grows with its length.

.venv/bin/python -m bench.hostile [--size 50000] [SHAPE ...]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from contextlib import suppress

from bench import corpus

import vanban
from vanban.input import Rejected

# A text of ordinary writing costs so much beside it; what a shape costs above that is its own.
ALLOWED = 0.05

SHAPES = {
    "prose": "",
    "repeated 1.": "1.",
    "numbers on lines": "1.\n",
    "dotted numbers": "1.1.1.",
    "open brackets": "(",
    "nested brackets": "((1) ",
    "quotes opened": "“",
    "commas of units": "Sở Nội vụ, UBND tỉnh, ",
    "units without commas": "Sở Nội vụ Sở Y tế ",
    "series of bodies": "các sở, ban, ngành, ",
    "heads": "Ban ",
    "và": "và ",
    "words": "a ",
    "one letter": "a",
    "blanks": " ",
    "blanks and a letter": "x     ",
    "tabs": "\t",
    "newlines": "\n",
    "page breaks": "trang\f",
    "dates": "ngày 15/6/2026 ",
    "days without end": "trước ngày ",
    "months": "tháng 6, tháng 7, ",
    "quarters": "quý I, quý II/2026, ",
    "recurrences": "hằng tháng, hằng quý, ",
    "ranges": "từ ngày 1/1 đến ngày 2/2, ",
    "numbers of documents": "số 12/KH-UBND, ",
    "kinds of document": "Kế hoạch Nghị quyết ",
    "of issuers": "Kế hoạch của Ban Thường vụ của ",
    "this plan": "Kế hoạch này; ",
    "cited": "Kế hoạch số {n}/KH-UBND ngày 01/02/2026 của UBND tỉnh và Kế hoạch này. ",
    "orders": "Giao Sở Nội vụ chủ trì, phối hợp với Sở Y tế báo cáo UBND tỉnh; ",
    "reports": "báo cáo gửi về báo cáo ",
    "sentences": "A. B. ",
    "shares": "10 hộ (trong đó 5 hộ; 5 hộ) ",
    "sums": "gồm 1, 2, 3, ",
    "capitals": "UBND ",
    "slips": "1O0l ",
    "tone marks": "hoà thuý ",
    "marks apart": "e\u0323\u0302",
    "unseen": "a\u200b",
    "headings": "{n}. Sở Nội vụ\n",
    "roman headings": "I. MỤC ĐÍCH\n",
    "bullets": "- Sở Nội vụ chủ trì.\n",
    "bars": "|\n",
    "rows of bars": "|1|Sở A|\n",
    "columns": "a\t",
    "notes": "1 Chú thích.\n",
    "letterheads": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: {n}/KH-UBND\n",
    "recipients": "Nơi nhận:\n- Như trên;\n",
    "signatures": "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n",
    "petitions": "- Cử tri đề nghị UBND tỉnh, Sở Y tế và ",
    "meetings": "đã tổ chức 10 cuộc tiếp xúc với 20 cử tri, ",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=50_000, help="characters of each text")
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", default=list(SHAPES))
    asked = parser.parse_args()
    report(asked.shapes, asked.size)


def report(shapes: Iterable[str], size: int) -> None:
    """The milliseconds of each shape, and how they grow when the text is four times as long."""
    ordinary = cost(text_of("prose", size))
    print(f"\nhostile texts of {size:,} characters; ordinary writing: {1000 * ordinary:.0f} ms")
    print("      ms   ms over the rate of writing   4 times as long costs")
    for shape in shapes:
        small, whole = cost(text_of(shape, size // 4)), cost(text_of(shape, size))
        over = whole - ordinary
        mark = "  <-" if over > ALLOWED else ""
        print(
            f"  {1000 * whole:>6.0f} {1000 * over:>12.0f} {whole / small:>22.1f} x  {shape}{mark}",
            flush=True,
        )


def text_of(shape: str, size: int) -> str:
    """So many characters of one shape; `{n}` counts up."""
    piece = SHAPES[shape]
    if not piece:
        return corpus.of_size(2 * size).decode()[:size]
    if "{n}" not in piece:
        return (piece * (size // len(piece) + 1))[:size]
    count = size // len(piece) + 1
    return "".join(piece.replace("{n}", str(n)) for n in range(1, count + 1))[:size]


def cost(text: str, runs: int = 2) -> float:
    """Seconds of the processor, the least of some runs."""
    data = text.encode()
    least = float("inf")
    for _ in range(runs):
        begun = time.process_time()
        with suppress(Rejected):
            vanban.read(data, "hostile.txt")
        least = min(least, time.process_time() - begun)
    return least


if __name__ == "__main__":
    main()
