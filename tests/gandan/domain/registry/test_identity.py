"""Number, kind, date and issuer identify a document; a number alone does not."""

from datetime import date

import pytest

from gandan.domain.registry.identity import identity, number_key

DAY = date(2026, 1, 15)
PLAN = identity("01/KH-UBND", "Kế hoạch", DAY, ("UBND tỉnh Hồng Lĩnh",))


def mention(number="01/KH-UBND", kind="Kế hoạch", day=None, issuer=None):
    return identity(number, kind, day, (issuer,) if issuer else ())


@pytest.mark.parametrize(
    "other",
    [
        mention(day=DAY),
        mention(issuer="Ủy ban nhân dân tỉnh Hồng Lĩnh"),
        mention(issuer="UBND tỉnh"),
        mention(number="01 / kh–ubnd", day=DAY, kind=None),
        mention(kind="Kế hoạch phối hợp", day=DAY),
    ],
)
def test_these_mean_the_same_document(other):
    assert PLAN.is_same(other)
    assert other.is_same(PLAN)


@pytest.mark.parametrize(
    "other",
    [
        mention(),
        mention(kind="Quyết định", day=DAY),
        mention(day=date(2025, 1, 15)),
        mention(day=date(2025, 1, 15), issuer="UBND tỉnh Hồng Lĩnh"),
        mention(day=DAY, issuer="UBND xã Đồng Mây"),
        mention(number="02/KH-UBND", day=DAY, issuer="UBND tỉnh Hồng Lĩnh"),
        mention(number=None, day=DAY),
    ],
)
def test_these_do_not(other):
    assert not PLAN.is_same(other)
    assert not other.is_same(PLAN)


def test_one_number_twice_in_one_text_is_one_document():
    assert mention().is_same(mention(), in_one_text=True)
    assert not mention(day=DAY).is_same(mention(day=date(2025, 1, 1)), in_one_text=True)


def test_a_number_with_year_and_national_issuer_says_enough():
    decree = identity("30/2020/NĐ-CP", "Nghị định", None, ())
    assert decree.is_same(identity("30/2020/NĐ-CP", "Nghị định", date(2020, 3, 5), ()))


@pytest.mark.parametrize("number", ["12/2023/QĐ-UBND", "05/2024/QĐ-BCĐ", "120-KL/TW"])
def test_a_number_that_many_offices_give_does_not(number):
    bare = identity(number, None, None, ())
    assert not bare.is_same(identity(number, None, DAY, ()))


def test_dashes_blanks_and_case_of_a_number_do_not_matter():
    assert number_key(" 42 – kh/BDVTU—x ") == "42-KH/BDVTU-X"
