"""Clauses that lay a regime of reporting: to whom, how often, by which named day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import regex

from vanban.facts.clause import clauses
from vanban.facts.time import Times
from vanban.facts.time_told import is_of_a_grant
from vanban.facts.unit import Unit, read_units
from vanban.facts.unit_grammar import HEAD
from vanban.model import Span
from vanban.rules import rules
from vanban.rules.pattern import compiled
from vanban.rules.sought import Sought

_ROWS = rules("report_duties")
_PERIODS = tuple((rule, Sought(rule.pattern)) for rule in _ROWS if "period" in rule.extra)
_SHAPES = {str(r.extra["shape"]): Sought(r.pattern) for r in _ROWS if "shape" in r.extra}
_TROUBLE = Sought(
    next(rule.pattern for rule in rules("assignment") if rule.id == "assignment.trouble")
)
# A body in small letters is told by its head and its level («về đảng ủy xã», «về xã»).
_SMALL = (
    r"(?:đảng\s+[uủ][ỷyủ]|[uủ][ỷyủ]\s+ban|thường\s+trực|ban\s|phòng\s+\p{Lu}|cơ\s+quan\s+thường\s+trực"
    r"|(?:tỉnh|xã|phường)(?=\s+(?:trước|theo|để|qua|chậm)(?!\p{L})|\s*[.,;(]|\s*$))"
)
_RECIPIENT = compiled(
    rf"\s+(?:gửi\s+)?(?:(?:về|với|cho|tới|đến|lên)\s+(?={_SMALL})|(?:(?:về|với|cho|tới|đến|lên)\s+)?(?=[\p{{Lu}}]|cấp\s|các\s|ban\s|thường\s))"
)
_FURTHER_ON = compiled(
    rf"[^.;]{{0,120}}?\s(?:về|với|gửi|cho)\s+(?:về\s+|cho\s+)?(?=\p{{Lu}}|cấp\s|{_SMALL})"
)
_AT_LEVEL = compiled(r"(?:^|\s)(?:tỉnh|thành\s+phố|xã|phường|đặc\s+khu|trung\s+ương)$")
_RESULT = compiled(
    r"\s*(?:các\s+nội\s+dung\s[^.;,]{0,30}?(?=về\s))?(?::|(?:về\s+)?(?:kết\s+quả|tình\s+hình|tiến\s+độ)|(?:trước|chậm\s+nhất)\s+(?=\d|ngày\s+\d))"
)
#: A statement that begins with «Báo cáo …» and names a day lays a report, however far its reader stands.
_ORDERS = compiled(r"\W*[Bb]áo\s+cáo\s+(?!viên|chuyên\s+đề|này|trên)")
_FAR = compiled(r"\s(?:về|cho|lên)\s+(?=\p{Lu})")
_WHEN = compiled(r"\W*Thời\s+(?:gian|hạn)(?!\p{L})")
#: «tổng hợp, báo cáo tình hình sạt lở; gửi Sở A trước ngày 5/7», «… . Trình UBND tỉnh trước ngày 10/8»:
#: the day of the same report.
_THEN_SENT = compiled(r"\W*(?:gửi\s+(?:về\s+|cho\s+)?|[Tt]rình\s+)(?=\p{Lu})")
#: «Xây dựng báo cáo kết quả … gửi về Sở A»: a paper that is made to be sent reports.
_MADE_TO_BE_SENT = compiled(
    r"\W*(?:xây\s+dựng|lập|hoàn\s+thiện|hoàn\s+thành|chuẩn\s+bị|soạn)\s+báo\s+cáo\s[^.;]{4,200}?\s(?:và\s+)?gửi\s+(?:về\s+|cho\s+)?(?=(?-i:\p{Lu}))",
    regex.IGNORECASE,
)
_SENT = compiled(r"\b[Gg]ửi\W+$")
_REPORTED = compiled(r"\b(?:đã|vừa)\s+(?:có\s+)?$")
_GATHERED = compiled(r"\b(?:tổng\s+hợp|theo\s+dõi|xem\s+xét|chỉ\s+đạo)\s*,$")
_VIA = compiled(r"\s*\([^()]{2,120}\)")
_ADVISED = compiled(r"\s+(?:và\s+)?tham\s+mưu\s+(?:cho\s+)?")


@dataclass(frozen=True, slots=True)
class Regime:
    """One period of one clause. `period` is None where the clause names none."""

    span: Span
    to: str | None
    period: str | None
    due: date | None
    rule: str


def regimes_of(text: str, span: Span, times: Times, whole: bool = False) -> Iterator[Regime]:
    """The regimes of reporting that a duty lays; general wording about reporting is none.

    `whole`: the stretch is a row of a table, whose cells together are one clause.
    """
    if _SHAPES["word"].search(text, span.start, span.end) is None:
        return
    before: Regime | None = None
    for clause in [span] if whole else clauses(text, span):
        words = clause.of(text)
        sent = before is not None and _THEN_SENT.match(words)
        if before is not None and sent and (days := _named_days(words, times)):
            yield replace(before, span=Span(before.span.start, clause.end), due=days[-1][1])
            before = None
            continue
        for regime in _of_clause(text, clause, times):
            if before is not None and _WHEN.match(words):
                # «Báo cáo kết quả …. Thời gian gửi báo cáo về …: ngày 14/3»: one report, and its day.
                yield replace(before, span=Span(before.span.start, clause.end), due=regime.due)
                before = None
                continue
            if before is not None:
                yield before
            before = regime if regime.period is None and regime.due is None else None
            if before is None:
                yield regime
    if before is not None:
        yield before


def names_reporting(words: str) -> bool:
    return _SHAPES["word"].search(words.lower()) is not None


def _of_clause(text: str, clause: Span, times: Times) -> Iterator[Regime]:
    words = clause.of(text)
    if _TROUBLE.search(text, clause.start, clause.end):
        yield Regime(clause, _recipient(text, clause), "đột xuất", None, "report.trouble")
        return
    said = [
        match
        for match in _SHAPES["word"].finditer(words)
        if (not _is_purpose(words, match) or _has_its_own_time(words, match, times))
        and not _REPORTED.search(words[: match.start()])
    ]
    if not said:
        return
    found = [
        (Span(*match.span()), rule)
        for rule, period in _PERIODS
        if (match := period.search(words)) and not is_of_a_grant(words, match.start())
    ]
    periods = sorted(found, key=lambda period: period[0].end)
    dates = _named_days(words, times)
    if periods:
        for said_at, rule in periods:
            due = _day_of(said_at, [span for span, _ in periods], dates, len(words))
            yield Regime(clause, _recipient(text, clause), str(rule.extra["period"]), due, rule.id)
    elif (
        any(_is_deed(text, clause, match) for match in said)
        or (dates and _ORDERS.match(words))
        or _MADE_TO_BE_SENT.match(words)
    ):
        due = dates[-1][1] if dates else None
        yield Regime(clause, _recipient(text, clause), None, due, "report.once")


def _day_of(
    period: Span, periods: list[Span], dates: list[tuple[Span, date]], end: int
) -> date | None:
    """The day of one of the periods of a clause: that said with it («15/11 hằng năm»), else that named
    after it; one period alone may have it before."""
    for span, day in dates:
        if span.start <= period.start < span.end + 2:
            return day
    if len(periods) == len(dates) and len({span.start for span, _ in dates}) == 1:
        # «6 tháng, năm báo cáo … trước ngày 10/6 và 10/12»: the days in the order of the periods.
        return dates[periods.index(period)][1]
    if len(periods) == 1:
        return dates[0][1] if dates else None
    until = min((other.end for other in periods if other.end > period.end), default=end)
    for span, day in dates:
        others = (other for other in periods if other != period)
        if period.end <= span.start < until and not any(
            span.start <= other.start < span.end + 2 for other in others
        ):
            return day
    return None


def _is_purpose(words: str, match: regex.Match[str]) -> bool:
    return _SHAPES["purpose"].search(words[: match.start()]) is not None


def _has_its_own_time(words: str, match: regex.Match[str], times: Times) -> bool:
    """«… để đẩy nhanh tiến độ, báo cáo Chính phủ trong tháng 3»: what has a time of its own behind the
    comma is a deed and ends the purpose; «để tổng hợp, báo cáo …» is what the receiver will do."""
    before = words[: match.start()].rstrip()
    if not before.endswith(",") or _GATHERED.search(before):
        return False
    return any(piece.when.due for piece in times.of(words[match.start() :]).pieces)


def _is_deed(text: str, clause: Span, match: regex.Match[str]) -> bool:
    """Whether somebody is to report: to a body, or on results; not that there is a paper."""
    words = clause.of(text)
    before = words[: match.start()]
    if words[match.start()].isupper() and match.start() > 2 and not _SENT.search(before):
        return False
    if match.group().lower().startswith("phản") or _SHAPES["paper"].search(before):
        return False
    after = clause.start + match.end()
    return (
        _RESULT.match(text, after, clause.end) is not None or _to(text, after, clause.end)[0] != ""
    )


def _recipient(text: str, clause: Span) -> str | None:
    """The body reported to, with «(qua …)» if it is said; after «Báo cáo …» it may stand far behind."""
    for match in _SHAPES["word"].finditer(text, clause.start, clause.end):
        before = text[clause.start : match.start()]
        if not _SHAPES["purpose"].search(before):
            name, end = _to(text, match.end(), clause.end)
            if name:
                via = _VIA.match(text, end, clause.end)
                return name + (f" {' '.join(via.group().split())}" if via else "")
    if _ORDERS.match(clause.of(text)):
        for far in reversed(list(_FAR.finditer(text, clause.start, clause.end))):
            units = read_units(text, far.end(), clause.end)
            if units and any(map(_is_one_body, units.units)):
                return " ".join(text[units.span.start : units.span.end].split())
    return None


def _to(text: str, at: int, end: int) -> tuple[str, int]:
    advised = _ADVISED.match(text, at, end)
    if advised:
        at = advised.end() - 1
    for pattern in (_RECIPIENT, _FURTHER_ON):
        match = pattern.search(text, at, end) if advised else pattern.match(text, at, end)
        if match is not None and HEAD.match(text, match.end(), end):
            units = read_units(text, match.end(), end)
            if units and any(map(_is_one_body, units.units)):
                return " ".join(text[units.span.start : units.span.end].split()), units.span.end
    return "", at


def _is_one_body(unit: Unit) -> bool:
    """Whether a report can be sent there: to a body by name, a person, or the one of a level."""
    at_level = not unit.every and _AT_LEVEL.search(unit.name) is not None
    return unit.named or unit.person or at_level or unit.name == "Đảng ủy"


def _named_days(words: str, times: Times) -> list[tuple[Span, date]]:
    """Days named as days, with their place: the end of a quarter or a year is not one."""
    return [
        (piece.span, day)
        for piece in times.of(words).pieces
        if piece.when.grain == "day"
        for day in piece.when.due
    ]
