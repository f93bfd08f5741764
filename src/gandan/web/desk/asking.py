"""Who asks, on which day: the two things that every question to the domain begins with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django import forms
from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from gandan.kernel.refusal import Refused

Thing = TypeVar("Thing")


def today() -> date:
    """The day in Vietnam."""
    return timezone.localdate()


def sent(request: HttpRequest) -> QueryDict | None:
    """The form that was sent, even an empty one; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None


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
