"""The patterns of names of bodies, built once from `rules/units.toml` and `rules/assignment.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

import regex

from vanban.rules import table
from vanban.rules.pattern import compiled, placed

_UNITS = table("units")
_VERBS = table("assignment")


def _words(family: str) -> list[str]:
    return cast("list[str]", _UNITS[family])


def one_of(words: Iterable[str]) -> str:
    """Any of the words, the longest that fits, blanks of any length between syllables.

    Written as a tree of letters: a position where none of some hundred words begins is passed over
    after one comparison and not after some hundred.
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(root)


def _branches(node: Mapping[str, Any]) -> str:
    ways = [
        (r"\s+" if letter == " " else regex.escape(letter)) + _branches(below)
        for letter, below in node.items()
        if letter
    ]
    if not ways:
        return ""
    inner = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{inner})?" if "" in node else inner


def _either_case(words: Iterable[str]) -> str:
    """The words with a capital or a small first letter."""
    return one_of(form for word in words for form in (word, word[0].lower() + word[1:]))


#: «Tổ có trách nhiệm …»: a body named before, by its head alone where its duty follows at once.
_ALONE = (
    "Tổ",
    "Đội",
    "Đoàn",
    "Ban",
    "Hội đồng",
    "Tiểu ban",
    "Trường",
    "Trạm",
    "Công ty",
    "Nhà máy",
)


#: A person by name, and what officials are called who head nothing.
_NAME = r"\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){1,4}"
_CALLED = r"Chuyên\s+viên(?:\s+chính|\s+cao\s+cấp)?|Cán\s+sự|Văn\s+thư|Nhân\s+viên|Kế\s+toán|Thủ\s+quỹ|Giáo\s+viên|Viên\s+chức"


def _heads() -> str:
    """One alternation: `named` heads need a capital (a short one also a capital after it)."""
    short = [word for word in _words("named") if " " not in word and not word.isupper()]
    long = [word for word in _words("named") if word not in short]
    every = r"(?:(?P<every>[Tt]ất\s+cả(?:\s+(?:các|những))?|(?:[Cc]ác|[Nn]hững|[Mm]ọi|[Mm]ỗi|[Tt]ừng|[Tt]oàn\s+thể|(?:[Cc]ả\s+)?(?:[Hh]ai|[Bb]a)(?:\s+\(0?\d\))?))\s++)?"
    capital = r"(?=\s+(?:các\s+)?[“\p{Lu}\d])"
    level = r"(?=\s+(?:\p{Lu}|tỉnh|huyện|xã|phường|các|cấp|thành\s+phố|nhân\s+dân|quân\s+sự|chuyên|giao\s+thông|sở|ngành|bồi\s+dưỡng|văn\s+hóa|y\s+tế|dịch\s+vụ|giáo\s+dục|hành\s+chính|phục\s+vụ|chính\s+trị|truyền\s+thông))"
    ambiguous = ("Thanh tra", "Thường trực", "Thành viên", "Trung tâm", "Công ty", "Quân sự")
    elided = r"(?:(?:tỉnh|huyện|quận|thị|thành),\s+)+(?:tỉnh|huyện|quận|thị|thành)\s+[uủ][ỷyủ]"
    return rf"""{every}(?:
        (?P<steering>{_UNITS["steering"]})
      | (?P<elided>(?i:{elided}))
      | (?P<collective>(?i:{one_of(_words("collective"))})(?=\s+(?:các|cơ\s+quan|đơn\s+vị|sở|ban|ngành|cấp|chính|\p{{Lu}})))
      | (?P<person>(?:(?:[Đđ]ồng\s+chí|[Đđ]/c|[Ôô]ng(?:\s*\([Bb]à\)|\s*,\s*[Bb]à|\s*/\s*[Bb]à|\s+bà)?|[Bb]à)\s+(?:\p{{Lu}}\p{{L}}*[ ,\-–(]+(?:\p{{Lu}}\p{{L}}*[ ,\-–(]+){{1,5}}?)?)?(?:{_either_case(_words("person"))})(?=[\s,;:])
                 |(?:[Đđ]ồng\s+chí|[Đđ]/c|[Ôô]ng|[Bb]à)\s+{_NAME}\s*[-–,]\s*(?:{_CALLED})
                 |(?:[Đđ]ồng\s+chí|[Đđ]/c)\s+{_NAME}(?!\s+\p{{Lu}}))
      | (?P<named>(?:{one_of(w for w in long if w not in ambiguous)})
                | (?:{one_of(ambiguous)}){level}
                | (?:{one_of(_ALONE)})(?=\s+(?:có\s+(?:trách\s+nhiệm|nhiệm\s+vụ)|chịu\s+trách\s+nhiệm|chủ\s+trì|tham\s+mưu|phối\s+hợp)\s)
                | (?:{_either_case(short)})(?:{capital}|(?=\s+(?:tỉnh|thành\s+phố|xã|phường|huyện|cơ\s+sở)(?!\p{{L}}))))
      | (?P<plain>(?i:{one_of(_words("plain"))}))
      | (?P<series>(?i:{one_of(_words("series"))}))
      | (?P<place>(?i:{one_of(_words("place"))})(?!\s+lập))
    )(?![\p{{L}}\p{{N}}])"""


HEAD = placed(_heads(), regex.VERBOSE)
#: «các sở giáo dục và đào tạo»: a field of two words is known in small letters too.
_FIELDS = [*_words("field"), *(word.lower() for word in _words("field") if " và " in word)]
_FIELD = one_of(_FIELDS).replace(r"\s+\-\s+", r"\s*[-–]\s*")
FIELD = placed(rf"\s*(?::\s*)?(?:{_FIELD})(?![\p{{L}}\p{{N}}])")
TAIL = placed(rf"(?:{'|'.join(_words('tail'))})(?![\p{{L}}\p{{N}}])")
VERB = placed(rf"(?:{one_of(cast('list[str]', _VERBS['verbs']))})(?![\p{{L}}\p{{N}}])")
NOT_DUTY = placed(rf"(?:{one_of(cast('list[str]', _VERBS['not_duty']))})(?![\p{{L}}\p{{N}}])")
#: What a word does to the name before it: `tail` carries it on, the others end it.
WORD = placed(
    rf"""(?:(?P<tail>{"|".join(_words("tail"))})
    | (?P<verb>{one_of(cast("list[str]", _VERBS["verbs"]))})
    | (?P<not_duty>{one_of(cast("list[str]", _VERBS["not_duty"]))})
    | (?P<stop>{one_of(_words("stop"))}|\d+\s+(?:tháng|năm|ngày|tuần|lần))
    )(?![\p{{L}}\p{{N}}])""",
    regex.VERBOSE,
)
SERIES = placed(rf"(?i:{one_of(_words('series'))})(?![\p{{L}}\p{{N}}])")
PLACE = placed(rf"(?:{one_of(_words('place'))})(?![\p{{L}}\p{{N}}])")
RESPONSIBLE = compiled(rf"(?i:{'|'.join(_words('responsible'))})(?![\p{{L}}\p{{N}}])")
VERB_IN_NAME = frozenset(_words("verb_in_name"))

TOKEN = placed(
    r"""\s*(?:
        (?P<quote>[“"][^”"]{1,160}[”"])
      | (?P<paren>\([^()]{0,200}\))
      | (?P<dash>[-–/&])(?=\s*\p{L})
      | (?P<word>[\p{L}\p{N}]+(?:[/&.\-–][\p{L}\p{N}]+)*)
    )""",
    regex.VERBOSE,
)
SEPARATOR = placed(
    r"\s*(?:(?P<mark>[,;/])|(?<=\s)(?P<and>và|cùng|hoặc)(?=\s))\s*(?:và\s+)?(?:[-–+•]\s+)?"
)
