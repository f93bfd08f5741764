"""Gửi ý kiến: a suggestion or petition without an account; a denunciation is not kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from gandan.domain.directory.actions import machine_account
from gandan.domain.petitions import actions, public
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.denunciation import denounces
from gandan.domain.petitions.queries import Petition, SourceKind
from gandan.kernel.events import deed
from gandan.kernel.refusal import Refused
from gandan.web.portal.attachments import Opened, opened
from gandan.web.portal.forms import SendForm, place_of
from gandan.web.portal.opening import own_page
from gandan.web.portal.pace import slowed

RECEIPT = "receipt"
_HOUR = 3600


@own_page
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def send(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "portal/send.html", {"room": "send", "form": SendForm()})
    if stop := slowed(request, "send"):
        return stop
    form = SendForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            said = form.cleaned_data
            files = opened(said["attachments"])
            if denounces(_all_said(said, files)):
                return _denounced(request)
            return _with_receipt(request, _kept(form, files))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "portal/send.html", {"room": "send", "form": form}, status=422)


@own_page
@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """The code, large, for paper. Only the browser that sent has it, and for an hour."""
    code = request.get_signed_cookie(RECEIPT, default="", max_age=_HOUR)
    found = public.whereabouts(code, timezone.localdate()) if code else None
    if found is None:
        return redirect("portal-send")
    return render(request, "portal/receipt.html", {"room": "send", "found": found})


def _all_said(said: dict[str, Any], files: list[Opened]) -> str:
    return "\n".join([said["text"], *(file.text for file in files)])


def _denounced(request: HttpRequest) -> HttpResponse:
    """Luật Tố cáo 25/2018/QH14 Điều 8: who denounces must not become known. Nothing of the text is kept,
    shown or logged here; the page says which ways are safe (Điều 22)."""
    return render(request, "portal/denunciation.html", {"room": "send"}, status=422)


@deed("petition.receive", "petition.attach")
def _kept(form: SendForm, files: list[Opened]) -> Petition:
    now = timezone.now()
    said = form.cleaned_data
    unit = form.units.get(said["unit"])
    machine = machine_account(now)
    petition = actions.receive(
        said["text"],
        Origin(SourceKind.PORTAL),
        said_on=timezone.localdate(now),
        unit=unit,
        place_code=unit.territory if unit else "",
        place_text=place_of(unit.name) if unit else "",
        field=said["field"],
        petitioner={name: said[name] for name in ("name", "phone", "address")},
        actor=machine,
        at=now,
        key=said["key"],
    )
    for file in files:
        actions.attach(petition, file.data, file.name, actor=machine, at=now)
    return petition


def _with_receipt(request: HttpRequest, petition: Petition) -> HttpResponse:
    answer = redirect("portal-receipt")
    answer.set_signed_cookie(
        RECEIPT, petition.code, max_age=_HOUR, httponly=True, samesite="Lax",
        secure=request.is_secure(), path="/dan/gui/",
    )  # fmt: skip
    return answer
