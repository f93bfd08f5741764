"""Papers of committees of the Party, the Front and mass organisations, in invented words."""

import pytest

from vanban import read
from vanban.facts.unit import read_units
from vanban.model import Document

DAY = "Khe Trúc, ngày 12 tháng 5 năm 2026\n"
PLAN = "\nKẾ HOẠCH\nTổ chức hội nghị\n\nCăn cứ chương trình năm 2026, đơn vị xây dựng kế hoạch như sau:\n\n1. Nội dung\n"
CONCLUSION = f"ĐẢNG BỘ TỈNH BẾN TRÀM\nĐẢNG ỦY XÃ KHE TRÚC\n*\nSố 12-KL/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n{DAY}\nKẾT LUẬN\nvề công tác dân vận\n\n"


def document(written: str) -> Document:
    return read(f"{written}\n".encode(), "van-ban.txt").documents[0]


def roles(written: str) -> list[tuple[str | None, str]]:
    return [(one.number, one.role) for one in document(written).references]


@pytest.mark.parametrize(
    ("letterhead", "issuers"),
    [
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG      ĐOÀN TNCS HỒ CHÍ MINH\nSố: 5-KH/TWĐTN\n",
            ("Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh",),
        ),
        (
            "BAN CHẤP\nHÀNH TRUNG ƯƠNG |\nĐOÀN TNCS HỒ\nCHÍ MINH |\nSố: 5-KH/TWĐTN |\n",
            ("Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh",),
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG      ĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-KH/TW\n",
            ("Ban Chấp hành Trung ương",),
        ),
        (
            "HỘI NÔNG DÂN TỈNH BẾN TRÀM\nHỘI NÔNG DÂN XÃ KHE TRÚC\nSố: 5-KH/HND\n",
            ("Hội Nông dân xã Khe Trúc",),
        ),
        (
            "HỘI NÔNG DÂN TỈNH BẾN TRÀM\nHỘI LIÊN HIỆP PHỤ NỮ TỈNH BẾN TRÀM\nSố: 5/CTPH\n",
            ("Hội Nông dân tỉnh Bến Tràm", "Hội Liên hiệp Phụ nữ tỉnh Bến Tràm"),
        ),
        (
            "HỘI LHPN TỈNH BẾN TRÀM\nHỘI LHPN XÃ KHE TRÚC\nSố: 5-KH/BTV\n",
            ("Hội LHPN xã Khe Trúc",),
        ),
    ],
)
def test_who_issued(letterhead: str, issuers: tuple[str, ...]):
    assert document(letterhead + DAY + PLAN).header.issuers == issuers


def test_empty_lines_between_all_lines_of_a_head_part_nothing():
    head = document(
        "TỈNH ỦY BẾN TRÀM\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nBAN TUYÊN GIÁO\n\n*\n\nBến Tràm, ngày  6   tháng 8 năm 2026\n\n"
        "Số 36 - CV/BTGTU\n\nGửi Đề cương tuyên truyền kỷ niệm\n\n19 năm thành lập xã\n\nKính gửi:\n\n- Các chi bộ trực thuộc.\n\n"
        "Hướng tới kỷ niệm, Ban gửi đề cương."
    ).header
    assert head.subject == "Gửi Đề cương tuyên truyền kỷ niệm 19 năm thành lập xã"
    assert head.issuers == ("Ban Tuyên giáo Tỉnh ủy",)
    assert str(head.issued_on) == "2026-08-06"


def test_the_subject_and_the_day_in_broken_cells():
    head = document(
        "TỈNH\nĐOÀN BẾN TRÀM\nBCH ĐOÀN XÃ KHE TRÚC\n***\nSố:\n74-CV/ĐTN\n“V/v triển\nkhai Ngày Chủ nhật\nxanh”\n|\n"
        "ĐOÀN\nTNCS HỒ CHÍ MINH\nKhe Trúc,\nngày 17 tháng 7 năm 2026\n|\nKính gửi: Các chi đoàn.\nBan Chấp hành đề nghị các chi đoàn ra quân.\n"
    ).header
    assert head.subject == "triển khai Ngày Chủ nhật xanh"
    assert (head.place, str(head.issued_on)) == ("Khe Trúc", "2026-07-17")
    assert head.issuers == ("BCH Đoàn xã Khe Trúc",)


def test_a_page_that_announces_a_programme_stands_outside_it():
    head = document(
        "Chương trình hành động về chuyển đổi số\nNgày 23/8/2026, Tỉnh ủy đã ban hành Chương trình.\nTrang tin xin đăng toàn văn:\n\n"
        "CHƯƠNG TRÌNH\n\nThực hiện Chỉ thị về chuyển đổi số\n\nThực hiện Chỉ thị số 13-CT/TW, ngày 12/01/2026 của Ban Bí thư, Ban Thường vụ Tỉnh ủy ban hành chương trình như sau:\n\nI. MỤC ĐÍCH\n"
    ).header
    assert (head.kind, head.subject) == ("chương trình", "Thực hiện Chỉ thị về chuyển đổi số")


def test_grounds_behind_the_kind_are_no_announcement():
    """A resolution that lost its letterhead keeps its grounds."""
    found = document(
        "Căn cứ Luật Tổ chức chính quyền địa phương;\nXét Tờ trình số 5/TTr-UBND ngày 01/02/2026, như sau:\nNGHỊ QUYẾT\nĐiều 1. Thông qua kế hoạch.\n"
    )
    assert found.header.kind is None
    assert "5/TTr-UBND" in [one.number for one in found.references]


@pytest.mark.parametrize(
    ("ground", "expected"),
    [
        (
            "Tại phiên họp ngày 10/5/2026, sau khi nghe Báo cáo số 47-BC/VPĐU, ngày 08/5/2026 của Văn phòng Đảng ủy, Ban Thường vụ Đảng ủy kết luận như sau:",
            [("47-BC/VPĐU", "basis")],
        ),
        (
            "Ngày 10/5/2026, Ban Thường vụ Đảng ủy đã họp, xem xét Tờ trình số 5-TTr/ĐU ngày 02/5/2026 của Đảng ủy UBND xã và kết luận như sau:",
            [("5-TTr/ĐU", "basis")],
        ),
        (
            "Thực hiện Kế hoạch số 12-KH/TU, ngày 03/4/2026 của Ban Thường vụ Tỉnh ủy về thực hiện Chỉ thị số 5-CT/TW, ngày 15/5/2026 của Bộ Chính trị, trên cơ sở Hướng dẫn số 31-HD/BTGTU, ngày 12/4/2026 của Ban Tuyên giáo Tỉnh ủy, Ban Thường vụ Đảng ủy kết luận như sau:",
            [("12-KH/TU", "basis"), ("5-CT/TW", "cite"), ("31-HD/BTGTU", "basis")],
        ),
        (
            "Tại hội nghị, các đại biểu đã thảo luận Báo cáo số 9-BC/ĐU ngày 02/5/2026, góp ý Đề án số 4-ĐA/ĐU ngày 02/5/2026.",
            [("9-BC/ĐU", "cite"), ("4-ĐA/ĐU", "cite")],
        ),
    ],
)
def test_what_is_the_ground_of_a_conclusion(ground: str, expected: list[tuple[str, str]]):
    assert roles(f"{CONCLUSION}{ground}\n\n1. Nội dung.") == expected


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Các chi bộ tuyên truyền theo các nội dung nêu trong Hướng dẫn số 54-HD/BTGTU, ngày 12/02/2026.", "implement"),
        ("Thực hiện các nhiệm vụ nêu tại Chỉ thị số 54-HD/BTGTU, ngày 12/02/2026.", "implement"),
        ("Khắc phục hạn chế nêu tại Thông báo số 54-HD/BTGTU, ngày 12/02/2026.", "cite"),
        ("Căn cứ khoản 3 Điều 1 Thông tư số 54-HD/BTGTU, đề nghị các chi bộ rà soát.", "basis"),
        ("Căn cứ Kế hoạch số 54-HD/BTGTU, các chi bộ xây dựng kế hoạch.", "implement"),
    ],
)  # fmt: skip
def test_what_a_sentence_does_with_a_document(sentence: str, role: str):
    assert roles(f"{CONCLUSION}Ban Thường vụ Đảng ủy kết luận như sau:\n\n1. {sentence}") == [
        ("54-HD/BTGTU", role)
    ]


@pytest.mark.parametrize(
    "issuer",
    [
        "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
        "Hội Chữ thập đỏ tỉnh",
        "Hội Người cao tuổi Việt Nam",
        "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
        "Công đoàn các khu công nghiệp tỉnh",
    ],
)
def test_the_issuer_of_a_cited_document_is_named_whole(issuer: str):
    found = document(f"Thực hiện Kế hoạch số 5/KH-ABC ngày 12/02/2026 của {issuer} về hội nghị.")
    assert [one.issuer for one in found.references] == [issuer]


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        ("Các đảng ủy, chi ủy trực thuộc Đảng bộ xã lãnh đạo", ("Các đảng ủy, chi ủy trực thuộc Đảng bộ xã",)),
        ("Ban Chấp hành các đoàn viện, liên chi đoàn chủ trì", ("Ban Chấp hành các đoàn viện, liên chi đoàn",)),
        ("các cơ sở Hội trực thuộc, Chủ tịch Hội Nông dân 4 xã thực hiện", ("các cơ sở Hội trực thuộc", "Chủ tịch Hội Nông dân 4 xã")),
        ("Huyện ủy, Chi bộ Quân sự xã thực hiện", ("Huyện ủy", "Chi bộ Quân sự xã")),
    ],
)  # fmt: skip
def test_a_list_of_party_bodies(words: str, bodies: tuple[str, ...]):
    found = read_units(words, 0, len(words))
    assert (found.names if found else ()) == bodies


LETTER = (
    f"{CONCLUSION.replace('KẾT LUẬN', 'THÔNG BÁO')}Ban Thường vụ Đảng ủy thông báo như sau:\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Các nội dung khác liên quan, yêu cầu các đơn vị thực hiện theo Hướng dẫn của Đảng ủy.", [("các đơn vị",)]),
        ("Nhận được tài liệu này, đề nghị các địa phương tuyên truyền rộng rãi trong Nhân dân.", [("các địa phương",)]),
        ("Tại cuộc họp, đồng chí Phó Bí thư Đảng ủy yêu cầu các chi bộ rà soát danh sách hộ nghèo.", [("các chi bộ",)]),
        ("Kết luận cuộc họp, đồng chí Phó Bí thư Đảng ủy yêu cầu: Văn phòng Đảng ủy xây dựng kế hoạch tuyên truyền.", [("Văn phòng Đảng ủy",)]),
        ("Công tác dân vận đã được các cấp ủy, chính quyền quan tâm lãnh đạo, đạt nhiều kết quả.", []),
        ("Sau khi đề án đã được Đảng ủy cho ý kiến, UBND xã tổ chức công bố.", [("UBND xã",)]),
    ],
)  # fmt: skip
def test_whom_a_sentence_charges(sentence: str, leads: list[tuple[str, ...]]):
    assert [one.lead for one in document(f"{LETTER}1. {sentence}").duties] == leads


def test_an_item_that_orders_and_then_leads_in():
    found = document(
        f"{LETTER}1. Các chi bộ tiếp tục quán triệt nghị quyết của Đảng. Các đảng ủy, chi ủy trực thuộc Đảng ủy xã:\n\n"
        "- Tập trung hoàn thiện văn kiện đại hội.\n\n- Trong chương trình đại hội, dành thời gian cho thảo luận."
    ).duties
    below = ("Các đảng ủy, chi ủy trực thuộc Đảng ủy xã",)
    assert [one.lead for one in found] == [("Các chi bộ",), below, below]


def test_the_sentence_before_cu_the_leads_in():
    found = document(
        "Đảng ủy xã yêu cầu cấp ủy các chi bộ lãnh đạo thực hiện tốt công tác tuyên truyền. Cụ thể:\n\n"
        "- Tuyên truyền kỷ niệm ngày thành lập Đảng.\n\n- Treo cờ Tổ quốc tại trụ sở."
    ).duties
    assert [one.lead for one in found] == [("cấp ủy các chi bộ",)] * 2


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Các chi bộ tuyên truyền theo Hướng dẫn số 5-HD/BTGTU, ngày 12/02/2026 của Ban Tuyên giáo Tỉnh ủy về các ngày lễ lớn trong năm 2026.", []),
        ("Các chi bộ thực hiện Hướng dẫn số 5-HD/BTGTU, ngày 12/02/2026 của Ban Tuyên giáo Tỉnh ủy, hoàn thành trong năm 2026.", ["2026-12-31"]),
        ("Các chi bộ thực hiện Hướng dẫn số 5-HD/BTGTU của Ban Tuyên giáo Tỉnh ủy về các ngày lễ trước ngày 30/6/2026.", ["2026-06-30"]),
        ("Các chi đoàn báo cáo chậm nhất 10h00’ ngày 23/7/2026.", ["2026-07-23"]),
    ],
)  # fmt: skip
def test_the_year_of_a_title_is_no_term(sentence: str, due: list[str]):
    (duty,) = document(f"{LETTER}1. {sentence}").duties
    assert [str(day) for day in duty.due] == due


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Kết luận số 12-KL/TU yêu cầu Đảng ủy UBND tỉnh hoàn thiện đề án trước ngày 15/12/2026.", [("Đảng ủy UBND tỉnh",)]),
        ("Ngày 04/8/2026, Ban Thường vụ Công đoàn Y tế tỉnh đã ban hành công văn số 23/CĐYT gửi các công đoàn, trong đó đề nghị các công đoàn cơ sở động viên đoàn viên.", [("các công đoàn cơ sở",)]),
        ("Đoàn Khối Các cơ quan tỉnh yêu cầu 55 cơ sở đoàn tập trung tuyên truyền nghị quyết của Đảng.", [("55 cơ sở đoàn",)]),
        ("Để hoàn thành nhiệm vụ năm, Bí thư Thành ủy Lò Văn Ích yêu cầu các thành viên Ban Chỉ đạo rà soát chỉ tiêu.", [("các thành viên Ban Chỉ đạo",)]),
        ("Tổ chức tốt việc lấy ý kiến nhân dân về dự thảo văn kiện; giao Ban Tuyên giáo Tỉnh ủy chỉ đạo tuyên truyền.", [("Ban Tuyên giáo Tỉnh ủy",)]),
        ("Giao các chi bộ và tổ chức đoàn thể vận động đảng viên; cán bộ, giảng viên, sinh viên tham gia góp đá.", [("các chi bộ", "tổ chức đoàn thể")]),
        ("Các Ban Xây dựng Đảng, Trung tâm bồi dưỡng chính trị xã phối hợp triển khai nghị quyết.", [("Các Ban Xây dựng Đảng", "Trung tâm bồi dưỡng chính trị xã")]),
        ("Giao Công đoàn, Đoàn thanh niên và Hội sinh viên lên kế hoạch tổ chức chương trình.", [("Công đoàn", "Đoàn thanh niên", "Hội sinh viên")]),
        ("Bí thư Tỉnh ủy đề nghị khen thưởng các tập thể.", []),
        ("Phân công cán bộ phụ trách từng thôn.", []),
    ],
)  # fmt: skip
def test_whom_pages_and_conclusions_charge(sentence: str, leads: list[tuple[str, ...]]):
    assert [one.lead for one in document(f"{LETTER}1. {sentence}").duties] == leads


def test_a_full_stop_where_a_lead_in_wants_a_colon():
    found = document(
        "Thực hiện Công văn số 16 - CV/TU ngày 06/11 của Thường trực Thành ủy về cuộc thi do Ban Dân vận tổ chức; Ban Thường trực Ủy ban MTTQ Việt Nam "
        "thành phố đề nghị các tổ chức thành viên thực hiện một số nội dung sau.\n1. Tổ chức triển khai cuộc thi đến hội viên.\n\n2. Tích cực hưởng ứng phong trào thi đua."
    )
    assert [one.lead for one in found.duties] == [("các tổ chức thành viên",)] * 2
    assert [(one.number, one.issuer) for one in found.references] == [
        ("16-CV/TU", "Thường trực Thành ủy")
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "Theo đó, nội dung được nêu tại Kết luận số 127-KL/TW như sau:\n1. Nội dung.",
            [("127-KL/TW", "cite")],
        ),
        (
            "Thực hiện Kế hoạch số 298 KH/TWĐTN ngày 14/7/2026 của Trung ương Đoàn, Ban Chấp hành xây dựng kế hoạch như sau:",
            [("298-KH/TWĐTN", "basis")],
        ),
        (
            "Thực hiện Hướng dẫn số 22-HD/ĐU ngày 20/11/2026 của Đảng ủy xã về đại hội, ngày 04/12/2026 Đảng bộ trường đã tổ chức Hội nghị quán triệt Chỉ thị số 37-CT/TW.",
            [("22-HD/ĐU", "basis"), ("37-CT/TW", "implement")],
        ),
    ],
)
def test_documents_on_pages_of_party_offices(written: str, expected: list[tuple[str, str]]):
    assert roles(written) == expected


def test_a_report_and_its_number_in_brackets():
    found = roles(
        f"{CONCLUSION}Tại phiên họp ngày 31/10/2026, sau khi nghe Báo cáo của Ban Tổ chức Tỉnh ủy về tình hình tháng 10 (Báo cáo số 52-BC/BTCTU, ngày 27/10/2026), Ban Thường vụ kết luận như sau:\n\n1. Nội dung."
    )
    assert ("52-BC/BTCTU", "basis") in found


def test_a_head_run_into_one_line():
    head = document(
        "ĐẢNG BỘ KHỐI DOANH NGHIỆP ĐẢNG ỦY TRƯỜNG CAO ĐẲNG BẾN TRÀM Số: 90 - CV/ĐU |\nĐẢNG CỘNG SẢN VIỆT NAM ______ Bến Tràm, ngày 15 tháng 9 năm 2026 |\n"
        "V/v góp đá xây đảo\nKính gửi: Các chi bộ.\nĐảng ủy đề nghị các chi bộ vận động đảng viên.\n"
    ).header
    assert (head.number, str(head.issued_on), head.place) == ("90-CV/ĐU", "2026-09-15", "Bến Tràm")
    assert [one.lower() for one in head.issuers] == ["đảng ủy trường cao đẳng bến tràm"]


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Phát biểu tại hội nghị, bà Hà Thị Mơ yêu cầu, thời gian tới, các cấp ủy tăng cường lãnh đạo công tác phòng cháy.", [("các cấp ủy",)]),
        ("Về công tác dân vận: Thường trực Tỉnh ủy thống nhất với báo cáo của Ban Dân vận Tỉnh ủy.", []),
        ("Ngày 01/12/2026, Ban Thường vụ Tỉnh ủy tiếp tục ban hành Công văn số 49-CV/TU về kiểm điểm cuối năm.", []),
    ],
)  # fmt: skip
def test_what_an_official_says_and_a_committee_agrees_to(
    sentence: str, leads: list[tuple[str, ...]]
):
    assert [one.lead for one in document(f"{LETTER}1. {sentence}").duties] == leads


def test_the_leadership_of_the_front_is_one_issuer():
    head = document(
        f"MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH BẾN TRÀM\nBAN THƯỜNG TRỰC\nSố: 512/MTTQ-BTT\nV/v lấy ý kiến Nhân dân\n{DAY}\nKính gửi: Các tổ chức thành viên.\n\nĐề nghị các tổ chức thành viên lấy ý kiến hội viên."
    ).header
    assert head.issuers == ("Ban Thường trực Mặt trận Tổ quốc Việt Nam tỉnh Bến Tràm",)


def test_the_beat_of_a_programme_is_none_of_the_duty():
    (duty,) = document(
        f"{LETTER}1. Đảng ủy UBND xã cụ thể hóa Kế hoạch thành chương trình công tác hằng năm."
    ).duties
    assert duty.recurrence == "none"


def test_a_wish_that_is_granted_cites_its_paper():
    assert roles(
        f"{CONCLUSION}Ban Thường vụ Đảng ủy kết luận như sau:\n\n1. Đồng ý tổ chức điểm theo đề nghị của Ủy ban MTTQ xã tại Tờ trình số 45/TTr-MTTQ, ngày 06/5/2026."
    ) == [("45/TTr-MTTQ", "cite")]
