"""A command whose reader goes away ends quietly, as commands do."""

import subprocess
import sys

from gandan.cli import _ENOUGH


def test_a_reader_that_has_seen_enough_leaves_no_traceback():
    ran = subprocess.Popen(
        [sys.executable, "-m", "gandan", "due", "--list"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    ran.stdout.close()
    assert ran.wait(timeout=60) == _ENOUGH
    assert ran.stderr.read() == b""
    ran.stderr.close()
