"""How the field of a unit looks: a line with suggestions, or a list where few can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from gandan.domain.directory.queries import Unit
from gandan.web.desk.offered_units import EVERY, Offered

_CODED = re.compile(r"\[([^\[\]]+)\]\s*\Z")


def written(unit: Unit) -> str:
    """A unit as the field shows it: its name for people, its code so that it is this one."""
    return f"{unit.name} [{unit.code}]"


def code_written(words: str) -> str:
    """The code at the end of what `written` made; "" where somebody typed a name."""
    found = _CODED.search(words)
    return found.group(1).strip() if found else ""


class UnitPicker(forms.TextInput):
    """One unit. `few` makes it a list; `fitting` are shown to be ticked after a vague answer."""

    offered: Offered = EVERY
    few: Sequence[Unit] = ()
    fitting: Sequence[Unit] = ()

    def value_from_datadict(self, data: Any, _files: Any, name: str) -> Any:
        """What was ticked counts as long as the words it answered are the ones in the field."""
        typed, ticked = data.get(name), data.get(f"{name}-ticked")
        return ticked if ticked and typed == data.get(f"{name}-asked") else typed

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        return _rendered(
            self.get_context(name, value, attrs)["widget"],
            offered=self.offered.query(),
            few=[(written(unit), unit.name) for unit in self.few],
            fitting=[(written(unit), unit) for unit in self.fitting],
        )


class LinesPicker(forms.Textarea):
    """Several units, one on a line, each with suggestions as it is typed."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__({"rows": 4, **(attrs or {})})

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        return _rendered(self.get_context(name, value, attrs)["widget"], lines=True)


def _rendered(widget: Any, **more: Any) -> SafeString:
    given = widget["attrs"]
    words = {
        "widget": widget,
        "attributes": flatatt(given),
        "suggest": reverse("unit-suggest"),
        "offered_as": _("Đơn vị gợi ý"),
        "list_id": f"{given.get('id', widget['name'])}-list",
        **more,
    }
    return SafeString(render_to_string("ui/unit_picker.html", words))
