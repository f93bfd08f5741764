"""Numbers of footnotes glued to words and years are left out in reading, and stay in the file."""

import pytest

import vanban
from vanban.text.calls import without_calls

NOTES = "\n1 Theo Kết luận của Ban Thường vụ.\n2 Thay thế Chỉ thị cũ.\n"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("trong năm 20261, xã Nà Quế", "trong năm 2026 , xã Nà Quế"),
        ("của Tỉnh ủy1 và Chỉ thị ngày 15/3/20252." + NOTES, "của Tỉnh ủy  và Chỉ thị ngày 15/3/2025 ." + NOTES),
        ("Tỉnh ủy1 giao, Sở Nội vụ2 làm, hạn quý III/20263.", "Tỉnh ủy  giao, Sở Nội vụ  làm, hạn quý III/2026 ."),
    ],
)  # fmt: skip
def test_numbers_that_run_on_from_one_are_calls(written, meant):
    assert without_calls(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "thôn1, thôn2 và thôn3 của xã",
        "Tỉnh ủy1 và Tỉnh đoàn2 không có chú thích",
        "rộng 20km2, dài 11",
        "đường ĐT.7181, thửa 20261",
        "mã hồ sơ 1202411",
    ],
)
def test_other_figures_stay(text):
    assert without_calls(text) == text


def test_a_lead_and_a_subject_are_named_without_the_numbers_that_hang_on_them():
    text = "KẾ HOẠCH\nCông tác dân vận năm 20261\n\nI. NHIỆM VỤ\n1. Đảng ủy2 Công an tỉnh chủ trì xây dựng mô hình trước ngày 30/6/20263.\n"
    document = vanban.read(text.encode(), "a.txt").documents[0]
    assert document.header.subject == "Công tác dân vận năm 2026"
    (duty,) = document.duties
    assert (duty.lead, duty.text[-10:]) == (("Đảng ủy Công an tỉnh",), "30/6/2026.")
    assert duty.span.of(text).endswith("30/6/20263.")
