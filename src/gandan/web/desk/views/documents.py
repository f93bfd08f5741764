"""The documents: search without accents, filters, pages."""

from __future__ import annotations

from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from gandan.domain.directory import access as directory
from gandan.domain.registry import access, queries
from gandan.domain.registry.queries import Document
from gandan.web.desk.asking import today
from gandan.web.desk.request import SignedRequest

PER_PAGE = 25
HELD = [("", _("đã có bản")), ("stub", _("chỉ được nhắc tới")), ("both", _("cả hai"))]
REVIEW = [("", _("tất cả")), ("open", _("còn nhiệm vụ chờ duyệt")), ("done", _("đã duyệt hết"))]
READ_BY = [("", _("mọi bản")), ("older", _("đọc bằng bản cũ"))]
_IS_HELD = {"": True, "stub": False, "both": None}


class Filters(forms.Form):
    q = forms.CharField(label=_("Số, ký hiệu, trích yếu, cơ quan"), required=False)
    kind = forms.ChoiceField(label=_("Loại"), required=False)
    issuer = forms.ChoiceField(label=_("Cơ quan ban hành"), required=False)
    year = forms.ChoiceField(label=_("Năm"), required=False)
    held = forms.ChoiceField(label=_("Có bản hay không"), required=False, choices=HELD)
    review = forms.ChoiceField(label=_("Duyệt"), required=False, choices=REVIEW)
    read_by = forms.ChoiceField(label=_("Bản trình đọc"), required=False, choices=READ_BY)


def documents(request: SignedRequest) -> HttpResponse:
    day = today()
    who = directory.standing(request.user, day)
    found, form, said = documents_asked(request.GET, access.visible_documents(who, day))
    page = Paginator(queries.with_counts(found), PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/documents.html",
        {
            "page": page,
            "form": form,
            "filtered": any(said.values()),
            "may_receive": access.can(who, "receive", None, on=day),
        },
    )


def documents_asked(
    asked: QueryDict, visible: QuerySet[Document]
) -> tuple[QuerySet[Document], Filters, dict[str, str]]:
    """The visible documents that answer the filters, their form, and what was said in it."""
    form = _filters(asked, visible)
    said = form.cleaned_data if form.is_valid() else {}
    year = int(said.get("year") or 0)
    found = queries.find_documents(
        visible,
        words=said.get("q", ""),
        kind=said.get("kind", ""),
        issuer=int(said["issuer"]) if said.get("issuer") else None,
        issued_from=date(year, 1, 1) if year else None,
        issued_to=date(year, 12, 31) if year else None,
        held=_IS_HELD[said.get("held", "")],
    )
    if said.get("review"):
        found = queries.reviewed(found, done=said["review"] == "done")
    if said.get("read_by"):
        found = queries.read_by_older(found)
    return found, form, said


def _filters(asked: QueryDict, visible: object) -> Filters:
    form = Filters(asked)
    any_ = ("", _("tất cả"))
    form.fields["kind"].choices = [any_, *((k, k) for k in queries.kinds(visible))]  # type: ignore[attr-defined,arg-type]
    form.fields["issuer"].choices = [any_, *queries.issuers(visible)]  # type: ignore[attr-defined,arg-type]
    form.fields["year"].choices = [any_, *((y, y) for y in queries.years(visible))]  # type: ignore[attr-defined,arg-type]
    return form
