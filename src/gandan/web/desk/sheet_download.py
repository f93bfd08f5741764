"""A list as an Excel sheet to take along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from gandan.kernel.text_sheets import MEDIA, text_sheet


def sheet_download(
    title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], name: str
) -> HttpResponse:
    """One sheet with these rows, as a file called `name`.xlsx."""
    answer = HttpResponse(text_sheet(title, heads, rows), content_type=MEDIA)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer
