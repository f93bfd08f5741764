"""Which part of a Word file leads to which other part of it."""

from __future__ import annotations

import posixpath

from vanban.input.package import Package
from vanban.input.xmltree import Element, parse

KIND = "DOCX"
Relations = dict[str, tuple[str, str]]


def relations_of(package: Package, part: str) -> Relations:
    """By relation id: the kind of the relation and the part it leads to, inside the file only."""
    folder, base = posixpath.split(part)
    path = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
    found: Relations = {}
    if path in package:
        for relation in parse(package.read(path), KIND).iterchildren("*"):
            if relation.get("TargetMode") != "External":
                target = str(relation.get("Target"))
                inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = str(relation.get("Type")).rpartition("/")[2]
                found[str(relation.get("Id"))] = (kind, inside)
    return found


def related(package: Package, relations: Relations, kind: str) -> Element | None:
    for each, part in relations.values():
        if each == kind and part in package:
            return parse(package.read(part), KIND)
    return None
