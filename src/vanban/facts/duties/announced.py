"""Who announces an order, or issued the document that asks, is not charged by it."""

from __future__ import annotations

import regex

from vanban.model import Span
from vanban.rules.pattern import placed

#: Bodies that may charge others, for a sentence «X yêu cầu Y …».
COMMANDS = placed(
    r"(?:UBND|Ủy\s+ban|Uỷ\s+ban|HĐND|Hội\s+đồng|Chủ\s+tịch|Phó\s+Chủ\s+tịch|Thủ\s+tướng|Phó\s+Thủ\s+tướng|Chính\s+phủ|Bộ\s|Bộ\s+trưởng|Thường\s+trực|Ban\s|Tỉnh\s+ủy|Thành\s+ủy|Huyện\s+ủy|Đảng\s+ủy|Bí\s+thư|Văn\s+phòng|Quốc\s+hội)"
)
_ANNOUNCES = placed(
    r"[^.;:,]{4,120}?\s(?:yêu\s+cầu|đề\s+nghị|giao|kết\s+luận|chỉ\s+đạo|có\s+ý\s+kiến(?:\s+chỉ\s+đạo)?)(?:\s+như\s+sau)?\s*:\s+(?=\p{L})"
)
#: «UBND tỉnh vừa có văn bản đề nghị X …», «Chỉ thị yêu cầu X …»: a document asks for its issuer.
_PAPER = r"(?:văn\s+bản|công\s+văn|chỉ\s+thị|công\s+điện|thông\s+báo|quyết\s+định|kế\s+hoạch)"
_NUMBER = r"(?:\s+(?:hỏa\s+tốc|khẩn))?\s+số\s+[\p{L}\d./&-]+(?:,?\s+ngày\s+\d[\d/.-]*)?"
BY_A_PAPER = placed(
    rf"(?:[^.;:]{{2,80}}?\s(?:vừa|đã|mới)\s+(?:có|ban\s+hành)\s+{_PAPER}(?:{_NUMBER})?"
    rf"|(?:[^.;:]{{2,80}}?\s(?:có|ban\s+hành)\s+)?{_PAPER}{_NUMBER}"
    r"|công\s+văn|chỉ\s+thị|công\s+điện),?\s+(?=(?:yêu\s+cầu|đề\s+nghị|giao)\s+\p{L})",
    regex.IGNORECASE,
)
#: «UBND tỉnh ban hành Công văn số 21 …» tells what was issued.
ISSUED = placed(rf"\s*(?:ban\s+hành|có)\s+{_PAPER}\s+số\s+\d", regex.IGNORECASE)


def after_an_announcement(text: str, span: Span) -> Span | None:
    """«Chủ tịch UBND tỉnh yêu cầu: từ ngày 30/4, các đơn vị …»: whoever announces is not charged."""
    announced = _ANNOUNCES.match(text, span.start, span.end)
    if announced is None or not COMMANDS.match(text, span.start):
        return None
    return Span(announced.end(), span.end)
