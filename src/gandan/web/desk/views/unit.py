"""One unit: where it stands, how documents call it, who works there, what happened to it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gandan.domain.directory import access, actions, queries
from gandan.domain.registry.access import visible_documents
from gandan.domain.registry.queries import documents_cited
from gandan.domain.tasks import access as task_access
from gandan.domain.tasks import queries as tasks
from gandan.web.desk.asking import day_asked, done_or_shown, sent, today
from gandan.web.desk.request import SignedRequest
from gandan.web.desk.rows import rows_of
from gandan.web.desk.unit_changes import CHANGES
from gandan.web.desk.unit_field import UnitField
from gandan.web.desk.unit_forms import DayField
from gandan.web.desk.views.unit_names import AliasForm

FIRST_DUTIES = 10
BELOW = 100


class UnitForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Tên đơn vị"), max_length=300)
    code = forms.CharField(
        label=gettext_lazy("Mã"),
        max_length=40,
        help_text=gettext_lazy("Ngắn, không trùng: ví dụ H12.SNV"),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Loại"), choices=queries.UnitKind.choices)
    level = forms.ChoiceField(label=gettext_lazy("Cấp"), choices=queries.Level.choices)
    parent = UnitField(label=gettext_lazy("Thuộc"), required=False)
    valid_from = DayField(label=gettext_lazy("Hoạt động từ ngày"), required=False)
    citation = forms.CharField(
        label=gettext_lazy("Thành lập theo văn bản"), max_length=300, required=False
    )


def unit(request: SignedRequest, pk: int) -> HttpResponse:
    """The unit as of a day (`on`, else today): its name, its place and its people on that day."""
    day = today()
    who = access.standing(request.user, day)
    access.must(who, "read", None, on=day)
    this = get_object_or_404(queries.Unit, pk=pk)
    on = day_asked(request) or day
    duties = tasks.of_unit(task_access.visible_beside(who, this), this)
    below = queries.descendants(this, on).filter(parent=this)
    over = queries.parent_on(this, on)
    changes = CHANGES if access.can(who, "restructure", this, on=day) else {}
    identifiers = list(queries.identifiers_of(this))
    papers = documents_cited(
        visible_documents(who, day), {one.citation for one in identifiers if one.citation}
    )
    return render(
        request,
        "desk/unit.html",
        {
            "unit": this,
            "name": queries.name_on(this, on),
            "on": on,
            "today": day,
            "exists": this.holds_on(on),
            "above": [*queries.units_above(over), over] if over else [],
            "below": Paginator(below, BELOW).get_page(request.GET.get("page")),
            "names": queries.names_of(this),
            "posts": queries.people_of(this, on),
            "events": queries.events_of(this),
            "before": queries.links_before(this),
            "after": queries.links_after(this),
            "successors": [] if this.holds_on(on) else queries.successors_of(this, on),
            "identifiers": [(one, papers.get(one.citation)) for one in identifiers],
            "may_identify": access.can(who, "restructure", this, on=day),
            "duties": rows_of(tasks.listed(duties)[:FIRST_DUTIES], day),
            "duty_count": duties.count(),
            "may_name": access.can(who, "name_unit", this, on=day),
            "changes": changes if this.holds_on(day) else {},
            "alias_form": AliasForm(),
        },
    )


def unit_new(request: SignedRequest) -> HttpResponse:
    """Enter a unit that a document names and the directory does not know."""
    day = today()
    who = access.standing(request.user, day)
    if not who.holds(access.Role.ADMINISTRATOR):  # of some unit: the verb asks under which
        access.must(who, "create_unit", None, on=day)
    form = UnitForm(sent(request), initial={"name": request.GET.get("name", "")})
    if form.is_valid():
        made = done_or_shown(
            form,
            lambda: actions.create_unit(**form.cleaned_data, actor=request.user, at=timezone.now()),
        )
        if made:
            messages.success(request, _("Đã thêm đơn vị %(name)s.") % {"name": made.name})
            back = request.GET.get("next", "")
            safe = url_has_allowed_host_and_scheme(back, {request.get_host()})
            return redirect(back if safe else reverse("unit", args=[made.pk]))
    return render(
        request,
        "desk/form.html",
        {
            "form": form,
            "heading": _("Thêm đơn vị"),
            "verb": _("Thêm đơn vị"),
            "back": reverse("units"),
        },
    )
