"""Lines, paragraphs and page numbers of a Word file against the form of its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vanban.input.docx.look import Look
from vanban.input.docx.page_number import PageNumber
from vanban.input.docx.spacing import Spacing

# A single line of Times New Roman is so many times its size.
_SINGLE = 1.15
# What a rounded figure may be off: a twentieth of a line, a point, a millimetre.
_SLACK_LINES, _SLACK_POINTS, _SLACK_MM = 0.05, 0.5, 1.0

Fault = Callable[[Spacing], str | None]


def spacing_faults(
    rules: Mapping[str, Any], spacings: Counter[Spacing], size: float | None
) -> Iterator[str]:
    """What is wrong with the spacing of more than half of the text, one phrase for each rule."""
    faults: list[Fault] = []
    if "lines" in rules:
        faults.append(lambda one: _of_lines(one, rules["lines"], size))
    if "points" in rules:
        faults.append(lambda one: _of_points(one, rules["points"]))
    if "between" in rules:
        faults.append(lambda one: _of_paragraphs(one, rules["between"]))
    if "first_line" in rules:
        faults.append(lambda one: _of_first_lines(one, rules["first_line"]))
    whole = spacings.total()
    for fault in faults:
        said: Counter[str] = Counter()
        for spacing, letters in spacings.items():
            phrase = fault(spacing)
            if phrase:
                said[phrase] += letters
        if said.total() * 2 > whole:
            yield said.most_common(1)[0][0]


def page_number_faults(rules: Mapping[str, Any], number: PageNumber, look: Look) -> Iterator[str]:
    """Number of a page: Arabic, upright, of these sizes, in the middle of the top, not on page one."""
    if number.place != rules["place"]:
        yield "đặt ở lề dưới"
    if number.centred is False:
        yield "không canh giữa"
    least, most = rules["sizes"]
    if look.size and not least <= look.size <= most:
        yield f"cỡ chữ {_said(look.size)}"
    if look.italic:
        yield "in nghiêng"
    if not number.is_arabic:
        yield "không phải chữ số Ả Rập"
    if number.on_first_page:
        yield "hiện ở trang thứ nhất"


def _of_lines(spacing: Spacing, bounds: list[float], size: float | None) -> str | None:
    least, most = bounds
    rule = f"quy định từ dòng đơn đến {_said(most)} dòng"
    if spacing.lines is not None:
        fits = least - _SLACK_LINES <= spacing.lines <= most + _SLACK_LINES
        return None if fits else f"khoảng cách dòng {_said(spacing.lines)} dòng ({rule})"
    if spacing.exactly is not None and size:
        # An exact height under a single line is held to clip letters only below their own size.
        fits = size <= spacing.exactly <= size * _SINGLE * (most + _SLACK_LINES)
        return None if fits else f"khoảng cách dòng {_said(spacing.exactly)} pt ({rule})"
    return None


def _of_points(spacing: Spacing, bounds: list[float]) -> str | None:
    least, most = bounds
    if spacing.exactly is None or least - _SLACK_POINTS <= spacing.exactly <= most + _SLACK_POINTS:
        return None
    rule = f"quy định từ {_said(least)} đến {_said(most)} pt"
    return f"khoảng cách dòng {_said(spacing.exactly)} pt ({rule})"


def _of_paragraphs(spacing: Spacing, least: float) -> str | None:
    if spacing.between is None or spacing.between >= least - _SLACK_POINTS:
        return None
    rule = f"quy định tối thiểu {_said(least)} pt"
    return f"khoảng cách giữa các đoạn {_said(spacing.between)} pt ({rule})"


def _of_first_lines(spacing: Spacing, bounds: list[float]) -> str | None:
    """A first line that is not indented is how a list is set: only a stated indentation counts."""
    least, most = bounds
    stated = spacing.first_line
    if not stated or least - _SLACK_MM <= stated <= most + _SLACK_MM:
        return None
    rule = f"quy định {_said(least / 10)} hoặc {_said(most / 10)} cm"
    return f"đầu dòng lùi {_said(stated / 10)} cm ({rule})"


def _said(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
