"""Each module has one subject, is short, and is named by it."""

import ast
import re

from architecture.sources import SRC, imported, modules, name, tree

LIMIT = 250
# Modules longer than the limit, with their length when they were allowed. This list only shrinks.
LONG: dict[str, int] = {
    "src/vanban/model.py": 295,  # the nouns of the library, read together
}

DRAWERS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "base",
    "misc",
    "tools",
    "shared",
    "stuff",
}


def length(path):
    return len(path.read_text("utf-8").splitlines())


def test_no_module_is_longer_than_a_person_reads_at_once():
    grown = {name(p): length(p) for p in modules() if length(p) > LONG.get(name(p), LIMIT)}
    assert grown == {}


def test_the_list_of_long_modules_only_shrinks():
    """A module that became short, or is gone, leaves the list."""
    lengths = {name(path): length(path) for path in modules()}
    assert [path for path in LONG if lengths.get(path, 0) <= LIMIT] == []


def test_no_module_is_a_drawer():
    """A module is named by its subject: in a drawer everything lands and nothing is found."""
    assert [name(path) for path in modules() if DRAWERS & {path.stem, path.parent.name}] == []


def test_no_signal_carries_a_rule_of_the_administration():
    """What happens after a verb is written in the verb, where a reader finds it."""
    using = [
        name(p)
        for p in modules()
        if any(n.startswith("django.db.models.signals") for n in imported(p))
    ]
    assert using == []
    assert [name(path) for path in modules() if path.stem == "signals"] == []


def test_identifiers_are_ascii():
    """Vietnamese stands in data, interface and examples; names in code are English."""
    wrong = []
    for path in modules():
        for node in ast.walk(tree(path)):
            said = (
                getattr(node, "name", None)
                or getattr(node, "id", None)
                or getattr(node, "arg", None)
            )
            if isinstance(said, str) and not said.isascii():
                wrong.append(f"{name(path)}: {said}")
    assert wrong == []


def test_nothing_is_left_to_do():
    """An unfinished place is an issue, not a comment."""
    left = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")
    assert [name(path) for path in modules() if left.search(path.read_text("utf-8"))] == []


def says_what_it_is(path):
    """By its own docstring, or by that of a noun or verb in it (a model, an action)."""
    named = ast.ClassDef | ast.FunctionDef
    return ast.get_docstring(tree(path)) or any(
        ast.get_docstring(node) for node in tree(path).body if isinstance(node, named)
    )


def test_every_module_says_what_it_is():
    """Django's `apps.py` apart, which only gives the app its name."""
    speaking = [path for path in modules(SRC) if tree(path).body and path.stem != "apps"]
    silent = [name(path) for path in speaking if not says_what_it_is(path)]
    assert silent == []
