"""The record sheet of a meeting, and the forms of a campaign."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory.queries import Account
from gandan.domain.meetings import access
from gandan.domain.meetings.actions import Entry
from gandan.domain.meetings.queries import Campaign, Delegate, Kind, Mode, Tier, kinds
from gandan.kernel.refusal import Refused
from gandan.web.desk.asking import today
from gandan.web.desk.offered_units import Offered
from gandan.web.desk.unit_field import UnitField

_NUMBER = {"inputmode": "numeric", "autocomplete": "off"}


def _day(**more: Any) -> forms.DateField:
    return forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more
    )


class SheetForm(forms.Form):
    """What a commune officer fills in on a telephone. The own fields of the kind come after."""

    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    campaign = forms.ModelChoiceField(
        label=_("Đợt"), queryset=Campaign.objects.none(), required=False
    )
    unit = UnitField(label=_("Đơn vị tổ chức"))
    held_on = _day(label=_("Ngày"))
    place = forms.CharField(label=_("Nơi"), max_length=200)
    tier = forms.ChoiceField(
        label=_("Cấp đại biểu"), choices=[("", "–"), *Tier.choices], required=False
    )
    mode = forms.ChoiceField(label=_("Hình thức"), choices=Mode.choices, widget=forms.RadioSelect)
    attendees = forms.IntegerField(
        label=_("Số người dự"), min_value=0, widget=forms.TextInput(attrs=_NUMBER)
    )
    opinions = forms.IntegerField(
        label=_("Số ý kiến"), min_value=0, widget=forms.TextInput(attrs=_NUMBER)
    )
    said = forms.CharField(
        label=_("Ý kiến ghi được"),
        help_text=_("Mỗi dòng một ý kiến, ghi như người dân nói. Không ghi tên người nói."),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )
    central = forms.IntegerField(
        label=_("Thuộc trung ương"), min_value=0, required=False,
        widget=forms.TextInput(attrs=_NUMBER),
    )  # fmt: skip
    province = forms.IntegerField(
        label=_("Thuộc tỉnh"), min_value=0, required=False, widget=forms.TextInput(attrs=_NUMBER)
    )
    commune = forms.IntegerField(
        label=_("Thuộc xã"), min_value=0, required=False, widget=forms.TextInput(attrs=_NUMBER)
    )
    delegates = forms.ModelMultipleChoiceField(
        label=_("Đại biểu, người ứng cử"), queryset=Delegate.objects.none(), required=False
    )

    def __init__(self, *given: Any, kind: Kind, who: Account, **more: Any) -> None:
        more.setdefault("initial", {}).update(
            key=secrets.token_hex(16), held_on=today(), mode=Mode.IN_PERSON
        )
        super().__init__(*given, **more)
        self.kind = kind
        fields: dict[str, Any] = self.fields
        campaigns = access.visible_campaigns(who, today()).filter(ends_on__gte=today())
        fields["campaign"].queryset = campaigns.filter(kind=kind.name)
        fields["unit"].offer(Offered(access.places_to_enter_for(who, today())))
        fields["delegates"].queryset = Delegate.objects.filter(campaign__in=campaigns)
        if not kind.delegates:
            del self.fields["delegates"], self.fields["tier"]
        for own in kind.fields:
            self.fields[f"own-{own.name}"] = _own(own.type, own.label)

    def entry(self) -> Entry:
        """The sheet as the domain takes it; call after `is_valid`."""
        said = self.cleaned_data
        parts = [said["central"], said["province"], said["commune"]]
        split = None
        if any(part is not None for part in parts):
            split = (parts[0] or 0, parts[1] or 0, parts[2] or 0)
        return Entry(
            key=said["key"], kind=self.kind.name, unit=said["unit"], mode=said["mode"],
            place=said["place"], held_on=said["held_on"], campaign=said["campaign"],
            tier=said.get("tier", ""), attendees=said["attendees"], opinions=said["opinions"],
            by_competence=split, delegates=list(said.get("delegates", ())),
            details={own.name: _words(said.get(f"own-{own.name}")) for own in self.kind.fields},
            said=said["said"].splitlines(),
        )  # fmt: skip


class CampaignForm(forms.Form):
    name = forms.CharField(label=_("Tên đợt"), max_length=200)
    kind = forms.ChoiceField(label=_("Loại"))
    unit = UnitField(label=_("Đơn vị tổ chức"))
    starts_on = _day(label=_("Từ ngày"))
    ends_on = _day(label=_("Đến ngày"))

    def __init__(self, *given: Any, who: Account, **more: Any) -> None:
        super().__init__(*given, **more)
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = [(each.name, each.says) for each in kinds().values()]
        fields["unit"].offer(Offered(access.places_to_enter_for(who, today())))


class RequirementForm(forms.Form):
    tier = forms.ChoiceField(label=_("Cấp đại biểu"), choices=Tier.choices)
    number = forms.IntegerField(label=_("Số cuộc tối thiểu"), min_value=1, max_value=500)
    since = _day(label=_("Từ ngày"))
    citation = forms.CharField(label=_("Văn bản"), max_length=200)


class DelegateForm(forms.Form):
    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    tier = forms.ChoiceField(label=_("Cấp đại biểu"), choices=Tier.choices)
    constituency = forms.CharField(label=_("Đơn vị bầu cử"), max_length=120, required=False)


class LoadForm(forms.Form):
    sheet = forms.FileField(
        label=_("Bảng các cuộc (.xlsx)"),
        help_text=_("Dòng đầu là tên cột, mỗi dòng sau một cuộc. Nạp lại cùng bảng không lưu đôi."),
    )


def kind_asked(name: str) -> Kind:
    """The kind that a page is about; the usual one when none is named."""
    known = kinds()
    if name and name not in known:
        raise Refused(f"Không có loại “{name}”.")
    return known[name or "voters-before"]


def _own(type_: str, label: str) -> forms.Field:
    if type_ == "day":
        return _day(label=label, required=False)
    if type_ == "yes":
        return forms.BooleanField(label=label, required=False)
    return forms.CharField(label=label, max_length=400, required=False)


def _words(value: Any) -> str:
    if value is True:
        return "yes"
    return value.isoformat() if hasattr(value, "isoformat") else str(value or "")
