"""One name of a body: from its head noun to the word before the verb, the comma or the preposition."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from vanban.facts.unit_grammar import FIELD, HEAD, SERIES, TOKEN, WORD
from vanban.facts.unit_tail import OFFICE, tail_of
from vanban.model import Span
from vanban.rules.pattern import compiled, placed

_BARE = ("sở", "ngành")
_OWNS_SEVERAL = compiled(r"\b(?:các|những)\s+(?:\p{L}+\s*){1,2}$")
_QUALIFIES = placed(r"(?:có\s+)?liên\s+quan|(?:trực\s+)?thuộc")
#: «Sở Nội vụ - cơ quan thường trực Ban Chỉ đạo»: what it is besides, no more of its name.
BESIDES = placed(rf"\s*+(?:,\s*|[-–]\s*)(?={OFFICE})")
#: What several committees are told to do; «các Ban xây dựng Đảng» is a name.
_COMMITTEES_DO = placed(
    r"\s+(?:xây\s+dựng\s+(?!Đảng|đảng|cơ\s+bản|nông\s+thôn|văn\s+kiện)|hoàn\s+thiện\s|rà\s+soát\s|tổng\s+hợp\s|tham\s+mưu\s|thẩm\s+tra\s)"
)
NOT_A_BODY = placed(
    r"(?:(?:các|những|mọi|mỗi|từng|trong)\s+)?trường\s+hợp|tổ\s+chức(?!\s*[,;)]|\s*$|\s+(?:đảng|đoàn\s+thể|chính\s+trị|thành\s+viên|cơ\s+sở|tôn\s+giáo|hành\s+chính|xã\s+hội|có\s|liên\s+quan|bảo\s+đảm|đảm\s+bảo|phải|cần|chịu|nghiêm|chủ\s+động|,|(?-i:Đoàn|Hội|Công\s+đoàn)|kinh\s+tế))|phòng\s*,\s*chống|phòng\s+ngừa",
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
        stop, resumes, cut = tail_of(text, start, end, verbs_end, "", self.head)
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
    stop, resumes, cut = tail_of(text, head.end(), end, verbs_end, "" if acts else words, words)
    is_list = SERIES.fullmatch(head[kind]) is not None or kind == "place"
    # «… và sở, ngành liên quan»: bare nouns in small letters share their head without «các» too.
    shares = bool(head["every"]) or kind == "series" or (kind == "plain" and words in _BARE)
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
