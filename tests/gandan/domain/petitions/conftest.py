from __future__ import annotations

from datetime import date

import pytest

from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Origin

from ...conftest import NOW

ROAD = (
    "Đề nghị Ủy ban nhân dân tỉnh sửa cầu treo qua suối Nậm Hon, mùa mưa học sinh không qua được."
)


@pytest.fixture
def clerk(office):
    """The clerk of Sở Nội vụ, who handles what that unit received."""
    return office.person("home_clerk", "clerk", "home_affairs")


@pytest.fixture
def petition(office, clerk):
    """A petition of a reception, received by Sở Nội vụ on 2/3/2026."""
    return actions.receive(
        ROAD,
        Origin("reception", "Sổ tiếp công dân số 12"),
        said_on=date(2026, 3, 2),
        unit=office.home_affairs,
        place_text="xã Đồng Mây",
        petitioner={"name": "Vũ Thị Giả Định", "phone": "0900000001"},
        actor=clerk,
        at=NOW,
    )
