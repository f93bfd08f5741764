"""Who announces an order, or issued the document that asks, is not charged by it."""

from __future__ import annotations

import regex

from vanban.model import Span
from vanban.rules.pattern import placed
from vanban.rules.sought import sought

#: Bodies that may charge others, for a sentence «X yêu cầu Y …».
COMMANDS = placed(
    r"(?:đồng\s+chí\s+)?(?:UBND|Ủy\s+ban|Uỷ\s+ban|HĐND|Hội\s+đồng|Chủ\s+tịch|Phó\s+Chủ\s+tịch|Thủ\s+tướng|Phó\s+Thủ\s+tướng|Chính\s+phủ|Bộ\s|Bộ\s+trưởng|Thường\s+trực|Ban\s|Tỉnh\s+ủy|Thành\s+ủy|Huyện\s+ủy|Đảng\s+ủy|(?:Phó\s+)?Bí\s+thư|Văn\s+phòng|Quốc\s+hội)"
)
#: «Thủ tướng chỉ đạo X rà soát …»: whom nobody charges orders, where «UBND các xã chỉ đạo …» is charged.
PRIME_MINISTER = placed(r"(?:Phó\s+)?Thủ\s+tướng(?!\p{L})")
DIRECTS = placed(r"chỉ\s+đạo\s+(?=\p{Lu}|các\s)")
_ANNOUNCES = placed(
    r"[^.;:,]{4,120}?\s(?:yêu\s+cầu|đề\s+nghị|giao|kết\s+luận|chỉ\s+đạo|có\s+ý\s+kiến(?:\s+chỉ\s+đạo)?)(?:\s+như\s+sau)?\s*:\s+(?=\p{L})"
)
#: «bà Hà Thị Mơ yêu cầu, thời gian tới, các cấp ủy …»: a person by name asks, with a comma.
_SAYS = placed(
    r"(?:[Đđ]ồng\s+chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s+(?:\p{Lu}\p{L}*\s+){2,5}(?:yêu\s+cầu|đề\s+nghị|nhấn\s+mạnh)\s*,\s+(?=\p{L})"
)
#: «UBND tỉnh vừa có văn bản đề nghị X …», «Chỉ thị yêu cầu X …»: a document asks for its issuer.
_PAPER = r"(?:văn\s+bản(?:\s+chỉ\s+đạo(?=\s+(?:số|yêu)))?|công\s+văn|chỉ\s+thị|công\s+điện|thông\s+báo|quyết\s+định|kế\s+hoạch|kết\s+luận|nghị\s+quyết|thông\s+tri|hướng\s+dẫn)"
_NAMES_A_PAPER = sought(_PAPER, regex.IGNORECASE)
_FURTHEST = 160
_NUMBER = r"(?:\s+(?:hỏa\s+tốc|khẩn))?\s+số\s+[\p{L}\d./&-]+(?:,?\s+ngày\s+\d[\d/.-]*)?"
_BY_A_PAPER = placed(
    rf"(?:[^.;:]{{2,80}}?\s(?:vừa|đã|mới)\s+(?:có|ban\s+hành)\s+{_PAPER}(?:{_NUMBER})?"
    rf"|ngày\s+\d[\d/.-]*,\s+[^.;:]{{2,60}}?\s(?:có|ban\s+hành)\s+{_PAPER}(?:{_NUMBER})?"
    rf"|(?:[^.;:]{{2,80}}?\s(?:có|ban\s+hành)\s+)?{_PAPER}{_NUMBER}"
    r"|công\s+văn|chỉ\s+thị|công\s+điện)(?:\s+gửi\s[^.;:]{2,120}?,\s+trong\s+đó)?,?\s+(?:chỉ\s+đạo\s+(?=\p{Lu}|các\s)|(?=(?:yêu\s+cầu|đề\s+nghị|giao)\s+\p{L}))",
    regex.IGNORECASE,
)
#: The name of who holds a post, before the verb: «Phó Thủ tướng Trần Văn A giao …».
WHO_HOLDS = placed(
    r"\s+(?:\p{Lu}\p{L}+\s+){2,5}(?=(?:đã\s+)?(?:giao|yêu\s+cầu|đề\s+nghị|chỉ\s+đạo)\s)"
)
#: «Thời gian tới, đồng chí đề nghị …», «lãnh đạo tỉnh giao …»: who speaks was named before.
SPEAKER = placed(
    r"(?:đồng\s+chí|đ/c|lãnh\s+đạo\s+(?:tỉnh|thành\s+phố|huyện|xã|phường|đặc\s+khu))\s+(?:(?:cũng|còn)\s+)?"
    r"(?=(?:đề\s+nghị|yêu\s+cầu|giao)\s)",
    regex.IGNORECASE,
)
#: «UBND tỉnh ban hành Công văn số 21 …», «vừa có văn bản gửi các sở về việc …»: what was issued.
ISSUED = placed(
    rf"\s*(?:(?:vừa|đã|mới|tiếp\s+tục)\s+)?(?:ban\s+hành|có)\s+{_PAPER}(?:\s+số\s+\d|\s+(?:gửi|về\s+việc)\s)",
    regex.IGNORECASE,
)


def after_a_paper(text: str, at: int, end: int) -> int | None:
    """Where whom it asks is named, if the words at `at` say that a document asks."""
    if _NAMES_A_PAPER.search(text, at, min(end, at + _FURTHEST)) is None:
        return None
    paper = _BY_A_PAPER.match(text, at, end)
    return paper.end() if paper else None


def after_an_announcement(text: str, span: Span) -> Span | None:
    """«Chủ tịch UBND tỉnh yêu cầu: từ ngày 30/4, các đơn vị …»: whoever announces is not charged."""
    spoken = _SAYS.match(text, span.start, span.end)
    if spoken is not None:
        return Span(spoken.end(), span.end)
    announced = _ANNOUNCES.match(text, span.start, span.end)
    if announced is None or not COMMANDS.match(text, span.start):
        return None
    return Span(announced.end(), span.end)
