"""The formal components, in state form and Party form, with or without the letterhead."""

from datetime import date

import pytest

import vanban

STATE = """ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 TỈNH LAM GIANG                   Độc lập - Tự do - Hạnh phúc

 Số: 642/UBND-NC             Lam Giang, ngày 05 tháng 02 năm 2026
V/v đẩy mạnh công tác dân vận
 chính quyền

Kính gửi:
- Các sở, ban, ngành;
- UBND các xã, phường.

Thực hiện Kế hoạch số 21-KH/TU, Ủy ban nhân dân tỉnh yêu cầu:

1. Sở Nội vụ theo dõi.

Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN
- Như trên;                                    KT. CHỦ TỊCH
- Thường trực Tỉnh uỷ (b/c);                   PHÓ CHỦ TỊCH
- Lưu: VT, NC.                              Cung Thị Mai Trà
"""
PARTY = """TỈNH ỦY LAM GIANG
BAN TUYÊN GIÁO VÀ DÂN VẬN
*
Số 33-TB/BTGDVTU
ĐẢNG CỘNG SẢN VIỆT NAM
Lam Giang, ngày 08 tháng 4 năm 2026

THÔNG BÁO
kết luận giao ban quý I năm 2026
-----

Ngày 03/4/2026, Ban tổ chức giao ban. Trưởng Ban kết luận như sau:

1. Các đơn vị báo cáo trước ngày 10/4/2026.

Nơi nhận:
- Thường trực Tỉnh ủy,
- Lưu Văn phòng.

K/T TRƯỞNG BAN
PHÓ TRƯỞNG BAN

Lò Văn Hạnh
"""


def header(text):
    return vanban.read(text.encode(), "a.txt").documents[0].header


def test_a_letter_in_state_form_with_columns_side_by_side():
    found = header(STATE)
    assert (found.kind, found.kind_is_inferred) == ("công văn", True)
    assert (found.number, found.issued_on, found.place) == (
        "642/UBND-NC",
        date(2026, 2, 5),
        "Lam Giang",
    )
    assert found.subject == "đẩy mạnh công tác dân vận chính quyền"
    assert found.addressed_to == ("Các sở, ban, ngành", "UBND các xã, phường")
    assert [name.lower() for name in found.issuers] == ["ủy ban nhân dân tỉnh lam giang"]


def test_recipients_are_quoted_as_written_and_the_file_copy_stands_apart():
    found = header(STATE)
    assert found.recipients == ("Như trên", "Thường trực Tỉnh uỷ (b/c)")
    assert found.filing == "VT, NC"


def test_a_signer_has_a_post_and_signs_for_somebody():
    (signer,) = header(STATE).signers
    assert signer.name == "Cung Thị Mai Trà"
    assert signer.title == "PHÓ CHỦ TỊCH"
    assert signer.authority == "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"


def test_an_organ_of_the_party_is_named_with_its_committee():
    found = header(PARTY)
    assert (found.kind, found.number) == ("thông báo", "33-TB/BTGDVTU")
    assert found.issuers == ("Ban Tuyên giáo và Dân vận Tỉnh ủy",)
    assert found.subject == "kết luận giao ban quý I năm 2026"
    assert found.signers[0].authority == "K/T TRƯỞNG BAN"


def test_every_field_points_at_its_words():
    reading = vanban.read(PARTY.encode(), "a.txt")
    spans = reading.documents[0].header.spans
    assert spans["number"].of(reading.text) == "Số 33-TB/BTGDVTU"
    assert spans["place"].of(reading.text) == "Lam Giang"
    assert spans["kind"].of(reading.text) == "THÔNG BÁO"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "KẾ HOẠCH\nNăm 2026\n\nCăn cứ Luật Đầu tư công, UBND tỉnh ban hành Kế hoạch như sau:\n\n1. Việc.",
            "Ủy ban nhân dân tỉnh",
        ),
        (
            "THÔNG BÁO\nKết luận\n\nNgày 5/5/2026, Phó Thủ tướng kết luận như sau:\n\n1. Việc.\n\nVăn phòng Chính phủ thông báo để các cơ quan biết./.",
            "Văn phòng Chính phủ",
        ),
        (
            "NGHỊ QUYẾT\nVỀ NỘI DUNG CHI\nHỘI ĐỒNG NHÂN DÂN TỈNH LAM GIANG\nKHÓA IX - KỲ HỌP THỨ 4\nCăn cứ Luật Đầu tư công;\nQUYẾT NGHỊ:\nĐiều 1. Việc.",
            "hội đồng nhân dân tỉnh lam giang",
        ),
    ],
)
def test_where_the_letterhead_is_lost_the_document_says_who_issued_it(text, issuer):
    assert [name.lower() for name in header(text).issuers] == [issuer.lower()]


def test_an_appendix_tells_the_lost_number_and_day():
    text = "CHƯƠNG TRÌNH\nhành động năm 2026\n\n1. Việc.\n\nNơi nhận:\n- Lưu VP.\n\nT/M TỈNH ỦY\nBÍ THƯ\n\nLò Văn Hạnh\n\nPHỤ LỤC\n(Kèm theo Chương trình số 13-CTr/TU, ngày 03-8-2026 của Tỉnh ủy)\n\n1. Sơ kết."
    found = header(text)
    assert (found.number, found.issued_on, found.issuers) == (
        "13-CTr/TU",
        date(2026, 8, 3),
        ("Tỉnh ủy",),
    )


def test_the_day_of_adoption_stands_for_a_lost_day_of_issue():
    text = "NGHỊ QUYẾT\nVỀ MỨC CHI\n\nQUYẾT NGHỊ:\nĐiều 1. Mức chi.\nNghị quyết này đã được Hội đồng nhân dân tỉnh thông qua ngày 13/7/ 2017./."
    assert header(text).issued_on == date(2017, 7, 13)


@pytest.mark.parametrize(
    "text",
    [
        "1. Việc này.",
        "Lưu Văn An\nkể chuyện.",
        "Số:      /KH-UBND\nHà Nội, ngày     tháng 5 năm 2026\n\nKẾ HOẠCH\nNăm 2026\n",
    ],
)
def test_what_the_text_does_not_say_stays_unknown(text):
    found = header(text)
    assert found.number is None
    assert found.issued_on is None
    assert found.filing is None


def test_a_heading_that_a_scan_robbed_of_its_marks_is_still_the_kind():
    assert (
        header(
            "UBND XÃ NÀ QUẾ\nSố: 08/KH-UBND\n\nKÊ HOẠCH\nTiếp công dân năm 2026\n\n1. Việc."
        ).kind
        == "kế hoạch"
    )


def test_an_issuer_that_a_scan_misread_is_named_as_its_own_sentences_name_it():
    text = (
        "HỘI ĐÒNG NHÂN DÂN\nTHÀNH PHÓ HỒNG LỌC\nSố: 08/NQ-HĐND\n\nNGHỊ QUYẾT\nVề chế độ tiếp công dân\n\n"
        "Hội đồng nhân dân thành phố Hồng Lộc quyết nghị như sau.\n\nĐiều 1. Mức chi."
    )
    assert header(text).issuers == ("Hội đồng nhân dân thành phố Hồng Lộc",)


def test_a_misread_letterhead_with_its_rule_is_the_body_that_the_sentences_name_twice():
    text = (
        "ỦY BAN BẦU CỬ XÃ HỒNG LỘC\nTIỂU BAN THÔNG TIN,\nTUYỂN TRUYỀN, KHÁNH TIẾT\n1ï\nSố: 02/KH-TBTT\n\n"
        "KẾ HOẠCH\ncủa Tiểu ban thông tin, tuyên truyền, khánh tiết năm 2026\n\n"
        "Tiểu ban thông tin, tuyên truyền, khánh tiết xây dựng kế hoạch như sau:\n\n1. Việc."
    )
    assert header(text).issuers == ("Tiểu ban thông tin, tuyên truyền, khánh tiết",)


def test_an_order_is_not_taken_for_a_signature():
    text = "NGHỊ QUYẾT\nVề việc\n\nCăn cứ Luật Đầu tư công;\nQUYẾT NGHỊ:\nĐiều 1. Giao Sở Nội vụ.\n"
    (document,) = vanban.read(text.encode(), "a.txt").documents
    assert "Điều 1" in [block.section for block in document.blocks]


PLAN = """{letterhead}
Số: 12/{letters}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hồng Lạc, ngày 06 tháng 5 năm 2026

KẾ HOẠCH
{subject}

Căn cứ Quyết định số 01/QĐ-UBND ngày 05/01/2026, như sau:

1. Sở Nội vụ theo dõi.
"""


def plan(letterhead="SỞ NỘI VỤ", letters="KH-SNV", subject="triển khai công tác năm 2026"):
    return header(PLAN.format(letterhead=letterhead, letters=letters, subject=subject))


@pytest.mark.parametrize(
    ("letterhead", "letters", "issuers"),
    [
        ("UBND TỈNH HỒNG LẠC\nVĂN PHÒNG", "KH-VPUBND", ("Văn phòng UBND tỉnh Hồng Lạc",)),
        (
            "HỘI NÔNG DÂN TỈNH HỒNG LẠC\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
            "CTr/HNDT-SNNMT",
            ("Hội Nông dân tỉnh Hồng Lạc", "Sở Nông nghiệp và Môi trường"),
        ),
        ("ỦY BAN NHÂN DÂN TỈNH HỒNG LẠC\nSỞ TƯ PHÁP", "KH-STP", ("Sở Tư pháp",)),
        (
            "ỦY BAN BẦU CỬ XÃ PHIÊNG LÙNG\nTIỂU BAN TUYÊN TRUYỀN",
            "KH-TBTT",
            ("Tiểu ban Tuyên truyền",),
        ),
    ],
)
def test_the_issuer_is_named_as_the_letterhead_and_the_symbol_say(letterhead, letters, issuers):
    assert plan(letterhead, letters).issuers == issuers


@pytest.mark.parametrize(
    ("printed", "subject"),
    [
        ("V/V HỖ TRỢ NGƯỜI DÂN VÙNG LŨ", "HỖ TRỢ NGƯỜI DÂN VÙNG LŨ"),
        (
            "QUY ĐỊNH MỨC CHI CỦA CÁC TỔ CHỨC CHÍNH TRỊ\n- XÃ HỘI TRÊN ĐỊA BÀN TỈNH",
            "QUY ĐỊNH MỨC CHI CỦA CÁC TỔ CHỨC CHÍNH TRỊ - XÃ HỘI TRÊN ĐỊA BÀN TỈNH",
        ),
        (
            "Triển khai công tác bầu cử đại biểu các cấp,\n\nnhiệm kỳ 2026 - 2031 trên địa bàn xã",
            "Triển khai công tác bầu cử đại biểu các cấp, nhiệm kỳ 2026 - 2031 trên địa bàn xã",
        ),
    ],
)
def test_a_subject_is_whole_over_its_lines_and_ends_before_the_grounds(printed, subject):
    assert plan(subject=printed).subject == subject


def test_a_number_printed_under_its_word_is_the_number():
    text = PLAN.replace("Số: 12/{letters}", "Số:\n12/{letters}")
    found = header(text.format(letterhead="SỞ NỘI VỤ", letters="KH-SNV", subject="về việc này"))
    assert (found.number, found.issuers) == ("12/KH-SNV", ("Sở Nội vụ",))


def test_an_urgent_telegram_says_whom_it_wires():
    text = PLAN.replace("KẾ HOẠCH", "CÔNG ĐIỆN").replace(
        "Căn cứ",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:\n- Giám đốc các sở;\n- Các xã, phường.\n\nCăn cứ",
    )
    found = header(
        text.format(letterhead="SỞ NỘI VỤ", letters="CĐ-SNV", subject="Về việc chống lũ")
    )
    assert found.addressed_to == ("Giám đốc các sở", "Các xã, phường")


def test_two_bodies_sign_one_after_the_other():
    text = PLAN.format(letterhead="SỞ NỘI VỤ", letters="KH-SNV", subject="về việc này")
    found = header(
        text
        + "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nLường Văn Pẩng\n\n"
        + "SỞ NỘI VỤ\nGIÁM ĐỐC\n\nThiều Quang Sắc\n"
    )
    assert [(one.name, one.title) for one in found.signers] == [
        ("Lường Văn Pẩng", "CHỦ TỊCH"),
        ("Thiều Quang Sắc", "GIÁM ĐỐC"),
    ]


SITE = """Nghị quyết 31/2026/NQ-HĐND về hòa giải ở cơ sở

Số hiệu: 31/2026/NQ-HĐND
Ngày ban hành: 10/07/2026
Tình trạng: Đã biết

HỘI ĐỒNG NHÂN DÂN
TỈNH LAM GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nghị quyết số: 31/2026/NQ-HĐND
Lam Giang, ngày 10 tháng 7 năm 2026

NGHỊ QUYẾT
VỀ HÒA GIẢI Ở CƠ SỞ

QUYẾT NGHỊ:

Điều 1. Hỗ trợ tổ hòa giải.
"""


def test_what_a_legal_site_prints_above_the_letterhead_is_not_the_document():
    (document,) = vanban.read(SITE.encode(), "a.txt").documents
    found = document.header
    assert (found.kind, found.number) == ("nghị quyết", "31/2026/NQ-HĐND")
    assert (found.issuers, found.subject) == (
        ("Hội đồng nhân dân tỉnh Lam Giang",),
        "VỀ HÒA GIẢI Ở CƠ SỞ",
    )
    assert document.references == ()


def test_a_date_alone_above_the_letterhead_hides_nothing():
    found = header("Ngày ban hành: 10/07/2026\n" + PARTY)
    assert (found.number, found.issued_on) == ("33-TB/BTGDVTU", date(2026, 4, 8))


def test_a_letter_of_the_party_has_its_subject_under_the_number():
    found = header(
        "TỈNH ỦY LAM GIANG\nVĂN PHÒNG\n*\nSố 345-CV/VPTU\nđôn đốc báo cáo sơ kết\ncác nghị quyết\n\n"
        "ĐẢNG CỘNG SẢN VIỆT NAM\nLam Giang, ngày 05 tháng 3 năm 2026\n\n"
        "Kính gửi: Các ban đảng\n\nVăn phòng đề nghị gửi báo cáo.\n"
    )
    assert found.subject == "đôn đốc báo cáo sơ kết các nghị quyết"
    assert found.kind == "công văn"


def test_a_stamp_of_urgency_is_no_issuer_and_a_minister_wires_in_small_letters_too():
    found = header(
        "BỘ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 188/CĐ-BNV\n"
        "Hà Nội, ngày 03 tháng 11 năm 2026\n\nHỎA TỐC\n\nCÔNG ĐIỆN\nVề việc tiếp công dân\n\n"
        "BỘ TRƯỞNG BỘ NỘI VỤ điện:\n\n- Các bộ;\n- Ủy ban nhân dân các tỉnh.\n\nĐề nghị các bộ báo cáo.\n"
    )
    assert found.issuers == ("Bộ Nội vụ",)
    assert found.addressed_to == ("Các bộ", "Ủy ban nhân dân các tỉnh")


FOOT = """
| **Nơi nhận:**<br>- Như trên;<br>- Sở Tư pháp;<br>- Lưu: VT. | **GIÁM ĐỐC**<br><br>**Lục Văn Sử** |
|---|---|
"""


def test_a_foot_set_as_a_table_of_markdown_is_a_foot():
    found = header("BÁO CÁO\nKết quả quý I\n\nSở báo cáo kết quả như sau: tốt.\n" + FOOT)
    assert found.recipients == ("Như trên", "Sở Tư pháp")
    assert found.filing == "VT"
    assert [(who.name, who.title) for who in found.signers] == [("Lục Văn Sử", "GIÁM ĐỐC")]


def test_those_who_sign_side_by_side_sign_for_the_body_over_their_post():
    found = header(
        "KẾ HOẠCH\nPhối hợp\n\nHai bên thống nhất như sau: cùng làm.\n\n"
        "SỞ Y TẾ          HỘI PHỤ NỮ TỈNH          TỈNH ĐOÀN\n"
        "GIÁM ĐỐC         CHỦ TỊCH                 BÍ THƯ\n\n"
        "Cao Thị Nhạn     Lương Thị Tấm            Giàng A Vàng\n\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n"
    )
    assert [(who.name, who.title, who.authority) for who in found.signers] == [
        ("Cao Thị Nhạn", "GIÁM ĐỐC", "SỞ Y TẾ"),
        ("Lương Thị Tấm", "CHỦ TỊCH", "HỘI PHỤ NỮ TỈNH"),
        ("Giàng A Vàng", "BÍ THƯ", "TỈNH ĐOÀN"),
    ]


def test_a_recipient_is_quoted_in_its_own_spelling():
    found = header(STATE.replace("Như trên;", "Thường trực Huyện ủy;"))
    assert found.recipients == ("Thường trực Huyện ủy", "Thường trực Tỉnh uỷ (b/c)")


@pytest.mark.parametrize("blank", ["   ", " "])
def test_columns_that_a_converter_ran_together_are_told_by_their_words(blank):
    found = header(
        f"ỦY BAN NHÂN DÂN{blank}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"TỈNH LAM GIANG{blank}Độc lập - Tự do - Hạnh phúc\n"
        f"Số: 77/BC-UBND{blank}Lam Giang, ngày 06 tháng 7 năm 2026\n\nBÁO CÁO\nKết quả quý II\n\n"
        "Ủy ban nhân dân tỉnh báo cáo như sau: tốt.\n\n"
        f"Nơi nhận:{blank}TM. ỦY BAN NHÂN DÂN\n- Như trên;{blank}KT. CHỦ TỊCH\n"
        f"- Sở Nội vụ;{blank}PHÓ CHỦ TỊCH\n- Lưu: VT.{blank}Hà Văn Ích\n"
    )
    assert found.issuers == ("Ủy ban nhân dân tỉnh Lam Giang",)
    assert (found.number, found.issued_on) == ("77/BC-UBND", date(2026, 7, 6))
    assert (found.recipients, found.filing) == (("Như trên", "Sở Nội vụ"), "VT")
    assert [(who.name, who.title, who.authority) for who in found.signers] == [
        ("Hà Văn Ích", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH")
    ]


@pytest.mark.parametrize(
    ("foot", "signer"),
    [
        ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH\n\nHầu Mí Sình", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("TL. TRƯỞNG BAN\nCHÁNH VĂN PHÒNG\n\nHầu Mí Sình", ("TL. TRƯỞNG BAN", "CHÁNH VĂN PHÒNG")),
        ("CHỦ TỊCH Hầu Mí Sình", (None, "CHỦ TỊCH")),
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(Đã ký) Hầu Mí Sình", ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")),
    ],
)
def test_a_signature_run_together_is_told_apart(foot, signer):
    found = header(
        f"BÁO CÁO\nKết quả\n\nSở báo cáo: tốt.\n\nNơi nhận:\n- Sở A;\n- Lưu: VT.\n\n{foot}\n"
    )
    assert [(who.name, (who.authority, who.title)) for who in found.signers] == [
        ("Hầu Mí Sình", signer)
    ]


def test_a_body_among_the_recipients_is_no_signer():
    found = header(STATE.replace("- Như trên;  ", "- Như trên; Ban Dân Vận;  "))
    assert len(found.signers) == 1
    assert found.recipients[0] == "Như trên; Ban Dân Vận"


def test_columns_run_together_are_parted_though_the_motto_has_capitals_of_its_own():
    text = (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LAM GIANG Độc Lập - Tự Do - Hạnh Phúc\n\n"
        "Số: 454/UBND-NC Lam Giang, ngày 06 tháng 4 năm 2026\n\nV/v trồng cây\n\nKính gửi: Các sở.\n\nTrồng cây./.\n"
    )
    header = vanban.read(text.encode(), "a.txt").documents[0].header
    assert header.issuers == ("Ủy ban nhân dân tỉnh Lam Giang",)


def test_a_subject_ends_with_its_full_stop():
    text = (
        "BỘ NỘI VỤ\nSố: 03/2026/TT-BNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hà Nội, ngày 05 tháng 01 năm 2026\nTHÔNG TƯ\nHướng dẫn chế độ trực đêm ở các trạm\ncứu hộ, trạm gác.\n"
        "Sau một năm làm thử, Bộ Nội vụ hướng dẫn các địa phương như sau:\n1. Trực theo ca.\n"
    )
    header = vanban.read(text.encode(), "a.txt").documents[0].header
    assert (
        header.subject.replace("\n", " ") == "Hướng dẫn chế độ trực đêm ở các trạm cứu hộ, trạm gác"
    )


def test_a_letter_that_answers_begins_after_those_addressed_though_no_line_is_left_empty():
    text = STATE.split("Kính gửi:", maxsplit=1)[0] + (
        "Kính gửi: Trạm Cứu hộ Lam Giang\n(tầng 2, nhà A)\nTrả lời Công văn số 12/TCH-VP ngày 02/01/2026 của Trạm\n"
        "Cứu hộ, Ủy ban nhân dân tỉnh có ý kiến như sau:\n- Căn cứ Luật Tiếp công dân, Trạm niêm yết lịch.\n"
    )
    document = vanban.read(text.encode(), "a.txt").documents[0]
    assert " ".join(document.header.addressed_to).startswith("Trạm Cứu hộ Lam Giang")
    assert not any("Trả lời" in one for one in document.header.addressed_to)
    assert [one.number for one in document.references] == ["12/TCH-VP", None]
