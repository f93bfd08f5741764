"""The forms of a petition: entry, sorting, sending, answering, and what is thought of an answer."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory.queries import Account, home_unit
from gandan.domain.meetings import access as meetings
from gandan.domain.meetings.queries import Meeting
from gandan.domain.petitions.queries import (
    AnswerKind,
    AskedLevel,
    Assessment,
    Petition,
    SourceKind,
    VoterRating,
    fields,
)
from gandan.web.desk.asking import today
from gandan.web.desk.offered_units import Offered
from gandan.web.desk.place_field import PlaceField
from gandan.web.desk.task_forms import DayField
from gandan.web.desk.unit_field import UnitField, UnitsField

# A portal's text comes through the portal, a document's through the document.
_BY_HAND = (
    SourceKind.RECEPTION, SourceKind.LETTER, SourceKind.NOTE, SourceKind.MEETING,
    SourceKind.DIALOGUE, SourceKind.FRONT,
)  # fmt: skip


def field_choices() -> list[tuple[str, str]]:
    """The list of fields, those of the second rank set in under their first."""
    return [
        ("", "–"),
        *((one.code, f"\u2003{one.name}" if one.under else one.name) for one in fields().values()),
    ]


def level_choices() -> list[tuple[str, str]]:
    return [("", "–"), *((value, str(label)) for value, label in AskedLevel.choices)]


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:  # noqa: ARG002
        return list(files.getlist(name)) if hasattr(files, "getlist") else []


class ManyFilesField(forms.FileField):
    """Any number of files; its value is the list of them."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [super(ManyFilesField, self).clean(one, initial) for one in data or ()]


class SortingForm(forms.Form):
    """Field, level and who is asked: proposed by the machine, decided by a person."""

    field = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    level = forms.ChoiceField(label=_("Thuộc thẩm quyền"), required=False)
    asked = UnitsField(
        label=_("Hỏi đơn vị nào"), required=False, help_text=_("Mỗi dòng một đơn vị")
    )

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        named: dict[str, Any] = self.fields
        named["field"].choices = field_choices()
        named["level"].choices = level_choices()
        named["asked"].widget.attrs["rows"] = 2


class EntryForm(SortingForm):
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    text = forms.CharField(
        label=_("Nội dung, ghi như người dân nói"),
        help_text=_("Không ghi tên người nêu ở đây; có chỗ riêng bên dưới."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=20_000,
    )
    place = PlaceField(label=_("Nơi được nói tới"), required=False)
    said_on = DayField(label=_("Ngày nêu"))
    source = forms.ChoiceField(
        label=_("Nguồn"), choices=[(one.value, one.label) for one in _BY_HAND]
    )
    source_reference = forms.CharField(
        label=_("Số, tên nguồn"), required=False, max_length=200,
        help_text=_("Ví dụ: Sổ tiếp công dân số 12"),
    )  # fmt: skip
    session = forms.CharField(
        label=_("Kỳ họp, đợt"), required=False, max_length=120,
        widget=forms.TextInput(attrs={"list": "sessions", "autocomplete": "off"}),
    )  # fmt: skip
    unit = UnitField(label=_("Đơn vị tiếp nhận"))
    attachments = ManyFilesField(
        label=_("Đơn, ảnh chụp, bản quét kèm theo"), required=False,
        widget=ManyFiles(attrs={"multiple": True}),
    )  # fmt: skip
    name = forms.CharField(label=_("Họ và tên"), required=False, max_length=120)
    address = forms.CharField(label=_("Địa chỉ"), required=False, max_length=300)
    phone = forms.CharField(label=_("Số điện thoại"), required=False, max_length=20)
    no_denunciation = forms.BooleanField(label=_("Đây không phải tố cáo"), required=False)

    def __init__(self, *given: Any, who: Account, **more: Any) -> None:
        home = home_unit(who, today())
        more.setdefault("initial", {}).update(
            key=secrets.token_hex(16), said_on=today(), source=SourceKind.NOTE, unit=home
        )
        super().__init__(*given, **more)
        for name in ("name", "address", "phone"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
        named: dict[str, Any] = self.fields
        named["unit"].offer(Offered(meetings.places_to_enter_for(who, today())))

    def petitioner(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("name", "address", "phone")}


class TransferForm(forms.Form):
    to = UnitField(label=_("Chuyển đến đơn vị"), required=False)
    not_ours = forms.BooleanField(label=_("Không thuộc thẩm quyền của đơn vị tôi"), required=False)
    reason = forms.CharField(label=_("Lý do"), required=False, max_length=1000)


class AnswerForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Loại trả lời"), choices=AnswerKind.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Nội dung trả lời"), widget=forms.Textarea(attrs={"rows": 6}), max_length=20_000
    )
    promised_on = DayField(label=_("Ngày hứa xong"), required=False)
    number = forms.CharField(
        label=_("Số, ký hiệu văn bản trả lời"), required=False, max_length=80,
        help_text=_("Văn bản đã có trong kho thì được gắn vào"),
    )  # fmt: skip
    file = forms.FileField(label=_("Tệp minh chứng"), required=False)
    evidence = forms.CharField(
        label=_("Minh chứng khác"), required=False, max_length=400,
        help_text=_("Ví dụ: biên bản nghiệm thu ngày 10/3/2026"),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput)


class RatingForm(forms.Form):
    source = forms.ChoiceField(
        label=_("Hỏi ở đâu"),
        choices=[
            (VoterRating.Source.MEETING, VoterRating.Source.MEETING.label),
            (VoterRating.Source.PAPER, VoterRating.Source.PAPER.label),
        ],
    )
    meeting = forms.ModelChoiceField(
        label=_("Cuộc họp"), queryset=Meeting.objects.none(), required=False
    )
    satisfied = forms.IntegerField(label=_("Hài lòng"), min_value=0, initial=0)
    partly = forms.IntegerField(label=_("Hài lòng một phần"), min_value=0, initial=0)
    unsatisfied = forms.IntegerField(label=_("Không hài lòng"), min_value=0, initial=0)

    def __init__(self, *given: Any, who: Account, petition: Petition, **more: Any) -> None:
        super().__init__(*given, **more)
        named: dict[str, Any] = self.fields
        seen = meetings.visible_meetings(who, today()).filter(held_on__gte=petition.said_on)
        named["meeting"].queryset = seen.order_by("-held_on")[:200]


class AssessmentForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("Đánh giá"), choices=Assessment.Verdict.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(label=_("Vì sao"), required=False, max_length=2000)
    sends_back = forms.BooleanField(label=_("Yêu cầu trả lời lại"), required=False)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=1000)
