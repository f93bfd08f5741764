"""A file of petitions is loaded once, whatever happens on the way."""

import json
import os
import random
import signal
import subprocess
import sys
import textwrap

import pytest
from django.utils import timezone
from openpyxl import Workbook

from gandan.cli import main
from gandan.domain.petitions.models import Load, Petition
from gandan.jobs.load_petitions import load, preview
from gandan.kernel.refusal import Refused

ROWS = [
    {"text": "Đề nghị sửa cầu treo", "place": "3190", "field": "b.road", "date": "2026-02-03",
     "source": "tiếp xúc cử tri", "session": "Kỳ họp thứ 5", "phone": "0900000000"},
    {"text": "Đề nghị kéo điện về bản", "place": "xã Đồng Mây", "field": "a) Về chế độ, chính sách",
     "date": "04/02/2026", "source": "Hội nghị xã"},
    {"text": "Đề nghị sửa cầu treo", "place": "3190", "field": "b.road", "date": "2026-02-03",
     "source": "tiếp xúc cử tri", "session": "Kỳ họp thứ 5"},
    {"text": "  "},
    {"text": "Tôi xin tố cáo ông chủ tịch xã"},
    {"text": "Ngày sai", "date": "32/13/2026"},
]  # fmt: skip


def write(path, rows):
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return path


def bring_in(path, office):
    return [state for state, _ in load(path, unit=None, actor=office.machine, now=timezone.now)][-1]


def test_what_can_be_kept_is_kept_and_the_rest_is_counted(office, tmp_path):
    state = bring_in(write(tmp_path / "a.jsonl", ROWS), office)
    assert (state.stored, state.refused, state.is_finished) == (2, 3, True)
    bridge, light = Petition.objects.order_by("id")
    assert (bridge.place_code, bridge.source, bridge.session) == (
        "03190", "meeting", "Kỳ họp thứ 5",
    )  # fmt: skip
    assert (light.place_text, light.source_reference, light.field) == (
        "xã Đồng Mây", "Hội nghị xã", "a",
    )  # fmt: skip
    assert str(light.said_on) == "2026-02-04"


def test_a_preview_stores_nothing_and_says_why(office, tmp_path):
    seen = preview(write(tmp_path / "a.jsonl", ROWS))
    assert (seen.rows, seen.usable, seen.repeated) == (6, 3, 1)
    assert seen.unknown == ("phone",)
    assert not Petition.objects.exists()


def test_loading_twice_stores_once_even_from_another_file(office, tmp_path):
    bring_in(write(tmp_path / "a.jsonl", ROWS), office)
    bring_in(write(tmp_path / "a.jsonl", ROWS), office)
    again = bring_in(write(tmp_path / "b.jsonl", ROWS[:2]), office)
    assert (again.stored, again.known) == (0, 2)
    assert Petition.objects.count() == 2


def test_a_sheet_of_excel_with_vietnamese_heads(office, tmp_path, capsys):
    book = Workbook()
    book.active.append(["Nội dung", "Địa bàn", "Ngày", "Ghi chú riêng"])
    book.active.append(["Đề nghị sửa đường", "xã Đồng Mây", "05/02/2026", "x"])
    book.save(tmp_path / "a.xlsx")
    assert main(["petitions", "load", str(tmp_path / "a.xlsx")]) == 0
    assert Petition.objects.get().text == "Đề nghị sửa đường"
    assert "Ghi chú riêng" in capsys.readouterr().err


def test_a_file_that_is_no_such_file_is_refused_whole(office, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    with pytest.raises(Refused, match="Chưa nạp gì"):
        bring_in(tmp_path / "a.xlsx", office)
    assert not Petition.objects.exists()


KILLED = """
    import os, signal, sys
    from gandan.cli.setup import setup
    setup()
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone
    from gandan.domain.directory.actions import machine_account
    from gandan.jobs import load_petitions
    load_petitions.CHUNK = 25
    if sys.argv[2] == "0":
        call_command("migrate", verbosity=0)
        machine_account(timezone.now())
    passed = 0
    def die(execute, sql, params, many, context):
        global passed
        for moment in (0, 1):
            passed += 1
            if passed == int(sys.argv[2]):
                os.kill(os.getpid(), signal.SIGKILL)
            if moment == 0:
                done = execute(sql, params, many, context)
        return done
    connection.execute_wrappers.append(die)
    for _ in load_petitions.load(
        __import__("pathlib").Path(sys.argv[1]), unit=None,
        actor=machine_account(timezone.now()), now=timezone.now):
        pass
"""


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_killed_at_many_points_nothing_is_lost_or_there_twice(tmp_path):
    rows = [{"text": f"Đề nghị sửa đoạn đường số {n}", "date": "2026-01-05"} for n in range(400)]
    path = write(tmp_path / "many.jsonl", rows)
    environment = {**os.environ, "GANDAN_DATA": str(tmp_path / "data")}
    environment["DJANGO_SETTINGS_MODULE"] = "gandan.config.settings"
    environment.pop("GANDAN_DATABASE_URL", None)

    def child(point, *more):
        script = textwrap.dedent(KILLED) + "\n".join(more)
        return subprocess.run(
            [sys.executable, "-c", script, str(path), str(point)],
            check=False, env=environment, capture_output=True, text=True, timeout=120,
        )  # fmt: skip

    write(path, rows[:1])
    assert child(0).returncode == 0, "the empty database could not be made"
    write(path, rows)
    chance = random.Random(5)
    died = sum(child(chance.randint(5, 60)).returncode == -signal.SIGKILL for _ in range(7))
    assert died >= 4, "the kills came too late to prove anything"
    tell = (
        "from gandan.domain.petitions.models import Petition, Load",
        "from gandan.kernel.events import verify",
        "texts = list(Petition.objects.values_list('text', flat=True))",
        "print(len(texts), len(set(texts)), sum(l.stored for l in Load.objects.all()), verify())",
    )
    done = child(10**9, *tell)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["400", "400", "400", "None"]


def test_one_event_for_one_chunk(office, tmp_path):
    from gandan.kernel.events import Event

    bring_in(write(tmp_path / "a.jsonl", ROWS), office)
    event = Event.objects.get(verb="petition.load")
    assert event.subject_id == Load.objects.get().pk
    keys = sorted(Petition.objects.values_list("pk", flat=True))
    assert event.data == {"rows_until": 6, "stored": 2, "first": keys[0], "last": keys[-1]}
