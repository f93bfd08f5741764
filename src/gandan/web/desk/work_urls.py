"""The addresses of work: plans, parts of tasks, the board, the list, reminders."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from gandan.web.desk.views import (
    bulk,
    cooperation,
    feeds,
    list_sheets,
    parts,
    plan_assign,
    plans,
    saved_filters,
    task_dates,
    task_list,
    task_new,
)
from gandan.web.desk.views.board import board
from gandan.web.desk.views.cascade import cascade

urlpatterns = [
    path("plans/", plans.plan_list, name="plans"),
    path("plans/export/", list_sheets.plans_export, name="plan-export"),
    path("plans/<int:pk>/", plans.plan, name="plan"),
    path("plans/<int:pk>/assign/", plan_assign.plan_assign, name="plan-assign"),
    path("plans/<int:pk>/changes/", plan_assign.plan_changes, name="plan-changes"),
    path("tasks/", task_list.task_list, name="task-list"),
    path("tasks/board/", board, name="task-board"),
    path("tasks/new/", task_new.task_new, name="task-new"),
    path("tasks/bulk/", bulk.bulk, name="task-bulk"),
    path("tasks/bulk/<int:pk>/undo/", bulk.bulk_undo, name="task-bulk-undo"),
    path("tasks/sheet/", task_list.task_sheet, name="task-sheet"),
    path("tasks/filters/", saved_filters.filter_save, name="task-filter-save"),
    path("tasks/filters/<int:pk>/", saved_filters.filter_change, name="task-filter"),
    path("tasks/filters/<int:pk>/first/", saved_filters.filter_first, name="task-filter-first"),
    path("tasks/filters/<int:pk>/delete/", saved_filters.filter_delete, name="task-filter-delete"),
    path("tasks/<int:pk>/cascade/", cascade, name="task-cascade"),
    path("tasks/<int:pk>/split/", parts.split, name="task-split"),
    path("tasks/<int:pk>/cooperation/", cooperation.cooperation, name="task-cooperation"),
    path("tasks/<int:pk>/occurrences/", parts.occurrences, name="task-occurrences"),
    path("tasks/<int:pk>/dates/new/", task_dates.due_new, name="task-due"),
    path("tasks/<int:pk>/dates/<int:due>/extend/", task_dates.extend, name="task-extend"),
    path("tasks/<int:pk>/dates/<int:due>/met/", task_dates.met, name="task-met"),
    path("tasks/<int:pk>/dates/<int:due>/ask/", task_dates.ask, name="task-ask"),
    path("tasks/<int:pk>/requests/<int:asked>/", task_dates.answer, name="task-answer"),
    path("tasks/<int:pk>/comments/", parts.comment, name="task-comment"),
    path("tasks/<int:pk>/follow/", parts.follow, name="task-follow"),
    path("me/reminders/", feeds.reminders, name="me-reminders"),
    path("me/calendar/open/", feeds.calendar_open, name="me-calendar-open"),
    path("me/calendar/close/", feeds.calendar_close, name="me-calendar-close"),
    path(
        "calendar/<str:secret>.ics",
        login_not_required(feeds.calendar_feed),
        name="calendar-feed",
    ),
]
