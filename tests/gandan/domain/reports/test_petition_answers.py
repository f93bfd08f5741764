"""The report on answers comes out of the records and, read again, says the same petitions and figures."""

from __future__ import annotations

from datetime import date

import pytest

import vanban
from gandan.domain.petitions import actions as petitions
from gandan.domain.petitions import boards
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.queries import Petition
from gandan.domain.reports.petition_answers import Scope, petition_answers, rows_of
from gandan.kernel.refusal import Refused
from vanban.output.typeset import to_pdf
from vanban.output.word import to_docx

from ...conftest import NOW, TODAY
from .test_voter_contact import FRAME, of_the_sample, own_fields, petitions_of

SESSION = "trước kỳ họp giữa năm 2026"
KINDS = (
    "solved",
    "decided",
    "promised",
    "explained",
    "declined",
    None,
    "empty",
    "solved",
    "explained",
)


@pytest.fixture
def asked(settings, tmp_path):
    settings.GANDAN_DATA = tmp_path
    report = of_the_sample()
    own_fields(report, tmp_path)
    return [one for one in report.petitions if not one["wish"]]


@pytest.fixture
def scope(office, asked):
    """The petitions of the sample as records, answered in every way, one asked again and answered there."""
    for number, one in enumerate(asked):
        level = {"trung ương": "central", "địa phương": "province", None: ""}[one["level"]]
        kept = petitions.receive(
            one["text"], Origin("meeting", session=SESSION), said_on=date(2026, 2, 14),
            unit=office.commune, level=level, field=(one["field"] or "")[:1],
            place_text=one["place"] or "", actor=office.clerk, at=NOW, no_denunciation=True,
        )  # fmt: skip
        answered(kept, KINDS[number % len(KINDS)], office)
    return Scope(office.committee, SESSION)


def answered(petition, kind, office):
    if kind is None:
        return
    said = "Ủy ban nhân dân xã đã sửa xong đoạn hỏng trong tháng 2/2026"
    petitions.answer(
        petition, "explained" if kind == "empty" else kind,
        "Sẽ xem xét." if kind == "empty" else said, evidence="" if kind == "empty" else "Biên bản",
        promised_on=date(2026, 6, 30) if kind == "promised" else None, unit=office.commune,
        actor=office.machine, at=NOW,
    )  # fmt: skip


def expected(asked):
    kinds = [KINDS[number % len(KINDS)] for number in range(len(asked))]
    answers = [kind for kind in kinds if kind not in {None, "empty"}]
    return len(kinds), len(answers), answers.count("solved")


def test_the_docx_reads_back_as_the_petitions_were(office, scope, asked):
    """The same petitions, levels, fields and bodies asked; no answer is taken for a petition."""
    report = petition_answers(scope, FRAME, actor=office.clerk, on=TODAY)
    read = vanban.read(to_docx(report.paper), "bao-cao.docx").documents[0]
    by_text = sorted(petitions_of(read), key=lambda one: one["text"])
    assert by_text == sorted(asked, key=lambda one: one["text"])
    assert read.header.kind == "báo cáo"
    assert read.header.number == FRAME.number


@pytest.mark.parametrize(("form", "name"), [(to_docx, "a.docx"), (to_pdf, "a.pdf")])
def test_the_figures_answered_and_solved_read_back(office, scope, asked, form, name):
    report = petition_answers(scope, FRAME, actor=office.clerk, on=TODAY)
    read = vanban.read(form(report.paper), name).documents[0]
    total, answers, solved = expected(asked)
    assert (report.figures.total, report.figures.answered, report.figures.solved) == (
        total, answers, solved,
    )  # fmt: skip
    rows = [one.total for one in read.sums if one.rule == "figure.total_row"]
    assert rows[:3] == [total, answers, solved]
    parted = next(one for one in read.sums if one.rule == "figure.partition")
    assert (parted.total, sorted(parted.parts)) == (
        total, sorted(number for number in report.figures.outcomes.values() if number),
    )  # fmt: skip
    assert [one.text for one in read.sums if not one.holds] == []


def test_every_figure_opens_as_many_rows(office, scope):
    figures = petition_answers(scope, FRAME, actor=office.clerk, on=TODAY).figures
    for outcome, number in {**figures.outcomes, "answered": figures.answered}.items():
        rows = boards.cut(Petition.objects.all(), {**scope.asked, "outcome": outcome}, TODAY)
        assert rows.count() == number, outcome


def test_a_request_made_again_counts_once_with_the_answer_to_its_repeat(office, scope):
    before = petition_answers(scope, FRAME, actor=office.clerk, on=TODAY).figures
    open_one = next(
        one for one in rows_of(scope, actor=office.clerk, on=TODAY) if not one.answers.exists()
    )
    again = petitions.receive(
        f"Nhắc lại: {open_one.text}", Origin("meeting", session=SESSION), said_on=TODAY,
        unit=office.commune, actor=office.machine, at=NOW, no_denunciation=True,
    )  # fmt: skip
    petitions.join(again, open_one, actor=office.machine, at=NOW)
    answered(again, "solved", office)
    after = petition_answers(scope, FRAME, actor=office.clerk, on=TODAY).figures
    assert after.total == before.total
    assert after.solved == before.solved + 1


def test_session_time_and_unit_bound_the_report(office, scope, asked):
    def total(**more):
        rows = rows_of(Scope(**{"unit": office.committee, **more}), actor=office.clerk, on=TODAY)
        return rows.count()

    assert total() == len(asked)
    assert total(session="kỳ khác") == 0
    assert total(unit=office.finance) == 0
    assert total(since=date(2026, 2, 14), until=date(2026, 2, 14)) == len(asked)
    assert total(since=date(2026, 2, 15)) == 0


def test_who_sees_nothing_gets_no_report(office, scope):
    with pytest.raises(Refused, match="Không có kiến nghị nào"):
        petition_answers(scope, FRAME, actor=office.officer, on=TODAY)
