"""What the new wording of an amended norm orders is no duty of the document that amends."""

import pytest

from vanban import Source, read_source

PAGE = """HỘI ĐỒNG NHÂN DÂN
TỈNH BÌNH MINH
Số: 09/2026/NQ-HĐND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Minh, ngày 15 tháng 01 năm 2026

NGHỊ QUYẾT
Sửa đổi, bổ sung một số điều của Quy định về quản lý bến bãi

{body}

Điều 2. Tổ chức thực hiện

1. Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết, báo cáo Hội đồng nhân dân tỉnh trước ngày 30/11/2026.

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH
Trần Văn B
"""
OWN = (("Ủy ban nhân dân tỉnh",), "Điều 2.1")
SOME = "Điều 1. Sửa đổi, bổ sung một số điều của Quy định\n\n"
ARTICLE = (
    "Điều 7a. Trách nhiệm của đơn vị khai thác bến\n\n"
    "1. Ủy ban nhân dân xã niêm yết giá dịch vụ trước ngày 15/3 hằng năm.\n\n"
    "2. Sở Xây dựng kiểm tra việc niêm yết, báo cáo Ủy ban nhân dân tỉnh."
)


def duties(body: str) -> list[tuple[tuple[str, ...], str]]:
    (document,) = read_source(Source("thu.txt", "txt", PAGE.format(body=body))).documents
    return [(duty.lead, duty.section) for duty in document.duties]


@pytest.mark.parametrize(
    "body",
    [
        f"{SOME}1. Bổ sung Điều 7a như sau:\n\n“{ARTICLE}”",
        f"{SOME}1. Bổ sung Điều 7a như sau:\n\n{ARTICLE}",
        f"{SOME}1. Bồ sung Điều 7a như sau:\n\n“{ARTICLE}",
        f"{SOME}1. Sửa đôi, bổ sung Điều 7a như sau:\n\n“{ARTICLE}”\n\n2. Bổ sung Điều 8 như sau:\n\n"
        "“Điều 8. Trách nhiệm\n\n1. Công an tỉnh chủ trì kiểm tra bến khách hằng quý.”",
        "Điều 1. Sửa đổi, bổ sung Điều 5 và Điều 8 của Quy định như sau:\n\n"
        "1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n\n"
        '"2. Sở Tài chính thẩm định phương án giá trong 10 ngày làm việc."\n\n'
        "2. Điểm b khoản 1 Điều 8 được sửa đổi, bổ sung như sau:\n\n"
        '"b) Công an tỉnh chủ trì kiểm tra an toàn "bến khách" hằng quý;".',
        f"{SOME}1. Sửa đổi khoản 3 Điều 7: “3. Ủy ban nhân dân xã có trách nhiệm niêm yết giá.”.\n\n"
        "2. Thay thế Phụ lục II như sau: “Sở Xây dựng lập danh mục bến.”",
        "Điều 1. Sửa đổi, bổ sung Điều 2 Quy định như sau:\n\nĐiều 2. Trách nhiệm của các sở\n\n"
        "1. Sở Xây dựng chủ trì kiểm tra bến bãi.\n\n2. Sở Tài chính thẩm định giá.",
    ],
)
def test_quoted_words_of_an_amended_norm_are_no_duty(body):
    assert duties(body) == [OWN]


def test_an_order_to_amend_is_a_duty():
    first, own = duties(
        "Điều 1. Giao nhiệm vụ\n\n"
        "1. Sở Nội vụ sửa đổi, bổ sung khoản 2 Điều 5 Quy chế, trình Ủy ban nhân dân tỉnh."
    )
    assert first[0] == ("Sở Nội vụ",)
    assert own == OWN
