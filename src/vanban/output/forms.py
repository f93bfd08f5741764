"""The forms of official documents: what differs between the state, the Party and the Front.

State: NĐ 30/2020/NĐ-CP, Phụ lục I. Party: HD 05-HD/VPTW. The Front and the mass organisations
follow the form of the state "as suitable" (NĐ 30/2020 Điều 2 khoản 2).
"""

from __future__ import annotations

from dataclasses import dataclass

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PARTY_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"


@dataclass(frozen=True, slots=True)
class Form:
    """Margins in millimetres (top, bottom, left, right); sizes in points."""

    name: str
    title: tuple[str, ...]
    under_issuer: str
    number_mark: str
    margins: tuple[int, int, int, int]
    body_size: int = 14
    kind_size: int = 14
    issuer_size: int = 13
    recipients_size: int = 11
    recipients_heading_size: int = 12
    recipients_underlined: bool = False
    under_subject: str = ""


STATE = Form("state", (COUNTRY, MOTTO), "", ":", (20, 20, 30, 20))
FRONT = Form("front", (COUNTRY, MOTTO), "", ":", (20, 20, 30, 20))
PARTY = Form(
    "party",
    (PARTY_TITLE,),
    "*",
    "",
    (20, 20, 30, 15),
    kind_size=16,
    issuer_size=14,
    recipients_size=12,
    recipients_heading_size=14,
    recipients_underlined=True,
    under_subject="-----",
)
FORMS = {form.name: form for form in (STATE, FRONT, PARTY)}
