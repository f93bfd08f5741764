"""Duties as notices of wards, telegrams and decisions with targets say them, in invented words."""

import pytest

from vanban import read
from vanban.facts.unit import read_units
from vanban.model import Document


def document(written: str) -> Document:
    return read(f"{written}\n".encode(), "van-ban.txt").documents[0]


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        (
            "Hội đồng bồi thường, giải phóng mặt bằng và UBND phường khẩn trương",
            ("Hội đồng bồi thường, giải phóng mặt bằng", "UBND phường"),
        ),
        (
            "Hội đồng bồi thường, hỗ trợ và tái định cư xã chủ trì",
            ("Hội đồng bồi thường, hỗ trợ và tái định cư xã",),
        ),
        (
            "Đài Tiếng nói Việt Nam, Thông tấn xã Việt Nam thực hiện",
            ("Đài Tiếng nói Việt Nam", "Thông tấn xã Việt Nam"),
        ),
        ("lực lượng an ninh trật tự giải tỏa ngay", ("lực lượng an ninh trật tự",)),
        ("các tổ an ninh, trật tự phối hợp", ("các tổ an ninh, trật tự",)),
        ("các đồng chí khẩn trương báo cáo", ("các đồng chí",)),
    ],
)
def test_a_name_is_read_whole(words: str, bodies: tuple[str, ...]):
    found = read_units(words, 0, len(words))
    assert (found.names if found else ()) == bodies


@pytest.mark.parametrize(
    "written",
    [
        "Thủ tướng Chính phủ vừa ký Công điện số 114 ngày 19/7/2025 về việc lật tàu.",
        "Thành ủy Lam Giang vừa tổ chức hội nghị trực tuyến quán triệt Nghị quyết.",
        "Thủ tướng Chính phủ gửi lời thăm hỏi tới gia đình các nạn nhân.",
        "Các đồng chí dự họp thống nhất với báo cáo.",
    ],
)
def test_what_was_just_done_or_sent_is_no_duty(written: str):
    assert document(written).duties == ()


@pytest.mark.parametrize(
    ("written", "lead"),
    [
        (
            'Khối Dân vận, Ủy ban MTTQ và Ban Công tác Mặt trận các khu phố có dự án đi qua phải "đi trước một bước", vận động Nhân dân.',
            ("Khối Dân vận", "Ủy ban MTTQ", "Ban Công tác Mặt trận các khu phố có dự án đi qua"),
        ),
        (
            "UBND thành phố yêu cầu lực lượng công an giải tỏa ngay các điểm lấn chiếm.",
            ("lực lượng công an",),
        ),
        (
            "Yêu cầu các đồng chí khẩn trương thực hiện và báo cáo Phòng.",
            ("các đồng chí",),
        ),
        (
            "UBND thành phố yêu cầu lực lượng tham gia tuân thủ quy định.",
            ("UBND thành phố",),
        ),
    ],
)  # fmt: skip
def test_who_is_charged(written: str, lead: tuple[str, ...]):
    assert [duty.lead for duty in document(written).duties] == [lead]


@pytest.mark.parametrize(
    ("written", "days", "recurrence"),
    [
        ("Sở Tài chính chuyển quà, xong trước ngày Quốc khánh 02/9/2025.", ["2025-09-02"], "none"),
        (
            "Chi bộ tổ chức tuyên truyền trong các buổi sinh hoạt tổ dân phố tháng 9 và tháng 10/2026.",
            ["2026-09-30", "2026-10-31"],
            "none",
        ),
        ("Văn phòng cập nhật tiến độ hàng ngày, báo cáo Chủ tịch.", [], "continuous"),
        ("Sở Y tế bảo đảm nhu cầu thiết yếu hằng ngày, chăm lo đời sống.", [], "none"),
        ("Sở Giáo dục chuẩn bị phương án dạy học khi cần thiết.", [], "none"),
        ("Sở Y tế báo cáo đột xuất khi có yêu cầu.", [], "on-event"),
    ],
)  # fmt: skip
def test_when_it_is_due(written: str, days: list[str], recurrence: str):
    (duty,) = document(written).duties
    assert ([str(day) for day in duty.due], duty.recurrence) == (days, recurrence)
