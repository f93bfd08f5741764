"""XML parsed without reaching anything outside it: no entities, no DTD, no network."""

from __future__ import annotations

from typing import Any

from lxml import etree

from vanban.input.refusals import refused

Element = Any


def parse(data: bytes, kind: str) -> Element:
    """The root element. A DOCTYPE is refused: no office format has one, every XML bomb does."""
    head = (data[:2] in (b"\xff\xfe", b"\xfe\xff") and data.replace(b"\x00", b"")) or data
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise refused("bomb")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refused("damaged", kind=kind) from error


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
