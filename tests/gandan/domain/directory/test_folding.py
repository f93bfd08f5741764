"""Two ways of writing one name are one key; two names are two."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.domain.directory.queries import fold, fold_plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân tỉnh", "Ủy ban Nhân dân tỉnh"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("HĐND  xã", "Hội đồng nhân dân xã"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở Văn hoá, Thể thao", "Sở Văn hóa - Thể thao"),
        ("TP. Thủy Nguyên", "thành phố Thuỷ Nguyên"),
    ],
)
def test_these_are_one_name(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Xã Đồng Mây", "Xã Dồng Mây"), ("Xã Hòa An", "Xã Hóa An"), ("Sở", "Sờ")]
)
def test_these_are_two_names_for_the_strict_key(one, other):
    assert fold(one) != fold(other)


def test_the_lenient_key_reads_a_name_typed_without_marks():
    assert fold_plain("So Noi vu") == fold_plain("Sở Nội vụ")
    assert fold_plain("xa Dong May") == fold_plain("Xã Đồng Mây")


@given(st.text(alphabet="aăâeêioôơuưyáàảãạấầẩẫậđĐÔƠ nghtr", max_size=40))
def test_unicode_forms_do_not_matter(name):
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, name)) == fold(name)
        assert fold_plain(unicodedata.normalize(form, name)) == fold_plain(name)


@given(st.text(max_size=60))
def test_any_text_has_a_key_and_the_key_is_its_own_key(name):
    assert fold_plain(fold_plain(name)) == fold_plain(name)
    assert isinstance(fold(name), str)
