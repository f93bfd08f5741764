"""One name of a body: from its head noun to the word before the verb, the comma or the preposition."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from vanban.facts.unit_grammar import (
    FIELD,
    HEAD,
    SERIES,
    TAIL,
    TOKEN,
    VERB,
    VERB_IN_NAME,
    WORD,
)
from vanban.model import Span
from vanban.rules.pattern import compiled, placed

#: Bodies that nothing owns: where such a head follows a whole name, a comma was forgotten.
_UNOWNED = placed(r"(?:Sở|UBND|Ủy\s+ban\s+nhân\s+dân|Công\s+an\s+tỉnh)\b(?=\s+\p{L})")
_OWNED = ("Sở", "Bộ")
_AT_A_LEVEL = compiled(
    r"(?<!\p{L})(?:tỉnh|thành\s+phố|huyện|xã|phường|đặc\s+khu|thôn|cấp|liên\s+quan|trực\s+thuộc|địa\s+phương|đơn\s+vị)$"
)
#: Groups that are named by what they do: «Tổ trưởng Tổ hòa giải».
_GROUPS = ("Tổ", "Đội", "Nhóm")
#: Heads within a name ("Giám đốc Sở …", "Trưởng Ban …"), after which a field ends where it should.
_HEADS_WITHIN = frozenset(("Sở", "Bộ", "Phòng", "Ban", "Cục", "Chi cục", "Vụ"))
_OWNS_SEVERAL = compiled(r"\b(?:các|những)\s+(?:\p{L}+\s*){1,2}$")
_QUALIFIES = placed(r"(?:có\s+)?liên\s+quan|(?:trực\s+)?thuộc")
#: No name of a body begins with these, whatever its head.
_MODAL = placed(
    r"(?:có|cần|phải|sẽ|chịu|chủ\s+(?:trì|động)|tiếp\s+tục|tập\s+trung|khẩn\s+trương|tăng\s+cường|căn\s+cứ|họp|làm\s+việc|tự|giao|phân\s+công|báo\s+cáo)\b"
)
_PLURAL = ("các", "những")
#: «Sở Nội vụ - cơ quan thường trực Ban Chỉ đạo»: what it is besides, no more of its name.
_OFFICE = r"(?:là\s+)?(?:cơ\s+quan|đơn\s+vị)\s+(?:thường\s+trực|đầu\s+mối)(?!\p{L})"
BESIDES = placed(rf"\s*+(?:,\s*|[-–]\s*)(?={_OFFICE})")
_OFFICE_AFTER = placed(rf"\s*{_OFFICE}")
#: What several committees are told to do; «các Ban xây dựng Đảng» is a name.
_COMMITTEES_DO = placed(
    r"\s+(?:xây\s+dựng\s+(?!Đảng|đảng|cơ\s+bản|nông\s+thôn|văn\s+kiện)|hoàn\s+thiện\s|rà\s+soát\s|tổng\s+hợp\s|tham\s+mưu\s|thẩm\s+tra\s)"
)
_POST = placed(r"(?i:(?:đồng\s+chí\s+|đ/c\s+)?(?:phó\s+)?(?:\p{L}+\s+)?trưởng)$")
_MOST_WORDS = 24
NOT_A_BODY = placed(
    r"(?:(?:các|những|mọi|mỗi|từng|trong)\s+)?trường\s+hợp|tổ\s+chức(?!\s*[,;)]|\s*$|\s+(?:đảng|chính\s+trị|thành\s+viên|cơ\s+sở|tôn\s+giáo|hành\s+chính|xã\s+hội|có\s|liên\s+quan|bảo\s+đảm|đảm\s+bảo|phải|cần|chịu|nghiêm|chủ\s+động|,|(?-i:Đoàn|Hội|Công\s+đoàn)|kinh\s+tế))|phòng\s*,\s*chống|phòng\s+ngừa",
    regex.I,
)


@dataclass(frozen=True, slots=True)
class Name:
    """`resumes`: where the text goes on, brackets skipped. `open_list`: a plural whose items are so
    far all bare, so that more may share its head. `cut`: another body follows without a comma."""

    span: Span
    resumes: int
    kind: str
    head: str
    every: bool
    open_list: bool = False
    shared_head: bool = False
    cut: bool = False

    def extended(self, text: str, at: int, end: int, verbs_end: bool) -> Name:
        """The same name, going on with the words at `at`."""
        head = HEAD.match(text, at, end)
        field = None if head else FIELD.match(text, at, end)
        start = head.end() if head else field.end() if field else at
        stop, resumes, cut = _tail(text, start, end, verbs_end, "", self.head)
        still_open = self.open_list and bare_after(text, head, end)
        return replace(
            self, span=Span(self.span.start, stop), resumes=resumes, open_list=still_open, cut=cut
        )


def end_of_name(text: str, at: int, end: int, verbs_end: bool) -> Name | None:
    """The name that begins exactly at `at`."""
    head = HEAD.match(text, at, end)
    if head is None:
        return None
    kind = str(head.lastgroup)  # the groups of HEAD are its kinds, after `every`
    if verbs_end and NOT_A_BODY.match(text, at, end):
        return None
    if kind == "series" and not head["every"] and verbs_end and not bare_after(text, head, end):
        return None
    words = " ".join(head[kind].split())
    acts = head["every"] and words == "Ban" and _COMMITTEES_DO.match(text, head.end(), end)
    stop, resumes, cut = _tail(text, head.end(), end, verbs_end, "" if acts else words, words)
    shares = bool(head["every"]) or kind == "series"
    is_list = SERIES.fullmatch(head[kind]) is not None or kind == "place"
    owner = _OWNS_SEVERAL.search(text, at if kind == "person" else head.end(), stop)
    bare = is_list and bare_after(text, head, end)
    return Name(
        Span(at, stop),
        resumes,
        kind,
        words,
        bool(head["every"]),
        open_list=(shares and bare) or owner is not None,
        shared_head=shares and kind != "elided",
        cut=cut,
    )


def bare_after(text: str, head: regex.Match[str] | None, end: int) -> bool:
    """Whether nothing qualifies the noun: a mark, «và», a verb or the end follows it."""
    if head is None:
        return False
    token = TOKEN.match(text, head.end(), end)
    if token is None or token["paren"]:
        return True
    at = token.start(str(token.lastgroup))
    if token["word"] in ("và", "hoặc"):
        return True
    word = WORD.match(text, at, end)
    return word is not None and (
        word["tail"] is None or _QUALIFIES.match(text, at, end) is not None
    )


def _tail(
    text: str, at: int, end: int, verbs_end: bool, fresh_head: str, head: str
) -> tuple[int, int, bool]:
    """Where the name ends, where the text resumes, and whether a comma was forgotten."""
    stop = at
    first = bool(fresh_head)
    if first and (field := FIELD.match(text, at, end)):
        at = stop = field.end()
        first = False
    before, latest = "", at
    for _ in range(_MOST_WORDS):
        token = TOKEN.match(text, at, end)
        if token is None:
            break
        begins = token.start(str(token.lastgroup))
        if not first and _opens_a_statement(text, token.start(), begins):
            break
        if token["paren"]:
            return stop, token.end(), False
        if token["dash"] and _OFFICE_AFTER.match(text, token.end(), end):
            break
        if token["word"]:
            word = WORD.match(text, begins, end)
            kind = word.lastgroup if word else None
            if word and kind == "tail":
                at = stop = word.end()
                first = False
                if word.group().endswith("quan") and not _carries_on(text, at, end):
                    break
                continue
            if (
                first
                and word
                and kind == "verb"
                and _holds_a_verb(fresh_head, text, word.end())
                and not _MODAL.match(word.group())
            ):
                at = stop = word.end()
                first = False
                continue
            if word and kind == "verb" and before and _holds_a_verb(before, text, word.end()):
                at = stop = word.end()
                before = ""
                continue
            if kind == "verb" and (whole := _end_of_compound(text, latest, begins)):
                at = stop = whole  # «Văn phòng Đăng ký đất đai»: a verb with a capital names
                continue
            if verbs_end and kind in ("verb", "not_duty"):
                break
            if token["word"] in ("và", "hoặc"):
                if _name_goes_on(text, token.end(), end, head):
                    at = token.end()
                    continue
                break
            if verbs_end and kind == "stop":
                break
            if token["word"] in _PLURAL:
                several = HEAD.match(text, begins, end)
                if several is None and verbs_end and not (first and head.endswith("quản lý")):
                    break
                if several is not None and several["plain"]:
                    at = stop = several.end()  # «Bí thư các chi bộ»: «chi» is no verb here
                    first = False
                    continue
            if head.startswith(_OWNED) and not first and _UNOWNED.match(text, begins, end):
                return stop, stop, True
        latest = begins
        at = stop = token.end()
        if token["word"] in _HEADS_WITHIN and (field := FIELD.match(text, at, end)):
            at = stop = field.end()  # «Giám đốc Sở Giáo dục và Đào tạo»
        first = False
        before = f"{head} {token['word'] or ''}" if _POST.match(head) else ""
    return stop, stop, False


def _opens_a_statement(text: str, stop: int, at: int) -> bool:
    """Whether an order begins here with a capital: after an empty line, or after the level at which
    the body stands, the heading ends that the name closes («… thành phố Lãnh đạo …»)."""
    if not text[at].isupper():
        return False
    if at - stop <= 2 and _AT_A_LEVEL.search(text, max(0, stop - 20), stop) is None:
        return False
    verb = VERB.match(text[at].lower() + text[at + 1 : at + 30])
    return verb is not None and " " in verb.group()


def _end_of_compound(text: str, start: int, at: int) -> int:
    """Where a verb of several syllables ends whose first, with a capital, stands before this one."""
    if start >= at or not text[start].isupper():
        return 0
    verb = VERB.match(text[start].lower() + text[start + 1 : start + 30])
    return start + verb.end() if verb and start + verb.end() > at else 0


def _holds_a_verb(head: str, text: str, at: int) -> bool:
    """Whether a verb right after the head is part of the name: «Ban Quản lý», «Trưởng ban chỉ đạo
    Đại hội» – but not «Trưởng ban chỉ đạo các phòng»."""
    if head in VERB_IN_NAME:
        return True
    post, _, body = head.rpartition(" ")
    if "trưởng" not in post.lower():
        return False
    if body in _GROUPS:
        return True
    return body.capitalize() in VERB_IN_NAME and text[at : at + 3].strip()[:1].isupper()


def _carries_on(text: str, at: int, end: int) -> bool:
    """Whether anything qualifies a body after «liên quan»: mostly nothing does."""
    word = TOKEN.match(text, at, end)
    return word is not None and TAIL.match(text, word.start("word"), end) is not None


def _name_goes_on(text: str, at: int, end: int, head: str) -> bool:
    """Whether «và» joins two words of one name: a capital that begins no body of its own."""
    following = TOKEN.match(text, at, end)
    if following is None or not following["word"]:
        return False
    begins = following.start("word")
    known = HEAD.match(text, begins, end)
    if known is not None:
        return False
    return following["word"][0].isupper() and not head.islower()
