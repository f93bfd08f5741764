"""Columns that a converter has run together: letterheads and feet with one blank between two columns.

"ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/UBND-NC Lam Giang, ngày 5 tháng 3 …",
"- Lưu: VT. Hà Văn Ích". Where no gap tells the columns, the words do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.layout.component import rule
from vanban.layout.line import Line, columns_of
from vanban.rules.pattern import compiled, placed

_MOTTO = compiled(
    r"(?<=\S)\s+(?=(?:CỘNG\s+HÒA\s+XÃ\s+HỘI\s|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM\W*$|Độc\s+[Ll]ập\s*[-–—]\s*[Tt]ự\s+[Dd]o))"
)
_OF_THE_MOTTO = ("CỘNG", "Độc", "Hạnh")
_NUMBER_AND_DAY = compiled(
    r"S[ốỐôÔ]\s*[:.]?\s*\d{0,6}\s*[-–/]\s*[A-ZĐ][^\s,]*(?:\s*[-–/&]\s*[^\s,]+)*"
    r"(?P<gap>\s+)\p{Lu}[\p{L} .\-–]{1,40},\s*[Nn]gày\b"
)
# A rule drawn under a name, glued to what stands after it.
_RULE = compiled(r"[-–—_*=]{4,}[ ]*(?=\p{L})")
# Number and day that a copy has put behind the name and the motto above them.
_NUMBER_BEHIND = compiled(r"(?<=\p{Lu})\s+(?=Số\s*:\s*\d{1,6}\s*[-–/])")
_DAY_BEHIND = compiled(
    r"(?<=VIỆT\s+NAM|Hạnh\s+phúc)\s[\s_*-]*(?=\p{Lu}[\p{L} .\-–]{1,40},\s*[Nn]gày\s)"
)
# Where the signature begins in a line of capitals, or after what ends a recipient.
_SIGNS = compiled(
    r"(?<=\S)\s+(?=(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s*[./]?\s*\p{Lu}{2}"
    r"|(?<!(?:KT|TL|TUQ|K/T|T/L|Q)[./]?\s|PHÓ\s)(?:PHÓ\s+)?(?:CHỦ\s+TỊCH|BÍ\s+THƯ|GIÁM\s+ĐỐC|TRƯỞNG\s+BAN"
    r"|CHÁNH\s+VĂN\s+PHÒNG|BỘ\s+TRƯỞNG|THỨ\s+TRƯỞNG|CHỦ\s+TRÌ|CHỦ\s+TỌA|TỔNG\s+GIÁM\s+ĐỐC)(?!\p{L}))"
)
_BEFORE_NAME = compiled(r"(?:[;.:,/]|(?<=\p{Lu})|[)\]])\s+(?=\p{Lu}\p{Ll})")
_LISTS = compiled(r"N[ơo]i\s+nh[ậâ]n\s*:\s+[-+–]")
_BETWEEN = compiled(r"(?<=nh[ậâ]n\s?:)\s+(?=[-+–]\s)|(?<=[;,.])\s+(?=[-+–]\s\p{Lu})")
_PLAIN_LIST = compiled(r"N[ơo]i\s+nh[ậâ]n\s*:\s+[^;]{2,80};\s")
_AFTER_SEMICOLON = compiled(r"(?<=nh[ậâ]n\s?:)\s+|(?<=;)\s+")
_IN_CAPITALS = placed(r"[^\p{Ll}]*(?:\s\p{Lu}\p{Ll}|$)")
_CAPITALS_AND_NAME = placed(r"[^\p{Ll}]{4,}\s\p{Lu}\p{Ll}")
_NAME_BEGINS = compiled(r"\s(?=\p{Lu}\p{Ll})")
_NO_NAME = compiled(
    r"(?:Ban|Sở|Hội|Đảng|Đoàn|Ủy|Văn|Như|Các|Thường|Công|Bộ|Cục|Chi|Trung|Phòng|Tỉnh|Thành|Lưu|Mặt|Báo|Đài|Tòa|Viện|Kho|Cổng|Trang)\s"
)


def head_columns(line: Line) -> list[Line]:
    """The columns of a line of the letterhead, those with one blank between them too."""
    return [piece for column in columns_of(line) for piece in _head(column)]


def _head(line: Line) -> Iterator[Line]:
    text = line.text
    drawn = _RULE.match(text) if text[0] in "-–—_*=" else None
    if drawn:
        yield from _cut(line, [drawn.span()])
        return
    if "Số" in text[1:] and (behind := _NUMBER_BEHIND.search(text)):
        yield from _cut(line, [behind.span()])
        return
    if text[0] in "Ss" and "ngày" in text:
        found = _NUMBER_AND_DAY.match(text)
        if found:
            yield from _cut(line, [found.span("gap")])
            return
    if any(word in text for word in _OF_THE_MOTTO):
        cuts = [found.span() for found in _MOTTO.finditer(text)]
        cuts += [found.span() for found in _DAY_BEHIND.finditer(text)]
        yield from _cut(line, sorted(cuts))
        return
    yield line


def foot_columns(line: Line, signed: bool) -> list[Line]:
    """The columns of a line of the foot. `signed`: a post stands above, so a name may come."""
    pieces = [one for column in columns_of(line) for one in _recipients(column)]
    if len(pieces) > 1 and not any(map(_is_part, pieces)):
        return pieces
    return [last for one in pieces for piece in _posts(one) for last in _name(piece, signed)]


def _recipients(line: Line) -> Sequence[Line]:
    """«Nơi nhận: - Đảng ủy xã; - Lưu: VT.»: a whole list that a converter put in one line, with bullets or without."""
    if _LISTS.match(line.text):
        between = _BETWEEN
    elif _PLAIN_LIST.match(line.text):
        between = _AFTER_SEMICOLON
    else:
        return [line]
    cuts = [found.span() for found in between.finditer(line.text)]
    return [
        Line(piece.start, piece.end, piece.text, piece.gap, line.column)
        for piece in _cut(line, cuts)
    ]


def _posts(line: Line) -> Sequence[Line]:
    """Recipient and post, or an authority and the posts under it, printed in one line."""
    cuts: list[tuple[int, int]] = []
    for found in _SIGNS.finditer(line.text):
        rest = line.text[found.end() :]
        if _IN_CAPITALS.match(rest):
            cuts.append(found.span())
    if not cuts:
        return [line]
    pieces = list(_cut(line, cuts))
    return pieces if all(_is_part(piece) for piece in pieces[1:]) else [line]


def _is_part(piece: Line) -> bool:
    said = _NAME_BEGINS.split(piece.text)[0]
    return bool(rule("post").pattern.match(said) or rule("authority").pattern.match(said))


def _name(line: Line, signed: bool) -> list[Line]:
    """A name behind a recipient, a post or "(Đã ký)"."""
    is_post = bool(_CAPITALS_AND_NAME.match(line.text)) and _is_part(line)
    if not (signed or is_post):
        return [line]
    for found in reversed(list(_BEFORE_NAME.finditer(line.text))):
        name = line.text[found.end() :]
        if len(name.split()) in (2, 3, 4, 5) and rule("name").pattern.match(name):
            if _NO_NAME.match(name):
                break
            return list(_cut(line, [(found.start() + len(found.group().rstrip()), found.end())]))
    return [line]


def _cut(line: Line, cuts: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """The line without the cuts, each piece a column of its own."""
    at = 0
    for column, (start, end) in enumerate([*cuts, (len(line.text), len(line.text))]):
        if start > at:
            yield Line(
                line.start + at,
                line.start + start,
                line.text[at:start],
                line.gap,
                line.column + column,
            )
        at = end
