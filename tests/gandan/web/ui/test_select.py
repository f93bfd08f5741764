"""A list to choose from is what Django itself writes."""

from __future__ import annotations

import pytest
from django import forms
from django.test.html import parse_html

from gandan.web.ui.select import Select

CHOICES = (
    [("", "tất cả"), ("a", "Sở"), ("b", "Xã <mới> & cũ")],
    [(None, "–"), (1, "một"), (2, "hai"), (1, "một nữa")],
    [("", "tất cả"), ("Nhóm", [("a", "Sở"), ("b", "Xã")])],
    [('"><script>', "x")],
)


@pytest.mark.parametrize("choices", CHOICES)
@pytest.mark.parametrize("value", ["", None, "a", "b", 1, "1", "nothing of these", '"><script>'])
@pytest.mark.parametrize(
    "attrs", [{}, {"id": "id_x"}, {"class": 'a"b', "required": True, "disabled": False}]
)
def test_it_writes_what_django_writes(choices, value, attrs):
    ours = Select(choices=choices).render("field", value, attrs)
    assert parse_html(ours) == parse_html(
        forms.Select(choices=choices).render("field", value, attrs)
    )


def test_the_choice_that_was_sent_is_the_one_shown():
    class Form(forms.Form):
        kind = forms.ChoiceField(choices=CHOICES[0], widget=Select, required=False)

    assert str(Form({"kind": "b"})["kind"]).count(" selected") == 1
    assert '<option value="b" selected>' in str(Form({"kind": "b"})["kind"])
