"""A statement divided among the bodies that its sentences name.

One statement is one duty. It is divided only at a sentence that brings another lead or a date of
its own; a sentence without a subject that comes after such a change belongs to nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from vanban.facts.duties.clause_start import states
from vanban.facts.duties.lead import Lead
from vanban.facts.duties.sections import is_quota
from vanban.facts.duties.sentences import parts_of, sentences_of
from vanban.facts.duties.subject import entrusted_in, further_subjects, subject_of
from vanban.facts.time import Times, parse
from vanban.facts.unit_grammar import RESPONSIBLE, one_of
from vanban.model import Span
from vanban.rules import rules, table
from vanban.rules.pattern import compiled, placed
from vanban.rules.sought import Sought

_RULES = {rule.id: rule.pattern for rule in rules("assignment")}
_CLOSING = _RULES["assignment.closing"]
_ONLY_CHARGES = _RULES["assignment.only_charges"]
_FOR_INFORMATION = _RULES["assignment.for_information"]
_TROUBLE = Sought(_RULES["assignment.trouble"])
_IN_BRACKETS = compiled(r"\(([^()]{6,240})\)\s*[.;]?\s*$")
_FIRST_PART = compiled(r"\(1\)\s+")
_LETTER = compiled(r"\p{L}")
_CONTENTLESS = compiled(rf"\b(?:{one_of(table('assignment')['contentless'])})\b")
_HELPS = placed(r"\s*+(?:,\s*+)?phối\s+hợp\s")
_LONGEST_CHARGE = 400
_COMMITTEE = compiled(
    r"(?:các\s+)?(?:đảng|cấp\s+ủy|chi\s+(?:bộ|ủy)|ban\s+(?:thường\s+vụ|cán\s+sự|chấp\s+hành))",
    regex.IGNORECASE,
)
_COOPERATION = compiled(
    r"phối\s+hợp\s+(?:với\s+)?.{3,240}?(?=\s(?:tham|tổ|triển|thực|chủ|theo)\s|,|$)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one statement with one lead. `part` is the printed number of its part."""

    span: Span
    lead: Lead
    part: str = ""


def passages_of(text: str, span: Span, inherited: Lead | None, times: Times) -> tuple[Passage, ...]:
    """The passages of a statement that stands under `inherited` (a heading's or lead-in's lead)."""
    parts = parts_of(text, span)
    named = [(label, part, _subject_within(text, part)) for label, part in parts]
    if any(subject is not None and subject != inherited for *_, subject in named):
        leads = [(label, part, subject or inherited) for label, part, subject in named]
        return tuple(Passage(part, lead, label) for label, part, lead in leads if lead)
    return _Reading(text, span, inherited, times).passages()


def _subject_within(text: str, part: Span) -> Lead | None:
    """The doer of a numbered part; the words before «(1)» are no subject of it."""
    opened = _FIRST_PART.search(text, part.start, part.end)
    return subject_of(text, Span(opened.end(), part.end) if opened else part)


class _Reading:
    """Walks the sentences of a statement; `open` is the passage that is still growing."""

    def __init__(self, text: str, span: Span, inherited: Lead | None, times: Times) -> None:
        self.text, self.span, self.inherited, self.times = text, span, inherited, times
        self.done: list[Passage] = []
        self.open: Passage | None = None
        self.remembered: Lead | None = inherited
        self.orphaned = False
        self.unread: list[Span] = []
        self.has_a_date = False

    def passages(self) -> tuple[Passage, ...]:
        for sentence in sentences_of(self.text, self.span):
            self._take(sentence)
        self._close()
        return tuple(self.done)

    def _take(self, sentence: Span) -> None:
        subject = subject_of(self.text, sentence)
        if subject is not None and not self._answers(subject):
            self._take_subject(sentence, subject)
        elif (addressee := self._addressee()) and _TROUBLE.search(
            self.text, sentence.start, sentence.end
        ):
            self._close()
            self._begin(sentence, replace(addressee, source="explicit", rule="duty.trouble"))
            self.orphaned = True
        elif (self.open is None and (charged := self._charged_in_brackets(sentence))) or (
            self._nobody_yet and (charged := entrusted_in(self.text, sentence))
        ):
            self._begin(sentence, charged)
        elif self.open is not None:
            self._take_more(sentence)
        elif self.inherited is not None and not self.orphaned and not states(self.text, sentence):
            self._begin(sentence, self.inherited)

    def _take_subject(self, sentence: Span, subject: Lead) -> None:
        predicate = self.text[subject.predicate : sentence.end]
        if (
            (_CLOSING.match(predicate) and not _entrusts(self.text, subject))
            or _ONLY_CHARGES.match(predicate)
            or (
                not subject.rule.startswith("assignment.request")
                and _FOR_INFORMATION.search(self.text, sentence.start, sentence.end)
            )
        ):
            self._close()
            self.remembered, self.orphaned = subject, True
        elif is_quota(predicate):
            self._close()
            self.orphaned = True
        elif self.open is not None and self._resumes(subject, sentence):
            self._extend(sentence)
        elif self._is_all_unclaimed(sentence) and is_contentless(predicate):
            # «Sơ kết 5 năm … . Giao X chủ trì, tham mưu thực hiện»: the duty is what stands before.
            self.open = None
            self._begin(Span(self.span.start, sentence.end), subject)
        else:
            divided = self.open is not None
            self._close()
            self._begin(sentence, subject)
            self.orphaned = divided

    def _take_more(self, sentence: Span) -> None:
        if self.orphaned and self.open is not None and self.open.lead is not self.inherited:
            self._close()
        elif self.dated and self.open and self._has_date(sentence):
            lead = self.open.lead
            self._close()
            self._begin(sentence, lead)
        else:
            self._extend(sentence)

    def _is_all_unclaimed(self, sentence: Span) -> bool:
        """Whether sentences stand before this one and none of them names whom it charges."""
        if self.done or sentence.start == self.span.start:
            return False
        return self.open is None or self.open.lead == self.inherited

    def _resumes(self, subject: Lead, sentence: Span) -> bool:
        """Whether the subject says again whom the open passage is about."""
        lead = self.open.lead if self.open else None
        if lead is None:
            return False
        if set(subject.names) == set(lead.names) and subject.rule == lead.rule:
            return not self.dated and not self._has_date(sentence)
        return lead.source == "heading" and subject.is_generic

    def _charged_in_brackets(self, sentence: Span) -> Lead | None:
        """«Rà soát văn bản (Sở Tư pháp chủ trì, hoàn thành trong quý II).»"""
        bracket = _IN_BRACKETS.search(self.text, sentence.start, sentence.end)
        lead = subject_of(self.text, Span(*bracket.span(1))) if bracket else None
        if bracket is None or lead is None:
            return None
        return lead if is_contentless(self.text[lead.predicate : bracket.end(1)]) else None

    @property
    def _nobody_yet(self) -> bool:
        return self.open is None and self.inherited is None and not self.done

    def _answers(self, subject: Lead) -> bool:
        """«Chỉ huy đơn vị có trách nhiệm …» under a heading: who answers, not another lead."""
        if self.inherited is None:
            return False
        if subject.names[0].startswith("Lãnh đạo ") and _COMMITTEE.match(self.inherited.names[0]):
            return True  # under a heading of a committee of the Party «Lãnh đạo …» is what it does
        return all(unit.person and RESPONSIBLE.fullmatch(unit.name) for unit in subject.units)

    def _addressee(self) -> Lead | None:
        return (self.open.lead if self.open else None) or self.remembered

    @property
    def dated(self) -> bool:
        """Whether the open passage names a date; looked for only when another sentence follows."""
        unread, self.unread = self.unread, []
        self.has_a_date = self.has_a_date or any(map(self._has_date, unread))
        return self.has_a_date

    def _has_date(self, span: Span) -> bool:
        return any(p.when.due or p.when.grain for p in self.times.of(span.of(self.text)).pieces)

    def _begin(self, sentence: Span, lead: Lead) -> None:
        units = further_subjects(self.text, sentence, lead) if lead.source == "explicit" else ()
        if units:
            lead = replace(lead, units=(*lead.units, *units))
        self.open = Passage(sentence, lead)
        self.unread, self.has_a_date = [sentence], False

    def _extend(self, sentence: Span) -> None:
        if self.open is not None:
            span = Span(self.open.span.start, sentence.end)
            self.open = Passage(span, self.open.lead, self.open.part)
            self.unread.append(sentence)

    def _close(self) -> None:
        if self.open is not None:
            self.remembered = self.open.lead
            self.done.append(self.open)
        self.open = None


def _entrusts(text: str, subject: Lead) -> bool:
    """«Giao Ủy ban nhân dân tỉnh tổ chức thực hiện», «Yêu cầu UBND các xã phối hợp thực hiện»: orders
    to bodies by name, where «yêu cầu các cơ quan nghiêm túc thực hiện» is a formula."""
    said = text[subject.said.start : subject.units[0].span.start].lower()
    helps = _HELPS.match(text, subject.predicate) and all(unit.named for unit in subject.units)
    return subject.rule.startswith("assignment.request") and ("giao" in said or bool(helps))


def is_contentless(predicate: str) -> bool:
    """Whether a predicate only charges ("chủ trì, tham mưu thực hiện, hoàn thành trong quý II")."""
    words = " ".join(predicate.lower().split())
    if len(words) > _LONGEST_CHARGE:
        return False
    for piece in parse(words, place="prose").shown:
        words = words.replace(piece.words, " ")
    words = _CONTENTLESS.sub(" ", _COOPERATION.sub(" ", words))
    return not _LETTER.search(words)
