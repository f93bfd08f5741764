"""An envelope as one source: its files one after another, its fields trusted over their text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import regex

from vanban.input.edxml.attachments import attachments
from vanban.input.edxml.envelope import metadata, status
from vanban.input.order import Order
from vanban.input.readers import read_member
from vanban.input.refusals import refused
from vanban.input.source import Rejected, Source, SourceTable
from vanban.input.writer import TextWriter
from vanban.input.xmltree import parse
from vanban.model import Finding, Severity, Span

_HEAD = 4000


def read(data: bytes, order: Order) -> Source:
    """The text of the enclosed files, or of the status message; `metadata` from the envelope."""
    root = parse(data, "edXML")
    answer = status(root)
    if answer:
        return Source(order.name, "edxml", _status_text(answer), metadata=answer)
    fields = metadata(root)
    read_files: list[Source] = []
    findings: list[Finding] = []
    for name, content in attachments(root, order.limits):
        try:
            read_files.append(read_member(content, order.for_member(name)))
        except Rejected as refusal:
            if refusal.code in ("bomb", "macro"):
                raise
            findings.append(_found("attachment", "warning", f"Tệp kèm «{name}»: {refusal}"))
    if not read_files and not fields:
        raise refused("nothing-inside")
    if not read_files:
        findings.append(
            _found("no_attachment", "warning", "Gói tin không có tệp văn bản nào đọc được.")
        )
        return replace(_bare(order, fields), findings=tuple(findings))
    source = _joined(order, read_files, fields)
    findings.extend(_differences(read_files[0].text, fields))
    return replace(source, findings=(*findings, *source.findings))


def _joined(order: Order, parts: Sequence[Source], fields: Mapping[str, str]) -> Source:
    """The files one after another, every span moved to its place in the whole."""
    writer = TextWriter()
    whole = Source(order.name, "edxml", "", metadata=fields)
    pages = 0
    for part in parts:
        by = writer.paragraph(part.text).start
        whole = replace(
            whole,
            pages=whole.pages
            + tuple(replace(p, number=p.number + pages, span=_by(p.span, by)) for p in part.pages),
            tables=whole.tables + tuple(_moved_table(table, by) for table in part.tables),
            notes=whole.notes + tuple(_by(note, by) for note in part.notes),
            words=whole.words
            + tuple(replace(w, page=w.page + pages, span=_by(w.span, by)) for w in part.words),
            findings=whole.findings
            + tuple(replace(f, span=_by(f.span, by)) for f in part.findings),
        )
        pages += len(part.pages)
    return replace(whole, text=writer.text())


def _moved_table(table: SourceTable, by: int) -> SourceTable:
    cells = tuple(replace(cell, span=_by(cell.span, by)) for cell in table.cells)
    return SourceTable(_by(table.span, by), cells)


def _by(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _differences(text: str, fields: Mapping[str, str]) -> list[Finding]:
    """Where the text does not bear out the envelope; the envelope is believed, a person decides."""
    head = regex.sub(r"\s+", "", text[:_HEAD]).upper()
    found = []
    number = regex.sub(r"\s+", "", fields.get("number", "")).upper()
    if number and number not in head:
        found.append(
            _differs("number", "Số, ký hiệu", fields["number"]),
        )
    if "issued_on" in fields and not _says_date(
        text[:_HEAD], date.fromisoformat(fields["issued_on"])
    ):
        shown = date.fromisoformat(fields["issued_on"]).strftime("%d/%m/%Y")
        found.append(_differs("issued_on", "Ngày ban hành", shown))
    return found


def _says_date(head: str, day: date) -> bool:
    written = rf"ngày\s*0?{day.day}\s*tháng\s*0?{day.month}\s*năm\s*{day.year}"
    return bool(
        regex.search(rf"{written}|\b0?{day.day}[/-]0?{day.month}[/-]{day.year}", head, regex.I)
    )


def _differs(field: str, name: str, value: str) -> Finding:
    return _found(
        f"{field}_differs",
        "warning",
        f"{name} trên gói tin là {value} nhưng văn bản kèm theo không ghi như vậy;"
        " đã lấy theo gói tin.",
    )


def _found(rule: str, severity: Severity, message: str) -> Finding:
    return Finding(Span(0, 0), f"input.edxml.{rule}", severity, message)


def _bare(order: Order, fields: Mapping[str, str]) -> Source:
    lines = [fields.get("issuers", ""), f"Số: {fields['number']}" if "number" in fields else ""]
    lines += [fields.get("kind", "").upper(), fields.get("subject", "")]
    text = "\n\n".join(line for line in lines if line) or order.name
    return Source(order.name, "edxml", text, metadata=fields)


def _status_text(answer: Mapping[str, str]) -> str:
    said = f"{answer['status_code']} ({answer['status']})" if "status" in answer else ""
    rows = {
        "Trạng thái": said or answer["status_code"],
        "Văn bản": answer.get("response_for", ""),
        "Ngày ban hành": answer.get("response_for_date", ""),
        "Nơi gửi": answer.get("issuers", ""),
        "Lúc": answer.get("timestamp", ""),
        "Lý do": answer.get("description", ""),
    }
    lines = [f"{name}: {value}" for name, value in rows.items() if value]
    return "\n\n".join(("THÔNG BÁO TRẠNG THÁI VĂN BẢN", *lines))
