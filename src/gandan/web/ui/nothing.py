"""The one character that is no text to PostgreSQL (NUL) is taken out of what a browser sends.

Nobody types it; a broken program or an attack does. Whatever asks the database with it would end in a
fault, and only there: SQLite takes it.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict

_NUL, _WRITTEN = "\0", "%00"


class WithoutNothing:
    """Files keep their bytes: only the words of an address and of a form are looked at."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = request.META.get("QUERY_STRING", "")
        if _WRITTEN in asked:
            request.META["QUERY_STRING"] = asked.replace(_WRITTEN, "")
        if request.method == "POST" and any(
            _NUL in value for _name, values in request.POST.lists() for value in values
        ):
            request.POST = _without(request.POST)  # type: ignore[assignment]
        return self._get_response(request)


def _without(said: QueryDict) -> QueryDict:
    kept = QueryDict(mutable=True)
    for name, values in said.lists():
        kept.setlist(name, [value.replace(_NUL, "") for value in values])
    kept._mutable = False
    return kept
