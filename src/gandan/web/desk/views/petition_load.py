"""Nạp sổ kiến nghị: a file of petitions is looked through by the server, then its good rows are loaded."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory.queries import Account, Unit, home_unit
from gandan.domain.errands import actions as errands
from gandan.domain.errands.access import visible_errands
from gandan.domain.errands.queries import JUDGED
from gandan.domain.meetings import access as meetings
from gandan.domain.petitions import access, actions
from gandan.web.desk.asking import sent, today
from gandan.web.desk.offered_units import Offered
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.unit_field import UnitField

PER_PAGE = 200
_SUFFIXES = (".xlsx", ".jsonl", ".ndjson")


class LoadForm(forms.Form):
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    file = forms.FileField(
        label=gettext_lazy("Sổ kiến nghị (.xlsx)"),
        help_text=gettext_lazy(
            "Dòng đầu là tên cột, mỗi dòng sau một kiến nghị. Nạp lại cùng sổ không lưu đôi."
        ),
        widget=forms.FileInput(attrs={"accept": ",".join(_SUFFIXES)}),
    )
    unit = UnitField(label=gettext_lazy("Đơn vị tiếp nhận"))

    def __init__(self, data: Any, files: Any, *, who: Account) -> None:
        home = home_unit(who, today())
        super().__init__(data, files, initial={"key": secrets.token_hex(16), "unit": home})
        named: dict[str, Any] = self.fields
        named["unit"].offer(Offered(meetings.places_to_enter_for(who, today())))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if Path(file.name).suffix.lower() not in _SUFFIXES:
            raise ValidationError(
                _("%(name)s không phải tệp .xlsx. Hãy lưu sổ dưới dạng Excel (.xlsx) rồi gửi lại.")
                % {"name": file.name}
            )
        return file


def petition_load(request: SignedRequest) -> HttpResponse:
    access.must(request.user, "load", None, on=today())
    form = LoadForm(sent(request), request.FILES or None, who=request.user)
    if form.is_valid():
        said = form.cleaned_data
        file, unit = said["file"], said["unit"]
        made = errands.ask(
            "weigh-petitions", key=said["key"], said={"unit": unit.pk}, total=0,
            files=[(file.name, file.chunks())], actor=request.user, at=timezone.now(),
        )  # fmt: skip
        return redirect("errand", pk=made.pk)
    heads = [names[1].capitalize() for names in actions.COLUMNS.values()]
    return render(request, "desk/petition_load.html", {"form": form, "columns": heads})


def petitions_weighed(request: SignedRequest, pk: int) -> HttpResponse:
    """How many rows will be stored, and which are not, each with its reason; then they are loaded."""
    errand = get_object_or_404(visible_errands(request.user), pk=pk, kind="weigh-petitions")
    unit = get_object_or_404(Unit, pk=errand.said["unit"])
    actions.must_load(unit, actor=request.user, at=timezone.now())
    try:
        weighed = json.loads((errand.folder / JUDGED).read_bytes())
    except OSError:
        raise Http404 from None
    if request.method == "POST":
        with (errand.folder / "0").open("rb") as file:
            made = errands.ask(
                "load-petitions", key=f"petitions-{errand.pk}", said={"unit": unit.pk},
                total=errand.done, files=[(errand.said["files"][0], file)],
                actor=request.user, at=timezone.now(),
            )  # fmt: skip
        return redirect("errand", pk=made.pk)
    left_out = sorted(weighed["verdicts"], key=lambda each: each["verdict"] != "refused")
    refused = sum(each["verdict"] == "refused" for each in left_out)
    page = Paginator(left_out, PER_PAGE).get_page(request.GET.get("page"))
    counts = [
        (_("sẽ nạp"), weighed["new"]),
        (_("có sẵn"), len(left_out) - refused),
        (_("từ chối"), refused),
    ]
    return render(
        request,
        "desk/petitions_weighed.html",
        {
            "unit": unit, "file": errand.said["files"][0], "counts": counts, "page": page,
            "stores": weighed["new"], "verdicts": page.object_list, "unknown": weighed["unknown"],
            "unsorted": weighed["unsorted"],
        },
    )  # fmt: skip
