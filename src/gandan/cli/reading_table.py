"""The reading of a file as tables a person can read, at 80 columns and wider.

Plain text without colours when the output is not a terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

from rich.box import ASCII2, SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from vanban.model import Document, Duty, Header, Meeting, Reading, Reference, Sum

RECURRENCES = {
    "continuous": "thường xuyên",
    "weekly": "hằng tuần",
    "monthly": "hằng tháng",
    "quarterly": "hằng quý",
    "half-yearly": "6 tháng một lần",
    "yearly": "hằng năm",
    "on-event": "khi có việc",
}
ROLES = {"basis": "căn cứ", "implement": "thực hiện", "cite": "viện dẫn"}


def print_reading(reading: Reading, console: Console | None = None) -> None:
    console = console or Console(file=sys.stdout, highlight=False, soft_wrap=False)
    for number, document in enumerate(reading.documents, 1):
        part = f" · văn bản {number}/{len(reading.documents)}" if len(reading.documents) > 1 else ""
        console.rule(Text(f"{reading.source}{part}", style="bold"), align="left")
        print_header(console, document.header)
        print_duties(console, document.duties)
        print_report_duties(console, document)
        print_references(console, document.references)
        print_meetings(console, document.meetings)
        print_petitions(console, document)
        print_sums(console, document.sums)


def print_header(console: Console, header: Header) -> None:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    kind = header.kind or "không rõ loại"
    for name, value in (
        ("Loại", f"{kind} (suy ra)" if header.kind_is_inferred else kind),
        ("Số, ký hiệu", header.number or "không ghi"),
        ("Ngày", day(header.issued_on) or "không ghi"),
        ("Địa danh", header.place),
        ("Cơ quan", "; ".join(header.issuers)),
        ("Trích yếu", folded(header.subject)),
        ("Người ký", "; ".join(signer.name for signer in header.signers)),
        ("Kính gửi", "; ".join(header.addressed_to)),
        ("Nơi nhận", "; ".join(header.recipients)),
    ):
        if value:
            grid.add_row(name, Text(value))
    console.print(grid)


def print_duties(console: Console, duties: Sequence[Duty]) -> None:
    table = listing("Nhiệm vụ", len(duties), "Mục", "Nội dung", "Chủ trì", "Phối hợp", "Hạn")
    for duty in duties:
        row(
            table,
            duty.section,
            opening(duty.text),
            "; ".join(duty.lead) or "(chưa rõ)",
            "; ".join(duty.cooperating),
            due(duty),
        )
    show(console, table)


def print_report_duties(console: Console, document: Document) -> None:
    reports = document.report_duties
    table = listing("Chế độ báo cáo", len(reports), "Ai", "Báo cáo cho", "Kỳ", "Hạn")
    for report in reports:
        row(table, report.who, report.to or "", report.period or "", day(report.due))
    show(console, table)


def print_references(console: Console, references: Sequence[Reference]) -> None:
    table = listing("Viện dẫn", len(references), "Loại", "Số, ký hiệu", "Ngày", "Ban hành", "Vai")
    for fact in references:
        number = fact.number or opening(fact.text, 60)
        row(table, fact.kind or "", number, day(fact.date), fact.issuer or "", ROLES[fact.role])
    show(console, table)


def print_meetings(console: Console, meetings: Sequence[Meeting]) -> None:
    heads = ("Cấp", "Số cuộc", "Hình thức", "Người dự", "Ý kiến")
    table = listing("Hội nghị, tiếp xúc", len(meetings), *heads)
    for fact in meetings:
        modes = "; ".join(f"{mode} {count}" for mode, count in fact.by_mode.items())
        attendees = number(fact.attendees)
        if fact.attendees_is_lower_bound:
            attendees = f"trên {attendees}"
        row(table, fact.level, number(fact.sessions), modes, attendees, number(fact.opinions))
    show(console, table)


def print_petitions(console: Console, document: Document) -> None:
    heads = ("Cấp", "Lĩnh vực", "Đề nghị", "Nội dung")
    table = listing("Kiến nghị", len(document.petitions), *heads)
    for fact in document.petitions:
        level = "nguyện vọng chung" if fact.general_wish else fact.addressee_level or ""
        row(table, level, fact.field or "", "; ".join(fact.asked_of), opening(fact.text))
    show(console, table)


def print_sums(console: Console, sums: Sequence[Sum]) -> None:
    table = listing("Phép cộng trong văn bản", len(sums), "Tổng", "Các phần", "Kết quả")
    for fact in sums:
        parts = " + ".join(number(part) for part in fact.parts)
        verdict = "khớp" if fact.holds else f"LỆCH (cộng được {number(sum(fact.parts))})"
        row(table, number(fact.total), parts, verdict)
    show(console, table)


def listing(title: str, count: int, *heads: str) -> Table:
    table = Table(
        title=Text(f"{title} ({count})", style="bold"),
        title_justify="left",
        box=SIMPLE_HEAD if sys.stdout.encoding.lower().startswith("utf") else ASCII2,
        pad_edge=False,
        expand=True,
    )
    for head in heads:
        narrow = head in {"Mục", "Hạn", "Ngày", "Vai", "Số cuộc", "Ý kiến", "Người dự", "Tổng"}
        wide = head in {"Nội dung", "Số, ký hiệu", "Các phần"}
        table.add_column(
            head,
            overflow="fold",
            min_width=10 if head in {"Hạn", "Ngày"} else None,
            ratio=None if narrow else 2 if wide else 1,
        )
    return table


def row(table: Table, *cells: str) -> None:
    """The cells are words of the document: never read as markup of the terminal."""
    table.add_row(*(Text(folded(cell)) for cell in cells))


def show(console: Console, table: Table) -> None:
    if table.row_count:
        console.print()
        console.print(table)


def due(duty: Duty) -> str:
    dates = "\n".join(day(one) for one in duty.due)
    again = RECURRENCES.get(duty.recurrence, "")
    return "\n".join(part for part in (dates, again) if part) or duty.time_text or ""


def day(value: date | None) -> str:
    return f"{value:%d/%m/%Y}" if value else ""


def number(value: int | None) -> str:
    """With points between thousands, as Vietnamese writes them."""
    return "" if value is None else f"{value:,}".replace(",", ".")


def opening(text: str, most: int = 110) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def folded(text: str | None) -> str:
    return "\n".join(" ".join(line.split()) for line in (text or "").splitlines())
