"""Which bodies a heading or a lead-in names for the statements below it.

One walk over the blocks in their order; what is open at each level is remembered, so the cost is
linear in the number of blocks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from vanban.facts.context import Context
from vanban.facts.duties.lead import Lead
from vanban.facts.duties.order import REQUEST
from vanban.facts.duties.partners import executors_of
from vanban.facts.duties.posts import addressed_by_place, titled_by_place
from vanban.facts.duties.sections import bars_of, closes
from vanban.facts.duties.sentences import sentences_of
from vanban.facts.duties.subject import last_subject_of
from vanban.facts.unit import Unit, list_units, read_units
from vanban.facts.unit_grammar import VERB
from vanban.layout.page import Layout
from vanban.model import Block, Span
from vanban.rules.pattern import compiled, placed

HEADING_PREFIX = placed(
    r"\s*(?:[IVXLC]+\s*[.)-]\s*)?(?:(?:nội\s+dung(?:\s+(?:công\s+việc|phối\s+hợp))?(?:\s+(?:của|do|đối\s+với|giao))?(?=\s+\p{L}[^.;]{2,160}\s(?:có\s+trách\s+nhiệm|chủ\s+trì|phụ\s+trách))|(?:trách\s+nhiệm|nhiệm\s+vụ|phân\s+công|quyền\s+hạn)(?:\s+(?:và|,)\s*(?:quyền\s+hạn|trách\s+nhiệm|nhiệm\s+vụ))?(?:\s+(?:cụ\s+thể|thực\s+hiện))?\s+(?:của|đối\s+với|cho)|đối\s+với|về\s+phía|"
    r"(?:trân\s+trọng\s+|kính\s+)?đề\s+nghị|yêu\s+cầu|giao(?:\s+(?:cho|trách\s+nhiệm\s+cho|nhiệm\s+vụ\s+cho))?|phân\s+công)\s+)?",
    regex.IGNORECASE,
)
_REST_OF_HEADING = placed(
    r"\s*(?:[:.;]\s*|(?:(?:có\s+)?trách\s+nhiệm|thực\s+hiện|chủ\s+trì|có\s+nhiệm\s+vụ|tập\s+trung|làm\s+tốt)?[^.;]{0,60}?:\s*|(?:có\s+)?trách\s+nhiệm\s*|(?:(?:có|chịu)\s+trách\s+nhiệm\s+)?(?:chủ\s+trì|thực\s+hiện|phụ\s+trách|triển\s+khai)(?:\s*,?\s*(?:thực\s+hiện|phối\s+hợp|triển\s+khai))?\s*)?$",
    regex.IGNORECASE,
)
#: «V. TỔ CHỨC» above «THỰC HIỆN»: a heading cut in two, no organisation.
_CUT = compiled(r"tổ\s+chức\s*", regex.IGNORECASE)
_LONGEST_TITLE = 18
#: «… đề nghị các chi bộ thực hiện một số nội dung sau.»: a full stop where a colon was meant.
_SAYS_BELOW = compiled(
    r"\s(?:(?:nội\s+dung|nhiệm\s+vụ|công\s+việc|việc)\s+(?:như\s+)?sau(?:\s+đây)?|(?:cụ\s+thể\s+)?như\s+sau)\.$"
)
#: «… lãnh đạo thực hiện tốt công tác tuyên truyền. Cụ thể:»: whom it charges, the sentence before says.
_ONLY_ANNOUNCES = compiled(
    r"\W*(?:(?:và\s+)?(?:một\s+số\s+)?(?:nội\s+dung\s+)?(?:cụ\s+thể|trong\s+đó|như\s+sau|sau\s+đây)(?:\s+(?:như\s+sau|là))?)\s*:\W*",
    regex.IGNORECASE,
)
#: «Sau khi nghe … báo cáo, đồng chí A kết luận như sau:»: who was heard and who speaks are not charged.
_HEARD = placed(r"\W*Sau\s+khi\s+(?:nghe|xem\s+xét|thảo\s+luận)\s")
#: «Giám đốc Sở có trách nhiệm:» charges, wherever a letter says so.
_ANSWERS = placed(r"\s*(?:có|chịu)\s+(?:trách\s+nhiệm|nhiệm\s+vụ)(?!\p{L})")
_ASKS_NOBODY = compiled(r"\b(?:yêu\s+cầu|đề\s+nghị|chỉ\s+đạo)[^:.;]{0,80}:\s*$", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Governed:
    """What rules one block: the lead it inherits, and what its section forbids."""

    lead: Lead | None
    bars: str
    gives: Lead | None
    is_lead_in: bool
    closes: bool = False


def govern(page: Layout, context: Context) -> tuple[Governed, ...]:
    """For each block of the page, what governs it."""
    out: list[Governed] = []
    open_at: dict[int | None, Lead] = {}
    parents = {block.parent for block in page.blocks}
    posts = addressed_by_place(page)
    for number, block in enumerate(page.blocks):
        above = out[block.parent] if block.parent is not None else None
        inherited = open_at.get(block.parent) or (above and (above.gives or above.lead)) or None
        bars = above.bars if above else ""
        if block.kind == "heading" or number in parents:
            bars = bars or bars_of(page, block)
        if bars and bars != "statement" and inherited and bars_of(page, block):
            inherited = None
        closing = closes(page, block)
        if closing or block.zone not in ("body", "appendix", "preamble"):
            out.append(Governed(None, bars, None, False, closing))
            continue
        given, is_lead_in = _given(page, block, number in parents, context)
        if given is None and number in posts:
            given, is_lead_in = posts[number], True
        if block.kind == "paragraph" and not given and _is_title(page, block):
            given = heading_lead(page.text, block.span, alone=True) or titled_by_place(page, block)
            is_lead_in = True
            open_at.pop(block.parent, None)
        if given and is_lead_in and block.kind == "paragraph":
            open_at[block.parent] = given
        out.append(Governed(inherited, bars, given, is_lead_in))
    return tuple(out)


def _is_title(page: Layout, block: Block) -> bool:
    """Whether a paragraph is a heading whose number was lost: a few words that close with no mark."""
    words = page.said(block).strip(" *\n")
    return (
        block.zone in ("body", "appendix")
        and words[:1].isupper()
        and words[-1:].isalpha()
        and len(words.split()) <= _LONGEST_TITLE
    )


def _given(
    page: Layout, block: Block, has_children: bool, context: Context
) -> tuple[Lead | None, bool]:
    """The lead that a block gives to those below it, and whether it is only a lead-in."""
    if block.kind in ("row", "line", "footnote"):
        return None, False
    words = page.said(block).rstrip(" *\t\n")
    announces = words.endswith(":") or _SAYS_BELOW.search(words) is not None
    if block.zone != "preamble":
        heading = heading_lead(page.text, block.span, alone=block.kind == "paragraph")
        if heading is not None and (has_children or block.kind == "heading" or announces):
            return heading, True
    if not announces:
        return None, False
    last = lead_in_of(page.text, block.span)
    found = last_subject_of(page.text, last)
    if found is None and last.start > block.span.start:
        alone = heading_lead(page.text, last, alone=True)
        if alone is not None:
            return alone, True
    answers = found is not None and _ANSWERS.match(page.text, found.predicate)
    told = block.zone == "preamble" or _HEARD.match(words)
    if told and found and not (_is_asked(found) or answers):
        found = None  # «UBND tỉnh ban hành Kế hoạch như sau:» says who issues, not who acts
    if found is None:
        return _addressed(page, block, context), True
    executors = executors_of(page.text, Span(found.predicate, block.span.end))
    return replace(found, source="chapeau", rule="duty.chapeau", executors=executors), True


def lead_in_of(text: str, span: Span) -> Span:
    """The sentence of a block that leads in: its last, or the one before «Cụ thể:»."""
    *before, last = sentences_of(text, span)
    return before[-1] if before and _ONLY_ANNOUNCES.fullmatch(text, last.start, last.end) else last


def _is_asked(lead: Lead) -> bool:
    return lead.rule.startswith("assignment.request")


def heading_lead(text: str, span: Span, alone: bool = False) -> Lead | None:
    """The bodies that a heading consists of: «1. Sở Nội vụ», «Trách nhiệm của Sở X», «Giao Sở X:».

    `alone`: no predicate may follow them ("… tập trung thực hiện:" makes a paragraph a lead-in).
    """
    words = span.of(text)
    titled = words.title() if words.isupper() else words
    if titled != words and len(titled) == len(words):
        # «SỞ NỘI VỤ» is read as it would be written in a sentence.
        found = heading_lead(titled, Span(0, len(words)), alone)
        return _moved(found, span.start) if found else None
    prefix = HEADING_PREFIX.match(text, span.start, span.end)
    at = prefix.end() if prefix else span.start
    units = None if _CUT.fullmatch(text, at, span.end) else read_units(text, at, span.end)
    if units is None:
        return None
    rest = text[units.resumes : span.end].strip(" *\n\t")
    begins = units.resumes + (
        len(text[units.resumes : span.end]) - len(text[units.resumes : span.end].lstrip())
    )
    if rest and (not _REST_OF_HEADING.match(rest) or REQUEST.match(rest)):
        return None
    if rest and not rest.startswith((":", ".", ";")) and alone:
        return None
    if rest and not rest.startswith((":", ".", ";")) and not VERB.match(text, begins, span.end):
        return None
    if not _addresses(units.units, text[span.start : at]):
        return None
    return Lead(units.units, "heading", "duty.heading", units.span, units.resumes)


def _moved(lead: Lead, by: int) -> Lead:
    """The same lead, found in a stretch of the page that begins at `by`."""
    units = tuple(
        replace(unit, span=Span(unit.span.start + by, unit.span.end + by)) for unit in lead.units
    )
    said = Span(lead.said.start + by, lead.said.end + by)
    return replace(lead, units=units, said=said, predicate=lead.predicate + by)


def _addresses(units: tuple[Unit, ...], prefix: str) -> bool:
    """A bare noun («Tổ chức», «Nhân dân») is a topic unless the heading says it is addressed."""
    return bool(prefix.strip()) or any(
        unit.named or unit.every or "," in unit.name or len(unit.name.split()) > 2 for unit in units
    )


def _addressed(page: Layout, block: Block, context: Context) -> Lead | None:
    """«UBND tỉnh yêu cầu:» in a letter lays the items below it on those whom the letter addresses."""
    if not context.header.addressed_to or not _ASKS_NOBODY.search(page.said(block)):
        return None
    if REQUEST.search(page.text, block.span.start, block.span.end) is None:
        return None
    span = context.header.spans.get("addressed_to")
    if span is None:
        return None
    units = tuple(unit for unit in list_units(page.text, span) if unit.known)
    if not units:
        return None
    return Lead(units, "chapeau", "duty.addressed", span, block.span.end)
