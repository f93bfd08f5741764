"""A task given out by hand; of a document, with the words in it that lay it down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import access as directory
from gandan.domain.registry import access as registry_access
from gandan.domain.registry import queries as registry
from gandan.domain.registry.queries import Document
from gandan.domain.tasks import access, actions, queries
from gandan.kernel.access import Denied
from gandan.kernel.ids import key_said
from gandan.web.desk.asking import done_or_shown, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.task_forms import DayField
from gandan.web.desk.unit_field import UnitField, UnitsField


class NewTaskForm(forms.Form):
    quote = forms.CharField(
        label=gettext_lazy("Nguyên văn trong văn bản"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        help_text=gettext_lazy("Chép đúng câu giao việc trong văn bản"),
    )
    text = forms.CharField(
        label=gettext_lazy("Việc"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )
    lead = UnitField(label=gettext_lazy("Đơn vị chủ trì"))
    cooperating = UnitsField(label=gettext_lazy("Đơn vị phối hợp"), required=False)
    due = DayField(label=gettext_lazy("Hạn"), required=False)
    recurrence = forms.ChoiceField(label=gettext_lazy("Chu kỳ"), choices=queries.Recurrence.choices)
    product = forms.CharField(
        label=gettext_lazy("Kết quả, sản phẩm"), required=False, max_length=400
    )
    authority = forms.CharField(label=gettext_lazy("Thẩm quyền"), required=False, max_length=400)
    priority = forms.TypedChoiceField(
        label=gettext_lazy("Độ khẩn"), choices=queries.Priority.choices, coerce=int
    )
    is_internal = forms.BooleanField(label=gettext_lazy("Lưu hành nội bộ"), required=False)

    def __init__(self, given: Any, *, document: Document | None) -> None:
        super().__init__(given, initial={"is_internal": _is_internal(document)})
        self._document = document
        if document is None:
            del self.fields["quote"]

    def clean_quote(self) -> queries.Marked:
        found = queries.marked_in(self._document, self.cleaned_data["quote"])  # type: ignore[arg-type]
        if found is None:
            raise ValidationError(
                _("Không thấy đúng câu này trong văn bản. Hãy chép lại nguyên văn từ văn bản.")
            )
        return found


def task_new(request: SignedRequest) -> HttpResponse:
    who = directory.standing(request.user, today())
    if not access.gives_work(who):
        raise Denied(_("Chỉ văn thư và lãnh đạo đơn vị giao được việc."))
    document = _document(request, who)
    form = NewTaskForm(sent(request), document=document)
    if form.is_valid():
        done = done_or_shown(form, lambda: _given(request, form.cleaned_data))
        if done is not None:
            task, is_new = done
            said = _("Đã giao việc.") if is_new else _("Việc này đã được giao, không giao thêm.")
            messages.success(request, said)
            return redirect("task", pk=task.pk)
    back = reverse("plan", args=[document.pk]) if document else reverse("task-list")
    words = {
        "heading": _("Giao việc mới"), "lead": str(document) if document else "",
        "verb": _("Giao việc"), "back": back,
    }  # fmt: skip
    return render(request, "desk/form.html", {"form": form, **words})


def _given(request: SignedRequest, said: dict[str, Any]) -> tuple[queries.Task, bool]:
    kept = dict(said)
    due = kept.pop("due")
    return actions.assign_by_hand(
        kept.pop("text"),
        kept.pop("lead"),
        marked=kept.pop("quote", None),
        due=[due] if due else [],
        **kept,
        actor=request.user,
        at=timezone.now(),
    )


def _document(request: SignedRequest, who: directory.Standing) -> Document | None:
    asked = request.GET.get("document", "")
    if not asked:
        return None
    visible = registry_access.visible_documents(who, who.on)
    key = key_said(asked)
    found = registry.document_page(visible, key) if key else None
    if found is None or found.is_stub:
        raise Http404
    return found


def _is_internal(document: Document | None) -> bool:
    return document is not None and document.secrecy != registry.Secrecy.ORDINARY
