"""`vanban` is a small front door to a deaf and timeless core."""

import ast
import re
import tomllib

import pytest

import vanban
from architecture.sources import ROOT, SRC, modules, name, tree
from vanban.rules import families

TIME = {"today", "now", "utcnow", "localtime", "gmtime"}
FORBIDDEN_CALLS = TIME | {"urlopen", "getenv"}


def test_the_front_door_is_small_and_known():
    """Adding a name here is a promise to every caller; it is made on purpose."""
    assert sorted(vanban.__all__) == PUBLIC


PUBLIC = ["Limits", "Rejected", "Source", "check", "read", "read_source"]


def calls(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, ast.unparse(node.func)


def test_the_library_says_which_version_it_is():
    """Itself: where pip made the environment, nothing of the project is installed that could."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert vanban.__version__ == project["version"]


def test_no_module_asks_the_installation_about_the_project_itself():
    asked = re.compile(r"""\bversion\(\s*["'](?:gandan|vanban)["']""")
    assert [name(path) for path in modules() if asked.search(path.read_text("utf-8"))] == []


def test_the_library_never_asks_what_day_it_is():
    """The reference date is an argument: the same bytes give the same facts in ten years."""
    asked = [
        f"{name(path)}: {said}"
        for path in [
            *modules(SRC / "vanban"),
            *modules(SRC / "gandan/kernel/calendar"),
            *modules(SRC / "gandan/kernel/terms"),
        ]
        for attribute, said in calls(path)
        if attribute in FORBIDDEN_CALLS
    ]
    assert asked == []


def test_a_question_for_today_would_be_seen(tmp_path):
    planted = tmp_path / "planted.py"
    planted.write_text("import datetime\nx = datetime.date.today()\n")
    assert [attribute for attribute, _ in calls(planted)] == ["today"]


@pytest.mark.parametrize("family", families())
def test_every_rule_file_is_used(family):
    """A rule nobody runs is a promise nobody keeps."""
    named = re.compile(rf"""["']{family}["']""")
    assert any(named.search(path.read_text("utf-8")) for path in modules(SRC))


def test_patterns_are_compiled_by_the_engine_that_can_be_stopped():
    """`regex` has timeouts and reads Unicode properly; `re` has neither. It serves where a pattern is
    matched at one place, by `rules/placed.py` alone, and `test_placed` holds it to its time."""
    assert [
        name(path)
        for path in modules(SRC / "vanban")
        if re.search(r"^\s*(import re\b|from re import)", path.read_text("utf-8"), re.M)
    ] == ["src/vanban/rules/placed.py"]


def test_the_licence_stands_at_the_root():
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
