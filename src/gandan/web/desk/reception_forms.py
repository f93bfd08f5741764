"""The forms of the reception of people: the schedule, a line of the register, the end of the day."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory.queries import Account, home_unit
from gandan.domain.meetings import access
from gandan.domain.meetings.actions import Announced
from gandan.domain.meetings.queries import delegation_allowed
from gandan.domain.petitions.actions import Line
from gandan.domain.petitions.queries import Visit
from gandan.web.desk.asking import today
from gandan.web.desk.offered_units import Offered
from gandan.web.desk.task_forms import DayField
from gandan.web.desk.unit_field import UnitField

_IS_OURS = {"": None, "yes": True, "no": False}


class ScheduleForm(forms.Form):
    unit = UnitField(label=_("Đơn vị tiếp"))
    on = DayField(label=_("Ngày tiếp"))
    begins = forms.CharField(label=_("Giờ"), required=False, max_length=40)
    place = forms.CharField(label=_("Nơi tiếp"), max_length=200)
    received_by = forms.CharField(label=_("Chức vụ người tiếp"), max_length=160)
    received_by_head = forms.BooleanField(
        label=_("Người đứng đầu trực tiếp tiếp"), required=False, initial=True
    )
    reason = forms.CharField(
        label=_("Vì sao người đứng đầu không tiếp"), required=False, max_length=400
    )
    is_urgent = forms.BooleanField(label=_("Tiếp đột xuất, không có lịch"), required=False)
    posted_on = DayField(label=_("Ngày niêm yết lịch"), required=False)

    def __init__(self, *given: Any, who: Account, **more: Any) -> None:
        more.setdefault("initial", {}).update(unit=home_unit(who, today()), received_by_head=True)
        super().__init__(*given, **more)
        named: dict[str, Any] = self.fields
        named["unit"].offer(Offered(access.places_to_enter_for(who, today())))
        if not delegation_allowed():
            named["received_by_head"].help_text = _(
                "Cơ quan đã đặt: người đứng đầu không ủy quyền cho cấp phó (Luật 136/2025/QH15)."
            )

    def announced(self) -> Announced:
        return Announced(**self.cleaned_data)


class VisitForm(forms.Form):
    """A line of Mẫu 03/TCD; who came is apart."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    kind = forms.ChoiceField(label=_("Phân loại"), choices=Visit.Kind.choices)
    content = forms.CharField(
        label=_("Nội dung"), widget=forms.Textarea(attrs={"rows": 4}), required=False,
        help_text=_("Tố cáo: để trống, chỉ ghi số phong bì kín."), max_length=20_000,
    )  # fmt: skip
    people = forms.IntegerField(label=_("Số người"), min_value=1, initial=1)
    handled_before = forms.CharField(
        label=_("Cơ quan đã giải quyết"), required=False, max_length=300
    )
    is_ours = forms.ChoiceField(
        label=_("Thuộc thẩm quyền"), required=False,
        choices=[("", "–"), ("yes", _("của đơn vị")), ("no", _("của cơ quan khác"))],
    )  # fmt: skip
    guidance = forms.CharField(label=_("Hướng dẫn"), required=False, max_length=400)
    taken_by = forms.CharField(label=_("Cơ quan thụ lý"), required=False, max_length=300)
    result = forms.CharField(label=_("Kết quả"), required=False, max_length=400)
    envelope = forms.CharField(label=_("Số phong bì kín"), required=False, max_length=40)
    name = forms.CharField(label=_("Họ và tên"), required=False, max_length=120)
    address = forms.CharField(label=_("Địa chỉ"), required=False, max_length=300)
    identity_number = forms.CharField(label=_("Số định danh"), required=False, max_length=20)
    no_denunciation = forms.BooleanField(label=_("Đây không phải tố cáo"), required=False)

    def __init__(self, *given: Any, **more: Any) -> None:
        more.setdefault("initial", {}).update(key=secrets.token_hex(16), kind=Visit.Kind.PETITION)
        super().__init__(*given, **more)
        for name in ("name", "address", "identity_number"):
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def line(self) -> Line:
        said = self.cleaned_data
        plain = ("kind", "content", "people", "handled_before", "guidance", "taken_by", "result",
                 "envelope")  # fmt: skip
        return Line(**{name: said[name] for name in plain}, is_ours=_IS_OURS[said["is_ours"]])

    def visitor(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("name", "address", "identity_number")}


class HoldForm(forms.Form):
    attendees = forms.IntegerField(label=_("Số người đã tiếp"), min_value=0)
    opinions = forms.IntegerField(label=_("Số ý kiến"), min_value=0)


class PostForm(forms.Form):
    posted_on = DayField(label=_("Ngày niêm yết lịch"))


class SettleForm(forms.Form):
    taken_by = forms.CharField(label=_("Cơ quan thụ lý"), required=False, max_length=300)
    result = forms.CharField(label=_("Kết quả"), max_length=400)


class PeriodForm(forms.Form):
    first = DayField(label=_("Từ ngày"))
    last = DayField(label=_("Đến ngày"))
