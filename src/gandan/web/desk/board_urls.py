"""The addresses of the boards of people's voices and of the report on answers."""

from __future__ import annotations

from django.urls import path

from gandan.web.desk.views import answer_report, petition_board

urlpatterns = [
    path("petitions/board/", petition_board.petition_board, name="petition-board"),
    path(
        "petitions/board/<slug:table>.xlsx",
        petition_board.petition_board_sheet,
        name="petition-board-sheet",
    ),
    path("petitions/board/rows/", petition_board.petition_rows, name="petition-rows"),
    path("reports/answers/", answer_report.report_answers, name="report-answers"),
]
