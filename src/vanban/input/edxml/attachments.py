"""The files an envelope carries, decoded and unpacked."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from vanban.input import archive
from vanban.input.edxml.envelope import every, said
from vanban.input.limits import Limits
from vanban.input.refusals import refused
from vanban.input.xmltree import Element

_MOST = 200
# A child shorter than this is a field, not a file.
_FIELD = 512


def attachments(root: Element, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file; those that a sender zipped come out unzipped."""
    budget = limits.unpacked_bytes
    for at, element in enumerate(_elements(root)):
        if at >= _MOST:
            raise refused("bomb")
        name = said(element, "AttachmentName") or f"đính kèm {at + 1}"
        data = _decoded(_content(element))
        budget -= len(data)
        if budget < 0:
            raise refused("bomb")
        yield from archive.open_all(data, name, limits=limits)


def _elements(root: Element) -> Iterator[Element]:
    for encoded in every(root, "AttachmentEncoded"):
        yield from every(encoded, "Attachment")


def _content(element: Element) -> str:
    """The base64 text: the field meant for it, or whichever is long enough to be a file."""
    for name in ("ContentTransferEncoded", "Content", "Data"):
        field = next(every(element, name), None)
        if field is not None and field.text and field.text.strip().lower() != "base64":
            return str(field.text)
    texts = [node.text or "" for node in element.iterdescendants("*")]
    longest = max([*texts, element.text or ""], key=len, default="")
    return longest if len(longest) > _FIELD else ""


def _decoded(text: str) -> bytes:
    packed = "".join(text.split())
    try:
        return base64.b64decode(packed + "=" * (-len(packed) % 4))
    except (binascii.Error, ValueError) as error:
        raise refused("damaged", kind="edXML") from error
