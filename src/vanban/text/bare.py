"""Letters without their marks: a scan loses marks before it loses letters."""

from __future__ import annotations

import unicodedata

from vanban.text.case import small

_VOWELS = (
    "àáảãạăằắẳẵặâầấẩẫậ",
    "èéẻẽẹêềếểễệ",
    "ìíỉĩị",
    "òóỏõọôồốổỗộơờớởỡợ",
    "ùúủũụưừứửữự",
    "ỳýỷỹỵ",
    "đ",
)
_BASE = str.maketrans(
    {
        letter: "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]
        for row in _VOWELS
        for letter in row
    }
)


def bare(text: str) -> str:
    """The text in small letters without marks; every letter keeps its place."""
    return small(text).translate(_BASE)
