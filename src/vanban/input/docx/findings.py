"""What a Word file held that its text does not show, said to the person who sent it."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.input.docx.runs import Seen
from vanban.model import Finding, Severity, Span

_SAYINGS: Mapping[str, tuple[Severity, str]] = {
    "changes": (
        "warning",
        "Tệp còn {n} chỗ sửa đổi chưa chốt (Track Changes); đã đọc như khi chấp nhận tất cả.",
    ),
    "comments": ("hint", "Tệp có {n} chú thích bên lề (Comments); chú thích không được đọc."),
    "hidden": ("warning", "Tệp có {n} đoạn chữ ẩn; chữ ẩn không được đọc."),
    "outside": (
        "warning",
        "Tệp dẫn tới {n} nguồn bên ngoài (mẫu từ xa, DDE, tệp liên kết); không nguồn nào được mở.",
    ),
    "embedded": ("hint", "Tệp nhúng {n} đối tượng (Excel, công thức…) không được đọc."),
    "pictures": ("hint", "Tệp có {n} hình; chữ trong hình không được đọc."),
    "legacy": (
        "warning",
        "Chữ viết bằng phông cũ (TCVN3 hoặc VNI) đã được đổi sang Unicode ở {n} chỗ.",
    ),
}


def findings(seen: Seen) -> tuple[Finding, ...]:
    return tuple(
        Finding(Span(0, 0), f"input.{code}", severity, message.format(n=seen.counts[code]))
        for code, (severity, message) in _SAYINGS.items()
        if seen.counts[code]
    )
