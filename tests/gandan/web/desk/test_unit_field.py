"""A form asks for a unit by what is typed, never by a list of all of them."""

from __future__ import annotations

import pytest
from django import forms
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from gandan.domain.directory import actions
from gandan.web.desk.offered_units import EVERY, under
from gandan.web.desk.unit_field import UnitField, UnitsField

from ...conftest import NOW


class Asking(forms.Form):
    lead = UnitField()


def asked(said: str, offered=EVERY, **more: str) -> Asking:
    form = Asking({"lead": said, **more})
    form.fields["lead"].offer(offered, [])
    return form


def suggested(desk, words: str, who: str = "reader", **more: str) -> str:
    answer = desk.client(who).get(reverse("unit-suggest"), {"q": words, **more})
    return answer.content.decode()


@pytest.mark.parametrize(
    "words", ["Sở Tài chính", "so tai chinh", "SỞ TÀI CHÍNH", "FINANCE", "Sở Tài chính [FINANCE]"]
)
def test_a_name_with_or_without_marks_and_a_code_are_the_unit(desk, words):
    form = asked(words)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["lead"] == desk.office.finance


def test_half_a_name_is_asked_for_even_where_one_unit_fits(desk):
    form = asked("tai chi")
    assert not form.is_valid()
    assert "chưa đủ rõ" in str(form.errors)
    assert 'value="Sở Tài chính [FINANCE]" checked' in str(form["lead"])


def test_what_was_ticked_answers_only_the_words_it_was_shown_for(desk):
    said = {"lead-asked": "tai chi", "lead-ticked": "Sở Tài chính [FINANCE]"}
    assert asked("tai chi", **said).is_valid()
    other = asked("Sở Nội vụ", **said)
    assert other.is_valid()
    assert other.cleaned_data["lead"] == desk.office.home_affairs


def test_a_unit_that_was_not_offered_is_refused(desk):
    form = asked("Sở Tài chính [FINANCE]", under(desk.office.home_affairs))
    assert not form.is_valid()
    assert "không nằm trong các đơn vị chọn được ở đây" in str(form.errors)


def test_of_an_ended_unit_the_successor_is_told(desk):
    office = desk.office
    by = {"actor": office.admin, "at": NOW}
    actions.merge_units([office.finance], office.home_affairs, on=NOW.date(), citation="NQ 1", **by)
    form = asked("Sở Tài chính")
    assert not form.is_valid()
    assert "Sở Nội vụ [HOME_AFFAIRS]" in str(form.errors)


def test_few_units_are_a_list_and_many_are_not(desk):
    form = Asking()
    form.fields["lead"].offer(EVERY)
    assert "<select" in str(form["lead"])
    for at in range(20):
        desk.office.unit(f"room{at}", f"Phòng {at}", parent="finance")
    form = Asking()
    form.fields["lead"].offer(EVERY)
    assert "<option" not in str(form["lead"])
    assert 'role="combobox"' in str(form["lead"])


def test_several_units_stand_one_on_a_line(desk):
    office = desk.office
    found = UnitsField().clean("so noi vu\n\nSở Tài chính [FINANCE]\nFINANCE")
    assert found == [office.home_affairs, office.finance]


def test_suggestions_come_by_alias_and_without_marks_the_nearest_first(desk):
    office = desk.office
    office.unit("room", "Phòng Tài chính xã Đồng Mây", parent="commune")
    actions.add_alias(office.commune, "Đồng Mây mới", actor=office.admin, at=NOW)
    html = suggested(desk, "tai chinh")
    assert html.index("FINANCE") < html.index("ROOM")
    assert "Đồng Mây mới" in suggested(desk, "dong may moi")
    assert "Không có đơn vị nào khớp" in suggested(desk, "khong co gi")


def test_suggestions_keep_to_the_part_that_is_offered(desk):
    where = QueryDict(under(desk.office.home_affairs).query())
    html = suggested(desk, "so", **{"in": where["in"]})
    assert "HOME_AFFAIRS" in html
    assert "FINANCE" not in html


def test_suggestions_ask_the_same_number_of_queries_however_many_units_fit(
    desk, django_assert_num_queries
):
    for at in range(30):
        desk.office.unit(f"room{at}", f"Phòng họp {at}", parent="finance")
    client = desk.client("reader")
    counts = []
    for words in ("phong hop 29", "phong"):
        with django_assert_num_queries(8, exact=False) as seen:
            client.get(reverse("unit-suggest"), {"q": words})
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_nobody_outside_is_told_of_units():
    assert Client().get(reverse("unit-suggest"), {"q": "so"}).status_code == 302


def test_forms_that_ask_for_a_unit_list_no_options_of_a_large_directory(desk):
    for at in range(40):
        desk.office.unit(f"room{at}", f"Phòng {at}", parent="finance")
    shown = {
        "clerk": [reverse("task-edit", args=[desk.task.pk]), reverse("meeting-new")],
        "admin": [reverse("account-new"), reverse("unit-new")],
    }
    for who, pages in shown.items():
        for page in pages:
            html = desk.client(who).get(page).content.decode()
            assert "Phòng 7" not in html, page
            assert 'data-picker="/units/suggest/' in html, page
