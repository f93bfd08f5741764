"""The look of a Word file against the form of its day: paper, margins, font, sizes, bold, italic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from vanban.checks.arrangement import plain
from vanban.checks.paper import Paper, finding
from vanban.checks.word_spacing import page_number_faults, spacing_faults
from vanban.input.docx.look import Look, Sheet, WordForm
from vanban.model import Finding, Span
from vanban.rules import table

_A4 = (210, 297)
_SLACK = 1
_TELLING = 3
_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_COUNTRY = ("CONG HOA XA HOI",)


def check(paper: Paper, word: WordForm) -> Iterator[Finding]:
    """Only of a document with its letterhead: an appendix or a fragment has a look of its own."""
    header, form = paper.document.header, _form(paper)
    if form is None or not (header.number and header.kind and header.issued_on):
        return
    looks = list(_looks(paper, form, word))
    found = [*_of_page(paper, form, word)]
    for part, span, look in looks:
        found += _part(form, part, span, look)
    sizes = [one for one in found if one.rule == "form.word_size"]
    if len(sizes) * 2 > len(looks) >= _TELLING:
        yield _never_set(paper, form, found)
    else:
        yield from found


def _looks(
    paper: Paper, form: Mapping[str, Any], word: WordForm
) -> Iterator[tuple[Mapping[str, Any], Span, Look]]:
    for part in form["parts"]:
        spans = _spans(paper, part["place"])
        look = word.look(*spans) if spans else None
        if look:
            yield part, spans[0], look


def _of_page(paper: Paper, form: Mapping[str, Any], word: WordForm) -> Iterator[Finding]:
    sheet = word.sheet()
    if sheet:
        yield from _paper(paper, sheet)
        yield from _margins(paper, form, sheet)
    yield from _font(paper, form, word)
    yield from _spacing(paper, form, word)
    if "page_number" in form and paper.span.start == 0:
        yield from _page_number(paper, form, word)


def _spacing(paper: Paper, form: Mapping[str, Any], word: WordForm) -> Iterator[Finding]:
    spans = _spans(paper, "body")
    look = word.look(*spans) if spans else None
    faults = spacing_faults(
        form.get("spacing", {}), word.spacings(*spans), look.size if look else None
    )
    said = ", ".join(faults)
    if said:
        message = f"{said[0].upper()}{said[1:]}; {form['source']}"
        yield finding(_start(paper, spans[0]), "form.word_spacing", form["severity"], message)


def _page_number(paper: Paper, form: Mapping[str, Any], word: WordForm) -> Iterator[Finding]:
    """All that is wrong with the numbers of the pages in one sentence."""
    rules = form["page_number"]
    faults = dict.fromkeys(
        fault
        for number, look in word.page_numbers()
        for fault in page_number_faults(rules, number, look)
    )
    if faults:
        message = f"Số trang {', '.join(faults)}; {rules['said']} ({form['source']})"
        yield finding(_first(paper), "form.word_page_number", form["severity"], message)


def _never_set(paper: Paper, form: Mapping[str, Any], found: list[Finding]) -> Finding:
    """A text that nobody has set yet is told so once, not part by part."""
    first = next(one for one in found if one.rule == "form.word_size").message.partition(";")[0]
    message = f"Tệp Word chưa trình bày theo {form['source']}: {len(found)} điểm về khổ giấy, lề, khoảng cách, cỡ chữ, kiểu chữ"
    return finding(_first(paper), "form.word_unset", "hint", message, f"Ví dụ: {first}.")


def _form(paper: Paper) -> Mapping[str, Any] | None:
    name = "party" if paper.is_party else "state"
    issued = paper.document.header.issued_on
    for form in table("checks_word")["form"]:
        since, until = form["valid_from"], form.get("valid_to", date.max)
        if form["name"] == name and issued and since <= issued <= until:
            return dict(form)
    return None


def _paper(paper: Paper, sheet: Sheet) -> Iterator[Finding]:
    size = sorted((sheet.width, sheet.height))
    if any(abs(one - other) > 2 for one, other in zip(size, _A4, strict=True)):
        message = f"Khổ giấy {sheet.width} × {sheet.height} mm, văn bản dùng khổ A4 (210 × 297 mm)"
        yield finding(_first(paper), "form.word_paper", "warning", message)


def _margins(paper: Paper, form: Mapping[str, Any], sheet: Sheet) -> Iterator[Finding]:
    """All that is wrong with the margins in one sentence; a sheet turned on its side is passed."""
    if "margins" not in form or sheet.width > sheet.height:
        return
    wrong = [
        f"{word} {getattr(sheet, side)} mm (quy định {_between(*form['margins'][side])} mm)"
        for side, word in _SIDES.items()
        if not _within(getattr(sheet, side), form["margins"][side], _SLACK)
    ]
    if wrong:
        message = f"Lề {', '.join(wrong)}; {form['source']}"
        yield finding(_first(paper), "form.word_margins", form["severity"], message)


def _font(paper: Paper, form: Mapping[str, Any], word: WordForm) -> Iterator[Finding]:
    spans = _spans(paper, "body")
    look = word.look(*spans) if spans else None
    if look and look.font and look.font.casefold() != form["font"].casefold():
        message = f"Phông chữ «{look.font}», quy định «{form['font']}»; {form['source']}"
        yield finding(_start(paper, spans[0]), "form.word_font", form["severity"], message)


def _part(
    form: Mapping[str, Any], part: Mapping[str, Any], span: Span, look: Look
) -> Iterator[Finding]:
    basis = (
        "chưa đối chiếu được bản gốc của hướng dẫn" if part.get("unverified") else form["source"]
    )
    here = Span(span.start, min(span.end, span.start + 60))
    if look.size and not _within(look.size, part["sizes"]):
        message = (
            f"Cỡ chữ của {part['said']} là {look.size:g}, thường là {_between(*part['sizes'])}"
        )
        if not part.get("unverified"):
            message = message.replace("thường là", "quy định")
        yield finding(here, "form.word_size", form["severity"], f"{message}; {basis}")
    wrong = [
        (word if part[name] else f"không {word}")
        for name, word in (("bold", "đậm"), ("italic", "nghiêng"))
        if name in part and getattr(look, name) != part[name]
    ]
    if wrong:
        said = part["said"][0].upper() + part["said"][1:]
        message = f"{said} phải in {' và '.join(wrong)}; {basis}"
        yield finding(here, "form.word_style", form["severity"], message)


def _spans(paper: Paper, place: str) -> list[Span]:
    """The words of one part of the document, by the names that the layout gave to its lines."""
    blocks = paper.document.blocks
    if place == "body":
        prose = {"paragraph", "item", "bullet"}
        return [one.span for one in blocks if one.zone == "body" and one.kind in prose]
    if place in {"country", "motto"}:
        lines = [one.span for one in blocks if one.zone == "header" and one.label == "motto"]
        is_country = {span: plain(span.of(paper.text)).startswith(_COUNTRY) for span in lines}
        return [span for span in lines if is_country[span] is (place == "country")]
    return [one.span for one in blocks if one.label == place and one.zone in _ZONES]


_ZONES = {"header", "recipients", "signature"}


def _within(value: float, bounds: list[int], slack: int = 0) -> bool:
    return bounds[0] - slack <= value <= bounds[1] + slack


def _between(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}-{most}"


def _first(paper: Paper) -> Span:
    return _start(paper, paper.span)


def _start(paper: Paper, span: Span) -> Span:
    """The first line of some words."""
    said = span.of(paper.text)
    start = span.start + len(said) - len(said.lstrip())
    end = paper.text.find("\n", start, span.end)
    return Span(start, end if end > start else span.end)
