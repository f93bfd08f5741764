"""Arrows go down only, and an app is entered by its doors."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from architecture.sources import APPS, ROOT, SRC, imported, modules, name


def test_every_contract_of_importlinter_is_kept():
    """The layers of `.importlinter` hold, in the suite as well as in `make check`."""
    linter = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run(
        [linter, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout


def foreign_models(path):
    """Imports of another app's `models` that a module makes."""
    own = path.relative_to(APPS).parts[0] if path.is_relative_to(APPS) else None
    for dotted in imported(path):
        inside = re.match(r"gandan\.domain\.(\w+)\.models\b", dotted)
        if inside and inside[1] != own:
            yield dotted


def test_an_app_is_reached_through_its_doors_never_through_its_models():
    """`actions`, `queries`, `access` are the doors: whoever imports `models` walks through the wall."""
    broken = {name(path): sorted(set(foreign_models(path))) for path in modules(SRC / "gandan")}
    assert {path: seen for path, seen in broken.items() if seen} == {}


@pytest.mark.parametrize(
    "word", ["from gandan.domain.tasks.models import Task", "import gandan.domain.tasks.models"]
)
def test_the_wall_is_seen_when_it_is_broken(word, tmp_path):
    """The planted fault: a module outside tasks that imports its models."""
    planted = tmp_path / "planted.py"
    planted.write_text(word)
    assert list(foreign_models(planted))
