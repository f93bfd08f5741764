"""The body that a sentence names as the doer: its subject, or the one it asks or charges."""

from __future__ import annotations

from vanban.facts.duties.addressees import addressees, is_people
from vanban.facts.duties.announced import (
    COMMANDS,
    DIRECTS,
    ISSUED,
    PRIME_MINISTER,
    SPEAKER,
    WHO_HOLDS,
    after_a_paper,
    after_an_announcement,
)
from vanban.facts.duties.clause_start import places
from vanban.facts.duties.described import described
from vanban.facts.duties.lead import Lead
from vanban.facts.duties.opening import INTRODUCES, NOMINAL, OPENING
from vanban.facts.duties.order import ASKS, REQUEST, begins_with_a_verb
from vanban.facts.duties.territory import territory
from vanban.facts.duties.unknown_verb import parted
from vanban.facts.unit import Unit, Units, read_units
from vanban.facts.unit_grammar import NOT_DUTY, VERB
from vanban.model import Span
from vanban.rules.pattern import compiled, placed
from vanban.rules.sought import Sought

_ANY_REQUEST = Sought(ASKS)
_DONE = placed(r"\s*(?:cũng\s+)?đã\s")
_COMMA = placed(r"\s*,?\s*")
_NEXT_CLAUSE = compiled(r";\s+")
_AFTER_NAME = placed(r"\s*[,:]?\s*(?:(?:cũng|còn)\s+)?")
_CHARGED = placed(r",\s+(?=(?:chịu|có)\s+trách\s+nhiệm\s|phải\s|cần\s|chủ\s+trì\s)")
#: «Đồng chí Lò Văn Ích thăm các gia đình»: a person by name alone does much that is no duty.
_BY_NAME = placed(r"(?:[Đđ]ồng\s+chí|[Đđ]/c)\s+\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){1,4}")
_TAKES_CHARGE = placed(
    r"(?:chủ\s+trì(?!\s+(?:hội\s+nghị|cuộc|buổi|phiên|lễ))|phụ\s+trách|(?:có|chịu)\s+trách\s+nhiệm|tham\s+mưu|theo\s+dõi)(?!\p{L})"
)
#: «ngành, lĩnh vực», «đơn vị mình»: no body that a sentence could be about; nor are the two kinds of
#: inspection (Luật Thanh tra) one that inspects.
_NO_DOER = placed(
    r"(?i:.*\s(?:mình|nào)|(?:các\s+|từng\s+|những\s+)?lĩnh\s+vực(?:\s.*)?|(?:(?:các|những|mọi)\s+)?đồng\s+chí|thanh\s+tra\s+(?:hành\s+chính|chuyên\s+ngành))"
)


def subject_of(text: str, span: Span) -> Lead | None:
    """The doer that this sentence names; `None` for a sentence without one ("Tăng cường …")."""
    opening = OPENING.match(text, span.start, span.end)
    at = opening.end() if opening else span.start
    announced = after_an_announcement(text, Span(at, span.end))
    if announced is not None:
        return subject_of(text, announced)
    if asked := _by_a_paper(text, at, span.end):
        return asked
    found = _at(text, at, span.end, direct=True) or territory(text, at, span.end)
    if found is not None:
        return found
    if begins_with_a_verb(text, at) or _tells_what_was_done(text, at, span.end):
        return _charged_after(text, at, span.end)
    if NOMINAL.match(text, at, span.end):
        return None
    introduced = INTRODUCES.match(text, at, span.end) is not None
    for place in places(text, at, span.end):
        if said := after_an_announcement(text, Span(place, span.end)):
            return subject_of(text, said)
        found = _at(text, place, span.end, direct=False)
        after_topic = text[at:place].rstrip().endswith(":")
        if found and (introduced or after_topic or _stands_out(found)):
            return found
    return None


def _charged_after(text: str, at: int, end: int) -> Lead | None:
    """«Tiếp thu ý kiến cử tri, UBND tỉnh giao Sở Y tế …»: the clause before says only what for."""
    if _ANY_REQUEST.search(text, at, end) is None:
        return None  # most orders; their clauses need not be gone through
    for place in places(text, at, end):
        if paper := _by_a_paper(text, place, end):
            return paper
        found = _asked(text, place, end, direct=False, anybody=False)
        if found is not None and found.rule == "assignment.request_by_issuer":
            return found
    return None


def entrusted_in(text: str, span: Span) -> Lead | None:
    """«Tổ chức tốt việc …; giao Ban A chỉ đạo …»: who is entrusted in a later clause of an order."""
    for mark in _NEXT_CLAUSE.finditer(text, span.start, span.end):
        found = _asked(text, mark.end(), span.end, direct=False, anybody=False)
        if found and text.startswith("giao", mark.end()) and found.units[0].named:
            return found
    return None


def _tells_what_was_done(text: str, at: int, end: int) -> bool:
    """«Sở Y tế đã phối hợp với các ngành, UBND xã A khảo sát …»: a partner is no doer."""
    units = read_units(text, at, end)
    return units is not None and _DONE.match(text, units.resumes, end) is not None


def _stands_out(found: Lead) -> bool:
    """Whether a doer named late in a sentence that nothing introduces can be no object of it: it is
    asked («Các nội dung khác, yêu cầu các đơn vị …»), or has a name of its own."""
    if found.rule != "assignment.subject":
        return True
    return found.names[0][0].isupper() and all(unit.named for unit in found.units)


def last_subject_of(text: str, span: Span) -> Lead | None:
    """The doer nearest the end of a lead-in ("…, UBND tỉnh yêu cầu các sở thực hiện:")."""
    found = None
    opening = OPENING.match(text, span.start, span.end)
    starts = [opening.end() if opening else span.start]
    if NOMINAL.match(text, starts[0], span.end):
        return None
    for place in [*starts, *places(text, starts[0], span.end)]:
        if found is not None and place < found.predicate:
            continue
        found = _at(text, place, span.end, direct=True, anybody=True) or found
    return found


def further_subjects(text: str, span: Span, first: Lead) -> tuple[Unit, ...]:
    """Named doers of later clauses of the same sentence: «Giao A thực hiện; B và C giám sát»."""
    units: list[Unit] = []
    for mark in _NEXT_CLAUSE.finditer(text, first.predicate, span.end):
        opening = OPENING.match(text, mark.end(), span.end)
        found = _at(text, opening.end() if opening else mark.end(), span.end, direct=False)
        if found and found.names[0][0].isupper() and all(unit.named for unit in found.units):
            units += [unit for unit in found.units if unit.name not in first.names]
    return tuple(units)


def _by_a_paper(text: str, at: int, end: int) -> Lead | None:
    """«UBND tỉnh vừa có văn bản đề nghị X …», «… ban hành Công văn số 21 chỉ đạo X …»."""
    asks = after_a_paper(text, at, end)
    if asks is None:
        return None
    if REQUEST.match(text, asks, end):
        return _asked(text, asks, end, True, False)
    units = read_units(text, asks, end)
    return _lead(units, "assignment.request", Span(at, units.span.end), True) if units else None


def _at(text: str, at: int, end: int, direct: bool, anybody: bool = False) -> Lead | None:
    return (
        _by_a_paper(text, at, end)
        or _asked(text, at, end, direct, anybody)
        or _subject(text, at, end, direct)
    )


def _asked(text: str, at: int, end: int, direct: bool, anybody: bool) -> Lead | None:
    """«Giao X …», «Đề nghị X …», «UBND tỉnh yêu cầu X …»."""
    speaker = SPEAKER.match(text, at, end)
    request = REQUEST.match(text, speaker.end() if speaker else at, end)
    rule = "assignment.request"
    if request is None:
        issuer = read_units(text, at, end)
        if issuer is None:
            return None
        named = WHO_HOLDS.match(text, issuer.resumes, end) if issuer.units[-1].person else None
        gap = named or _AFTER_NAME.match(text, issuer.resumes, end)
        said = gap.end() if gap else issuer.resumes
        request = REQUEST.match(text, said, end)
        if request is None and PRIME_MINISTER.match(issuer.units[0].name):
            request = DIRECTS.match(text, said, end)
        rule = "assignment.request_by_issuer"
        # «… về cán bộ, công chức, UBND tỉnh giao Sở A …»: only the last of these is who speaks.
        first = issuer.units[0].name
        speaks = issuer.units[-1].name if first.islower() else first
        commands = anybody or COMMANDS.match(speaks)
        if request is None or not (commands or request.group()[:2].lower() in ("đề", "yê")):
            return None
    asked = addressees(text, request.end(), end)
    if asked is None:
        return None
    asked = parted(text, asked, end) or asked
    asked = described(text, asked, _blank(text, asked.resumes, end), end, is_asked=True) or asked
    return _lead(asked, rule, Span(request.start(), asked.span.end), direct)


def _subject(text: str, at: int, end: int, direct: bool) -> Lead | None:
    """«X chủ trì …»: a list of bodies and then a verb of which they are the subject."""
    units = read_units(text, at, end)
    if units is None or is_people(units) or any(map(_NO_DOER.fullmatch, units.names)):
        return None
    if ISSUED.match(text, units.resumes, end) or _speaks(text, units, end):
        return None
    whole = parted(text, units, end) if direct else None
    if whole is not None:
        return _lead(whole, "assignment.subject", whole.span, direct).doubted("unknown_verb")
    gap = _COMMA.match(text, units.resumes, end) if direct else None
    resumes = gap.end() if gap else _blank(text, units.resumes, end)
    if gap is None and (charged := _CHARGED.match(text, resumes, end)):
        resumes = charged.end()
    alone = not any(unit.named for unit in units.units)
    whole = described(text, units, resumes, end)
    if whole is not None:
        units = whole
        resumes = _past_comma(text, units.resumes, end)
    verb = VERB.match(text, resumes, end)
    state = NOT_DUTY.match(text, resumes, end)
    if all(map(_BY_NAME.fullmatch, units.names)) and not _TAKES_CHARGE.match(text, resumes, end):
        return None
    if verb is None or (state and (len(verb.group()) < 4 or state.end() > verb.end())):
        return None
    found = _lead(units, "assignment.subject", units.span, direct)
    return found.doubted("generic") if alone else found


def _speaks(text: str, units: Units, end: int) -> bool:
    """«Bí thư Tỉnh ủy … yêu cầu …»: an official who asks others is not charged with it."""
    if not units.units[-1].person or not COMMANDS.match(units.units[0].name):
        return False
    gap = WHO_HOLDS.match(text, units.resumes, end) or _AFTER_NAME.match(text, units.resumes, end)
    request = REQUEST.match(text, gap.end() if gap else units.resumes, end)
    return request is not None and request.group()[:2].lower() in ("đề", "yê", "gi")


def _lead(units: Units, rule: str, said: Span, direct: bool) -> Lead:
    doubts = () if direct else ("late",)
    return Lead(units.units, "explicit", rule, said, units.resumes, doubts=doubts)


def _past_comma(text: str, at: int, end: int) -> int:
    gap = _COMMA.match(text, at, end)
    return gap.end() if gap else at


def _blank(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
