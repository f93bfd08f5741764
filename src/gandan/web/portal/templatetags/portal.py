"""What templates of the public may ask: what kind of answer it is, in words."""

from __future__ import annotations

from typing import Any

from django import template

from gandan.web.portal.wording import ANSWERS

register = template.Library()


@register.inclusion_tag("portal/answer_kind.html")
def answer_kind(answer: Any) -> dict[str, Any]:
    word, shape = ANSWERS[answer.kind]
    return {"answer": answer, "word": word, "shape": shape}
