"""Every rule of a check has its row: what it marks, an example, where it comes from."""

import ast
from pathlib import Path

import vanban.checks
import vanban.input
from vanban.rules import families, rules, table

FAMILIES = {"form", "references", "figures", "clarity", "spelling", "naming", "people", "input"}


def named_in_code():
    """The ids that the code gives to findings: strings such as "figures.sum"."""
    for package in (vanban.checks, vanban.input):
        for path in Path(package.__file__).parent.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    family, _, name = node.value.partition(".")
                    if family in FAMILIES and name.replace("_", "").isalpha():
                        yield node.value


def rows():
    return table("checks_meanings")["check"]


def test_every_rule_that_the_code_names_has_its_row_and_no_row_is_dead():
    by_pattern = {rule.id for family in families() for rule in rules(family)}
    assert set(named_in_code()) - by_pattern == {row["id"] for row in rows()}


def test_there_are_rules_to_look_at():
    assert len(set(named_in_code())) > 50


def test_every_row_says_what_it_marks_with_an_example_and_a_source():
    for row in rows():
        assert all(row[key].strip() for key in ("means", "example", "source")), row["id"]
    assert len({row["id"] for row in rows()}) == len(rows())
