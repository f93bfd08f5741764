"""The XML names of WordprocessingML that the reader looks for."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.input.xmltree import Element

# Word writes the transitional namespace; "Strict Open XML" documents the other.
_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def value(element: Element | None, attribute: str = "val") -> str | None:
    """An attribute of the WordprocessingML namespace, or None."""
    if element is None:
        return None
    found: str | None = element.get(f"{{{_TRANSITIONAL}}}{attribute}")
    return found if found is not None else element.get(f"{{{_STRICT}}}{attribute}")


def relation_id(element: Element) -> str | None:
    found: str | None = element.get(f"{{{_RELATION}}}id")
    return found if found is not None else element.get(f"{{{_RELATION_STRICT}}}id")


def child(element: Element | None, *path: str) -> Element | None:
    """The first child by local names, step by step, or None."""
    for step in path:
        if element is None:
            return None
        element = next(children(element, step), None)
    return element


def children(element: Element, name: str) -> Iterator[Element]:
    yield from element.iterchildren(f"{{{_TRANSITIONAL}}}{name}", f"{{{_STRICT}}}{name}")


def whole(text: str | None, default: int = 0) -> int:
    """An integer attribute; damaged ones count as the default."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


def is_on(element: Element | None) -> bool:
    """Whether a toggle such as <w:vanish/> is present and not switched off."""
    return element is not None and value(element) not in ("0", "false", "off")
