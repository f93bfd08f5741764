"""A command whose reader goes away ends quietly, as commands do."""

import subprocess
import sys

from gandan.cli import _ENOUGH


def test_a_reader_that_has_seen_enough_leaves_no_traceback(tmp_path):
    plan = tmp_path / "ke-hoach.txt"
    plan.write_text("KẾ HOẠCH\n\n1. Sở Tài chính chủ trì rà soát, xong trước 30/6/2026.\n", "utf-8")
    command = [sys.executable, "-m", "gandan", "read", "--json", str(plan)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        ran.stdout.close()
        said = ran.stderr.read()
        assert (ran.wait(timeout=60), said) == (_ENOUGH, b"")
