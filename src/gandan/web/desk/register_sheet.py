"""Sổ tiếp công dân (Mẫu 03/TCD, NĐ 154/2026 Điều 27): the twelve columns, as rows and as DOCX.

Columns 3 and 4 name who came; here they only say that it is kept apart: a sheet that leaves the program
holds no personal data.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from django.utils.translation import gettext as _
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt

from gandan.domain.petitions.queries import Visit


def heads() -> list[str]:
    return [
        _("STT"), _("Ngày tiếp"), _("Họ tên, địa chỉ"), _("Số định danh"), _("Nội dung"),
        _("Phân loại"), _("Số người"), _("Cơ quan đã giải quyết"), _("Thuộc thẩm quyền"),
        _("Hướng dẫn"), _("Cơ quan thụ lý"), _("Kết quả"),
    ]  # fmt: skip


def line_of(visit: Visit) -> list[str]:
    apart = _("giữ riêng")
    ours = {True: _("của đơn vị"), False: _("của cơ quan khác"), None: ""}
    content = visit.content
    if visit.kind == Visit.Kind.DENUNCIATION:
        content = _("Phong bì kín số %(n)s") % {"n": visit.envelope or "…"}
    return [
        str(visit.number), f"{visit.reception.on:%d/%m/%Y}", apart, apart, content,
        visit.get_kind_display(), str(visit.people), visit.handled_before, ours[visit.is_ours],
        visit.guidance, visit.taken_by, visit.result,
    ]  # fmt: skip


def register_docx(title: str, visits: Iterable[Visit]) -> bytes:
    """The register as a table that lies on its side, to be printed and bound."""
    book = Document()
    page = book.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(15)
    book.styles["Normal"].font.name = "Times New Roman"
    book.styles["Normal"].font.size = Pt(10)
    book.core_properties.author = ""
    book.add_heading(title, 1)
    table = book.add_table(rows=1, cols=len(heads()))
    table.style = "Table Grid"
    _fill(table.rows[0].cells, heads())
    for visit in visits:
        _fill(table.add_row().cells, line_of(visit))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(cells: Sequence[object], words: Sequence[str]) -> None:
    for cell, said in zip(cells, words, strict=True):
        cell.text = said  # type: ignore[attr-defined]
