"""The forms by which an administrator changes the calendar and the terms: each gives one `Edit`."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.domain.timekeeping.queries import HABITS, Edit, Kind
from gandan.kernel.calendar.edits import MARKS
from gandan.kernel.calendar.wording import WEEKDAYS
from gandan.web.desk.cited import PaperForm
from gandan.web.desk.unit_forms import DayField


class ChangeForm(PaperForm):
    """What every change says: by which document, and why it is entered now."""

    reason = forms.CharField(label=_("Lý do, ghi chú"), max_length=300, required=False)

    def edit_of(
        self, kind: str, key: str, territory: str = "", data: dict[str, Any] | None = None
    ) -> Edit:
        return Edit(kind, key, territory, data or {}, self.document, self.cleaned_data["reason"])


class DayForm(ChangeForm):
    mark = forms.ChoiceField(label=_("Ngày này là"))
    means = forms.CharField(
        label=_("Tên ngày"), max_length=120, required=False, help_text=_("Ví dụ: Quốc khánh")
    )
    field_order = ["mark", "means"]

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["mark"].choices = [(key, _(word)) for key, word in MARKS.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("mark") not in {None, "ordinary"} and not said.get("means"):
            self.add_error("means", _("Hãy ghi tên ngày, ví dụ Quốc khánh."))
        return said

    def edit(self, day: date, territory: str) -> Edit:
        said = self.cleaned_data
        data = {"mark": said["mark"], "means": said["means"]}
        return self.edit_of(Kind.DAY, day.isoformat(), territory, data)


class HabitForm(ChangeForm):
    weekday = forms.TypedChoiceField(
        label=_("Thứ"),
        coerce=int,
        choices=[(n, _(day)) for n, day in enumerate(WEEKDAYS)],
        initial=5,
    )
    kind = forms.ChoiceField(
        label=_("Ngày đó"), choices=[(key, _(word)) for key, word in HABITS.items()]
    )
    means = forms.CharField(label=_("Gọi là"), max_length=120, initial="làm việc sáng thứ Bảy")
    first = DayField(label=_("Từ ngày"))
    last = DayField(label=_("Đến hết ngày"), required=False)
    field_order = ["weekday", "kind", "means", "first", "last"]

    def edit(self, territory: str) -> Edit:
        said = self.cleaned_data
        data = {
            "weekday": said["weekday"], "kind": said["kind"], "means": said["means"],
            "first": said["first"].isoformat(), **_until("last", said["last"]),
        }  # fmt: skip
        return self.edit_of(Kind.HABIT, f"{said['weekday']}@{data['first']}", territory, data)


class YearForm(ChangeForm):
    def edit(self, year: int) -> Edit:
        return self.edit_of(Kind.YEAR, str(year))


class DisputedForm(ChangeForm):
    def edit(self, name: str) -> Edit:
        return self.edit_of(Kind.DISPUTED, name)


class SwitchForm(ChangeForm):
    def edit(self, key: str) -> Edit:
        return self.edit_of(Kind.SWITCH, key)


class OwnForm(ChangeForm):
    length = forms.IntegerField(label=_("Thời hạn"), min_value=1, max_value=3_650)
    unit = forms.ChoiceField(
        label=_("Đơn vị"), choices=[(unit, _(unit)) for unit in ("ngày", "ngày làm việc", "tháng")]
    )
    valid_from = DayField(label=_("Có hiệu lực từ ngày"))
    valid_to = DayField(label=_("Đến hết ngày"), required=False)
    field_order = ["length", "unit", "valid_from", "valid_to"]

    def edit(self, name: str) -> Edit:
        said = self.cleaned_data
        since = said["valid_from"].isoformat()
        data = {
            "length": said["length"], "unit": said["unit"], **_until("valid_to", said["valid_to"])
        }  # fmt: skip
        return self.edit_of(Kind.OWN, f"{name}@{since}", data=data)


class BackForm(forms.Form):
    """Bringing back what is shipped needs no document, only a reason."""

    reason = forms.CharField(label=_("Lý do bỏ sửa đổi"), max_length=300)

    def edit(self, made: Edit) -> Edit:
        return Edit(
            made.kind, made.key, made.territory, {"removed": True},
            reason=self.cleaned_data["reason"],
        )  # fmt: skip


def _until(name: str, day: date | None) -> dict[str, str]:
    """An end is written only where there is one."""
    return {name: day.isoformat()} if day else {}
