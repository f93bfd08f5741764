"""Web pages saved with their pictures in one file (MHTML, RFC 2557): the page inside."""

from __future__ import annotations

import email
from email.message import Message

from vanban.input.refusals import refused


def page_of(data: bytes) -> bytes:
    """The bytes of the page itself; a file that is the page already stays as it is."""
    if data.lstrip()[:1] in (b"<", b"") or b"multipart/related" not in data[:4096].lower():
        return data
    for part in email.message_from_bytes(data).walk():
        if isinstance(part, Message) and part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return page
    raise refused("damaged", kind="HTML")
