"""A petition from a meeting's sheet to its end, and the same request a year later, found and joined.

Played through the pages as officers use them, by a clock that is set.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from gandan.domain.directory import actions as directory
from gandan.domain.petitions import queries
from gandan.domain.petitions.access import visible_petitions
from gandan.domain.petitions.models import Petition
from gandan.domain.tasks import actions as tasks
from gandan.domain.tasks.queries import Task
from gandan.kernel.events import verify

BEGUN = datetime(2026, 2, 2, 2, tzinfo=UTC)
BRIDGE = "Đề nghị sửa cầu treo qua suối Nậm Hon, mùa mưa lũ học sinh thôn Bãi không qua được"
AGAIN = "Đề nghị sửa cầu treo qua suối Nậm Hon để mùa mưa lũ học sinh thôn Bãi qua được"


@pytest.fixture
def commune_and_departments(db, settings, tmp_path):
    """A commune and two departments under one committee, with who works there."""
    settings.GANDAN_DATA, settings.GANDAN_FILES = tmp_path, tmp_path / "files"
    machine = directory.machine_account(BEGUN)
    by = {"actor": machine, "at": BEGUN}

    def unit(code, name, parent=None, kind="department", level="province"):
        return directory.create_unit(
            code=code, name=name, kind=kind, level=level, parent=parent, **by
        )

    top = unit("UB", "Ủy ban nhân dân tỉnh Hồng Lĩnh", kind="peoples-committee")
    places = {
        "commune": unit("DM", "Ủy ban nhân dân xã Đồng Mây", top, "peoples-committee", "commune"),
        "home": unit("SNV", "Sở Nội vụ", top),
        "roads": unit("SXD", "Sở Xây dựng", top),
    }
    accounts = {}
    for place, role in (
        ("commune", "clerk"), ("commune", "head"), ("home", "clerk"), ("home", "head"),
        ("roads", "clerk"), ("roads", "head"),
    ):  # fmt: skip
        name = f"{place}.{role}"
        person = directory.add_person(f"Người {name}", places[place], role, **by)
        account = directory.open_account(name, person, "mot-mat-khau-dai", unit=places[place], **by)
        directory.grant_role(account, role, places[place], **by)
        accounts[name] = account
    return places, accounts


class Office:
    """Somebody signs in on a day and sends a form; what the page says must hold these words."""

    def __init__(self, clock, accounts):
        self.clock, self.accounts = clock, accounts

    def on(self, *day):
        self.clock.move_to(datetime(*day, 2, tzinfo=UTC))

    def send(self, who, name, args, form, says=""):
        client = Client()
        client.force_login(self.accounts[who], "django.contrib.auth.backends.ModelBackend")
        answer = client.post(reverse(name, args=args), form, follow=True)
        assert answer.status_code == 200
        page = answer.content.decode()
        assert says in page, page[-3000:]
        return page


@pytest.fixture
def office(commune_and_departments):
    with time_machine.travel(BEGUN, tick=False) as clock:
        yield Office(clock, commune_and_departments[1])


def sheet(places, said, day, key):
    return {
        "key": key, "unit": places["commune"].code, "held_on": day, "place": "Nhà văn hóa thôn Bãi",
        "tier": "commune", "mode": "in-person", "attendees": "60", "opinions": "1", "said": said,
    }  # fmt: skip


def test_from_the_sheet_of_a_meeting_to_the_end_and_asked_again(commune_and_departments, office):
    places, accounts = commune_and_departments

    office.on(2026, 2, 20)
    office.send(
        "commune.clerk", "meeting-new", [], sheet(places, BRIDGE, "2026-02-20", "phieu-2026"),
        BRIDGE,
    )  # fmt: skip
    opinion = _opinion(BRIDGE)
    form = {
        "opinion": opinion.pk, f"field-{opinion.pk}": "b.road", f"level-{opinion.pk}": "province",
    }  # fmt: skip
    meeting = [opinion.meeting_id]
    for _ in range(2):  # sent twice, as telephones do
        office.send("commune.clerk", "meeting-opinions", meeting, form)
    asked = Petition.objects.get()
    assert (asked.field, asked.unit) == ("b.road", places["commune"])

    office.on(2026, 2, 23)
    one = [asked.pk]
    office.send("commune.clerk", "petition-transfer", one, {"to": "Sở Nội vụ"}, "Đã chuyển")
    office.send(
        "home.clerk", "petition-transfer", one,
        {"to": "", "not_ours": "on", "reason": "Không quản lý cầu"}, "của ai",
    )  # fmt: skip
    office.send(
        "home.clerk", "petition-transfer", one,
        {"to": "Sở Xây dựng", "not_ours": "on", "reason": "Không quản lý cầu"}, "Đã chuyển",
    )  # fmt: skip
    assert list(asked.routes.values_list("not_ours", flat=True)) == [False, True]
    assert sorted(Task.objects.values_list("state", flat=True)) == ["assigned", "cancelled"]

    office.on(2026, 3, 2)
    asked.refresh_from_db()
    empty = {"kind": "explained", "text": "Sở sẽ xem xét.", "seen": asked.sequence}
    office.send("roads.head", "petition-answer", one, empty, "chưa nói ai làm gì")
    assert not asked.answers.exists()
    office.send(
        "roads.head", "petition-answer", one,
        {"kind": "promised", "text": "Sở sẽ sửa cầu.", "promised_on": "30/06/2026",
         "seen": asked.sequence}, "Đã ghi trả lời",
    )  # fmt: skip
    promise = asked.answers.get().task
    asked.refresh_from_db()
    assert (asked.task.state, promise.state, promise.lead) == ("done", "assigned", places["roads"])

    office.on(2026, 6, 20)
    for verb in ("receive", "start", "submit", "approve"):
        tasks.take_step(
            Task.objects.get(pk=promise.pk), verb, reason="Cầu đã thông xe",
            actor=accounts["roads.head"], at=datetime(2026, 6, 20, 2, tzinfo=UTC),
        )  # fmt: skip
    office.send("roads.head", "petition-step", [asked.pk, "follow"], {})
    asked.refresh_from_db()
    office.send(
        "roads.head", "petition-answer", one,
        {"kind": "solved", "text": "Cầu đã sửa xong.", "evidence": "Biên bản nghiệm thu số 4",
         "seen": asked.sequence}, "Đã ghi trả lời",
    )  # fmt: skip
    last = asked.answers.last()
    office.send(
        "commune.clerk", "petition-rate", [asked.pk, last.pk],
        {"source": "paper", "satisfied": "41", "partly": "9", "unsatisfied": "2"}, "41 hài lòng",
    )  # fmt: skip
    office.send(
        "commune.head", "petition-assess", [asked.pk, last.pk], {"verdict": "satisfying"},
        "Đã đánh giá",
    )  # fmt: skip
    office.send("roads.head", "petition-step", [asked.pk, "close"], {}, "kết thúc")

    office.on(2027, 2, 19)
    office.send(
        "commune.clerk", "meeting-new", [], sheet(places, AGAIN, "2027-02-19", "phieu-2027"), AGAIN
    )
    opinion = _opinion(AGAIN)
    client = Client()
    client.force_login(accounts["commune.clerk"], "django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("meeting-opinions", args=[opinion.meeting_id])).content.decode()
    assert f'name="same-{opinion.pk}" value="{asked.pk}"' in page
    page = office.send(
        "commune.clerk", "meeting-opinions", [opinion.meeting_id],
        {"opinion": opinion.pk, f"same-{opinion.pk}": asked.pk},
    )  # fmt: skip
    later = Petition.objects.exclude(pk=asked.pk).get()
    assert later.first == asked
    seen = visible_petitions(accounts["commune.clerk"], later.said_on)
    before = queries.asked_before(seen, later)
    assert (before.times, before.since.year, before.promised, before.solved) == (2, 2026, 1, 1)
    page = client.get(reverse("petition", args=[later.pk])).content.decode()
    assert "đã nêu 2 lần từ 2026, được hứa 1 lần" in page
    assert verify() is None


def _opinion(text):
    from gandan.domain.meetings.queries import Opinion

    return Opinion.objects.get(text=text)
