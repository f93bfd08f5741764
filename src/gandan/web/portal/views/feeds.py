"""What was published lately, for programs that read news: RSS and Atom."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.urls import reverse, reverse_lazy
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed

from gandan.domain.petitions import public
from gandan.domain.petitions.queries import Petition

NEWEST = 30
_TITLE = 100


class Questions(Feed):  # type: ignore[type-arg]
    """In Vietnamese, as the questions and answers are."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed
    language = "vi"
    title = "Dân hỏi, chính quyền trả lời"
    link = reverse_lazy("portal-questions")
    description = "Câu hỏi, kiến nghị đã công khai và trả lời của cơ quan có thẩm quyền."

    def items(self) -> QuerySet[Petition]:
        return public.published()[:NEWEST]

    def item_title(self, item: Petition) -> str:
        said = " ".join(item.published_text.split())
        return said if len(said) <= _TITLE else f"{said[:_TITLE].rsplit(' ', 1)[0]}…"

    def item_description(self, item: Petition) -> str:
        answers: list[Any] = item.public_answers  # type: ignore[attr-defined]
        said = [f"{one.unit or ''}: {one.published_text}" for one in answers]
        return "\n\n".join([item.published_text, *said])

    def item_link(self, item: Petition) -> str:
        return reverse("portal-question", args=[item.code])

    def item_guid(self, item: Petition) -> str:
        return item.code

    item_guid_is_permalink = False

    def item_pubdate(self, item: Petition) -> datetime | None:
        return item.published_at

    def item_updateddate(self, item: Petition) -> datetime | None:
        answers: list[Any] = item.public_answers  # type: ignore[attr-defined]
        return max([one.published_at for one in answers], default=item.published_at)


class QuestionsAtom(Questions):
    """The same as Atom."""

    feed_type = Atom1Feed
    subtitle = Questions.description
