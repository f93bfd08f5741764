"""What an envelope says of its document, read tolerantly: senders differ in order and spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from vanban.input.xmltree import Element, local
from vanban.rules.pattern import compiled

# Status codes of QCVN 102 (the figures are sent as "1" or "01").
STATUSES: Mapping[str, str] = {
    "01": "đã đến",
    "02": "từ chối tiếp nhận",
    "03": "đã tiếp nhận",
    "04": "chờ phân công xử lý",
    "05": "đang xử lý",
    "06": "đã hoàn thành",
    "13": "yêu cầu lấy lại",
    "15": "đồng ý lấy lại hoặc cập nhật",
    "16": "từ chối lấy lại hoặc cập nhật",
}
_BUSINESS = {"0": "new", "1": "recall", "2": "update", "3": "replace"}
_DATE = compiled(
    r"(?:(?P<y>\d{4})[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2}))|(?:(?P<d2>\d{1,2})[/-](?P<m2>\d{1,2})[/-](?P<y2>\d{4}))"
)


def find(element: Element | None, *path: str) -> Element | None:
    """The first descendant by local names in any case, step by step."""
    for step in path:
        if element is None:
            return None
        element = next(every(element, step), None)
    return element


def every(element: Element | None, name: str) -> Iterator[Element]:
    """All descendants of that local name, in any case and namespace."""
    if element is not None:
        for node in element.iterdescendants("*"):
            if local(node).lower() == name.lower():
                yield node


def said(element: Element | None, *path: str) -> str:
    """The text of a descendant, blanks joined; "" where it is absent."""
    found = find(element, *path) if path else element
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def metadata(root: Element) -> dict[str, str]:
    """The header fields that the envelope states; those it leaves empty are absent."""
    header = find(root, "MessageHeader")
    sender = find(header, "From")
    fields = {
        "kind": said(header, "DocumentType", "TypeName").lower(),
        "number": number(said(header, "CodeNumber"), said(header, "CodeNotation")),
        "issued_on": iso(said(header, "PromulgationInfo", "PromulgationDate")),
        "place": said(header, "PromulgationInfo", "Place"),
        "issuers": said(sender, "OrganName"),
        "subject": said(header, "Subject"),
        "signer_name": said(header, "SignerInfo", "FullName"),
        "signer_title": said(header, "SignerInfo", "Position"),
        "signer_authority": said(header, "SignerInfo", "Competence"),
        "recipients": "\n".join(said(place) for place in every(find(header, "ToPlaces"), "Place")),
        "addressed_to": "\n".join(said(receiver, "OrganName") for receiver in every(header, "To")),
        "due_date": iso(said(header, "DueDate")),
        "priority": said(header, "OtherInfo", "Priority"),
        "document_id": said(header, "DocumentId"),
        "from_organ_id": said(sender, "OrganId"),
        "business": _business(root),
    }
    return {name: value for name, value in fields.items() if value.strip()}


def status(root: Element) -> dict[str, str]:
    """What a status message says; empty when the envelope carries a document."""
    header = find(root, "MessageHeader")
    code = said(header, "StatusCode")
    if not code:
        return {}
    answered = find(header, "ResponseFor")
    fields = {
        "status_code": code.zfill(2),
        "status": STATUSES.get(code.zfill(2), ""),
        "response_for": said(answered, "Code") or said(answered, "DocumentId"),
        "response_for_date": iso(said(answered, "PromulgationDate")),
        "description": said(header, "Description"),
        "issuers": said(find(header, "From"), "OrganName"),
        "timestamp": said(header, "Timestamp"),
    }
    return {name: value for name, value in fields.items() if value}


def number(figure: str, notation: str) -> str:
    """The number as it is printed: the State's "12/KH-UBND", the Party's "42-KH/TU".

    The Code of an envelope splits a number in two; only in Party symbols does the notation hold
    the stroke itself (HD 05-HD/VPTW).
    """
    if not figure or not notation:
        return figure or notation
    return f"{figure}-{notation}" if "/" in notation else f"{figure}/{notation}"


def iso(text: str) -> str:
    """A date written year or day first, as YYYY-MM-DD; "" where it is none."""
    found = _DATE.search(text)
    if found is None:
        return ""
    year, month, day = (
        (found["y"], found["m"], found["d"])
        if found["y"]
        else (found["y2"], found["m2"], found["d2"])
    )
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _business(root: Element) -> str:
    code = said(root, "BussinessDocType") or said(root, "BusinessDocType")
    return _BUSINESS.get(code, "")
