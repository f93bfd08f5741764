"""The page of a petition shows each of its terms with the reason, and what may be done with it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Origin

from ...conftest import NOW, TODAY

DECISION = "Quyết định 15/QĐ-SNV ngày 2/3/2026"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.GANDAN_DATA, settings.GANDAN_FILES = tmp_path, tmp_path / "files"
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def case(office):
    head = office.person("home_head", "head", "home_affairs")
    one = actions.receive(
        "Đề nghị xem lại quyết định thu hồi đất.", Origin("letter"), said_on=TODAY,
        unit=office.home_affairs, actor=head, at=NOW,
    )  # fmt: skip
    who = Client()
    who.force_login(head, "django.contrib.auth.backends.ModelBackend")
    return one, who


def page(case):
    return case[1].get(reverse("petition", args=[case[0].pk])).content.decode()


def sent(case, clock, verb, **form):
    address = reverse("petition-clock", args=[case[0].pk, clock.pk, verb])
    return case[1].post(address, form, follow=True).content.decode()


def test_a_term_is_started_stopped_let_go_on_and_ended_on_the_page(case):
    one, who = case
    new = reverse("petition-clock-new", args=[one.pk])
    offered = who.get(new).content.decode()
    assert "complaint.first" in offered
    assert "denunciation" not in offered
    started = {"term": "complaint.first", "start": "02/03/2026"}
    said = who.post(new, started, follow=True).content.decode()
    assert "01/04/2026" in said
    assert "Sự kiện: thụ lý khiếu nại, thứ Hai 2/3/2026" in said
    (clock,) = one.clocks.all()
    asked = who.get(reverse("petition-clock", args=[one.pk, clock.pk, "pause"])).content.decode()
    assert "Tạm đình chỉ" in asked, "the words of the law stand above the form"
    said = sent(case, clock, "pause", on="02/03/2026", reason="chờ giám định", basis=DECISION)
    assert "tạm dừng" in said
    assert DECISION in said
    with time_machine.travel(NOW + timedelta(days=10), tick=False):
        who.force_login(one.received_by, "django.contrib.auth.backends.ModelBackend")
        said = sent(case, clock, "resume", on="12/03/2026")
        assert "13/04/2026" in said
        assert "Các hạn đã có" in said
        said = sent(case, clock, "finish", on="12/03/2026")
        assert "đã xong" in said


def test_what_is_refused_is_said_above_the_form_and_what_was_typed_stays(case):
    one, _ = case
    clock = actions.start_clock(one, "complaint.accept", TODAY, actor=one.received_by, at=NOW)
    said = sent(case, clock, "pause", on="02/03/2026", reason="chờ giám định", basis=DECISION)
    assert "không cho tạm dừng" in said
    assert DECISION in said
    assert reverse("petition-clock", args=[one.pk, clock.pk, "pause"]) not in page(case)


def test_an_unknown_verb_and_a_clock_of_another_case_are_not_found(case):
    one, who = case
    clock = actions.start_clock(one, "complaint.first", TODAY, actor=one.received_by, at=NOW)
    other = actions.receive(
        "Đề nghị khác.", Origin("letter"), said_on=date(2026, 3, 1), unit=one.unit,
        actor=one.received_by, at=NOW,
    )  # fmt: skip
    for key, verb in ((one.pk, "forget"), (other.pk, "finish")):
        assert who.get(reverse("petition-clock", args=[key, clock.pk, verb])).status_code == 404


def test_more_clocks_ask_no_more_questions(case, django_assert_max_num_queries):
    one, who = case
    terms = ("complaint.first", "complaint.send", "complaint.accept", "complaint.second")
    address = reverse("petition", args=[one.pk])
    counts = []
    for term in terms:
        actions.start_clock(one, term, TODAY, actor=one.received_by, at=NOW)
        with django_assert_max_num_queries(200) as asked:
            who.get(address)
        counts.append(len(asked))
    assert len(set(counts)) == 1


def test_the_terms_of_a_case_lie_on_the_desk_of_who_handles_it(case, office):
    one, head = case
    for term in ("complaint.send", "complaint.first"):
        actions.start_clock(one, term, TODAY, actor=office.home_head, at=NOW)
    home = head.get("/").content.decode()
    assert "2 thời hạn của vụ việc" in home
    assert f"vụ việc số {one.pk}" in home
    assert f'href="/petitions/{one.pk}/#clocks"' in home
    assert "thu hồi đất" not in home
    later = head.get("/?bucket=later").content.decode()
    assert later.count(f"vụ việc số {one.pk}") == 1
    assert f"vụ việc số {one.pk}" in head.get(f"/?q={one.pk}").content.decode()
    assert f"vụ việc số {one.pk}" not in head.get("/?state=assigned").content.decode()
    for username in ("reader", "other_head", "admin"):
        who = Client()
        who.force_login(office.accounts[username], "django.contrib.auth.backends.ModelBackend")
        assert f"vụ việc số {one.pk}" not in who.get(f"/?unit={one.unit_id}").content.decode()


def test_a_bucket_of_clocks_and_tasks_is_paged_as_one_list(case, office):
    from gandan.domain.directory.access import standing
    from gandan.domain.petitions.access import handled_petitions
    from gandan.domain.petitions.queries import clocks_of_unit
    from gandan.domain.tasks import actions as tasks
    from gandan.domain.tasks.queries import Task
    from gandan.web.desk.at_hand import AtHand

    for at in range(60):
        other = actions.receive(
            f"Đề nghị thứ {at}.", Origin("letter"), said_on=TODAY, unit=office.home_affairs,
            actor=office.home_head, at=NOW,
        )  # fmt: skip
        actions.start_clock(other, "complaint.first", TODAY, actor=office.home_head, at=NOW)
        tasks.assign(
            f"Việc {at}", lead=office.home_affairs, due=[date(2026, 4, 1)],
            actor=office.head, at=NOW,
        )  # fmt: skip
    who = standing(office.home_head, TODAY)
    work = AtHand(
        clocks_of_unit(handled_petitions(who), office.home_affairs), Task.objects.all(), TODAY
    )
    pages = [work.page("later", str(number))[0] for number in (1, 2, 3)]
    assert [(len(one.clocks), len(one.rows)) for one in pages] == [(50, 0), (10, 40), (0, 20)]
    seen = [row.address for one in pages for row in (*one.clocks, *one.rows)]
    assert len(set(seen)) == 120
