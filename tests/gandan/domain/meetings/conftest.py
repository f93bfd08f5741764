"""A campaign of the small office: the committee runs it, its commune holds the meetings."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from gandan.domain.meetings import actions
from gandan.domain.meetings.actions import Entry

from ...conftest import NOW


@pytest.fixture
def campaign(office):
    office.person("commune_officer", "officer", "commune")
    return actions.open_campaign(
        "Vận động bầu cử 2026", "election", office.committee, date(2026, 2, 1), date(2026, 3, 1),
        actor=office.clerk, at=NOW,
    )  # fmt: skip


@pytest.fixture
def entry(office, campaign):
    """A sheet as a commune officer fills it in; keywords change it."""

    def filled(**changes):
        given = {
            "key": "phieu-0001", "kind": "election", "unit": office.commune, "mode": "in-person",
            "place": "Nhà văn hóa thôn Bãi", "held_on": date(2026, 2, 20), "campaign": campaign,
            "tier": "commune", "attendees": 60, "opinions": 3,
        }  # fmt: skip
        return Entry(**{**given, **changes})

    return filled


HEADS = ["Cấp", "Hình thức", "Đơn vị", "Ngày", "Nơi", "Số người dự", "Số ý kiến",
         "Đại biểu, người ứng cử"]  # fmt: skip


def workbook(rows, heads=HEADS) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.append(heads)
    for row in rows:
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()
