"""Whether a written word can be a Vietnamese syllable."""

import pytest

from vanban.rules.syllable import is_syllable

REAL = [
    "nghiêng",
    "khuya",
    "quyết",
    "giếng",
    "giặt",
    "gìn",
    "nghĩa",
    "quốc",
    "quý",
    "quy",
    "thuở",
    "chuyển",
    "khuỷu",
    "ngoằn",
    "xoong",
    "boong",
    "ưu",
    "yêu",
    "yếu",
    "tuyết",
    "huỳnh",
    "quýnh",
    "oai",
    "hoẵng",
    "mười",
    "rượu",
    "đường",
    "giữa",
    "giúp",
    "gì",
    "gỗ",
    "ghế",
    "kỷ",
    "kẻ",
    "cả",
    "ngủ",
    "nghệ",
    "uống",
    "ích",
    "ách",
    "Ủy",
    "phường",
    "ĐẢNG",
    "Điện",
    "hòa",
    "hoà",
    "thúy",
    "thuý",
]
NOT = [
    "cỏc",
    "bàp",
    "cước1",
    "kà",
    "ghà",
    "ngê",
    "nge",
    "cê",
    "gê",
    "tìch",
    "lọcx",
    "ngh",
    "bt",
    "ươnng",
    "chuưyển",
    "mảt",
    "dịt1",
    "zô",
    "jì",
    "wí",
    "quuyết",
]


@pytest.mark.parametrize("word", REAL)
def test_a_syllable_of_the_language_is_accepted(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", NOT)
def test_what_the_tables_refuse_is_no_syllable(word):
    assert not is_syllable(word)


def test_a_closed_syllable_takes_only_two_tones():
    assert [word for word in ("các", "cạc", "cac", "cảc", "cãc", "càc") if is_syllable(word)] == [
        "các",
        "cạc",
    ]
