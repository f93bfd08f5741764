"""The number of a page in the head or foot of a Word file: where it stands and what it looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vanban.input.docx.names import child, children, is_on, relation_id, value
from vanban.input.docx.relations import KIND, Relations
from vanban.input.package import Package
from vanban.input.xmltree import Element, local, parse
from vanban.rules.pattern import compiled

_PAGE = compiled(r"^\s*PAGE(?!\p{L})")
_CONDITION = compiled(r"(?<!\p{L})IF(?!\p{L})")
_PLACES: tuple[tuple[Literal["header", "footer"], str], ...] = (
    ("header", "headerReference"),
    ("footer", "footerReference"),
)
_ARABIC = (None, "decimal", "numberInDash", "decimalZero")
_CENTRED = {"center": True, "left": False, "right": False, "start": False, "end": False}


@dataclass(frozen=True, slots=True)
class PageNumber:
    """`paragraph` and `run` show the number; `centred` is None where that is not stated."""

    place: Literal["header", "footer"]
    paragraph: Element
    run: Element
    centred: bool | None
    on_first_page: bool
    is_arabic: bool


def page_numbers(package: Package, relations: Relations, body: Element) -> Iterator[PageNumber]:
    """Those of the first section. One that a condition shows or hides is not told."""
    section = next(body.iter("{*}sectPr"), None)
    if section is None:
        return
    own_first = is_on(child(section, "titlePg"))
    is_arabic = value(child(section, "pgNumType"), "fmt") in _ARABIC
    for place, reference in _PLACES:
        for each in children(section, reference):
            kind, part = relations.get(relation_id(each) or "", ("", ""))
            page = value(each, "type") or "default"
            if not kind or part not in package or page == "even" or (page, own_first) == _UNUSED:
                continue
            on_first = page == "first" or not own_first
            for paragraph, run in _shown(parse(package.read(part), KIND)):
                centred = _is_centred(paragraph)
                yield PageNumber(place, paragraph, run, centred, on_first, is_arabic)


# A head of the first page is kept in the file, and not shown unless the section asks for it.
_UNUSED = ("first", False)


def _shown(root: Element) -> Iterator[tuple[Element, Element]]:
    for paragraph in root.iter("{*}p"):
        said = "".join(one.text or "" for one in paragraph.iter("{*}instrText"))
        simple = next(paragraph.iter("{*}fldSimple"), None)
        said = said or value(simple, "instr") or ""
        if not _PAGE.match(said) or _CONDITION.search(said):
            continue
        field = next(paragraph.iter("{*}instrText"), None)
        run = field.getparent() if field is not None else next(paragraph.iter("{*}r"), None)
        if run is not None:
            yield paragraph, run


def _is_centred(paragraph: Element) -> bool | None:
    """By the frame around the paragraph or its own alignment; not told in boxes, tables, by tabs."""
    around = {local(above) for above in paragraph.iterancestors()}
    if (
        around & {"txbxContent", "tc"}
        or next(paragraph.iter("{*}tab", "{*}ptab"), None) is not None
    ):
        return None
    properties = child(paragraph, "pPr")
    frame = child(properties, "framePr")
    if frame is not None:
        return _CENTRED.get(value(frame, "xAlign") or "")
    return _CENTRED.get(value(child(properties, "jc")) or "")
