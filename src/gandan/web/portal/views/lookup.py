"""Tra cứu kiến nghị: how far a petition is, by its code, without an account."""

from __future__ import annotations

from typing import Any

import regex
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gandan.domain.petitions import public
from gandan.web.portal.opening import own_page
from gandan.web.portal.pace import slowed
from gandan.web.portal.wording import STATES

_CODE = regex.compile(r"(?:KN)?([0-9A-Z]{5})([0-9A-Z]{5})")
# People read O as zero and I as one, as the alphabet of the codes intends.
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


@own_page
@require_safe
def lookup(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("code", "").strip()[:40]
    context: dict[str, Any] = {"room": "lookup", "typed": typed}
    if not typed:
        return render(request, "portal/lookup.html", context)
    if stop := slowed(request, "look-up"):
        return stop
    code = code_meant(typed)
    found = public.whereabouts(code, timezone.localdate()) if code else None
    context |= {"found": found, "asked": True, "state": STATES[found.state] if found else None}
    return render(request, "portal/lookup.html", context)


def code_meant(typed: str) -> str:
    """The code as it is kept, from how people type it: blanks, small letters, O for 0; "" if it is none."""
    plain = regex.sub(r"[^0-9A-Z]", "", typed.upper())
    found = _CODE.fullmatch(plain)
    if found is None:
        return ""
    return f"KN-{found[1].translate(_MISREAD)}-{found[2].translate(_MISREAD)}"
