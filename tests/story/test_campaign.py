"""A whole campaign, as the founding report counts one: 60 communes, 1,163 meetings, 4,624 opinions.

The telephone of every commune sends its sheets (some twice: the network is bad), the province loads
its own from a workbook (twice: somebody was not sure), and the report adds up by itself.
"""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from io import BytesIO

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

import vanban
from gandan.domain.meetings import actions, queries
from gandan.domain.meetings.actions import Entry
from gandan.domain.meetings.queries import Meeting
from gandan.kernel.events import Event, verify

from ..gandan.conftest import NOW, Office
from ..gandan.domain.meetings.conftest import workbook

COMMUNES = 60
# The figures of the founding report: meetings and opinions of each tier.
FIGURES = {
    "assembly": (12, 75), "province": (43, 86), "district": (142, 568), "commune": (966, 3_895),
}  # fmt: skip
LEVELS = {"Quốc hội": "assembly", "HĐND tỉnh": "province", "HĐND huyện": "district",
          "HĐND xã": "commune"}  # fmt: skip
NAMES = {tier: name for name, tier in LEVELS.items()}
MODES = ["trực tiếp"] * 8 + ["niêm yết/phát thanh", "trực tuyến"]
IN_FORMS = {"trực tiếp": "in-person", "niêm yết/phát thanh": "posted", "trực tuyến": "online"}


def shared_out(total: int, among: int) -> list[int]:
    """A total as so many whole numbers that add up to it."""
    return [total // among + (at < total % among) for at in range(among)]


@pytest.fixture
def province(db, settings, tmp_path):
    settings.GANDAN_DATA = tmp_path
    made = Office(actions_machine())
    made.unit("front", "Ủy ban MTTQ Việt Nam tỉnh Hồng Lĩnh", kind="front")
    made.person("front_officer", "clerk", "front")
    for at in range(COMMUNES):
        made.unit(f"commune{at}", f"Ủy ban MTTQ Việt Nam xã Số {at}", kind="front",
                  level="commune", parent="front")  # fmt: skip
        made.person(f"officer{at}", "officer", f"commune{at}")
    with time_machine.travel(NOW, tick=False):
        made.campaign = actions.open_campaign(
            "Vận động bầu cử 2026", "election", made.front, date(2026, 2, 1), date(2026, 3, 31),
            actor=made.front_officer, at=NOW,
        )  # fmt: skip
        yield made


def actions_machine():
    from gandan.domain.directory.actions import machine_account

    return machine_account(NOW)


def signed_in(province, username):
    client = Client()
    client.force_login(province.accounts[username], "django.contrib.auth.backends.ModelBackend")
    return client


def send_from_the_telephones(province):
    """966 sheets by 60 officers, every seventh sent again because no answer came."""
    meetings, opinions = FIGURES["commune"]
    said = shared_out(opinions, meetings)
    clients = [signed_in(province, f"officer{at}") for at in range(COMMUNES)]
    answers = []
    for number in range(meetings):
        at = number % COMMUNES
        sheet = {
            "key": f"dien-thoai-{number:05}", "campaign": province.campaign.pk,
            "unit": province.units[f"commune{at}"].code, "held_on": "2026-02-20",
            "place": f"Nhà văn hóa thôn {number}", "tier": "commune",
            "mode": IN_FORMS[MODES[number % len(MODES)]], "attendees": "40",
            "opinions": str(said[number]), "said": "Đề nghị sửa đường vào thôn.",
        }  # fmt: skip
        for _ in range(1 + (number % 7 == 0)):
            answer = clients[at].post(
                "/meetings/new/?kind=election", sheet, headers={"Accept": "application/json"}
            )
            answers.append(answer.json()["state"])
    return answers


def load_the_workbook(province):
    """What the province holds itself: looked through first, stored, and loaded once more."""
    rows = []
    for tier in ("assembly", "province", "district"):
        meetings, opinions = FIGURES[tier]
        for number, said in enumerate(shared_out(opinions, meetings)):
            rows.append([
                NAMES[tier], MODES[number % len(MODES)], "FRONT", "21/02/2026",
                f"Hội trường {tier} {number}", "100", str(said), "",
            ])  # fmt: skip
    client = signed_in(province, "front_officer")
    where = reverse("campaign-load", args=[province.campaign.pk])
    pages = []
    for step in ("look", "store", "store"):
        sheet = BytesIO(workbook(rows))
        sheet.name = "dot.xlsx"
        answer = client.post(where, {"sheet": sheet, "step": step}, follow=True)
        pages.append((answer.content.decode(), Meeting.objects.exclude(tier="commune").count()))
    return pages


def test_a_campaign_is_recorded_once_and_its_report_adds_up_by_itself(province):
    sent = send_from_the_telephones(province)
    assert sent.count("stored") == 966
    assert sent.count("there") == len(range(0, 966, 7))

    looked, stored, again = load_the_workbook(province)
    assert looked[1] == 0, "looking through stores nothing"
    assert stored[1] == again[1] == 12 + 43 + 142
    assert "Đã lưu 197 cuộc" in stored[0]
    assert "Đã lưu 0 cuộc" in again[0]
    assert Meeting.objects.count() == 1_163

    front = signed_in(province, "front_officer")
    page = front.get(reverse("campaign", args=[province.campaign.pk])).content.decode()
    links = re.findall(r'<a href="(/meetings/\?[^"]+)">([\d.]+)</a>', page)
    assert links, "no figure of the campaign opens its rows"
    for address, number in links:
        rows = front.get(unescape(address)).context["page"].paginator.count
        assert rows == int(number.replace(".", "")), address

    written = vanban.read(the_report(front, province), "bao-cao.docx").documents[0]
    read = {LEVELS[one.level]: (one.sessions, one.opinions) for one in written.meetings}
    assert read == FIGURES
    assert all(one.holds for one in written.sums)
    assert verify() is None
    assert Event.objects.filter(verb="meeting.record").count() == 966


def the_report(client, province):
    answer = client.post(
        reverse("campaign-report", args=[province.campaign.pk]),
        {
            "number": "281/BC-MTTQ-BTT", "day": "2026-03-02", "place": "Hồng Lĩnh",
            "signer": "Lê Thị Sao Mai", "post": "CHỦ TỊCH", "recipients": "Thường trực Tỉnh ủy",
            "form": "docx",
        },
    )  # fmt: skip
    assert answer.status_code == 200, answer.content.decode()[:2_000]
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_a_commune_sees_its_own_meetings_and_no_figure_of_its_neighbour(province):
    entry = Entry(
        key="rieng-cua-xa-0", kind="election", unit=province.commune0, mode="in-person",
        place="Điểm chỉ xã Số 0 biết", held_on=date(2026, 2, 20), campaign=province.campaign,
        tier="commune", attendees=10, opinions=1,
    )  # fmt: skip
    actions.record_meeting(entry, actor=province.officer0, at=NOW)
    for where in ("/meetings/", reverse("campaign", args=[province.campaign.pk])):
        assert (
            "Điểm chỉ xã Số 0 biết"
            not in signed_in(province, "officer1").get(where).content.decode()
        )
    seen = signed_in(province, "officer1").get("/meetings/").context["page"].paginator.count
    assert seen == 0
    assert (
        "Điểm chỉ xã Số 0 biết"
        in signed_in(province, "officer0").get("/meetings/").content.decode()
    )
    assert queries.Meeting.objects.count() == 1
