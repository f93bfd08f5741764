"""The addresses of meetings with people, their campaigns and the reports written from them."""

from __future__ import annotations

from django.urls import path

from gandan.web.desk.views import campaign, campaign_load, meeting, meetings, petitions, reports

urlpatterns = [
    path("campaigns/", meetings.campaigns, name="campaigns"),
    path("campaigns/new/", campaign.campaign_new, name="campaign-new"),
    path("campaigns/<int:pk>/", campaign.campaign, name="campaign"),
    path("campaigns/<int:pk>/requirements/", campaign.campaign_require, name="campaign-require"),
    path("campaigns/<int:pk>/delegates/", campaign.campaign_delegate, name="campaign-delegate"),
    path("campaigns/<int:pk>/load/", campaign_load.campaign_load, name="campaign-load"),
    path("campaigns/<int:pk>/report/", reports.campaign_report, name="campaign-report"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/new/", meeting.meeting_new, name="meeting-new"),
    path("meetings/worker.js", meeting.meeting_worker, name="meeting-worker"),
    path("meetings/<int:pk>/", meeting.meeting, name="meeting"),
    path("petitions/", petitions.petitions, name="petitions"),
    path("petitions/<int:pk>/", petitions.petition, name="petition"),
    path("petitions/<int:pk>/steps/<slug:verb>/", petitions.petition_step, name="petition-step"),
    path("petitions/<int:pk>/join/<int:other>/", petitions.petition_join, name="petition-join"),
    path("petitions/<int:pk>/part/", petitions.petition_part, name="petition-part"),
    path("reports/", reports.reports, name="reports"),
]
