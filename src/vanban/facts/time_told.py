"""Words that say a time, but not when the duty is done: how often something is granted, what a report
tells of, how long a measure lasts, which things are meant."""

from __future__ import annotations

import regex

from vanban.facts.time_clock import Clock
from vanban.facts.time_value import When
from vanban.model import Span
from vanban.rules.pattern import compiled

_GIVEN_EACH_YEAR = compiled(
    r"\b(?:được|đã)\s[^.;,]{0,80}?(?:phê\s+duyệt|giao|cấp|bố\s+trí|phân\s+bổ|duyệt)\s+$",
    regex.IGNORECASE,
)
_INTO_A_PROGRAMME = compiled(
    r"\b(?:(?:vào|thành)\s+(?:(?:các|nội\s+dung)\s+)?(?:chương\s+trình|kế\s+hoạch|nghị\s+quyết)\b[^.;]{0,50}"
    r"|theo\s+(?:kế\s+hoạch|chương\s+trình)\s+(?:công\s+tác\s+)?)$",
    regex.IGNORECASE,
)
_RESULTS_OF = compiled(
    r"\b(?:kết\s+quả|tình\s+hình|số\s+liệu)\s+(?:thực\s+hiện|công\s+tác|triển\s+khai|hoạt\s+động)\s(?:(?!(?:về|gửi|cho)\s)[^.;:])*$",
    regex.IGNORECASE,
)
_IS_OVER = compiled(
    r"(?:\b(?:đã|được)\s+(?:\p{L}+\s+){0,5}|\b(?:tính|chốt|số\s+liệu|có\s+mặt|cư\s+trú|hoạt\s+động|phát\s+sinh|tồn\s+đọng)\s+)$",
    regex.IGNORECASE,
)
_LASTS = compiled(
    r"\b(?:miễn|giảm|gia\s+hạn|tạm\s+(?:dừng|ngừng|hoãn)|lùi|kéo\s+dài|áp\s+dụng)\s(?:(?!hoàn\s+thành|báo\s+cáo|gửi)[^.;])*$",
    regex.IGNORECASE,
)
_PURPOSE = compiled(
    r"\b(?:để|nhằm)\s(?:(?!hoàn\s+thành|hoàn\s+tất|xong)[^.;,])*$", regex.IGNORECASE
)
_EXPECTED = compiled(r"dự\s+kiến\s+(?:(?:tổ\s+chức|diễn\s+ra)\s+)?$", regex.IGNORECASE)


def is_another_time(text: str, at: int) -> bool:
    """«dự kiến tổ chức vào tháng 12», «dự toán được giao hằng năm»: no time of the duty itself."""
    return (
        _EXPECTED.search(text[max(0, at - 30) : at]) is not None
        or is_of_a_grant(text, at)
        or _is_of_a_programme(text, at)
    )


def _is_of_a_programme(text: str, at: int) -> bool:
    """«đưa vào chương trình công tác hằng năm», «theo kế hoạch hằng năm»: how often the programme is
    made, not the duty."""
    before = text[max(0, at - 90) : at]
    return text[at : at + 4].lower() in ("hằng", "hàng") and (
        _INTO_A_PROGRAMME.search(before) is not None
    )


def is_told_of(text: str, at: int) -> bool:
    """«báo cáo kết quả thực hiện từ ngày … đến ngày …», «để ứng phó tốt hơn trong năm 2026», «miễn phí
    đến hết tháng 6»: the days that a report tells of, the year that a purpose looks to and how long a
    measure lasts are not when the duty is done."""
    if text[at : at + 7].lower() == "đến hết":
        return _LASTS.search(text[max(0, at - 180) : at]) is not None
    if text.startswith(("từ ", "Từ "), at):
        return _RESULTS_OF.search(text[max(0, at - 180) : at]) is not None
    return text.startswith("trong năm", at) and (
        _PURPOSE.search(text[max(0, at - 150) : at]) is not None
    )


def was_before(text: str, span: Span, when: When, clock: Clock) -> bool:
    """«các dự án đã hoàn thành trước ngày …», «số hộ nghèo tính đến ngày …»: a day that was over when the
    document was issued tells which things are meant, if the words before it say so."""
    if when.grain != "day" or clock.issued_on is None or not when.due:
        return False
    return (
        when.due[-1] <= clock.issued_on
        and _IS_OVER.search(text[max(0, span.start - 60) : span.start]) is not None
    )


def is_of_a_grant(text: str, at: int) -> bool:
    """«dự toán được giao hằng năm»: the words at `at` say how often something was granted."""
    return _GIVEN_EACH_YEAR.search(text[max(0, at - 110) : at]) is not None
