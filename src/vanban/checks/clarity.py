"""Clarity, the "6 rõ": who, what, by when, answering to whom, with what power, with what product."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import regex

from vanban.checks.paper import Paper, finding
from vanban.model import Duty, Finding, Span
from vanban.rules.pattern import compiled

_SHORT_NOTICE = timedelta(days=10)
_GENERIC = compiled(
    r"^(?:các|những)\s+(?:cơ\s+quan|đơn\s+vị|ngành|cấp)(?:,?\s+(?:cơ\s+quan|đơn\s+vị|địa\s+phương|tổ\s+chức))*(?:\s+(?:có\s+)?liên\s+quan)?$",
    regex.IGNORECASE,
)
_ADVISES = compiled(
    r"\bGiao\s+(?P<who>\p{Lu}[^.;()]{3,120}?)\s+tham\s+mưu\b(?![^.;]{0,80}chủ\s+trì)"
)
_ASKED = compiled(
    r"(?<![\p{L}])(?:[Đđ]ề\s+nghị|[Yy]êu\s+cầu|[Gg]iao)\s[^.;\n]{5,300}?"
    r"(?P<when>(?:xong\s+|hoàn\s+thành\s+)?(?:trước|chậm\s+nhất)\s+(?:là\s+)?ngày\s+(?P<day>\d{1,2})"
    r"(?:[/-]|\s+tháng\s+)(?P<month>\d{1,2})(?:[/-]|\s+năm\s+)(?P<year>\d{4}))\b"
)
_MANY = 3
_WEEKEND = 5
_HALF_YEAR = compiled(r"\b(?:0?6|sáu)\s+tháng\b")


def check(paper: Paper) -> Iterator[Finding]:
    for duty in paper.document.duties:
        yield from _who(paper, duty)
        yield from _by_when(paper, duty)
    yield from days_off(paper)
    yield from _asked_too_late(paper)
    yield from _advised(paper)
    yield from _reports(paper)


def days_off(paper: Paper) -> Iterator[Finding]:
    """Due days on which nobody works. Which days those are may change after the document."""
    for duty in paper.document.duties:
        at = _words_of_date(duty)
        for due in duty.due:
            off = _day_off(paper, due) if _names_day(paper, at, due) else None
            if off:
                yield _rests(at, due, off)
    for due, span in _asked_by(paper):
        off = _day_off(paper, due)
        if off:
            yield _rests(span, due, off)


def _rests(span: Span, due: date, off: str) -> Finding:
    return finding(span, "clarity.day_off", "hint", f"Hạn {due:%d/%m/%Y} rơi vào {off}")


def _who(paper: Paper, duty: Duty) -> Iterator[Finding]:
    at = duty.lead_spans[0] if duty.lead_spans else _head(duty)
    if not duty.lead:
        yield finding(_head(duty), "clarity.no_lead", "warning", "Nhiệm vụ chưa rõ ai chủ trì")
    elif len(duty.lead) >= _MANY and duty.cooperating:
        yield finding(
            at,
            "clarity.several_leads",
            "hint",
            f"{len(duty.lead)} đơn vị cùng chủ trì một nhiệm vụ",
        )
    elif duty.lead_source == "chapeau" and all(_GENERIC.match(one) for one in duty.lead):
        if paper.document.header.addressed_to:
            return  # "các cơ quan, đơn vị" of a letter are those that it is addressed to
        yield finding(
            at, "clarity.generic_lead", "hint", "Chủ thể chung chung: không rõ ai chịu trách nhiệm"
        )


def _by_when(paper: Paper, duty: Duty) -> Iterator[Finding]:
    issued = paper.document.header.issued_on
    at = _words_of_date(duty)
    for due in duty.due:
        if issued and due < issued:
            yield finding(
                at,
                "clarity.due_before_document",
                "error",
                f"Hạn {due:%d/%m/%Y} đã qua khi văn bản ban hành ngày {issued:%d/%m/%Y}",
            )
        elif issued and due - issued <= _SHORT_NOTICE:
            again = " đầu tiên" if duty.recurrence not in {"none", "on-event"} else ""
            yield finding(
                at,
                "clarity.short_notice",
                "hint",
                f"Hạn{again} {due:%d/%m/%Y} chỉ sau ngày ban hành {(due - issued).days} ngày",
            )


def _asked_too_late(paper: Paper) -> Iterator[Finding]:
    issued = paper.document.header.issued_on
    for due, span in _asked_by(paper):
        if issued and due < issued:
            message = f"Hạn {due:%d/%m/%Y} đã qua khi văn bản ban hành ngày {issued:%d/%m/%Y}"
            yield finding(span, "clarity.due_before_document", "error", message)


def _asked_by(paper: Paper) -> Iterator[tuple[date, Span]]:
    """The days asked of somebody in sentences that were not read as duties."""
    for found in paper.find(_ASKED):
        span, due = Span(*found.span("when")), _day_of(found)
        if due and not any(one.span.overlaps(span) for one in paper.document.duties):
            yield due, span


def _day_of(found: regex.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _names_day(paper: Paper, at: Span, due: date) -> bool:
    """Only a day that the text names with its year can be asked to be a working day."""
    pattern = rf"\b0?{due.day}(?:\s*[/.-]\s*|\s+tháng\s+)0?{due.month}\D+{due.year}\b"
    return bool(regex.search(pattern, at.of(paper.text)))


def _day_off(paper: Paper, due: date) -> str | None:
    if paper.day_off:
        return paper.day_off(due)
    if due.weekday() >= _WEEKEND:
        return "thứ Bảy" if due.weekday() == _WEEKEND else "Chủ nhật"
    return None


def _words_of_date(duty: Duty) -> Span:
    return duty.time_spans[0] if duty.time_spans else _head(duty)


def _head(duty: Duty) -> Span:
    return Span(duty.span.start, min(duty.span.end, duty.span.start + 80))


def _advised(paper: Paper) -> Iterator[Finding]:
    for found in paper.find(_ADVISES):
        if "chủ trì" not in found.group():
            yield finding(
                Span(*found.span()),
                "clarity.advises_only",
                "hint",
                "Giao tham mưu mà không nói «chủ trì»: chưa rõ ai chịu trách nhiệm chính",
            )


def _reports(paper: Paper) -> Iterator[Finding]:
    for report in paper.document.report_duties:
        span = Span(report.span.start, min(report.span.end, report.span.start + 160))
        if not report.to:
            yield finding(
                span,
                "clarity.report_without_addressee",
                "hint",
                "Chế độ báo cáo không nói báo cáo ai",
            )
        half = report.period and _HALF_YEAR.search(report.period)
        if half and report.due and report.due < date(report.due.year, 6, 1):
            yield finding(
                report.span,
                "clarity.report_before_period",
                "hint",
                f"Báo cáo 6 tháng hẹn trước ngày {report.due:%d/%m/%Y}, khi kỳ báo cáo chưa hết",
            )
    header = paper.document.header
    for duty in paper.document.duties:
        issued = header.issued_on
        if duty.is_report and duty.recurrence == "yearly" and issued and duty.due:
            first = min(duty.due)
            if (
                timedelta() <= first - issued <= timedelta(days=20)
                and first - issued > _SHORT_NOTICE
            ):
                yield finding(
                    _words_of_date(duty),
                    "clarity.first_report_unclear",
                    "hint",
                    "Kỳ báo cáo đầu tiên sát ngày ban hành: không rõ tính từ năm nào",
                )
