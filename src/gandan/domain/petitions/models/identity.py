from __future__ import annotations

from django.db import models

from gandan.domain.petitions.models.petition import Petition


class PetitionerIdentity(models.Model):
    """How to reach who asked: apart, optional, need-to-know. Nothing is searched or counted by it,
    and no key leads from one person to several petitions."""

    petition = models.OneToOneField(Petition, on_delete=models.CASCADE, related_name="+")
    name = models.CharField("họ và tên", max_length=120, blank=True)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    phone = models.CharField("số điện thoại", max_length=20, blank=True)

    def __str__(self) -> str:
        return f"người nêu kiến nghị {self.petition_id}"
