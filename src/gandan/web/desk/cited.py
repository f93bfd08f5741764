"""The fields by which a form says by which document: number, day and issuer, or one that is held."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.registry.queries import Document, documents_numbered
from gandan.kernel.calendar.wording import short
from gandan.web.desk.unit_forms import DayField

_KEYED = re.compile(r"\[#(\d{1,17})\]\s*\Z")


def cited_as(document: Document) -> str:
    """ "Quyết định 15/QĐ-UBND ngày 3/12/2024 của UBND tỉnh Lam Giang"; "" where it does not say all."""
    if not (document.number and document.issued_on and document.issuer_text):
        return ""
    kind = document.kind[:1].upper() + document.kind[1:]
    named = f"{kind} {document.number}".strip()
    return f"{named} ngày {short(document.issued_on)} của {document.issuer_text}"[:300]


def written(document: Document) -> str:
    """A document as the field shows it: what people call it, and its key so that it is this one."""
    return f"{cited_as(document)[:200]} [#{document.pk}]"


class PaperForm(forms.Form):
    """By which document: its number, day and issuer."""

    number = forms.CharField(
        label=gettext_lazy("Số, ký hiệu văn bản"),
        max_length=120,
        help_text=gettext_lazy("Ví dụ: Thông báo 6150/TB-BLĐTBXH"),
    )
    issued_on = DayField(label=gettext_lazy("Ngày văn bản"))
    issuer = forms.CharField(label=gettext_lazy("Cơ quan ban hành"), max_length=120)

    @property
    def document(self) -> str:
        """ "Thông báo 6150/TB-BLĐTBXH ngày 3/12/2024 của Bộ Nội vụ" """
        said = self.cleaned_data
        return f"{said['number']} ngày {short(said['issued_on'])} của {said['issuer']}"


class DocumentPicker(forms.TextInput):
    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:  # noqa: ARG002
        widget = self.get_context(name, value, attrs)["widget"]
        given = widget["attrs"]
        words = {
            "widget": widget, "attributes": flatatt(given), "list_id": f"{given['id']}-list",
            "suggest": reverse("document-suggest"), "offered_as": _("Văn bản gợi ý"),
        }  # fmt: skip
        return SafeString(render_to_string("ui/unit_picker.html", words))


class CitedForm(PaperForm):
    """The same, or one of the documents that the person may see (`visible`)."""

    held = forms.CharField(
        label=gettext_lazy("Văn bản trong kho"),
        max_length=300,
        required=False,
        widget=DocumentPicker,
        help_text=gettext_lazy("Gõ số hoặc vài chữ rồi chọn; nếu kho không có thì ghi ba ô dưới"),
    )

    def __init__(self, *given: Any, visible: QuerySet[Document], **more: Any) -> None:
        super().__init__(*given, **more)
        self.visible = visible
        self._paper: Document | None = None
        for name in ("number", "issued_on", "issuer"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if words := said.get("held"):
            self._paper = self._document(words)
        elif not all(said.get(name) for name in ("number", "issued_on", "issuer")):
            raise ValidationError(
                _("Hãy chọn văn bản trong kho, hoặc ghi đủ số, ngày và cơ quan ban hành.")
            )
        return said

    @property
    def document(self) -> str:
        return cited_as(self._paper) if self._paper is not None else super().document

    def _document(self, words: str) -> Document:
        """The one that was chosen, or the only one with the number that was typed."""
        keyed = _KEYED.search(words)
        rows = self.visible.filter(pk=int(keyed[1])) if keyed else documents_numbered(
            self.visible, words
        )  # fmt: skip
        found = list(rows[:2])
        if len(found) != 1:
            said = _("Kho không có đúng một văn bản “%(words)s”. Hãy chọn trong danh sách gợi ý.")
            raise ValidationError({"held": said % {"words": words[:80]}})
        if not cited_as(found[0]):
            said = _("Văn bản này chưa rõ số, ngày hoặc cơ quan ban hành. Hãy ghi ba ô dưới.")
            raise ValidationError({"held": said})
        return found[0]
