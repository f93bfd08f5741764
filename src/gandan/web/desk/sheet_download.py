"""A list as an Excel sheet to take along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse

from gandan.kernel.text_sheets import MEDIA, text_sheet


def wants_sheet(request: HttpRequest) -> bool:
    """Whether the list is asked for as a sheet: `?form=xlsx` at its own address."""
    return request.GET.get("form") == "xlsx"


def sheet_download(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], name: str
) -> HttpResponse:
    """One sheet with these rows, as a file called `name`.xlsx."""
    answer = HttpResponse(text_sheet(title, heads, rows), content_type=MEDIA)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer
