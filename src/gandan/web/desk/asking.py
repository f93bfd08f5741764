"""Who asks, on which day: the two things that every question to the domain begins with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from gandan.kernel.refusal import Refused

Thing = TypeVar("Thing")


def today() -> date:
    """The day in Vietnam."""
    return timezone.localdate()


def day_asked(request: HttpRequest) -> date | None:
    """The day in the address; one that is no day counts as none asked."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return None


def sent(request: HttpRequest) -> QueryDict | None:
    """The form that was sent, even an empty one; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


def whole_or_told(request: HttpRequest, form: forms.Form) -> bool:
    """Whether a small form of a page can be used; if not, the person is told why on the next page."""
    if form.is_valid():
        return True
    wrong = [
        f"{form[name].label}: {errors[0]}" if name in form.fields else str(errors[0])
        for name, errors in form.errors.items()
    ]
    messages.error(request, _("Chưa lưu gì. Hãy xem lại: %(fields)s") % {"fields": " ".join(wrong)})
    return False


def done_or_told(request: HttpRequest, act: Callable[[], Thing]) -> Thing | None:
    """Do a verb of the domain; if it refuses, the person is told its sentence on the next page."""
    try:
        return act()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return None


def done_or_shown(form: forms.Form, act: Callable[[], Thing]) -> Thing | None:
    """The same where a form is shown again: what was typed is kept, the sentence stands above."""
    try:
        return act()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
