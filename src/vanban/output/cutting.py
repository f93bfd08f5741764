"""Runs of a Word file cut at the borders of words, so that a comment can hold exactly those words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise
from typing import Any

from vanban.input.docx.places import Place
from vanban.model import Span

Element = Any
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


def cut_runs(place: Place, spans: Iterable[Span]) -> list[Element]:
    """Cuts the runs of a paragraph where the words of a span begin or end; gives the run of each of
    its letters afterwards. What a run holds besides text stays where it was."""
    cuts: dict[Element, set[int]] = defaultdict(set)
    for span in spans:
        words = place.letters_of(span)
        if words:
            cuts[words[0].element].add(words[0].at)
            cuts[words[-1].element].add(words[-1].at + 1)
    begins: dict[Element, list[tuple[int, Element]]] = {}
    for run in dict.fromkeys(element.getparent() for element in cuts):
        _cut(run, cuts, begins)
    return [_run_of(letter.element, letter.at, begins) for letter in place.letters]


def _run_of(element: Element, at: int, begins: dict[Element, list[tuple[int, Element]]]) -> Element:
    if element not in begins:
        return element.getparent()
    return [run for start, run in begins[element] if start <= at][-1]


def _cut(
    run: Element,
    cuts: dict[Element, set[int]],
    begins: dict[Element, list[tuple[int, Element]]],
) -> None:
    """The run becomes several that look alike; `begins` says which holds a text from where on."""
    here = run
    for node in [one for one in run.iterchildren() if not one.tag.endswith("}rPr")]:
        if node not in cuts:
            if here is not run:
                here.append(node)
            continue
        said = node.text or ""
        borders = sorted({0, len(said), *cuts[node]})
        begins[node] = []
        for first, last in pairwise(borders):
            if first in cuts[node] and (first or _has_content(here, node)):
                here = _next(run, here)
            begins[node].append((first, here))
            _put(node, said[first:last], here, is_first=first == 0)
        if len(said) in cuts[node] and node.getnext() is not None:
            here = _next(run, here)


def _has_content(run: Element, node: Element) -> bool:
    """Whether anything but the properties stands in the run before the text now being cut."""
    before = node.itersiblings(preceding=True) if node.getparent() is run else run.iterchildren()
    return any(not one.tag.endswith("}rPr") for one in before)


def _next(run: Element, after: Element) -> Element:
    """An empty run with the look of the first."""
    new = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
    new.extend(deepcopy(one) for one in run.iterchildren() if one.tag.endswith("}rPr"))
    after.addnext(new)
    return new


def _put(node: Element, words: str, run: Element, *, is_first: bool) -> None:
    """The text itself keeps its first words; the rest are copies of it."""
    part = node if is_first else node.makeelement(node.tag, dict(node.attrib), node.nsmap)
    part.text = words
    part.set(_PRESERVE, "preserve")
    if not is_first or part.getparent() is not run:
        run.append(part)
