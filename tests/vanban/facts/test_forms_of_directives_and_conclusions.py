"""Duties as directives, conclusions of meetings and letters of the state say them, in invented words."""

import pytest

from vanban import read
from vanban.facts.unit import read_units
from vanban.model import Document

ISSUED = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG
Số: 61/TB-UBND
Lam Giang, ngày 12 tháng 3 năm 2026

THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân tỉnh

"""


def document(written: str) -> Document:
    return read(f"{written}\n".encode(), "van-ban.txt").documents[0]


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        (
            "UBND các xã, phường/UBND cấp xã theo dõi",
            ("UBND các xã, phường", "UBND cấp xã"),
        ),
        ("UBND các xã/phường theo dõi", ("UBND các xã/phường",)),
        ("các sở/ngành phối hợp", ("các sở/ngành",)),
        ("UBND xã và sở, ngành liên quan tăng cường", ("UBND xã", "sở, ngành liên quan")),
        ("Các sở Xây dựng, Tài chính và Nội vụ phối hợp", ("Các sở Xây dựng, Tài chính và Nội vụ",)),
        ("đơn vị tư vấn, đơn vị thi công hoàn thành", ("đơn vị tư vấn", "đơn vị thi công")),
        (
            "giám đốc, thủ trưởng các sở, ban, ngành tỉnh, chủ tịch UBND các xã chỉ đạo",
            ("giám đốc, thủ trưởng các sở, ban, ngành tỉnh", "chủ tịch UBND các xã"),
        ),
        (
            "Giám đốc Sở Nội vụ, Thủ trưởng các sở liên quan chỉ đạo",
            ("Giám đốc Sở Nội vụ", "Thủ trưởng các sở liên quan"),
        ),
        (
            "các đồng chí thành viên Ban Chỉ huy Phòng thủ dân sự - Phòng, chống thiên tai tỉnh, các cơ quan triển khai",
            (
                "các đồng chí thành viên Ban Chỉ huy Phòng thủ dân sự - Phòng, chống thiên tai tỉnh",
                "các cơ quan",
            ),
        ),
        ("Phòng Chính trị, tư tưởng phối hợp", ("Phòng Chính trị, tư tưởng",)),
        ("Phòng Nội vụ, tham mưu UBND xã", ("Phòng Nội vụ",)),
        ("các tổ công tác tại các thôn, tổ dân phố kiểm tra", ("các tổ công tác tại các thôn, tổ dân phố",)),
        (
            "Tổng Liên đoàn Lao động Việt Nam, Kiểm toán Nhà nước xem xét",
            ("Tổng Liên đoàn Lao động Việt Nam", "Kiểm toán Nhà nước"),
        ),
        ("các tập đoàn, tổng công ty nhà nước kiểm tra", ("các tập đoàn, tổng công ty nhà nước",)),
        (
            "Chủ tịch UBND các xã: Tân Lập, Đồng Mẫu và Hòa Mỹ tập trung",
            ("Chủ tịch UBND các xã: Tân Lập, Đồng Mẫu và Hòa Mỹ",),
        ),
        ("UBND các xã: Chủ động bố trí kinh phí", ("UBND các xã",)),
        (
            "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh hoàn thiện",
            ("Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh",),
        ),
        (
            "Báo Lam Giang và Phát thanh, Truyền hình tỉnh, Sở Y tế phối hợp",
            ("Báo Lam Giang và Phát thanh, Truyền hình tỉnh", "Sở Y tế"),
        ),
    ],
)  # fmt: skip
def test_a_name_is_read_whole(words: str, bodies: tuple[str, ...]):
    found = read_units(words, 0, len(words))
    assert (found.names if found else ()) == bodies


@pytest.mark.parametrize(
    ("written", "lead"),
    [
        (
            "Giao công chức Văn hóa - Xã hội tổ chức giải bóng chuyền của xã.",
            ("công chức Văn hóa - Xã hội",),
        ),
        (
            "Thực hiện Công văn số 15/BNV-CCVC của Bộ Nội vụ về việc báo cáo số lượng cán bộ, công chức, UBND tỉnh giao Sở Nội vụ lập báo cáo.",
            ("Sở Nội vụ",),
        ),
        (
            "Công văn nêu rõ, UBND xã và sở, ngành liên quan tăng cường tuyên truyền.",
            ("UBND xã", "sở, ngành liên quan"),
        ),
        ("Thủ tướng chỉ đạo Bộ Y tế rà soát danh mục thuốc.", ("Bộ Y tế",)),
        ("UBND các xã chỉ đạo các thôn rà soát danh sách.", ("UBND các xã",)),
        (
            "Đối với Sở Du lịch: (1) Xây dựng kế hoạch kích cầu; (2) Tổ chức hội chợ.",
            ("Sở Du lịch",),
        ),
        (
            "Trường hợp nhu cầu chi của Sở Y tế tăng so với dự toán, Sở Y tế thuyết minh cụ thể lý do tăng.",
            ("Sở Y tế",),
        ),
    ],
)  # fmt: skip
def test_who_is_charged(written: str, lead: tuple[str, ...]):
    assert [duty.lead for duty in document(f"{ISSUED}1. {written}").duties] == [lead]


def test_staff_are_charged_by_no_document():
    assert document("Giao công chức phụ trách từng thôn.").duties == ()


@pytest.mark.parametrize(
    ("written", "days", "recurrence"),
    [
        (
            "Sở Y tế báo cáo kết quả thực hiện công tác tiêm chủng từ ngày 15/3/2026 đến ngày 20/4/2026.",
            [],
            "none",
        ),
        ("Sở Y tế tổ chức tiêm chủng từ ngày 15/3/2026 đến ngày 20/4/2026.", ["2026-04-20"], "none"),
        ("Sở Y tế rút kinh nghiệm để ứng phó tốt hơn với dịch trong năm 2026.", [], "none"),
        ("Sở Y tế mở 05 lớp tập huấn trong năm 2026.", ["2026-12-31"], "none"),
        ("Trong năm 2026, Sở Y tế mở 05 lớp tập huấn.", ["2026-12-31"], "none"),
        ("Vào các ngày thứ bảy và Chủ nhật, UBND các xã vận động tổng vệ sinh.", [], "weekly"),
        ("Cục Thuế tỉnh hướng dẫn việc gia hạn nộp thuế đến hết tháng 6 năm 2026.", [], "none"),
        ("Cục Thuế tỉnh hoàn thành rà soát đến hết tháng 6 năm 2026.", ["2026-06-30"], "none"),
        ("Sở Xây dựng rà soát các dự án đã hoàn thành trước ngày 01/7/2025.", [], "none"),
        (
            "UBND các xã thống kê số hộ tính đến ngày 31/12/2025, gửi Sở Nội vụ trước ngày 20/3/2026.",
            ["2026-03-20"],
            "none",
        ),
        ("Sở Nội vụ tham mưu sơ kết 03 năm (2028), tổng kết 05 năm (năm 2030).", ["2028-12-31", "2030-12-31"], "none"),
        ("Chủ đầu tư phấn đấu thông xe kỹ thuật ngày 19/12/2026.", ["2026-12-19"], "none"),
        ("Sở Nội vụ lập danh sách trước 10h00' ngày 27/4/2026.", ["2026-04-27"], "none"),
        ("Các đơn vị đăng ký chậm nhất 16 giờ thứ Sáu, ngày 20/3/2026.", ["2026-03-20"], "none"),
        ("Sở Văn hóa xây dựng chuyên mục theo kế hoạch hằng năm.", [], "none"),
        ("Sở Văn hóa xây dựng kế hoạch, hằng năm tổ chức hội thi.", [], "yearly"),
        ("Sở Nội vụ xác nhận hồ sơ người có công với cách mạng khi có yêu cầu.", [], "on-event"),
        ("Công an tỉnh cung cấp hồ sơ khi có đề nghị của cơ quan thanh tra.", [], "on-event"),
        ("Sau khi có kết quả thẩm định, Sở Tài chính tham mưu UBND tỉnh.", [], "on-event"),
    ],
)  # fmt: skip
def test_when_it_is_due(written: str, days: list[str], recurrence: str):
    (duty,) = document(f"{ISSUED}1. {written}").duties
    assert ([str(day) for day in duty.due], duty.recurrence) == (days, recurrence)


@pytest.mark.parametrize(
    ("written", "regimes"),
    [
        (
            "Sở Y tế định kỳ 6 tháng, năm báo cáo UBND tỉnh trước ngày 10/6 và 10/12.",
            [("6 tháng", "2026-06-10"), ("năm", "2026-12-10")],
        ),
        (
            "Sở Y tế báo cáo tiến độ 3 tháng một lần về UBND tỉnh.",
            [("quý", "None")],
        ),
        (
            "Sở Y tế chấn chỉnh việc gây phiền hà để tạo thuận lợi cho người dân, báo cáo UBND tỉnh trước ngày 20/4/2026.",
            [("None", "2026-04-20")],
        ),
        (
            "Sở Y tế báo cáo các nội dung chủ yếu về tình hình dịch bệnh.",
            [("None", "None")],
        ),
        ("Sở Y tế rà soát những việc mà Sở Nội vụ đã báo cáo UBND tỉnh.", []),
        ("Các xã gửi số liệu về Sở Y tế để tổng hợp, báo cáo UBND tỉnh trước ngày 20/4/2026.", []),
    ],
)  # fmt: skip
def test_what_is_reported_and_when(written: str, regimes: list[tuple[str, str]]):
    found = document(f"{ISSUED}1. {written}").report_duties
    assert [(str(duty.period), str(duty.due)) for duty in found] == regimes


def test_things_that_an_order_lists_belong_to_it():
    (duty,) = document(
        f"{ISSUED}1. Sở Nội vụ:\n- Lập hồ sơ cho từng hộ, bao gồm:\n+ Đơn đề nghị hỗ trợ;\n+ Biên bản xác nhận nhà ở."
    ).duties
    assert duty.text.endswith("Biên bản xác nhận nhà ở.")


def test_orders_below_an_order_are_duties_of_their_own():
    found = document(
        f"{ISSUED}1. Sở Nội vụ:\n- Triển khai các nhiệm vụ, bao gồm:\n+ Rà soát hồ sơ;\n+ Lập danh sách."
    ).duties
    assert [duty.text for duty in found] == ["Rà soát hồ sơ;", "Lập danh sách."]


@pytest.mark.parametrize(
    "shown", ["25/09/2026", "Thứ Ba, 25/9/2026 | 17:01", "Cập nhật: 25-09-2026 17:30:00", "Thứ ba, 25/09/2026, 08:16 GMT+7", "Ngày 25.9.2026"]
)  # fmt: skip
def test_a_text_without_a_letterhead_is_read_in_the_year_in_which_its_page_was_shown(shown: str):
    (duty,) = document(f"Rà soát số liệu\n{shown}\n\nSở Y tế lập danh sách trước ngày 28/9.").duties
    assert [str(day) for day in duty.due] == ["2026-09-28"]


def test_a_day_within_a_sentence_says_no_year_of_the_page():
    (duty,) = document(
        "Ngày 25/9/2026 là ngày hội.\n\nSở Y tế lập danh sách trước ngày 28/9."
    ).duties
    assert duty.due == ()


def test_a_letter_charges_those_who_it_says_are_answerable():
    found = document(
        "Kính gửi:\n- Sở Y tế tỉnh Lam Giang;\n- Sở Y tế tỉnh Khe Lạnh.\n\n"
        "Căn cứ đề xuất của các địa phương, Bộ Y tế đồng ý mở rộng thí điểm.\n"
        "Giám đốc Sở Y tế có trách nhiệm:\n- Hoàn thiện Đề án thí điểm.\n- Kiểm tra việc chi trả."
    ).duties
    assert [duty.lead for duty in found] == [("Giám đốc Sở Y tế",), ("Giám đốc Sở Y tế",)]
