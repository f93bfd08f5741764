"""The addresses of petitions: the list, entry, the page of one, and what is done to it."""

from __future__ import annotations

from django.urls import path

from gandan.web.desk.views import (
    petition_batch,
    petition_clocks,
    petition_entry,
    petition_list,
    petition_load,
    petition_page,
    petition_public,
    petition_verbs,
)

_ONE = "petitions/<int:pk>"

urlpatterns = [
    path("petitions/", petition_list.petitions, name="petitions"),
    path("petitions/export/", petition_list.petition_export, name="petition-export"),
    path("petitions/synthesis/", petition_list.petition_synthesis, name="petition-synthesis"),
    path("petitions/new/", petition_entry.petition_new, name="petition-new"),
    path("petitions/propose/", petition_entry.petition_propose, name="petition-propose"),
    path("petitions/load/", petition_load.petition_load, name="petition-load"),
    path("petitions/weighed/<int:pk>/", petition_load.petitions_weighed, name="petitions-weighed"),
    path("petitions/batch/", petition_batch.petition_batch, name="petition-batch"),
    path(
        "petitions/batch/<int:pk>/undo/",
        petition_batch.petition_batch_undo,
        name="petition-batch-undo",
    ),
    path(f"{_ONE}/", petition_page.petition, name="petition"),
    path(f"{_ONE}/classify/", petition_verbs.petition_classify, name="petition-classify"),
    path(f"{_ONE}/transfer/", petition_verbs.petition_transfer, name="petition-transfer"),
    path(f"{_ONE}/answer/", petition_verbs.petition_answer, name="petition-answer"),
    path(f"{_ONE}/answers/<int:answer>/rate/", petition_verbs.petition_rate, name="petition-rate"),
    path(
        f"{_ONE}/answers/<int:answer>/assess/",
        petition_verbs.petition_assess,
        name="petition-assess",
    ),
    path(f"{_ONE}/steps/<slug:verb>/", petition_page.petition_step, name="petition-step"),
    path(f"{_ONE}/join/<int:other>/", petition_page.petition_join, name="petition-join"),
    path(f"{_ONE}/part/", petition_page.petition_part, name="petition-part"),
    path(f"{_ONE}/who/", petition_page.petition_identity, name="petition-identity"),
    path(f"{_ONE}/files/", petition_page.petition_attach, name="petition-attach"),
    path(f"{_ONE}/files/<int:attachment>/", petition_page.petition_file, name="petition-file"),
    path(f"{_ONE}/clocks/new/", petition_clocks.petition_clock_new, name="petition-clock-new"),
    path(
        f"{_ONE}/clocks/<int:clock>/<slug:verb>/",
        petition_clocks.petition_clock,
        name="petition-clock",
    ),
    path(f"{_ONE}/public/", petition_public.petition_public, name="petition-public"),
    path(
        f"{_ONE}/public/<int:publication>/",
        petition_public.petition_publication,
        name="petition-publication",
    ),
    path(f"{_ONE}/withdraw/", petition_public.petition_withdraw, name="petition-withdraw"),
]
