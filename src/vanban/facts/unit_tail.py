"""How far a name goes on behind its head noun: word by word, as long as they belong to it."""

from __future__ import annotations

import regex

from vanban.facts.unit_grammar import FIELD, HEAD, SERIES, TAIL, TOKEN, VERB, VERB_IN_NAME, WORD
from vanban.rules.pattern import compiled, placed

#: Bodies that nothing owns: where such a head follows a whole name, a comma was forgotten.
_UNOWNED = placed(r"(?:Sở|UBND|Ủy\s+ban\s+nhân\s+dân|Công\s+an\s+tỉnh)\b(?=\s+\p{L})")
_OWNED = ("Sở", "Bộ")
_AT_A_LEVEL = compiled(
    r"(?<!\p{L})(?:tỉnh|thành\s+phố|huyện|xã|phường|đặc\s+khu|thôn|cấp|liên\s+quan|trực\s+thuộc|địa\s+phương|đơn\s+vị)$"
)
#: Bodies that every level has, known by their head in small letters too.
_WITH_A_LEVEL = ("ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân")
#: Groups that are named by what they do: «Tổ trưởng Tổ hòa giải».
_GROUPS = ("Tổ", "Đội", "Nhóm")
#: Heads within a name ("Giám đốc Sở …", "Trưởng Ban …"), after which a field ends where it should.
_HEADS_WITHIN = frozenset(("Sở", "Bộ", "Phòng", "Ban", "Cục", "Chi cục", "Vụ"))
#: No name of a body begins with these, whatever its head.
_MODAL = placed(
    r"(?:có|cần|phải|sẽ|chịu|chủ\s+(?:trì|động)|tiếp\s+tục|tập\s+trung|khẩn\s+trương|tăng\s+cường|căn\s+cứ|họp|làm\s+việc|tự|giao|phân\s+công|báo\s+cáo)\b"
)
#: What a body is besides its name: «Sở Nội vụ - cơ quan thường trực Ban Chỉ đạo».
OFFICE = r"(?:là\s+)?(?:cơ\s+quan|đơn\s+vị)\s+(?:thường\s+trực|đầu\s+mối)(?!\p{L})"
_OFFICE_AFTER = placed(rf"\s*{OFFICE}")
_POST = placed(r"(?i:(?:đồng\s+chí\s+|đ/c\s+)?(?:phó\s+)?(?:\p{L}+\s+)?trưởng)$")
_PLURAL = ("các", "những")
_AND = ("và", "hoặc")
_MOST_WORDS = 24


def tail_of(
    text: str, at: int, end: int, verbs_end: bool, fresh_head: str, head: str
) -> tuple[int, int, bool]:
    """Where the name ends whose head ends at `at`, where the text resumes, and whether a comma was
    forgotten before another body. `fresh_head`: the head, if a verb right after it may be part of
    the name («Ban Quản lý»); `verbs_end`: whether any other verb ends the name."""
    walk = _Walk(text, at, end, verbs_end, fresh_head, head)
    walk.go()
    return walk.stop, walk.resumes or walk.stop, walk.comma_forgotten


class _Walk:
    """`stop` is where the name ends so far, `at` where its next word is looked for; `post` is a head
    like «Trưởng ban» with the word behind it, after which a verb may still be part of the name."""

    def __init__(
        self, text: str, at: int, end: int, verbs_end: bool, fresh_head: str, head: str
    ) -> None:
        self.text, self.end, self.verbs_end = text, end, verbs_end
        self.head, self.fresh_head = head, fresh_head
        self.at = self.stop = self.latest = at
        self.first = bool(fresh_head)
        self.post = ""
        self.resumes = 0
        self.comma_forgotten = False

    def go(self) -> None:
        if self.first and (field := FIELD.match(self.text, self.at, self.end)):
            self._take(field.end())
            self.latest = self.at
        for _ in range(_MOST_WORDS):
            token = TOKEN.match(self.text, self.at, self.end)
            if token is None or not self._passes(token):
                return

    def _take(self, stop: int) -> None:
        self.at = self.stop = stop
        self.first = False

    def _passes(self, token: regex.Match[str]) -> bool:
        """Whether the name goes on past this word or mark."""
        begins = token.start(str(token.lastgroup))
        if not self.first and _opens_a_statement(self.text, token.start(), begins):
            return False
        if token["paren"]:
            self.resumes = token.end()
            return False
        if token["dash"] and self._begins_another(token):
            return False
        said = token["word"]
        if said and (known := self._passes_word(said, begins, token.end())) is not None:
            return known
        self.latest = begins
        self._take(token.end())
        if said in _HEADS_WITHIN and (field := FIELD.match(self.text, self.at, self.end)):
            self._take(field.end())  # «Giám đốc Sở Giáo dục và Đào tạo»
        self.post = f"{self.head} {said or ''}" if _POST.match(self.head) else ""
        return True

    def _begins_another(self, dash: regex.Match[str]) -> bool:
        """Whether what the body is besides stands behind the dash, or another body behind the stroke:
        «UBND các huyện/UBND các xã», where «xã/phường» and «sở/ngành» are one."""
        if _OFFICE_AFTER.match(self.text, dash.end(), self.end):
            return True
        head = HEAD.match(self.text, dash.end(), self.end) if dash["dash"] == "/" else None
        if head is None or SERIES.fullmatch(head.group()):
            return False
        return head["named"] is not None or (head["plain"] or "").lower() in _WITH_A_LEVEL

    def _passes_word(self, said: str, begins: int, ends: int) -> bool | None:
        """Whether the name goes on past a word that says so by itself; `None` for any other word."""
        word = WORD.match(self.text, begins, self.end)
        kind = word.lastgroup if word else None
        if word and kind == "tail":
            self._take(word.end())
            return not word.group().endswith("quan") or _carries_on(self.text, self.at, self.end)
        if word and kind == "verb" and self._is_named_by(word):
            self._take(word.end())
            self.post = ""
            return True
        if kind == "verb" and (whole := _end_of_compound(self.text, self.latest, begins)):
            self._take(whole)  # «Văn phòng Đăng ký đất đai»: a verb with a capital names
            return True
        if self.verbs_end and kind in ("verb", "not_duty"):
            return False
        if said in _AND:
            self.at = ends
            return _name_goes_on(self.text, ends, self.end, self.head)
        if self.verbs_end and kind == "stop":
            return False
        if said in _PLURAL and (known := self._passes_plural(begins)) is not None:
            return known
        if not self.first and self.head.startswith(_OWNED):
            self.comma_forgotten = _UNOWNED.match(self.text, begins, self.end) is not None
        return False if self.comma_forgotten else None

    def _is_named_by(self, verb: regex.Match[str]) -> bool:
        """Whether the body is named by what it does: «Ban Quản lý …», «Trưởng ban chỉ đạo …»."""
        if self.first and not _MODAL.match(verb.group()):
            return _holds_a_verb(self.fresh_head, self.text, verb.end())
        return bool(self.post) and _holds_a_verb(self.post, self.text, verb.end())

    def _passes_plural(self, begins: int) -> bool | None:
        several = HEAD.match(self.text, begins, self.end)
        if several is not None and several["plain"]:
            self._take(several.end())  # «Bí thư các chi bộ»: «chi» is no verb here
            return True
        manages = self.first and self.head.endswith("quản lý")
        return False if several is None and self.verbs_end and not manages else None


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
