"""A list to choose from, without a template for each of its choices."""

from __future__ import annotations

from html import escape
from typing import Any

from django import forms
from django.utils.safestring import SafeString, mark_safe


class Select(forms.Select):
    """Writes what Django's own writes; choices in groups are left to that."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        choices = list(self.choices)
        if any(isinstance(label, list | tuple) for _, label in choices):
            return super().render(name, value, attrs, renderer)
        chosen = self.format_value(value) or []
        written, is_open = [], True
        for key, label in choices:
            said = "" if key is None else str(key)
            selected = is_open and said in chosen
            is_open = is_open and not selected
            mark = " selected" if selected else ""
            written.append(f'<option value="{escape(said)}"{mark}>{escape(str(label))}</option>')
        given = "".join(
            f' {key}="{escape(str(each))}"' if each is not True else f" {key}"
            for key, each in self.build_attrs(self.attrs, attrs).items()
            if each is not False
        )
        options = "\n".join(written)
        return mark_safe(f'<select name="{escape(name)}"{given}>\n{options}\n</select>')  # noqa: S308
