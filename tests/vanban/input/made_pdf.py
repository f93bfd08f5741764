"""Small PDF files made for the tests: set by typst, or written object by object."""

from pathlib import Path
from tempfile import TemporaryDirectory

import typst

HEAD = """
#set page("a4", margin: (x: 2.5cm, y: 2cm), numbering: "1", number-align: top + center)
#set text(size: 13pt, lang: "vi", hyphenate: false)
#set par(justify: true, first-line-indent: (amount: 1cm, all: true), leading: 0.6em, spacing: 1em)
#grid(columns: (2fr, 3fr), align: center,
  [UBND TỈNH X \\ *SỞ NỘI VỤ* \\ Số: 12/KH-SNV],
  [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập - Tự do - Hạnh phúc* \\
   _X, ngày 02 tháng 3 năm 2026_])
#align(center)[*KẾ HOẠCH* \\ Tổ chức đối thoại với Nhân dân năm 2026]
"""
FOOT = """
#grid(columns: (1fr, 1fr),
  [*Nơi nhận:* \\ - Như trên; \\ - UBND tỉnh; \\ - Lưu: VT.],
  align(center)[*GIÁM ĐỐC* \\ \\ *Trần Văn Mẫu*])
"""
LONG = (
    "Sở Nội vụ chủ trì, phối hợp với Văn phòng Ủy ban nhân dân tỉnh và Ủy ban Mặt trận Tổ quốc "
    "Việt Nam tỉnh tổng hợp ý kiến của Nhân dân, báo cáo Ủy ban nhân dân tỉnh trước ngày 30 tháng "
    "6 năm 2026 theo Quyết định số 15/2026/QĐ-UBND ngày 15 tháng 01 năm 2026."
)


def typeset(body: str, picture: bytes = b"") -> bytes:
    """The PDF of typst markup; `picture` is what its image("stamp.png") shows."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "stamp.png").write_bytes(picture)
        (Path(folder) / "main.typ").write_text(body, "utf-8")
        return bytes(typst.compile(Path(folder) / "main.typ"))


def drawn(body: str, dpi: int = 150) -> bytes:
    """The first page of typst markup as PNG: a clean scan."""
    return bytes(typst.compile(body.encode(), format="png", ppi=dpi))
