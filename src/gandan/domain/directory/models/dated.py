"""Rows that are true for a time: `valid_from` and `valid_to` are both days on which they hold."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q


def valid_on(day: date, prefix: str = "") -> Q:
    """The rows that hold on a day; `prefix` is the way to them ("names__")."""
    began = Q(**{f"{prefix}valid_from__isnull": True}) | Q(**{f"{prefix}valid_from__lte": day})
    lasts = Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gte": day})
    return began & lasts


def not_over(day: date) -> Q:
    """The rows that hold on a day or will hold after it."""
    return Q(valid_to__isnull=True) | Q(valid_to__gte=day)


class Dated(models.Model):
    """No `valid_from`: since before our records. No `valid_to`: until further notice."""

    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến ngày", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lte=models.F("valid_to")),
                name="%(app_label)s_%(class)s_begins_before_it_ends",
            )
        ]

    def holds_on(self, day: date) -> bool:
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_to is None or day <= self.valid_to)
