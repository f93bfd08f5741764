"""Pull the plug 200 times while the workbook of a campaign is loaded: 0 lost, 0 there twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..domain.meetings.conftest import workbook

KILLS, ROWS = 200, 400

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs fork and SIGKILL")


def test_a_workbook_whose_loading_is_killed_200_times_is_stored_once(tmp_path):
    sheet = tmp_path / "dot.xlsx"
    sheet.write_bytes(workbook(
        ["HĐND xã", "trực tiếp", "FRONT", "20/02/2026", f"Thôn {n:03}", "60", "3", ""]
        for n in range(ROWS)
    ))  # fmt: skip
    environment = {**os.environ, "GANDAN_DATA": str(tmp_path / "data")}
    environment["DJANGO_SETTINGS_MODULE"] = "gandan.config.settings"
    environment.pop("GANDAN_DATABASE_URL", None)
    script = Path(__file__).with_name("killed_campaign.py")
    done = subprocess.run(
        [sys.executable, str(script), str(sheet), str(KILLS)],
        check=False, env=environment, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    held = json.loads(done.stdout)
    assert held["died"] >= 180, "the kills came too late to prove anything"
    assert len({kept for kept in held["growth"] if 0 < kept < ROWS}) > 20, "no kill came half-way"
    assert held["places"] == [f"Thôn {n:03}" for n in range(ROWS)]
    assert held["told"] == ROWS, "what was stored and what the events say differ"
    assert held["unbroken"]
