"""Pull the plug at any point of a reading-again: each file is read anew wholly, once, or not at all."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 12
FILES = 12

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs fork and SIGKILL")


def document(n):
    return (
        f"UBND TỈNH HỒNG LĨNH\nSố: {n}/KH-UBND\nHồng Lĩnh, ngày 05 tháng 01 năm 2026\n"
        f"KẾ HOẠCH\nThực hiện việc thứ {n}\n"
        "Thực hiện Quyết định số 77/QĐ-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh Hồng Lĩnh:\n"
        + "".join(
            f"{k}. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính làm việc {k}.{n} xong trước "
            f"30/6/2026.\n"
            for k in range(1, 6)
        )
    )


def run(folder, data, kills):
    script = Path(__file__).with_name("killed_reread.py")
    environment = {**os.environ, "GANDAN_DATA": str(data)}
    environment["DJANGO_SETTINGS_MODULE"] = "gandan.config.settings"
    environment.pop("GANDAN_DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, str(script), str(folder), str(kills), "7"],
        check=False, env=environment, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_reading_again_killed_many_times_ends_like_once_that_was_not(tmp_path):
    folder = tmp_path / "den"
    folder.mkdir()
    for n in range(FILES):
        (folder / f"{n:03}.txt").write_text(document(n), "utf-8")
    calm = run(folder, tmp_path / "calm", 0)
    killed = run(folder, tmp_path / "killed", KILLS)
    assert killed["died"] >= KILLS // 2, "the kills came too late to prove anything"
    assert any(0 < n < FILES for n in killed["growth"]), "no kill came half-way"
    assert calm["events"] == FILES
    assert {fact[5] for fact in calm["facts"]} == {"machine-read", "accepted", "superseded"}
    assert killed["unbroken"]
    for what in ("facts", "references", "readings", "events"):
        assert killed[what] == calm[what], what
