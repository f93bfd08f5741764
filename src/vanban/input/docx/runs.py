"""The words of one paragraph: runs, breaks, fields, changes accepted, hidden text left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from vanban.input import legacy
from vanban.input.docx.names import child, is_on, value, whole
from vanban.input.docx.styles import Styles
from vanban.input.docx.symbols import is_symbol_font, sign, without_private_use
from vanban.input.xmltree import Element, local

# Fields that show the page they stand on, and fields that would reach outside the file.
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_OUTSIDE_FIELDS = ("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK")
_DEPTH = 60


@dataclass(slots=True)
class Field:
    """A complex field being read: its instruction, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False

    def verb(self) -> str:
        return self.instruction.split(maxsplit=1)[0].upper() if self.instruction.split() else ""


@dataclass(slots=True)
class Seen:
    """What the reader met and left out or changed, counted for the findings."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Words:
    """The text of a paragraph, the text boxes anchored in it."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def text(self) -> str:
        return "".join(self.parts)

    def begun(self) -> bool:
        return any(part.strip() for part in self.parts)


class RunReader:
    """Reads paragraphs; open fields run on from one paragraph into the next."""

    def __init__(self, styles: Styles, seen: Seen) -> None:
        self._styles = styles
        self._seen = seen
        self._fields: list[Field] = []

    def words(self, paragraph: Element) -> Words:
        words = Words()
        style = value(child(paragraph, "pPr", "pStyle"))
        self._walk(paragraph, words, style, 0)
        return words

    def _walk(self, element: Element, words: Words, style: str | None, depth: int) -> None:
        if depth > _DEPTH:
            return
        for node in element.iterchildren("*"):
            name = local(node)
            if name == "r":
                self._run(node, words, style, depth)
            elif name in ("del", "moveFrom"):
                self._seen.counts["changes"] += 1
            elif name == "AlternateContent":
                self._alternate(node, words, style, depth)
            elif name == "fldSimple":
                self._simple_field(node, words, style, depth)
            elif name == "t" and "math" in node.tag:
                words.parts.append(node.text or "")
            elif name not in ("pPr", "rPr", "sdtPr", "tbl", "p"):
                if name in ("ins", "moveTo"):
                    self._seen.counts["changes"] += 1
                self._walk(node, words, style, depth + 1)

    def _alternate(self, node: Element, words: Words, style: str | None, depth: int) -> None:
        """Of the alternatives, which say the same twice, only the first is read."""
        first = next(node.iterchildren("*"), None)
        if first is not None:
            self._run_content(first, words, None, style, depth + 1)

    def _simple_field(self, node: Element, words: Words, style: str | None, depth: int) -> None:
        opened = Field(value(node, "instr") or "", in_result=True)
        self._judge(opened)
        if opened.verb() not in _PAGE_FIELDS:
            self._walk(node, words, style, depth + 1)

    def _run(self, run: Element, words: Words, style: str | None, depth: int) -> None:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")) or is_on(child(properties, "webHidden")):
            if any(local(node) == "t" for node in run.iterchildren("*")):
                self._seen.counts["hidden"] += 1
            return
        self._run_content(run, words, properties, style, depth)

    def _run_content(
        self,
        run: Element,
        words: Words,
        properties: Element | None,
        style: str | None,
        depth: int,
    ) -> None:
        if depth > _DEPTH:
            return
        for node in run.iterchildren("*"):
            name = local(node)
            if name == "fldChar":
                self._field_mark(value(node, "fldCharType"))
            elif name == "instrText" and self._fields:
                self._fields[-1].instruction += node.text or ""
            elif name == "txbxContent":
                words.boxes.append(node)
            elif name in ("drawing", "pict", "object", "AlternateContent"):
                self._drawing(name, node, words, style, depth)
            elif not self._inside_page_field():
                words.parts.append(self._said(name, node, words, properties, style))

    def _drawing(
        self, name: str, node: Element, words: Words, style: str | None, depth: int
    ) -> None:
        if name == "AlternateContent":
            self._alternate(node, words, style, depth)
            return
        if name == "object":
            self._seen.counts["embedded"] += 1
        boxes = list(node.iter("{*}txbxContent"))
        outer = [box for box in boxes if not any(a in boxes for a in box.iterancestors())]
        words.boxes.extend(outer)
        if not boxes and any(local(part) in ("blip", "imagedata") for part in node.iter("*")):
            self._seen.counts["pictures"] += 1

    def _said(
        self,
        name: str,
        node: Element,
        words: Words,
        properties: Element | None,
        style: str | None,
    ) -> str:
        if name == "t":
            return self._letters(node.text or "", words, properties, style)
        if name == "sym":
            return sign(whole_hex(value(node, "char")), first=not words.begun())
        if name in ("footnoteReference", "endnoteReference"):
            self._seen.notes.append((name.removesuffix("Reference"), value(node, "id") or ""))
            return ""
        if name == "br":
            return " " if value(node, "type") in ("page", "column") else "\n"
        return {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}.get(name, "")

    def _letters(
        self, text: str, words: Words, properties: Element | None, style: str | None
    ) -> str:
        font = self._styles.font(properties, style)
        if is_symbol_font(font) and text.strip() and not any(c.isalnum() for c in text):
            return sign(ord(text.strip()[0]), first=not words.begun()) + " "
        converted = legacy.by_font(text, font)
        if converted != text:
            self._seen.counts["legacy"] += 1
        return without_private_use(converted.replace("\u00ad", ""), first=not words.begun())

    def _field_mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
            self._judge(self._fields[-1])
        elif kind == "end" and self._fields:
            closed = self._fields.pop()
            if not closed.in_result:
                self._judge(closed)

    def _judge(self, opened: Field) -> None:
        if opened.verb() in _OUTSIDE_FIELDS:
            self._seen.counts["outside"] += 1

    def _inside_page_field(self) -> bool:
        """In the instruction of a field, or in the result of one that only numbers pages."""
        return any(not each.in_result or each.verb() in _PAGE_FIELDS for each in self._fields)


def whole_hex(text: str | None) -> int:
    try:
        return int(text or "", 16)
    except ValueError:
        return whole(text)
