from __future__ import annotations

from django.db import models

from gandan.domain.directory.models.dated import Dated
from gandan.domain.directory.models.unit import Unit


class Person(models.Model):
    """Somebody who works for a unit: a name and nothing more. Duties belong to units."""

    name = models.CharField("họ và tên", max_length=120)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Post(Dated):
    """The place a person holds in a unit for a time ("Phó Trưởng ban")."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField("chức vụ", max_length=120)

    class Meta(Dated.Meta):
        ordering = ["unit", "id"]

    def __str__(self) -> str:
        return f"{self.person}, {self.title}"


class Delegation(Dated):
    """Ủy quyền, "giao phụ trách": for a time one person acts for another in a unit, by a document."""

    giver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations_given")
    receiver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations_held")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="delegations")
    citation = models.CharField("văn bản", max_length=300)

    class Meta(Dated.Meta):
        ordering = ["unit", "-valid_from", "id"]

    def __str__(self) -> str:
        return f"{self.receiver} thay {self.giver}"


class Leave(Dated):
    """Days on which somebody is away. Why is nobody's business here, so there is no field for it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="leaves")

    class Meta(Dated.Meta):
        ordering = ["-valid_from", "id"]

    def __str__(self) -> str:
        return f"{self.person}: nghỉ"
