"""A field is known by its code, its name or as much of the name as no other field begins with."""

import pytest

from gandan.domain.petitions.fields import field_named, fields


def test_the_beginning_of_one_name_alone_is_enough():
    road = field_named("Giao thông")
    assert road is not None
    assert road.name.startswith("Giao thông, ")


@pytest.mark.parametrize("words", ["Chế độ, chính sách", "", "Giao", "Việc khác lạ"])
def test_what_several_fields_begin_with_or_none_is_left_open(words):
    begins = [one.name for one in fields().values() if words and one.name.startswith(f"{words},")]
    assert len(begins) != 1
    assert field_named(words) is None
