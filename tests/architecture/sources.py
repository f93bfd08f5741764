"""The project's own files, as the architecture tests read them: by path and by syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
APPS = SRC / "gandan" / "domain"


def modules(under: Path = SRC) -> list[Path]:
    """Every hand-written module; migrations are written by Django."""
    return sorted(path for path in under.rglob("*.py") if "migrations" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def apps() -> list[Path]:
    return sorted(path.parent for path in APPS.glob("*/apps.py"))


def imported(path: Path) -> Iterator[str]:
    """Every dotted name a module imports, the imported names included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def model_fields(path: Path) -> Iterator[tuple[str, str, ast.ClassDef]]:
    """(class, field, class node) for each database field that a module declares."""
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.ClassDef):
            continue
        for line in node.body:
            if isinstance(line, ast.AnnAssign) and line.value is not None:
                target, value = line.target, line.value
            elif isinstance(line, ast.Assign):
                target, value = line.targets[0], line.value
            else:
                continue
            if isinstance(target, ast.Name) and isinstance(value, ast.Call):
                made = ast.unparse(value.func)
                if made.endswith(("Field", "ForeignKey")):
                    yield node.name, target.id, node


def models() -> list[tuple[Path, str]]:
    """(module, class) of each database table of the product, abstract ones left out."""
    classes = [
        (path, node)
        for path in modules(SRC / "gandan")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
    ]
    bases = {"Model", "AbstractUser", "AbstractBaseUser"}
    while True:
        found = {
            n.name for _, n in classes if bases & {ast.unparse(b).split(".")[-1] for b in n.bases}
        }
        if found <= bases:
            break
        bases |= found
    return [
        (path, node.name) for path, node in classes if node.name in bases and not abstract(node)
    ]


def abstract(node: ast.ClassDef) -> bool:
    return any(
        isinstance(inner, ast.ClassDef)
        and inner.name == "Meta"
        and any("abstract = True" in ast.unparse(line) for line in inner.body)
        for inner in node.body
    )
