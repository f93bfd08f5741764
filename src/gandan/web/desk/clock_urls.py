"""The addresses of the working calendar and of the statutory terms."""

from __future__ import annotations

from django.urls import path

from gandan.web.desk.views import clock, clock_change, clock_proposed, clock_terms

urlpatterns = [
    path("clock/", clock.clock, name="clock"),
    path("clock/days/<str:on>/", clock_change.clock_day, name="clock-day"),
    path("clock/weekdays/", clock_change.clock_habit, name="clock-habit"),
    path("clock/years/<int:year>/", clock_change.clock_year, name="clock-year"),
    path("clock/disputed/<slug:name>/", clock_change.clock_disputed, name="clock-disputed"),
    path("clock/changes/<int:pk>/back/", clock_change.clock_back, name="clock-back"),
    path("clock/proposals/<int:pk>/", clock_proposed.clock_proposal, name="clock-proposal"),
    path("clock/terms/", clock_terms.clock_terms, name="clock-terms"),
    path("clock/terms/<str:name>/", clock_terms.clock_term, name="clock-term"),
    path("clock/terms/<str:key>/switch/", clock_change.clock_switch, name="clock-switch"),
    path("clock/terms/<str:name>/own/", clock_change.clock_own, name="clock-own"),
]
