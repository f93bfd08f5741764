"""Duties in the styles in which offices lay them: rules, resolutions, conclusions, plans, Party and Front.

Each style is a few invented lines under the same head; what is expected is who leads, when, how often.
"""

from __future__ import annotations

import pytest

import vanban

HEAD = """ỦY BAN NHÂN DÂN
TỈNH KIM SƠN
Số: 18/{code}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Kim Sơn, ngày 12 tháng 3 năm 2026

{kind}
Về việc phân công thực hiện

"""

STYLES = {
    "a time of the whole plan is none of the duty numbered before it": (
        "KẾ HOẠCH",
        "II. TỔ CHỨC THỰC HIỆN\n1. Báo tỉnh đăng tải nội dung Kế hoạch.\n"
        "2. Thời gian thực hiện: từ tháng 4 đến tháng 10/2026.\n",
        [("Báo tỉnh", "", "none")],
    ),
    "what somebody is rewarded for": (
        "QUYẾT ĐỊNH",
        "Điều 1. Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho 02 tập thể, gồm:\n"
        "1. Hội Nông dân xã Khe Bát xây dựng thành công mô hình vườn mẫu;\n"
        "2. Công an phường Bến Đá giữ gìn an ninh trật tự.\n",
        [],
    ),
    "what a programme is made of, not how often": (
        "CHƯƠNG TRÌNH",
        "II. NHIỆM VỤ\n1. Các cấp ủy, tổ chức đảng đưa nội dung dân vận vào chương trình công tác hằng năm; "
        "phân công đồng chí cấp ủy viên phụ trách.\n"
        "2. Đảng ủy các xã chỉ đạo đối thoại với Nhân dân khi thu hồi đất.\n",
        [("Các cấp ủy, tổ chức đảng", "", "none"), ("Đảng ủy các xã", "", "on-event")],
    ),
    "who announces is not charged": (
        "CÔNG VĂN",
        "1. Chủ tịch UBND tỉnh yêu cầu: từ ngày 30/4/2026 đến hết ngày 03/5/2026, các đơn vị bố trí, phân công trực.\n"
        "2. Ban Quản lý dự án chủ trì niêm yết quyết định tại trụ sở.\n"
        "3. Tất cả lực lượng, phương tiện tham gia cứu trợ phải tuân thủ quy định an toàn.\n",
        [
            ("các đơn vị", "2026-05-03", "none"),
            ("Ban Quản lý dự án", "", "none"),
            ("Tất cả lực lượng, phương tiện tham gia cứu trợ", "", "none"),
        ],
    ),
    "a formula of execution": (
        "QUYẾT ĐỊNH",
        "Điều 1. Ban hành Quy chế kèm theo Quyết định này.\n"
        "Điều 2. Chánh Văn phòng UBND tỉnh, Giám đốc các sở, ban, ngành có liên quan căn cứ Quyết định thi hành.\n",
        [],
    ),
    "a verb that no list knows": (
        "KẾT LUẬN",
        "II. NHIỆM VỤ\n1. Ủy ban nhân dân các xã, phường trải thảm đón nhà đầu tư vào địa bàn.\n"
        "2. Mặt trận Tổ quốc và các tổ chức chính trị - xã hội hướng mạnh về cơ sở, sát dân.\n",
        [
            ("Ủy ban nhân dân các xã, phường", "", "none"),
            ("Mặt trận Tổ quốc; các tổ chức chính trị - xã hội", "", "none"),
        ],
    ),
    "what a body is, under its own heading": (
        "QUYẾT ĐỊNH",
        "Điều 2. Nhiệm vụ của Tổ công tác\n1. Rà soát, phân loại kiến nghị của Nhân dân.\n"
        "Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ.\n",
        [("Tổ công tác", "", "none")],
    ),
    "one comrade of two posts": (
        "THÔNG BÁO",
        "1. Giao đồng chí Ủy viên Ban Thường vụ, Trưởng Ban Xây dựng Đảng theo dõi việc thực hiện.\n"
        "2. Phân công cấp ủy viên trực tiếp dự họp thôn.\n",
        [("đồng chí Ủy viên Ban Thường vụ, Trưởng Ban Xây dựng Đảng", "", "none")],
    ),
    "a comma between bare nouns begins no clause": (
        "KẾ HOẠCH",
        "II. TỔ CHỨC THỰC HIỆN\n1. Các sở, ban, ngành\n"
        "- Căn cứ Kế hoạch này, xây dựng kế hoạch của cơ quan, đơn vị mình trước ngày 10/4/2026.\n",
        [("Các sở, ban, ngành", "2026-04-10", "none")],
    ),
    "a field of work is no doer": (
        "HƯỚNG DẪN",
        "II. NỘI DUNG\n1. Lĩnh vực xây dựng mô hình: kinh tế, văn hóa, quốc phòng.\n"
        "2. Hội Nông dân các xã đăng ký mô hình trước ngày 30/4/2026.\n",
        [("Hội Nông dân các xã", "2026-04-30", "none")],
    ),
    "an article headed by the body it charges": (
        "QUYẾT ĐỊNH",
        "Điều 3. Trách nhiệm của Ban Tiếp công dân tỉnh\n"
        "1. Chủ trì, phối hợp với Công an tỉnh bảo đảm trật tự.\n"
        "2. Định kỳ hằng tháng tổng hợp, báo cáo Chủ tịch Ủy ban nhân dân tỉnh.\n",
        [("Ban Tiếp công dân tỉnh", "", "none"), ("Ban Tiếp công dân tỉnh", "", "monthly")],
    ),
    "a clause that charges one body with lettered points": (
        "QUYẾT ĐỊNH",
        "Điều 4. Trách nhiệm phối hợp\n1. Công an tỉnh có trách nhiệm:\n"
        "a) Bố trí lực lượng bảo vệ trụ sở;\nb) Xử lý hành vi gây rối.\n"
        "2. Thanh tra tỉnh có trách nhiệm cử người tham gia khi được yêu cầu.\n",
        [("Công an tỉnh", "", "none")] * 2 + [("Thanh tra tỉnh", "", "on-event")],
    ),
    "a number that stands alone above its title": (
        "KẾ HOẠCH",
        "II. PHÂN CÔNG\n1.\nSở Y tế:\n- Bố trí đội y tế lưu động.\n2.\nSở Xây dựng:\n- Rà soát điểm ngập.\n",
        [("Sở Y tế", "", "none"), ("Sở Xây dựng", "", "none")],
    ),
    "a matter that a body answers for": (
        "QUYẾT ĐỊNH",
        "Điều 5. Nội dung Sở Nội vụ có trách nhiệm chủ trì\n1. Xây dựng kế hoạch hằng năm.\n2. Kiểm tra việc thực hiện.\n",
        [("Sở Nội vụ", "", "yearly"), ("Sở Nội vụ", "", "none")],
    ),
    "for a level of administration": (
        "KẾ HOẠCH",
        "II. TỔ CHỨC THỰC HIỆN\n1. Đối với Ủy ban nhân dân các xã, phường\n"
        "- Thành lập Ban Chỉ đạo.\n- Báo cáo Sở Y tế trong vòng 24 giờ kể từ khi xảy ra vụ việc.\n",
        [
            ("Ủy ban nhân dân các xã, phường", "", "none"),
            ("Ủy ban nhân dân các xã, phường", "", "on-event"),
        ],
    ),
    "the last article of a council's resolution": (
        "NGHỊ QUYẾT",
        "Điều 1. Thông qua kế hoạch.\nĐiều 2. Tổ chức thực hiện\n"
        "1. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện.\n"
        "2. Giao Thường trực Hội đồng nhân dân, các Ban của Hội đồng nhân dân giám sát việc thực hiện Nghị quyết.\n",
        [
            ("Ủy ban nhân dân tỉnh", "", "none"),
            ("Thường trực Hội đồng nhân dân; các Ban của Hội đồng nhân dân", "", "none"),
        ],
    ),
    "a council that lays tasks on the committee": (
        "NGHỊ QUYẾT",
        "Điều 2. Hội đồng nhân dân tỉnh yêu cầu Ủy ban nhân dân tỉnh thực hiện các nhiệm vụ sau:\n"
        "1. Trả lời cử tri trước ngày 30/9/2026.\n2. Sửa chữa đường trong quý IV năm 2026.\n",
        [
            ("Ủy ban nhân dân tỉnh", "2026-09-30", "none"),
            ("Ủy ban nhân dân tỉnh", "2026-12-31", "none"),
        ],
    ),
    "a conclusion under topics": (
        "THÔNG BÁO",
        "1. Về tái định cư: Giao Sở Tài chính tham mưu bố trí vốn trong tháng 5/2026.\n"
        "2. UBND các xã Mường Bo, Bản Khoang: tập trung kiểm đếm; báo cáo hằng tuần về Sở Xây dựng.\n"
        "3. Giao đồng chí Chủ tịch UBND xã Mường Bo đối thoại với các hộ dân trong vòng 10 ngày kể từ ngày ban hành"
        " Thông báo này.\n",
        [
            ("Sở Tài chính", "2026-05-31", "none"),
            ("UBND các xã Mường Bo, Bản Khoang", "", "weekly"),
            ("đồng chí Chủ tịch UBND xã Mường Bo", "2026-03-22", "none"),
        ],
    ),
    "members of a body by post": (
        "KẾ HOẠCH",
        "II. PHÂN CÔNG\n1. Đồng chí Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban: Phụ trách chung.\n"
        "2. Đồng chí Phó Giám đốc Trung tâm Phục vụ hành chính công: Chủ động tham mưu khi cần thiết.\n",
        [
            ("Đồng chí Trưởng Ban Xây dựng Đảng - Trưởng Tiểu ban", "", "none"),
            ("Đồng chí Phó Giám đốc Trung tâm Phục vụ hành chính công", "", "on-event"),
        ],
    ),
    "committees of the Party": (
        "KẾ HOẠCH",
        "II. TỔ CHỨC THỰC HIỆN\n1. Các cấp ủy, tổ chức đảng xây dựng chương trình, hoàn thành trong quý III/2026.\n"
        "2. Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo thể chế hóa Nghị quyết.\n",
        [
            ("Các cấp ủy, tổ chức đảng", "2026-09-30", "none"),
            ("Đảng ủy Ủy ban nhân dân tỉnh", "", "none"),
        ],
    ),
    "the Front and its members": (
        "HƯỚNG DẪN",
        "II. TỔ CHỨC THỰC HIỆN\n1. Ban Thường trực Ủy ban MTTQ Việt Nam các xã, phường:\n"
        "- Gửi báo cáo kết quả về Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh trước ngày 25/11/2026.\n"
        "2. Ban Công tác Mặt trận ở khu dân cư\nChủ trì tổ chức Ngày hội.\n",
        [
            ("Ban Thường trực Ủy ban MTTQ Việt Nam các xã, phường", "2026-11-25", "none"),
            ("Ban Công tác Mặt trận ở khu dân cư", "", "none"),
        ],
    ),
    "the tasks that a report sets for the time ahead": (
        "BÁO CÁO",
        "I. KẾT QUẢ\n1. Sở Y tế đã tham mưu 05 văn bản.\nII. NHIỆM VỤ THỜI GIAN TỚI\n"
        "1. Sở Y tế rà soát kiến nghị trước ngày 05/6/2026.\n2. Sở Xây dựng hoàn thành thủ tục trước tháng 7/2026.\n",
        [("Sở Y tế", "2026-06-05", "none"), ("Sở Xây dựng", "2026-06-30", "none")],
    ),
    "an emergency plan with hours": (
        "KẾ HOẠCH",
        "II. PHÂN CÔNG\n1. Sở Công Thương: Điều phối hàng hỗ trợ, báo cáo UBND tỉnh trước 19h00 hằng ngày.\n"
        "2. Các chủ hồ trực 24/24 giờ.\n",
        [("Sở Công Thương", "", "continuous"), ("Các chủ hồ", "", "continuous")],
    ),
    "days of every year": (
        "QUYẾT ĐỊNH",
        "Điều 6. Chế độ báo cáo\n1. Trước ngày 15 tháng 12 hằng năm, Ủy ban nhân dân cấp xã báo cáo Sở Nội vụ.\n"
        "2. Các cơ quan được phân công tại Điều 2 có trách nhiệm gửi kế hoạch trước ngày 31 tháng 3.\n",
        [
            ("Ủy ban nhân dân cấp xã", "2026-12-15", "yearly"),
            ("Các cơ quan được phân công tại Điều 2", "2026-03-31", "none"),
        ],
    ),
}

LAY_NOTHING = {
    "who answers for the carrying out": "Điều 3. Giám đốc Sở Nội vụ, Chủ tịch Ủy ban nhân dân các xã, phường chịu trách"
    " nhiệm thi hành Quyết định này./.\n",
    "a chart of departments": "Điều 3. Cơ cấu tổ chức\n1. Các phòng chuyên môn thuộc Thanh tra tỉnh:\na) Văn phòng;\n"
    "b) Phòng Thanh tra, giải quyết khiếu nại.\n",
    "what a document replaces": "Điều 2. Quyết định này thay thế Quyết định số 9/2012/QĐ-UBND quy định chế độ bồi dưỡng"
    " đối với cán bộ, công chức làm công tác tiếp công dân.\n",
    "praise": "Điều 1. Hội đồng nhân dân tỉnh đánh giá cao tinh thần trách nhiệm của các sở.\n",
}


def read(kind: str, body: str) -> list[tuple[str, str, str]]:
    """Who leads, the days and the beat of each duty."""
    text = HEAD.format(kind=kind, code=f"{kind[:2]}-UBND") + body
    (document, *_) = vanban.read(text.encode(), "style.txt").documents
    return [
        ("; ".join(duty.lead), ", ".join(map(str, duty.due)), duty.recurrence)
        for duty in document.duties
    ]


@pytest.mark.parametrize("style", STYLES)
def test_a_style_of_laying_duties_is_read(style: str) -> None:
    """Who leads, by when, how often, in each style of writing."""
    kind, body, expected = STYLES[style]
    assert read(kind, body) == expected


@pytest.mark.parametrize("style", LAY_NOTHING)
def test_what_lays_no_duty_is_left_out(style: str) -> None:
    """Formulas, charts, replaced documents and praise charge nobody."""
    assert read("QUYẾT ĐỊNH", LAY_NOTHING[style]) == []
