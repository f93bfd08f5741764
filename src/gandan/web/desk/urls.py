"""The addresses of the desk."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import path

from gandan.web.desk import board_urls, clock_urls, inspection_urls, unit_urls, voice_urls
from gandan.web.desk.views import accounts, document, list_sheets, review, task, task_verbs
from gandan.web.desk.views.check import check, checked_files
from gandan.web.desk.views.components import components
from gandan.web.desk.views.document_suggest import document_suggest
from gandan.web.desk.views.documents import documents
from gandan.web.desk.views.errands import errand, errand_file, errand_stop, errands
from gandan.web.desk.views.event import event
from gandan.web.desk.views.export import task_export
from gandan.web.desk.views.find import find
from gandan.web.desk.views.findings import document_findings, findings_file
from gandan.web.desk.views.home import home
from gandan.web.desk.views.me import change_password, me
from gandan.web.desk.views.pages import document_pages, page_picture
from gandan.web.desk.views.references import references
from gandan.web.desk.views.reread import reread
from gandan.web.desk.views.second_factor import second_factor
from gandan.web.desk.views.sign_in import SignIn, SignOut, sign_in_code
from gandan.web.desk.views.unlinked import unlinked
from gandan.web.desk.views.upkeep import upkeep, upkeep_run
from gandan.web.desk.views.upload import upload
from gandan.web.desk.work_urls import urlpatterns as work

urlpatterns = [
    path("sign-in/", login_not_required(SignIn.as_view()), name="sign-in"),
    path("sign-in/code/", sign_in_code, name="sign-in-code"),
    path("sign-out/", SignOut.as_view(), name="sign-out"),
    path("me/", me, name="me"),
    path("me/password/", change_password, name="me-password"),
    path("me/second-factor/", second_factor, name="me-second-factor"),
    path("find/", find, name="find"),
    path("events/<int:pk>/", event, name="event"),
    path("", home, name="home"),
    path("tasks/export/", task_export, name="task-export"),
    path("tasks/unlinked/", unlinked, name="task-unlinked"),
    path("tasks/<int:pk>/", task.task, name="task"),
    path("tasks/<int:pk>/edit/", task_verbs.edit, name="task-edit"),
    path("tasks/<int:pk>/progress/", task_verbs.progress, name="task-progress"),
    path("tasks/<int:pk>/evidence/", task_verbs.evidence, name="task-evidence"),
    path("tasks/<int:pk>/evidence/<int:evidence>/", task.evidence_file, name="task-evidence-file"),
    path("tasks/<int:pk>/steps/<slug:verb>/", task_verbs.step, name="task-step"),
    path(
        "tasks/<int:pk>/parts/<int:part>/<slug:verb>/",
        task_verbs.part_step,
        name="task-part-step",
    ),
    path("documents/", documents, name="documents"),
    path("documents/export/", list_sheets.documents_export, name="document-export"),
    path("documents/upload/", upload, name="document-upload"),
    path("documents/check/", check, name="document-check"),
    path("documents/suggest/", document_suggest, name="document-suggest"),
    path("documents/<int:pk>/", document.document, name="document"),
    path("documents/<int:pk>/findings/", document_findings, name="document-findings"),
    path("documents/<int:pk>/findings/<slug:form>/", findings_file, name="document-findings-file"),
    path("documents/<int:pk>/pages/", document_pages, name="document-pages"),
    path("documents/<int:pk>/pages/<int:number>/", page_picture, name="document-page-picture"),
    path("documents/<int:pk>/references/", references, name="document-references"),
    path("documents/<int:pk>/reread/", reread, name="document-reread"),
    path("documents/<int:pk>/history/", document.history, name="document-history"),
    path("documents/<int:pk>/original/", document.original, name="document-original"),
    path("facts/<int:pk>/", review.card, name="fact-card"),
    path("facts/<int:pk>/accept/", review.accept, name="fact-accept"),
    path("facts/<int:pk>/correct/", review.correct, name="fact-correct"),
    path("facts/<int:pk>/reject/", review.reject, name="fact-reject"),
    path("facts/<int:pk>/undo/", review.undo, name="fact-undo"),
    *unit_urls.urlpatterns,
    *clock_urls.urlpatterns,
    *inspection_urls.urlpatterns,
    *voice_urls.urlpatterns,
    *board_urls.urlpatterns,
    path("running/", errands, name="errands"),
    path("running/<int:pk>/", errand, name="errand"),
    path("running/<int:pk>/stop/", errand_stop, name="errand-stop"),
    path("running/<int:pk>/file/", errand_file, name="errand-file"),
    path("running/<int:pk>/checked/", checked_files, name="checked-files"),
    path("upkeep/", upkeep, name="upkeep"),
    path("upkeep/<slug:key>/", upkeep_run, name="upkeep-run"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/new/", accounts.account_new, name="account-new"),
    path("accounts/<int:pk>/", accounts.account, name="account"),
    path("accounts/<int:pk>/roles/", accounts.account_role, name="account-role"),
    path(
        "accounts/<int:pk>/roles/<int:grant>/end/",
        accounts.account_role_end,
        name="account-role-end",
    ),
    path("accounts/<int:pk>/password/", accounts.account_password, name="account-password"),
    path(
        "accounts/<int:pk>/second-factor/off/",
        accounts.account_second_factor_off,
        name="account-second-factor-off",
    ),
    path("accounts/<int:pk>/close/", accounts.account_close, name="account-close"),
    path("ui/", components, name="components"),
    *work,
]
