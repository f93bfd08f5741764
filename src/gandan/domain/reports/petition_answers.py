"""The report on what became of voters' petitions: answered, and really solved, one beside the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from gandan.domain.directory.queries import Account, Unit, UnitKind, units_above
from gandan.domain.petitions import access, boards
from gandan.domain.petitions.outcomes import ANSWERED, OUTCOMES, with_outcome
from gandan.domain.petitions.queries import Answer, AnswerKind, Petition, name_of
from gandan.domain.reports.synthesis import NOT_SAID, Synthesis, first_level, synthesis_of
from gandan.domain.reports.voter_contact import Frame
from gandan.kernel.refusal import Refused
from vanban.model import Header
from vanban.output.forms import FRONT, STATE
from vanban.output.paper import Grid, Heading, Paper, Paragraph, Part, paper_of
from vanban.output.passages import petition_parts
from vanban.output.wording import count_said, day_said

MOST = 5_000


@dataclass(frozen=True, slots=True)
class Scope:
    """Which petitions: of a session, of a time, of a unit with all below it. `unit` also reports."""

    unit: Unit
    session: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def asked(self) -> dict[str, str]:
        """As `boards.cut` is asked for the same rows."""
        days = {"since": self.since, "until": self.until}
        return {
            "within": str(self.unit.pk), "session": self.session, "once": "1",
            **{name: day.isoformat() for name, day in days.items() if day},
        }  # fmt: skip

    @property
    def said(self) -> str:
        parts = [self.session] if self.session else []
        parts += [f"từ ngày {day_said(self.since)}"] if self.since else []
        parts += [f"đến ngày {day_said(self.until)}"] if self.until else []
        return " ".join(parts) or "đến nay"


@dataclass(frozen=True, slots=True)
class Figures:
    """Requests by outcome, and by field of the first level with its outcomes."""

    outcomes: Counter[str]
    fields: dict[str, Counter[str]]

    @property
    def total(self) -> int:
        return self.outcomes.total()

    @property
    def answered(self) -> int:
        return answered_of(self.outcomes)

    @property
    def solved(self) -> int:
        return self.outcomes[AnswerKind.SOLVED]


@dataclass(frozen=True, slots=True)
class PetitionAnswers:
    paper: Paper
    figures: Figures
    synthesis: Synthesis


def answered_of(outcomes: Counter[str]) -> int:
    return sum(outcomes[name] for name in ANSWERED)


def rows_of(scope: Scope, *, actor: Account, on: date) -> QuerySet[Petition]:
    """The requests that the report is about, as this account may see them; repeats are not rows."""
    return boards.cut(access.visible_petitions(actor, on), scope.asked, on)


def figures_of(rows: QuerySet[Petition]) -> Figures:
    """One query."""
    outcomes: Counter[str] = Counter()
    fields: dict[str, Counter[str]] = {}
    for field, outcome in with_outcome(rows).order_by().values_list("field", "outcome"):
        outcomes[outcome] += 1
        fields.setdefault(first_level(field), Counter())[outcome] += 1
    return Figures(outcomes, dict(sorted(fields.items())))


def petition_answers(scope: Scope, frame: Frame, *, actor: Account, on: date) -> PetitionAnswers:
    """The report as this account may see it."""
    rows = rows_of(scope, actor=actor, on=on)
    figures = figures_of(rows)
    if not figures.total:
        raise Refused(
            f"Không có kiến nghị nào trong phạm vi này ({scope.said}). Chưa có gì để báo cáo. "
            "Hãy chọn kỳ, đợt hoặc đơn vị khác."
        )
    if figures.total > MOST:
        raise Refused(
            f"Phạm vi này có hơn {count_said(MOST)} kiến nghị. Chưa viết báo cáo. "
            "Hãy chọn một kỳ, một đợt hoặc một khoảng ngày ngắn hơn."
        )
    synthesis = synthesis_of(rows)
    parts = (*_results(figures), *_requests(synthesis), *_answers(rows), _closing(scope))
    form = FRONT if scope.unit.kind == UnitKind.FRONT else STATE
    paper = paper_of(_header(scope, frame), form=form, preamble=(_preamble(scope),), parts=parts)
    return PetitionAnswers(paper, figures, synthesis)


def _header(scope: Scope, frame: Frame) -> Header:
    above = units_above(scope.unit)
    return Header(
        kind="báo cáo", number=frame.number, issued_on=frame.issued_on, place=frame.place,
        issuers=(scope.unit.name,), parent_body=above[-1].name.upper() if above else None,
        subject=f"Kết quả giải quyết, trả lời ý kiến, kiến nghị của cử tri ({scope.said})",
        signers=(frame.signer,) if frame.signer else (), recipients=frame.recipients,
        filing=frame.filing,
    )  # fmt: skip


def _preamble(scope: Scope) -> str:
    return (
        f"{scope.unit.name} báo cáo kết quả giải quyết, trả lời ý kiến, kiến nghị của cử tri "
        f"({scope.said}) như sau:"
    )


def _results(figures: Figures) -> list[Part]:
    parts = ", ".join(
        f"{count_said(figures.outcomes[name])} {said.split(',')[0]}"
        for name, said in OUTCOMES.items()
        if figures.outcomes[name]
    )
    return [
        Heading("I", "KẾT QUẢ CHUNG", 1),
        Paragraph(f"Theo loại trả lời: {count_said(figures.total)} kiến nghị ({parts})."),
        Paragraph(
            f"Đã trả lời {_share(figures.answered, figures.total)}; "
            f"đã giải quyết xong {_share(figures.solved, figures.total)}."
        ),
        _table(figures),
    ]


def _share(part: int, whole: int) -> str:
    return f"{count_said(part)} kiến nghị, đạt {100 * part / whole:.1f}%".replace(".", ",")


def _table(figures: Figures) -> Grid:
    rows = [
        (name_of(field) if field else NOT_SAID, *_numbers(outcomes))
        for field, outcomes in figures.fields.items()
    ]
    columns = ("Lĩnh vực", "Số kiến nghị", "Đã trả lời", "Đã giải quyết xong")
    return Grid(columns, (*rows, ("Tổng cộng", *_numbers(figures.outcomes))), (3.0, 1.0, 1.0, 1.2))


def _numbers(outcomes: Counter[str]) -> tuple[str, ...]:
    counted = (outcomes.total(), answered_of(outcomes), outcomes[AnswerKind.SOLVED])
    return tuple(count_said(number) for number in counted)


def _requests(synthesis: Synthesis) -> list[Part]:
    heading = Heading("II", "Ý KIẾN, KIẾN NGHỊ CỦA CỬ TRI", 1)
    return [heading, *petition_parts(synthesis.asked)]


def _answers(rows: QuerySet[Petition]) -> list[Part]:
    """Each request with its answers, in the order in which they were made."""
    said: dict[int, list[Answer]] = {}
    requests = list(rows.order_by("said_on", "pk").only("pk", "code", "text"))
    keys = Q(petition__in=rows.values("pk")) | Q(petition__first__in=rows.values("pk"))
    for answer in Answer.objects.filter(keys).select_related("unit", "petition"):
        said.setdefault(answer.petition.first_id or answer.petition_id, []).append(answer)
    lines = [
        (str(number), " ".join(one.text.split()), *_answered(said.get(one.pk, ())))
        for number, one in enumerate(requests, 1)
    ]
    columns = ("TT", "Nội dung", "Đơn vị", "Kết quả", "Nội dung trả lời")
    return [
        Heading("III", "KẾT QUẢ TRẢ LỜI TỪNG NỘI DUNG", 1),
        Grid(columns, tuple(lines), (0.5, 3.0, 1.6, 1.3, 3.4)),
    ]


def _answered(answers: Sequence[Answer]) -> tuple[str, str, str]:
    if not answers:
        return ("", OUTCOMES["none"], "")
    last = answers[-1]
    kind = OUTCOMES["empty"] if last.is_empty else OUTCOMES[last.kind]
    if last.promised_on:
        kind = f"{kind}: {last.promised_on:%d/%m/%Y}"
    return (str(last.unit or ""), kind, " ".join(last.text.split()))


def _closing(scope: Scope) -> Paragraph:
    return Paragraph(
        f"Trên đây là báo cáo của {scope.unit.name} về kết quả giải quyết, trả lời ý kiến, "
        "kiến nghị của cử tri."
    )
