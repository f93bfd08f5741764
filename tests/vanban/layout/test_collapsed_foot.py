"""A foot that a converter put in one row of a table: its recipients, authority, post and name apart."""

import pytest

import vanban

PAGE = """ỦY BAN NHÂN DÂN
XÃ KHE NGẦN
Số: 45/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Khe Ngần, ngày 20 tháng 4 năm 2026

KẾ HOẠCH
Tuyên truyền

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

1. Phòng Kinh tế tổng hợp kết quả trước ngày 15/6/2026./.

"""


@pytest.mark.parametrize(
    ("foot", "recipients", "title", "authority"),
    [
        (
            "| Nơi nhận: - Đảng ủy xã; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Mạc Mẫu Thuận |",
            ("Đảng ủy xã",),
            "PHÓ CHỦ TỊCH",
            "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
        ),
        (
            "Nơi nhận: - Đảng ủy xã; - Các thôn; - Lưu: VT.\tTM. ỦY BAN NHÂN DÂN CHỦ TỊCH Mạc Mẫu Thuận",
            ("Đảng ủy xã", "Các thôn"),
            "CHỦ TỊCH",
            "TM. ỦY BAN NHÂN DÂN",
        ),
    ],
)
def test_a_foot_in_one_row_is_read_as_its_parts(foot, recipients, title, authority):
    header = vanban.read(f"{PAGE}{foot}\n".encode(), "a.txt").documents[0].header
    (signer,) = header.signers
    assert (signer.name, signer.title, signer.authority) == ("Mạc Mẫu Thuận", title, authority)
    assert (header.recipients, header.filing) == (recipients, "VT")


def test_bodies_on_one_line_share_the_area_under_them():
    page = PAGE.replace(
        "ỦY BAN NHÂN DÂN\nXÃ KHE NGẦN", "HỘI NÔNG DÂN - HỘI CỰU CHIẾN BINH\nTỈNH HỒ NGUYÊN"
    )
    header = vanban.read(page.encode(), "a.txt").documents[0].header
    assert header.issuers == (
        "Hội Nông dân tỉnh Hồ Nguyên",
        "Hội Cựu chiến binh tỉnh Hồ Nguyên",
    )
