"""The addresses of inspections, training courses and conclusions."""

from __future__ import annotations

from django.urls import path

from gandan.web.desk.views import (
    conclusion,
    course_verbs,
    courses,
    inspection_sheets,
    inspection_verbs,
    inspection_visit,
    inspections,
)

urlpatterns = [
    path("inspections/", inspections.inspections, name="inspections"),
    path("inspections/new/", inspections.inspection_new, name="inspection-new"),
    path("inspections/<int:pk>/", inspections.inspection, name="inspection"),
    path(
        "inspections/<int:pk>/visits/", inspection_verbs.inspection_visits, name="inspection-visits"
    ),
    path(
        "inspections/<int:pk>/visits/<int:visit>/", inspection_visit.visit, name="inspection-visit"
    ),
    path(
        "inspections/<int:pk>/visits/<int:visit>/shortcomings/",
        inspection_visit.shortcoming,
        name="inspection-shortcoming",
    ),
    path(
        "inspections/<int:pk>/visits/<int:visit>/evidence/<int:verdict>/",
        inspection_visit.inspection_evidence,
        name="inspection-evidence",
    ),
    path(
        "inspections/<int:pk>/sheet/", inspection_sheets.inspection_sheet, name="inspection-sheet"
    ),
    path(
        "inspections/<int:pk>/export/",
        inspection_sheets.inspection_export,
        name="inspection-export",
    ),
    path(
        "inspections/<int:pk>/conclude/", conclusion.inspection_conclude, name="inspection-conclude"
    ),
    path("inspections/<int:pk>/close/", inspection_verbs.inspection_close, name="inspection-close"),
    path("courses/", courses.courses, name="courses"),
    path("courses/new/", courses.course_new, name="course-new"),
    path("courses/<int:pk>/", courses.course, name="course"),
    path("courses/<int:pk>/invite/", course_verbs.course_invite, name="course-invite"),
    path("courses/<int:pk>/sessions/", course_verbs.course_session, name="course-session"),
    path(
        "courses/<int:pk>/sessions/<int:session>/", course_verbs.course_attend, name="course-attend"
    ),
    path("courses/<int:pk>/materials/", course_verbs.course_material, name="course-material"),
    path("courses/<int:pk>/materials/<int:file>/", courses.course_file, name="course-file"),
    path("courses/<int:pk>/export/", courses.course_export, name="course-export"),
    path("meetings/<int:pk>/conclude/", conclusion.meeting_conclude, name="meeting-conclude"),
]
