"""Those who work with the lead, and those who work with somebody else."""

import pytest

from vanban.facts.duties.partners import cooperating_of
from vanban.model import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chủ trì, phối hợp với Sở Tài chính rà soát", ["Sở Tài chính"]),
        (
            "chủ trì, cùng Sở Tài chính, UBND xã Tân Lũng kiểm tra",
            ["Sở Tài chính", "UBND xã Tân Lũng"],
        ),
        (
            "phối hợp các cơ quan tham mưu, giúp việc Thành ủy đưa nội dung",
            ["các cơ quan tham mưu, giúp việc Thành ủy"],
        ),
        # partners of the body that is directed, not of the one that directs
        ("Chỉ đạo Công an xã phối hợp với Ban Chỉ huy Quân sự xã tuần tra", []),
        ("chỉ đạo Phòng Kinh tế chủ động phối hợp với Phòng Văn hóa - Xã hội tham mưu", []),
    ],
)
def test_partners(text: str, expected: list[str]) -> None:
    found = cooperating_of(text, Span(0, len(text)))
    assert [unit.name for unit in found] == expected
