from __future__ import annotations

from django.db import models

from gandan.domain.petitions.models.petition import Petition


class PublicRating(models.Model):
    """What the public says of the answers to a petition: counts and nothing else. Who said it, from
    where and when is kept nowhere."""

    petition = models.OneToOneField(Petition, on_delete=models.CASCADE, related_name="rating")
    helpful = models.PositiveIntegerField("trả lời rõ", default=0)
    unhelpful = models.PositiveIntegerField("trả lời chưa rõ", default=0)
    solved = models.PositiveIntegerField("đã giải quyết", default=0)
    unsolved = models.PositiveIntegerField("chưa giải quyết", default=0)

    def __str__(self) -> str:
        return f"đánh giá {self.petition_id}"
