"""A commune by its code or its name, or any place in words: what people say is kept as said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory.queries import fold_plain, units
from gandan.domain.directory.territory import tables
from gandan.web.desk.asking import today

FEW = 5


@dataclass(frozen=True, slots=True)
class Place:
    """`code` is empty where the words name no one commune."""

    code: str
    words: str


class PlaceField(forms.CharField):
    """ "23476", "Xã Đồng Mây (23476)", "xã Đồng Mây" or "thôn Bãi, xã Đồng Mây"."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text", gettext_lazy("Tên hoặc mã xã, phường; thôn ghi thêm ở trước")
        )
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"list": "places", "autocomplete": "off"})
        )
        super().__init__(max_length=200, **kwargs)

    def clean(self, value: Any) -> Place:
        return place_meant(super().clean(value), today())


def places_of_office(on: date) -> dict[str, str]:
    """By code: the communes in which the office has units."""
    codes = set(
        units(on).filter(level="commune").exclude(territory="").values_list("territory", flat=True)
    )
    return {row.code: row.name for row in tables().communes if row.code in codes}


def place_list(on: date) -> SafeString:
    """The choices that a browser offers while somebody types."""
    from django.utils.html import format_html_join

    rows = ((f"{name} ({code})",) for code, name in places_of_office(on).items())
    return format_html_join("", '<option value="{}">', rows)


def place_meant(words: str, on: date) -> Place:
    said = " ".join(words.split())
    if not said:
        return Place("", "")
    known = {row.code: row.name for row in tables().communes}
    name, _sep, tail = said.rpartition("(")
    code = tail.rstrip(") ") if _sep else said
    if code.isdigit():
        if code not in known:
            raise ValidationError(
                _("Không có xã, phường mã %(code)s. Hãy ghi tên.") % {"code": code}
            )
        return Place(code, (name.strip() if _sep else "") or known[code])
    here = places_of_office(on)
    last = fold_plain(said.rsplit(",", 1)[-1])
    found = [code for code, title in here.items() if fold_plain(title) == last]
    return Place(found[0] if len(found) == 1 else "", said)
