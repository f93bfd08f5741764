"""Numbers, days, subjects, signers and recipients as offices print them that print them otherwise.

Written before the reader was run on them; at first sight it told 15 of these 24.
"""

import pytest

import vanban

TOP = (
    "ỦY BAN NHÂN DÂN\nXÃ SUỐI TRẦM\n{number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n{date}\n\n{title}\n\nCăn cứ tình hình thực tế, Ủy ban nhân dân xã báo cáo như sau:\n\n"
    "1. Đã tiếp 12 lượt người.\n2. Đã giải quyết 10 vụ việc./.\n\n{foot}\n"
)
PARTS = {
    "number": "Số: 15/BC-UBND",
    "date": "Suối Trầm, ngày 05 tháng 3 năm 2026",
    "title": "BÁO CÁO\nKết quả tiếp công dân quý I năm 2026",
    "foot": "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\n\nLò Văn Pấng",
}


def header(**parts: str):
    text = TOP.format(**{**PARTS, **parts})
    return vanban.read(text.encode(), "a.txt").documents[0].header


NUMBERS = [
    ("Số:15 /BC- UBND", "15/BC-UBND"),
    ("Số : 15/BC-UBND", "15/BC-UBND"),
    ("SỐ: 15/BC-UBND", "15/BC-UBND"),
    ("Số 15/BC-UBND.", "15/BC-UBND"),
    ("Số:        /BC-UBND", None),
    ("Số: 15/BC-UBND (M)", "15/BC-UBND"),
]


@pytest.mark.parametrize(("line", "number"), NUMBERS)
def test_a_number_with_odd_marks(line, number):
    assert header(number=line).number == number


DAYS = [
    ("Suối Trầm, ngày 5 tháng 3 năm 2026", "2026-03-05", "Suối Trầm"),
    ("Suối Trầm, Ngày 05/3/2026", "2026-03-05", "Suối Trầm"),
    ("Suối Trầm , ngày 05  tháng 03  năm 2026", "2026-03-05", "Suối Trầm"),
    ("Suối Trầm, ngày 05 tháng 3 năm 2026.", "2026-03-05", "Suối Trầm"),
    ("Suối Trầm, ngày      tháng 3 năm 2026", None, "Suối Trầm"),
    ("Xã Suối Trầm, ngày 05 tháng 3 năm 2026", "2026-03-05", "Xã Suối Trầm"),
]


@pytest.mark.parametrize(("line", "day", "place"), DAYS)
def test_a_day_with_odd_marks(line, day, place):
    found = header(date=line)
    assert (str(found.issued_on) if found.issued_on else None, found.place) == (day, place)


SUBJECTS = [
    (
        "BÁO CÁO\nVề việc tiếp công dân\n(Từ ngày 01/01/2026 đến ngày 31/3/2026)",
        "Về việc tiếp công dân (Từ ngày 01/01/2026 đến ngày 31/3/2026)",
    ),
    ("BÁO CÁO KẾT QUẢ TIẾP CÔNG DÂN\nQUÝ I NĂM 2026", "KẾT QUẢ TIẾP CÔNG DÂN QUÝ I NĂM 2026"),
    (
        "BÁO CÁO\n\nKết quả tiếp công dân,\ngiải quyết khiếu nại quý I",
        "Kết quả tiếp công dân, giải quyết khiếu nại quý I",
    ),
    ("BÁO CÁO (LẦN 2)\nKết quả tiếp công dân", "Kết quả tiếp công dân"),
]


@pytest.mark.parametrize(("title", "subject"), SUBJECTS)
def test_a_subject_over_lines(title, subject):
    assert header(title=title).subject == subject


LIST = "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\n"
SIGNERS = [
    (
        LIST + "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký và đóng dấu)\nLò Văn Pấng",
        ("Lò Văn Pấng", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"),
    ),
    (
        LIST + "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nLÒ VĂN PẤNG",
        ("LÒ VĂN PẤNG", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
    ),
    (
        LIST + "Q. CHỦ TỊCH\n\n\nLò Văn Pấng",
        ("Lò Văn Pấng", "Q. CHỦ TỊCH", None),
    ),
    (
        LIST + "TUQ. CHỦ TỊCH\nCHÁNH VĂN PHÒNG HĐND VÀ UBND\n\n\nThS. Lò Văn Pấng",
        ("Lò Văn Pấng", "CHÁNH VĂN PHÒNG HĐND VÀ UBND", "TUQ. CHỦ TỊCH"),
    ),
    (
        LIST
        + "TM.ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNgười ký: Lò Văn Pấng\nThời gian ký: 05/03/2026\n\nLò Văn Pấng",
        ("Lò Văn Pấng", "CHỦ TỊCH", "TM.ỦY BAN NHÂN DÂN"),
    ),
]


@pytest.mark.parametrize(("foot", "signer"), SIGNERS)
def test_a_signature_with_odd_lines(foot, signer):
    found = [(one.name, one.title, one.authority) for one in header(foot=foot).signers]
    assert found == [signer]


SIGNED = "\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\n\nLò Văn Pấng"
RECIPIENTS = [
    (
        "Nơi nhận:\n1. UBND tỉnh;\n2. Các thôn;\n3. Lưu: VT." + SIGNED,
        ("UBND tỉnh", "Các thôn"),
        "VT",
    ),
    (
        "Nơi nhận: UBND tỉnh; Sở Nội vụ; các thôn; lưu: VT." + SIGNED,
        ("UBND tỉnh", "Sở Nội vụ", "các thôn"),
        "VT",
    ),
    (
        "Nơi gửi:\n- UBND tỉnh;\n- Các thôn;\n- Lưu: VT." + SIGNED,
        ("UBND tỉnh", "Các thôn"),
        "VT",
    ),
]


@pytest.mark.parametrize(("foot", "recipients", "filing"), RECIPIENTS)
def test_recipients_listed_otherwise(foot, recipients, filing):
    found = header(foot=foot)
    assert (found.recipients, found.filing) == (recipients, filing)
    assert [one.name for one in found.signers] == ["Lò Văn Pấng"]
