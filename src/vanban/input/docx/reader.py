"""Puts a Word document together: body, head and foot lines, notes, and what was left out."""

from __future__ import annotations

import regex

from vanban.input.docx.body import BodyWriter
from vanban.input.docx.findings import findings
from vanban.input.docx.labels import Labels
from vanban.input.docx.names import child, children, relation_id, value
from vanban.input.docx.relations import KIND, Relations, related, relations_of
from vanban.input.docx.runs import Seen
from vanban.input.docx.styles import Styles
from vanban.input.order import Order
from vanban.input.package import Package
from vanban.input.refusals import refused
from vanban.input.source import Source
from vanban.input.writer import TextWriter
from vanban.input.xmltree import Element, parse
from vanban.model import Span
from vanban.rules.pattern import compiled

# A head or foot line is part of the document only when it carries one of its formal components.
_COMPONENT = compiled(
    r"\bsố\s*:|ngày\s+\d|\b(?:tuyệt\s+mật|tối\s+mật|mật|hỏa\s+tốc|thượng\s+khẩn|khẩn|dự\s+thảo)\b",
    regex.I,
)


def read(data: bytes, order: Order) -> Source:
    """The text of the document: paragraphs with their printed labels, tables, notes at the end."""
    package = Package(data, order.limits, KIND)
    main = _main_part(package)
    relations = relations_of(package, main)
    root = parse(package.read(main), KIND)
    body = child(root, "body")
    if body is None:
        raise refused("damaged", kind=KIND)
    seen = Seen()
    _count_outside(package, seen)
    styles = Styles(related(package, relations, "styles"))
    labels = Labels(related(package, relations, "numbering"), styles)
    writer = TextWriter()
    walker = BodyWriter(styles, labels, seen, writer)
    _margins(package, relations, body, walker, writer, "headerReference")
    walker.blocks(body)
    walker.end()
    _margins(package, relations, body, walker, writer, "footerReference")
    notes = _notes(package, relations, walker, writer, seen)
    seen.counts["comments"] += len(list(root.iter("{*}commentReference")))
    text = writer.text()
    if not text.strip():
        raise refused("no-text")
    return Source(
        name=order.name,
        media="docx",
        text=text,
        tables=tuple(walker.tables),
        notes=notes,
        findings=findings(seen),
    )


def _main_part(package: Package) -> str:
    if "[Content_Types].xml" in package:
        types = package.read("[Content_Types].xml")
        if b"macroEnabled" in types or b"vbaProject" in types:
            raise refused("macro")
    if "_rels/.rels" in package:
        for relation in parse(package.read("_rels/.rels"), KIND).iterchildren("*"):
            if str(relation.get("Type")).endswith("/officeDocument"):
                target = str(relation.get("Target")).lstrip("/")
                if target in package:
                    return target
    if "word/document.xml" in package:
        return "word/document.xml"
    raise refused("damaged", kind=KIND)


def _count_outside(package: Package, seen: Seen) -> None:
    """Templates, pictures and objects that the file would fetch from elsewhere: never followed."""
    for name in package.names:
        if name.endswith(".rels"):
            for relation in parse(package.read(name), KIND).iterchildren("*"):
                kind = str(relation.get("Type")).rpartition("/")[2]
                if relation.get("TargetMode") == "External" and kind != "hyperlink":
                    seen.counts["outside"] += 1


def _margins(
    package: Package,
    relations: Relations,
    body: Element,
    walker: BodyWriter,
    writer: TextWriter,
    reference: str,
) -> None:
    """Head or foot lines that carry a component of the document, each said once."""
    said: set[str] = set()
    for section in body.iter("{*}sectPr"):
        for each in children(section, reference):
            kind, part = relations.get(relation_id(each) or "", ("", ""))
            if not kind or part not in package:
                continue
            lines = "\n".join(walker.lines(parse(package.read(part), KIND)))
            if lines and lines not in said and _COMPONENT.search(lines):
                said.add(lines)
                writer.paragraph(lines)


def _notes(
    package: Package,
    relations: Relations,
    walker: BodyWriter,
    writer: TextWriter,
    seen: Seen,
) -> tuple[Span, ...]:
    """Footnotes and endnotes in the order of their marks, after the body, each with its number."""
    spans: list[Span] = []
    written: set[tuple[str, str]] = set()
    texts = {
        kind: _note_texts(package, relations, walker, kind) for kind in ("footnote", "endnote")
    }
    for mark in list(seen.notes):
        text = texts[mark[0]].get(mark[1])
        if text and mark not in written:
            written.add(mark)
            spans.append(writer.paragraph(f"[{len(written)}] {text}"))
    return tuple(spans)


def _note_texts(
    package: Package, relations: Relations, walker: BodyWriter, kind: str
) -> dict[str, str]:
    root = related(package, relations, f"{kind}s")
    if root is None:
        return {}
    return {
        value(note, "id") or "": " ".join(walker.lines(note))
        for note in children(root, kind)
        if value(note, "type") in (None, "normal")
    }
