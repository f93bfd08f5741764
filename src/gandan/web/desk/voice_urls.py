"""The addresses of meetings with people, their campaigns and the reports written from them."""

from __future__ import annotations

from django.urls import path

from gandan.web.desk.petition_urls import urlpatterns as petitions
from gandan.web.desk.views import (
    campaign,
    campaign_load,
    list_sheets,
    meeting,
    meeting_minutes,
    meeting_opinions,
    meetings,
    reception,
    reports,
    visit,
)

urlpatterns = [
    path("campaigns/", meetings.campaigns, name="campaigns"),
    path("campaigns/new/", campaign.campaign_new, name="campaign-new"),
    path("campaigns/<int:pk>/", campaign.campaign, name="campaign"),
    path("campaigns/<int:pk>/requirements/", campaign.campaign_require, name="campaign-require"),
    path("campaigns/<int:pk>/delegates/", campaign.campaign_delegate, name="campaign-delegate"),
    path("campaigns/<int:pk>/load/", campaign_load.campaign_load, name="campaign-load"),
    path("campaigns/weighed/<int:pk>/", campaign_load.campaign_weighed, name="campaign-weighed"),
    path("campaigns/<int:pk>/report/", reports.campaign_report, name="campaign-report"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/export/", list_sheets.meetings_export, name="meeting-export"),
    path("meetings/new/", meeting.meeting_new, name="meeting-new"),
    path("meetings/worker.js", meeting.meeting_worker, name="meeting-worker"),
    path("meetings/<int:pk>/", meeting.meeting, name="meeting"),
    path("meetings/<int:pk>/opinions/", meeting_opinions.meeting_opinions, name="meeting-opinions"),
    path("meetings/<int:pk>/minutes/", meeting_minutes.meeting_minutes, name="meeting-minutes"),
    path(
        "meetings/<int:pk>/minutes/<int:minutes>/", meeting_minutes.meeting_cut, name="meeting-cut"
    ),
    path(
        "meetings/<int:pk>/minutes/<int:minutes>/file/",
        meeting_minutes.meeting_minutes_file,
        name="meeting-minutes-file",
    ),
    path("meetings/<int:pk>/promises/", meeting_minutes.meeting_promise, name="meeting-promise"),
    path("receptions/", reception.receptions, name="receptions"),
    path("receptions/new/", reception.reception_new, name="reception-new"),
    path("receptions/register/", reception.reception_register, name="reception-register"),
    path("receptions/<int:pk>/", reception.reception, name="reception"),
    path("receptions/<int:pk>/steps/<slug:verb>/", reception.reception_step, name="reception-step"),
    path("receptions/<int:pk>/visits/new/", visit.visit_new, name="reception-visit-new"),
    path(
        "receptions/<int:pk>/visits/<int:visit>/petition/",
        visit.visit_petition,
        name="reception-visit-petition",
    ),
    path(
        "receptions/<int:pk>/visits/<int:visit>/settle/",
        visit.visit_settle,
        name="reception-visit-settle",
    ),
    path(
        "receptions/<int:pk>/visits/<int:visit>/who/",
        visit.visit_who,
        name="reception-visit-who",
    ),
    path("reports/", reports.reports, name="reports"),
    *petitions,
]
