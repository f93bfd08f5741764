"""Dân biết: what came of what people asked, in figures that anybody may check."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gandan.domain.petitions import public_figures
from gandan.web.portal.opening import page


@page
def known(request: HttpRequest) -> HttpResponse:
    figures = public_figures.by_field()
    return render(request, "portal/known.html", {"room": "known", "figures": figures})
