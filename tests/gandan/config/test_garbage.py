"""A server that has loaded everything does not look it through with each page."""

import subprocess
import sys


def test_the_door_of_the_server_settles_what_is_loaded():
    asked = (
        "import gc, gandan.config.wsgi; print(gc.get_freeze_count() > 50_000, gc.get_threshold())"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True (50000, 20, 100)"
