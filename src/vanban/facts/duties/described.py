"""A body of which the sentence first tells which one is meant."""

from __future__ import annotations

from dataclasses import replace

from vanban.facts.unit import Units
from vanban.model import Span
from vanban.rules.pattern import compiled

#: Verbs that say what a body shall do, and not which body it is.
_DEED = (
    r"(?:thường\s+xuyên|chủ\s+(?:động|trì)|khẩn\s+trương|tiếp\s+tục|tập\s+trung|phải|cần|nghiêm\s+túc|tăng\s+cường|kịp\s+thời|phối\s+hợp"
    r"|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|tổ\s+chức|rà\s+soát|kiểm\s+tra|thực\s+hiện|triển\s+khai|xây\s+dựng|bố\s+trí|báo\s+cáo|thông\s+báo"
    r"|tuyên\s+truyền|hướng\s+dẫn|tham\s+mưu|lập|theo\s+dõi|cử|cập\s+nhật|căn\s+cứ|hoàn\s+thành|đẩy\s+nhanh|vận\s+hành|vận\s+động|chuyển|gửi|chuẩn\s+bị)(?!\p{L})"
)
#: What a body has, and what it runs, by which it is told from others.
_WHAT_IT_HAS = r"người|hộ|đối\s+tượng|trường\s+hợp|dự\s+án|công\s+trình|diện\s+tích|rừng|hồ|đê|biển|đảo|biên\s+giới|cá\s+nhân|tập\s+thể|cán\s+bộ|công\s+chức|học\s+sinh|ca\s+bệnh|ổ\s+dịch"
_WHAT_IT_RUNS = r"hồ|đập|công\s+trình|rừng|đường|cầu|khu|cụm|chợ|bến|cảng|di\s+tích|bãi|mỏ|lưới\s+điện|phương\s+tiện|dự\s+án|cơ\s+sở"
#: What tells one body from others, whether it is asked or the subject: «UBND các xã có rừng», «các đơn vị
#: quản lý hồ chứa», «các xã liên quan đến lòng hồ».
_TELLS_WHICH = compiled(
    rf"(?P<what>có\s+(?:tên|{_WHAT_IT_HAS})(?!\p{{L}})[^.,;:]{{2,90}}?),?\s+(?={_DEED})"
    rf"|(?P<what>quản\s+lý(?:\s+trực\s+tiếp|\s*,\s*(?:vận\s+hành|khai\s+thác|sử\s+dụng))*\s+(?:các\s+)?(?:{_WHAT_IT_RUNS})(?!\p{{L}})[^.,;:]{{0,60}}?)\s+(?={_DEED})"
    rf"|(?P<what>nơi\s[^.,;:]{{4,90}}?),?\s+(?={_DEED})"
    rf"|(?P<what>(?:đến|tới)\s[^.,;:]{{3,90}}?(?<!\s(?:việc|tác|động|trình|vụ|dung|vực|về)))\s+(?={_DEED})"
)
_BEGINNINGS = ("có", "quản", "nơi", "đến", "tới")
#: «Cơ quan phát hiện vấn đề có trách nhiệm báo cáo»: the first verb only tells which body.
_OF_WHICH = compiled(
    r"(?P<what>(?!có\s+trách|chịu\s+trách)[^.,;:]{4,90}?)\s+(?:có|chịu)\s+trách\s+nhiệm\s"
    r"|(?P<what>có\s+(?!trách\s+nhiệm|nhiệm\s+vụ|kế\s+hoạch)[^.,;:]{6,90}?)\s+(?=(?:thường\s+xuyên|chủ\s+động|khẩn\s+trương|tiếp\s+tục|tập\s+trung|phải|cần|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm)\s)"
    r"|(?P<what>(?:tham\s+gia|thực\s+hiện|đang|hoạt\s+động|khi|làm\s+nhiệm\s+vụ)\s[^.,;:]{2,90}?)\s+phải\s"
)
_CONCERNED = compiled(r"liên\s+quan$")


def described(
    text: str, units: Units, resumes: int, end: int, is_asked: bool = False
) -> Units | None:
    """The bodies of `units`, the last with the clause after it, if one stands before the verb.

    `is_asked`: behind «đề nghị», where «các đơn vị … có trách nhiệm …» may be an order from its beginning.
    """
    last = units.units[-1]
    if last.named and " các " not in last.name:
        return None
    begins = text.startswith(_BEGINNINGS, resumes)
    found = _TELLS_WHICH.match(text, resumes, end) if begins else None
    if found is None and not is_asked and len(units.units) == 1:
        found = _OF_WHICH.match(text, resumes, end)
    if found and found["what"].startswith(("đến", "tới")):
        # «các xã liên quan đến dự án …» are told so, «các xã đến nay …» are not.
        found = found if _CONCERNED.search(units.names[-1]) else None
    return _with_clause(text, units, found.end("what")) if found else None


def _with_clause(text: str, units: Units, ends: int) -> Units:
    """The same body with the clause that tells which one is meant."""
    last = units.units[-1]
    span = Span(last.span.start, ends)
    words = " ".join(span.of(text).split())
    return replace(
        units,
        units=(*units.units[:-1], replace(last, name=words, span=span)),
        span=Span(units.span.start, ends),
        resumes=ends,
    )
