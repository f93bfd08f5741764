"""The one field by which a form asks for a unit.

A list of thousands is nothing to choose from: what is typed is looked up on the server, with or
without its marks, by any name in use on the day. Where few units can be meant they are a plain
list. Without a script the form comes back with those that fit, each to be ticked.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import queries
from gandan.domain.directory.queries import Unit
from gandan.web.desk.asking import today
from gandan.web.desk.offered_units import EVERY, Offered
from gandan.web.desk.unit_widget import LinesPicker, UnitPicker, code_written, written

LIST = 12  # so many units are still a list one can look through


class UnitField(forms.CharField):
    """One unit, by any of its names or codes; its value is the `Unit`, or None for an empty field.

    `offer` says among which units; without it every unit of today may be chosen, or of `day`: what
    is decided today may begin on another."""

    widget = UnitPicker
    day: date | None = None

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", gettext_lazy("Gõ vài chữ của tên, không cần dấu, hoặc mã"))
        super().__init__(max_length=400, **kwargs)
        self.offered = EVERY

    def offer(self, offered: Offered, units: Iterable[Unit] | None = None) -> None:
        """Take only these units. Few enough, they are shown as a list."""
        self.offered = offered
        few = list(units if units is not None else offered.units(today())[: LIST + 1])
        widget: Any = self.widget
        widget.offered = offered
        widget.few = few if 0 < len(few) <= LIST else []
        if widget.few:
            self.help_text = ""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            value = Unit.objects.filter(pk=value).first()
        return written(value) if isinstance(value, Unit) else value

    def clean(self, value: Any) -> Unit | None:
        words = super().clean(value)
        if not words:
            return None
        day = self.day or today()
        found = meant(words, self.offered, day)
        if len(found) == 1:
            return found[0]
        widget: Any = self.widget
        widget.fitting = found or fitting(words, self.offered, day)
        raise ValidationError(told(words, widget.fitting, day))


class UnitsField(forms.CharField):
    """Several units, one on a line; its value is the list of them. `day` as in `UnitField`."""

    widget = LinesPicker
    day: date | None = None

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text", gettext_lazy("Mỗi dòng một đơn vị: vài chữ của tên, hoặc mã")
        )
        super().__init__(**kwargs)

    def clean(self, value: Any) -> list[Unit]:
        lines = [line for line in super().clean(value).splitlines() if line.strip()]
        day = self.day or today()
        return list(dict.fromkeys(unit_meant(line, day) for line in lines))


def unit_meant(words: str, day: date) -> Unit:
    """The one unit that the words mean on a day; a ValidationError says what to do otherwise."""
    found = meant(words, EVERY, day)
    if len(found) == 1:
        return found[0]
    near = found or fitting(words, EVERY, day)
    some = "; ".join(written(unit) for unit in near)
    raise ValidationError(f"{told(words, near, day)} {some}".strip())


def meant(words: str, offered: Offered, day: date) -> list[Unit]:
    """The units whose name or code this is, among those that may be chosen."""
    code = code_written(words)
    if code:
        return list(offered.units(day).filter(code=code))
    exact = queries.units_meant(words, day)
    return list(offered.units(day).filter(pk__in=[unit.pk for unit in exact])) if exact else []


def fitting(words: str, offered: Offered, day: date) -> list[Unit]:
    """The units in whose names the words occur. Even a single one is asked for, never taken: half a
    name is easily that of another unit."""
    return [each.unit for each in queries.suggest_units(words, offered.units(day), day)]


def told(words: str, found: list[Unit], day: date) -> str:
    """Why one unit could not be taken, and what to do."""
    if found:
        return _("“%(words)s” chưa đủ rõ là đơn vị nào. Hãy chọn:") % {"words": words}
    name = words.rsplit(" [", 1)[0]
    known = queries.units_once_meant(code_written(words) or words, day)
    ended = next((unit for unit in known if not unit.holds_on(day)), None)
    if ended is not None:
        after = "; ".join(written(unit) for unit in queries.successors_of(ended, day))
        return _("“%(words)s” không còn hoạt động. Đơn vị kế thừa: %(after)s.") % {
            "words": name, "after": after or _("chưa ghi"),
        }  # fmt: skip
    if known:
        return _("“%(words)s” không nằm trong các đơn vị chọn được ở đây.") % {"words": name}
    return _("Không có đơn vị nào là “%(words)s”. Hãy thử ít chữ hơn, hoặc gõ mã.") % {
        "words": name
    }
