"""Several documents in one file; what is attached belongs to the document it is attached to."""

from vanban.layout import lay_out
from vanban.text.cleaning import clean

FIRST = """ỦY BAN NHÂN DÂN
XÃ SÔNG VẠN
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Vạn, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Tiếp công dân năm 2026

I. NỘI DUNG
1. Văn phòng xã niêm yết lịch tiếp công dân.
2. Công an xã bảo đảm trật tự.
3. Các thôn thông báo đến Nhân dân.

II. TỔ CHỨC THỰC HIỆN
1. Giao Văn phòng theo dõi.
2. Báo cáo trước ngày 15/12/2026.

Nơi nhận:
- Đảng ủy xã;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lý Văn Bình
"""
SECOND = FIRST.replace("12/KH-UBND", "13/BC-UBND").replace("KẾ HOẠCH", "BÁO CÁO")
ATTACHED = """
ỦY BAN NHÂN DÂN
XÃ SÔNG VẠN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

QUY CHẾ
Tiếp công dân
(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2026)

Điều 1. Phạm vi
Quy chế này quy định việc tiếp công dân.
"""
FORM = """
Mẫu số 01
Số: ...../BC-UBND
Sông Vạn, ngày ... tháng ... năm 2026
BÁO CÁO
"""


def pages(text):
    return lay_out(clean(text))


def test_each_letterhead_with_its_number_begins_a_document_and_nothing_is_lost():
    text = FIRST + "\n" + SECOND
    first, second = pages(text)
    assert first.span.end == second.span.start == text.index("ỦY BAN", len(FIRST))
    assert (first.span.start, second.span.end) == (0, len(text))


def test_rules_attached_to_a_decision_belong_to_it():
    assert len(pages(FIRST.replace("KẾ HOẠCH", "QUYẾT ĐỊNH") + ATTACHED)) == 1


def test_a_form_to_be_filled_in_begins_no_document():
    assert len(pages(FIRST + FORM)) == 1


def test_a_text_without_letterhead_is_one_document():
    text = "KẾ HOẠCH\nTriển khai công tác\n\n1. Sở Nội vụ hướng dẫn."
    (page,) = pages(text)
    assert (page.span.start, page.span.end) == (0, len(text))


def test_an_empty_text_is_one_empty_document():
    (page,) = pages("\n \n")
    assert page.blocks == ()
