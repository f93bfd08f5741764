"""The addresses of units, their people, and the tables in which both go in and out."""

from __future__ import annotations

from django.urls import path

from gandan.web.desk.views import directory_tables as tables
from gandan.web.desk.views import unit, unit_names, unit_people
from gandan.web.desk.views import unit_identifiers as identifiers
from gandan.web.desk.views.unit_change import unit_change
from gandan.web.desk.views.unit_suggest import unit_suggest
from gandan.web.desk.views.units import units

urlpatterns = [
    path("units/", units, name="units"),
    path("units/suggest/", unit_suggest, name="unit-suggest"),
    path("units/new/", unit.unit_new, name="unit-new"),
    path("units/import/", tables.units_import, name="unit-import"),
    path("units/export/", tables.units_export, name="unit-export"),
    path("units/tables/<int:pk>/", tables.table_judged, name="table-judged"),
    path("units/identifiers/import/", tables.identifiers_import, name="unit-identifiers-import"),
    path("units/identifiers/export/", tables.identifiers_export, name="unit-identifiers-export"),
    path("people/import/", tables.people_import, name="unit-people-import"),
    path("people/export/", tables.people_export, name="unit-people-export"),
    path("units/<int:pk>/", unit.unit, name="unit"),
    path("units/<int:pk>/names/", unit_names.unit_alias, name="unit-alias"),
    path("units/<int:pk>/territory/", unit_names.unit_place, name="unit-place"),
    path("units/<int:pk>/names/<int:name>/end/", unit_names.unit_alias_end, name="unit-alias-end"),
    path("units/<int:pk>/identifiers/", identifiers.unit_identifier, name="unit-identifier"),
    path(
        "units/<int:pk>/identifiers/<int:identifier>/",
        identifiers.unit_identifier_correct,
        name="unit-identifier-correct",
    ),
    path(
        "units/<int:pk>/identifiers/<int:identifier>/end/",
        identifiers.unit_identifier_end,
        name="unit-identifier-end",
    ),
    path("units/<int:pk>/changes/<slug:verb>/", unit_change, name="unit-change"),
    path("units/<int:pk>/people/", unit_people.people, name="unit-people"),
    path("units/<int:pk>/people/new/", unit_people.person_new, name="unit-person-new"),
    path("units/<int:pk>/people/leave/", unit_people.leave, name="unit-leave"),
    path("units/<int:pk>/people/delegate/", unit_people.delegate, name="unit-delegate"),
    path(
        "units/<int:pk>/people/delegations/<int:delegation>/end/",
        unit_people.delegation_end,
        name="unit-delegation-end",
    ),
    path(
        "units/<int:pk>/people/leave/<int:leave>/end/",
        unit_people.leave_end,
        name="unit-leave-end",
    ),
    path("units/<int:pk>/people/posts/<int:post>/end/", unit_people.post_end, name="unit-post-end"),
    path(
        "units/<int:pk>/people/posts/<int:post>/hand-over/",
        unit_people.hand_over,
        name="unit-hand-over",
    ),
]
