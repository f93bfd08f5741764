"""Readings written by hand, so that what the registry promises is proved whatever the reader reads."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from vanban.model import Document, Duty, Header, Reading, Reference, Span

PLAN = """\
UBND TỈNH HỒNG LĨNH
SỞ NỘI VỤ
Số: 15/KH-SNV
Hồng Lĩnh, ngày 10 tháng 02 năm 2026
KẾ HOẠCH
Thực hiện công tác dân vận chính quyền năm 2026
Thực hiện Quyết định số 77/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh Hồng Lĩnh:
1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ rà soát kinh phí tiếp công dân, xong trước 30/6/2026.
2. Văn phòng Sở tham mưu tổ chức hội nghị đối thoại với Nhân dân trong quý III năm 2026.
"""
DECISION = """\
ỦY BAN NHÂN DÂN TỈNH HỒNG LĨNH
Số: 77/QĐ-UBND
Hồng Lĩnh, ngày 05 tháng 01 năm 2026
QUYẾT ĐỊNH
Về việc ban hành Chương trình công tác dân vận năm 2026
"""


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def line_of(text: str, beginning: str) -> Span:
    start = text.index(beginning)
    return Span(start, text.index("\n", start))


def plan(
    number: str = "15/KH-SNV",
    cited_on: date | None = date(2026, 1, 5),
    cited_issuer: str | None = "Ủy ban nhân dân tỉnh Hồng Lĩnh",
) -> Reading:
    """A plan with two duties that cites one decision."""
    text = PLAN.replace("15/KH-SNV", number)
    if cited_on is not None:
        text = text.replace("05/01/2026", f"{cited_on:%d/%m/%Y}")
    header = Header(
        kind="kế hoạch",
        number=number,
        number_as_written=number,
        issued_on=date(2026, 2, 10),
        place="Hồng Lĩnh",
        issuers=("Sở Nội vụ",),
        parent_body="UBND tỉnh Hồng Lĩnh",
        subject="Thực hiện công tác dân vận chính quyền năm 2026",
        spans={"number": span_of(text, number)},
    )
    cited = span_of(text, "Quyết định số 77/QĐ-UBND")
    reference = Reference(
        cited, cited.of(text), "Quyết định", "77/QĐ-UBND", cited_on, cited_issuer, "implement",
        rule="reference.numbered",
    )  # fmt: skip
    return _reading(text, header, (reference,), _duties(text))


def decision() -> Reading:
    header = Header(
        kind="quyết định",
        number="77/QĐ-UBND",
        issued_on=date(2026, 1, 5),
        issuers=("UBND tỉnh Hồng Lĩnh",),
        subject="Về việc ban hành Chương trình công tác dân vận năm 2026",
        spans={"number": span_of(DECISION, "77/QĐ-UBND")},
    )
    return _reading(DECISION, header, (), ())


def two_in_one_file() -> Reading:
    """One file that holds a plan and then a decision."""
    first, second = plan(), decision()
    shift = len(first.text)
    text = first.text + second.text
    moved = replace(second.documents[0], span=Span(shift, len(text)))
    return _file(text, (first.documents[0], moved))


def _duties(text: str) -> tuple[Duty, ...]:
    one, two = line_of(text, "1. Sở Tài chính"), line_of(text, "2. Văn phòng Sở")
    return (
        Duty(
            one, one.of(text), lead=("Sở Tài chính",), cooperating=("Sở Nội vụ", "Sở Mây Mưa"),
            time_text="trước 30/6/2026", due=(date(2026, 6, 30), date(2026, 12, 31)), section="1",
            rule="duty.explicit_lead", confidence=0.9,
        ),
        Duty(
            two, two.of(text), lead=("Văn phòng Sở",), recurrence="yearly", section="2",
            rule="duty.explicit_lead", confidence=0.6,
        ),
    )  # fmt: skip


def _reading(
    text: str, header: Header, references: tuple[Reference, ...], duties: tuple[Duty, ...]
) -> Reading:
    document = Document(Span(0, len(text)), header, references=references, duties=duties)
    return _file(text, (document,))


def _file(text: str, documents: tuple[Document, ...]) -> Reading:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Reading("van-ban.txt", sha256, "text/plain", text, documents)
