"""Whether words after a comma or «và» go on with the name before them or begin another."""

from __future__ import annotations

from dataclasses import replace

import regex

from vanban.facts.unit_grammar import FIELD, HEAD, PLACE, SERIES, TAIL, TOKEN, VERB_IN_NAME
from vanban.facts.unit_name import NOT_A_BODY, Name, bare_after
from vanban.model import Span
from vanban.rules.pattern import compiled, placed

_SEVERAL_PLACES = compiled(
    r"(?i:các|hai|ba|những)\s+(?:\(?\d+\)?\s+)?(?:xã|phường|thị\s+trấn|huyện|thôn|bản|buôn|ấp|tỉnh|thành\s+phố)\s+\p{Lu}"
)
#: Heads with which names of places begin too: «các xã Mường Bo, Bản Khoang».
_BEGIN_PLACES = ("Bản", "Buôn", "Thôn", "Ấp", "Đồn", "Trường", "Hội", "Trạm", "Khối", "Đội")
#: «Các cấp ủy, tổ chức đảng»: one shared head, as in «các sở, ban, ngành».
_COMMITTEE = regex.compile(
    r"(?i:cấp\s+ủy|tổ\s+chức(?:\s+cơ\s+sở)?\s+đảng|chi\s+ủy|chi\s+bộ|đảng\s+bộ)"
)
#: «Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực …»: one person and the field.
_IN_CHARGE = placed(r"phụ\s+trách\s+(?:công\s+tác|lĩnh\s+vực|mảng|khối|địa\s+bàn)\s")
#: «Chuyên viên phụ trách lĩnh vực Hành chính, Văn phòng»: two fields of one post.
_OF_FIELDS = compiled(r"\sphụ\s+trách\s+(?:công\s+tác|lĩnh\s+vực|mảng|khối)\s")
_ONE_COMRADE = placed(r"(?i:đồng\s+chí|đ/c)\s")
_MANAGES_PLACES = compiled(r"(?i:quản\s+lý)\s[^,;]{0,40}?\b(?:[Kk]hu|[Cc]ụm)\s")
_LAST_OF_FIELDS = placed(r"\p{Lu}\p{Ll}+(?:\s+\p{Ll}+){0,3}\s+và\s+\p{Lu}\p{Ll}+")
_FIELDS_FOLLOW = placed(r"\s*:")
_ENDS_IN_PLACES = compiled(
    r"(?i:các|những|\d+)\s(?:[^,;:]{0,30}\s)?(?:xã|phường|đặc\s+khu|huyện|quận|thị\s+xã|tỉnh|thành\s+phố|thôn|bản)\s*$"
)
_PLACE_NAME = r"\p{Lu}\p{L}*+(?:\s\p{Lu}\p{L}*+){0,4}"
_PLACES_FOLLOW = placed(
    rf"\s*:\s+{_PLACE_NAME}(?:\s*,\s+{_PLACE_NAME})*(?:\s*,\s+|\s+và\s+){_PLACE_NAME}(?=\s+\p{{Ll}}|\s*[.,;:(])"
)
#: «Các sở Xây dựng, Tài chính, Nội vụ»: the fields of several offices under one head.
_SEVERAL_OFFICES = compiled(r"(?i:các|những)\s+(?i:sở|bộ|phòng)\s+\p{Lu}")
_ENDS_IN_SERIES = compiled(r"(?i:sở|ngành|bộ|ban|phòng)\s*$")


def joined(
    text: str, name: Name, separator: regex.Match[str], end: int, verbs_end: bool
) -> Name | None:
    """The name before, if the words after the separator are still part of it."""
    at = separator.end()
    if name.kind == "elided" or at >= end:
        return None
    by_comma = separator["mark"] == ","
    head = HEAD.match(text, at, end)
    if head is None:
        goes_on = by_comma and _is_more_of_a_field(text, at, end, name)
        goes_on = goes_on or (name.kind == "person" and _IN_CHARGE.match(text, at, end) is not None)
        goes_on = goes_on or _is_another_place(text, at, end, name)
        goes_on = goes_on or (":" in name.span.of(text) and FIELD.match(text, at, end) is not None)
        goes_on = goes_on or (
            _SEVERAL_OFFICES.match(text, name.span.start, name.span.end) is not None
            and FIELD.match(text, at, end) is not None
        )
        goes_on = goes_on or TAIL.match(text, at, end) is not None
        return name.extended(text, at, end, verbs_end) if goes_on else None
    if head["named"] in _BEGIN_PLACES and _is_another_place(text, at, end, name):
        return name.extended(text, at, end, verbs_end)
    if by_comma and _ONE_COMRADE.match(name.head) and not name.every and head["person"]:
        # «đồng chí Ủy viên Ban Thường vụ, Trưởng Ban Xây dựng Đảng»: one person of two posts.
        is_another = _ONE_COMRADE.match(head["person"])
        return None if is_another else name.extended(text, at, end, verbs_end)
    if by_comma and bare_after(text, head, end) and _OF_FIELDS.search(name.span.of(text)):
        return name.extended(text, at, end, verbs_end)
    if head["collective"] and name.kind == "person" and _is_bare_post(name, text):
        return replace(name.extended(text, at, end, verbs_end), kind="collective")
    if name.kind == "collective" and by_comma:
        stays = head["collective"] is None and head["person"] is None
        return name.extended(text, at, end, verbs_end) if stays else None
    if head["place"] and _MANAGES_PLACES.search(text, name.span.start, name.span.end):
        return name.extended(text, at, end, verbs_end)
    if head["every"]:
        return None
    if PLACE.match(text, at, end) and head["elided"] is None:
        return name.extended(text, at, end, verbs_end)
    if by_comma and name.every and _COMMITTEE.fullmatch(head["plain"] or ""):
        return name.extended(text, at, end, verbs_end)
    if not head["series"] and not SERIES.match(text, at, end):
        return None
    if not by_comma and head.group().lower() == name.head.lower():
        return (
            None  # «các cơ quan thuộc xã và cơ quan đứng chân trên địa bàn»: the noun begins anew
        )
    if head["plain"] and not SERIES.fullmatch(head["plain"]):
        return None
    if head["named"] or head["person"] or head["steering"]:
        return None
    if verbs_end and NOT_A_BODY.match(text, at, end):
        return None
    bare = bare_after(text, SERIES.match(text, at, end), end)
    if name.open_list or (bare and name.shared_head):
        return name.extended(text, at, end, verbs_end)
    return None


def _is_more_of_a_field(text: str, at: int, end: int, name: Name) -> bool:
    """«Thể thao và Du lịch» after «Sở Văn hóa,»: a capital, but neither a head nor an acronym."""
    word = TOKEN.match(text, at, end)
    if word is None or not word["word"] or word["word"].isupper():
        return False
    field = FIELD.match(text, name.span.start + len(name.head), end)
    if field is not None and field.end() >= name.span.end:
        # «Văn hóa, Thể thao và Truyền thông»; but «Sở Nội vụ, Tài chính» names another field.
        last = _LAST_OF_FIELDS.match(text, at, end)
        if last is None or FIELD.match(text, at, end):
            return False
    return word["word"][0].isupper() and (name.head in VERB_IN_NAME or name.head in ("Sở", "Bộ"))


def _is_another_place(text: str, at: int, end: int, name: Name) -> bool:
    """«UBND các xã A, B và C»: a proper name after a plural of places."""
    word = TOKEN.match(text, at, end)
    if word is None or not word["word"] or not word["word"][0].isupper():
        return False
    return _SEVERAL_PLACES.search(text, name.span.start, name.span.end) is not None


def _is_bare_post(name: Name, text: str) -> bool:
    """«giám đốc, thủ trưởng các sở»: a post whose bodies are told only with the post after it."""
    return " ".join(name.span.of(text).split()).lower() == name.head.lower()


def may_follow(name: Name, text: str) -> bool:
    """Whether a name may stand in a list of bodies: a bare «thành phố» or «xã» is not a body of its own in a list."""
    return name.kind != "place" or name.every or text[name.span.start].isupper()


def repeating(name: Name, before: Name) -> Name:
    """«các cơ quan thuộc xã và cơ quan, đơn vị …»: the noun said again has a list of its own."""
    if before.every and name.head.lower() == before.head.lower():
        return replace(name, open_list=True, shared_head=True)
    return name


def with_fields(text: str, name: Name, end: int) -> Name:
    """«Giám đốc các sở, ngành: Nội vụ; Y tế …», «UBND các xã: A, B và C»: the fields or the places after
    the colon name the same bodies."""
    listed = _FIELDS_FOLLOW.match(text, name.resumes, end)
    if listed is None:
        return name
    if _ENDS_IN_PLACES.search(text, name.span.start, name.span.end):
        places = _PLACES_FOLLOW.match(text, name.resumes, end)
        return _until(name, places.end()) if places else name
    if not _ENDS_IN_SERIES.search(text, name.span.start, name.span.end):
        return name
    field = FIELD.match(text, name.resumes, end)
    if field is None:
        return name
    return _until(name, field.end())


def _until(name: Name, at: int) -> Name:
    return replace(name, span=Span(name.span.start, at), resumes=at)
