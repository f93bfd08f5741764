"""What a template says to everybody is kept by language; what it says to one person is not."""

from __future__ import annotations

import pytest
from django.template import Context, Engine
from django.urls import set_script_prefix
from django.utils import translation

from gandan.web.ui.steady import SteadyNode, settle


@pytest.fixture
def made():
    engine = Engine(
        libraries={"i18n": "django.templatetags.i18n", "static": "django.templatetags.static"}
    )

    def template(source: str):
        made = engine.from_string("{% load i18n static %}" + source)
        settle(made.nodelist)
        return made

    return template


def test_words_that_follow_each_other_become_one_node(made):
    template = made('<a href="{% url \'home\' %}">{% translate "Lọc" %}</a>{{ name }}<b>x</b>')
    assert [type(node).__name__ for node in template.nodelist][1:] == [
        "SteadyNode", "QuickVariable", "TextNode",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        "{% translate name %}",
        '{% translate "Lọc" as word %}{{ word }}',
        "{% url name %}",
        '{% url "task" key %}',
        '{% url "home" as place %}{{ place }}',
        "{% static name %}",
        '{% translate "Lọc"|add:name %}',
        "{% if name %}{{ name }}{% endif %}",
        "{% for one in name %}{{ one }}{% endfor %}",
    ],
)
def test_what_depends_on_the_request_is_asked_each_time(made, source):
    template = made(source)
    first, second = ({"name": name, "key": key} for name, key in (("home", 1), ("me", 2)))
    whole = Engine(
        libraries={"i18n": "django.templatetags.i18n", "static": "django.templatetags.static"}
    )
    for given in (first, second, first):
        expected = whole.from_string("{% load i18n static %}" + source).render(Context(given))
        assert template.render(Context(given)) == expected


def test_each_language_has_its_own(made):
    template = made('<b>{% translate "Lọc" %}</b> {% translate "Đóng" %}')
    with translation.override("vi"):
        said = template.render(Context())
    with translation.override("en"):
        english = template.render(Context())
    with translation.override("vi"):
        assert template.render(Context()) == said == "<b>Lọc</b> Đóng"
    assert english != said


def test_each_place_under_which_the_program_lives_has_its_own(made):
    template = made("<a href=\"{% url 'me' %}\">")
    at_the_root = template.render(Context())
    set_script_prefix("/van-phong/")
    try:
        assert template.render(Context()) != at_the_root
        assert "/van-phong/" in template.render(Context())
    finally:
        set_script_prefix("/")
    assert template.render(Context()) == at_the_root


def test_words_inside_conditions_and_loops_are_joined_too(made):
    template = made(
        '{% if a %}<b>{% translate "Lọc" %}</b>{% endif %}{% for x in a %}{% url "me" %},{% endfor %}'
    )
    assert len(template.nodelist.get_nodes_by_type(SteadyNode)) == 2
    assert template.render(Context({"a": [1, 2]})).count(",") == 2
