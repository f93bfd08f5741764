"""Write the two Word files of the samples: automatic numbering, a letterhead table, a real table.

Run `python samples/make_docx.py` after changing a text here; the files it writes are committed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

HERE = Path(__file__).resolve().parent / "documents"
NUMBERING = 77

# A line that opens with "I ", "1 " or "- " is numbered by Word at that level; others are plain.
KHE_TRUC = """
Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15; thực hiện Công văn số 642/UBND-NC ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh về đẩy mạnh công tác dân vận chính quyền năm 2026, Ủy ban nhân dân xã Khe Trúc xây dựng Kế hoạch như sau:
I MỤC ĐÍCH, YÊU CẦU
- Để người dân được biết, được bàn và giám sát việc sử dụng các khoản đóng góp của mình.
- Công việc phải rõ người làm, rõ hạn và rõ kết quả.
I NỘI DUNG
1 Công khai để dân biết
- Các khoản thu, chi, danh sách hộ được hỗ trợ niêm yết tại trụ sở và nhà văn hóa thôn ít nhất 30 ngày.
1 Những việc dân bàn và quyết định
- Mức đóng góp làm đường nội thôn; bầu trưởng thôn; hương ước, quy ước.
I PHÂN CÔNG THỰC HIỆN
1 Văn phòng HĐND và UBND xã
- Phối hợp với Phòng Kinh tế lập danh mục các việc phải công khai trong năm, trình Chủ tịch UBND xã trước ngày 28/02/2026.
- Tổng hợp, báo cáo UBND tỉnh (qua Sở Nội vụ) kết quả thực hiện 6 tháng trước ngày 10/6/2026, cả năm trước ngày 10/12/2026.
1 Phòng Văn hóa - Xã hội
- Hướng dẫn các thôn rà soát hương ước, quy ước, hoàn thành trong quý III năm 2026.
- Tham mưu xây dựng 01 mô hình "Dân vận khéo" về nhà vệ sinh trường học tại thôn Bãi Trúc.
1 Công an xã
- Bảo đảm an ninh, trật tự các cuộc họp dân; kịp thời nắm tình hình khi thu hồi đất làm cầu Khe Trong.
1 Trưởng các thôn
- Tổ chức họp dân ít nhất mỗi quý một lần; ghi biên bản đầy đủ ý kiến và gửi về UBND xã chậm nhất 05 ngày sau cuộc họp.
1 Đề nghị Ủy ban MTTQ Việt Nam xã
- Chỉ đạo Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng giám sát việc xây cầu Khe Trong.
Trên đây là Kế hoạch thực hiện dân chủ ở cơ sở năm 2026 của UBND xã; các đơn vị, các thôn nghiêm túc thực hiện./.
"""

KHE_TRUC_WORK = [
    ["TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời hạn"],
    [
        "1",
        "Lấy ý kiến nhân dân về vị trí mố cầu Khe Trong và phương án bồi thường.",
        "Phòng Kinh tế",
        "Ban Quản lý dự án tỉnh, Trưởng thôn Khe Trong",
        "Tháng 3",
    ],
    [
        "2",
        "Tổ chức đối thoại giữa Chủ tịch UBND xã với nhân dân ba thôn.",
        "Văn phòng HĐND và UBND xã",
        "Ủy ban MTTQ Việt Nam xã",
        "Tháng 4, 10",
    ],
    [
        "3",
        "Duy trì tổ công nghệ số cộng đồng giúp dân nộp hồ sơ trực tuyến.",
        "Phòng Văn hóa - Xã hội",
        "Đoàn Thanh niên xã, Công an xã",
        "Thường xuyên",
    ],
    [
        "4",
        "Công khai quyết toán các khoản nhân dân đóng góp năm 2026.",
        "Phòng Kinh tế",
        "Trưởng các thôn",
        "Trước ngày 15/12/2026",
    ],
]

DAN_VAN_KHEO = """
Thực hiện Chương trình hành động số 05-CTr/TU, ngày 15/9/2025 của Tỉnh ủy; Kế hoạch số 21-KH/BTGDVTU-ĐUUBND, ngày 12/01/2026 về công tác dân vận năm 2026, Ban Tuyên giáo và Dân vận Tỉnh ủy xây dựng Kế hoạch thi đua "Dân vận khéo" năm 2026 như sau:
I MỤC ĐÍCH, YÊU CẦU
- Chọn việc nhỏ, việc cụ thể, làm đến nơi đến chốn; không chạy theo số lượng mô hình.
- Mô hình phải do người dân tham gia bàn bạc và hưởng lợi.
I CHỈ TIÊU
1 Toàn tỉnh đăng ký 96 mô hình (41 mô hình kinh tế, 30 mô hình văn hóa - xã hội, 15 mô hình quốc phòng, an ninh, 10 mô hình xây dựng hệ thống chính trị).
I TIÊU CHÍ CÔNG NHẬN
- Có kế hoạch, có người phụ trách, có kết quả kiểm chứng được.
- Được ít nhất 80% hộ dân trong khu dân cư đồng tình.
I TỔ CHỨC THỰC HIỆN
1 Đảng ủy các xã, phường lãnh đạo đăng ký mô hình trước ngày 30/4/2026; thành lập tổ thẩm định cấp xã.
1 Đề nghị Đảng ủy Ủy ban nhân dân tỉnh chỉ đạo các sở, ngành mỗi cơ quan đăng ký ít nhất 01 mô hình về cải cách thủ tục hành chính.
1 Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh hướng dẫn đoàn viên, hội viên tham gia; gắn với cuộc vận động ở khu dân cư.
1 Báo và Phát thanh, Truyền hình Lam Giang mở chuyên trang về mô hình hay, mỗi tháng ít nhất 02 bài.
1 Các phòng của Ban
- Phòng Dân vận chủ trì, phối hợp với Văn phòng Ban thẩm định, trình Ban công nhận mô hình cấp tỉnh trong tháng 9/2026.
- Phòng Dân vận tham mưu sơ kết phong trào, báo cáo Thường trực Tỉnh ủy trước ngày 15/10/2026.
1 Đảng ủy các xã, phường gửi báo cáo kết quả phong trào về Ban Tuyên giáo và Dân vận Tỉnh ủy định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/11).
Căn cứ Kế hoạch này, đề nghị các cấp ủy, cơ quan, đơn vị triển khai thực hiện.
"""

DAN_VAN_KHEO_TARGETS = [
    ["TT", "Khối", "Kinh tế", "Văn hóa - xã hội", "Quốc phòng, an ninh", "Hệ thống chính trị", "Cộng"],
    ["1", "12 xã, phường", "33", "21", "6", "2", "62"],
    ["2", "Các sở, ngành", "6", "5", "0", "5", "16"],
    ["3", "Mặt trận và đoàn thể", "2", "4", "1", "3", "10"],
    ["4", "Lực lượng vũ trang", "0", "0", "8", "0", "8"],
    ["", "Tổng", "41", "30", "15", "10", "96"],
]  # fmt: skip


def main() -> None:
    state = new_document()
    letterhead(
        state,
        "ỦY BAN NHÂN DÂN\nXÃ KHE TRÚC\n-------\nSố: 15/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n"
        "Khe Trúc, ngày 10 tháng 02 năm 2026",
    )
    title(state, "KẾ HOẠCH", "Thực hiện dân chủ ở cơ sở năm 2026 trên địa bàn xã Khe Trúc")
    body(state, KHE_TRUC)
    letterhead(
        state,
        "Nơi nhận:\n- UBND tỉnh (b/c);\n- Sở Nội vụ;\n- Đảng ủy, HĐND xã;\n"
        "- Ủy ban MTTQ Việt Nam xã;\n- Trưởng các thôn;\n- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nLục Văn Sính",
    )
    title(state, "PHỤ LỤC", "Danh mục công việc năm 2026")
    table(state, KHE_TRUC_WORK)
    save(state, "08-kh-15-xa-khe-truc-dan-chu-co-so.docx", datetime(2026, 2, 10, tzinfo=UTC))

    party = new_document()
    letterhead(
        party,
        "TỈNH ỦY LAM GIANG\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*\nSố 30-KH/BTGDVTU",
        "ĐẢNG CỘNG SẢN VIỆT NAM\nLam Giang, ngày 18 tháng 3 năm 2026",
    )
    title(party, "KẾ HOẠCH", 'thi đua "Dân vận khéo" năm 2026')
    body(party, DAN_VAN_KHEO)
    title(party, "BIỂU", "Chỉ tiêu đăng ký mô hình")
    table(party, DAN_VAN_KHEO_TARGETS)
    letterhead(
        party,
        "Nơi nhận:\n- Ban Tuyên giáo và Dân vận Trung ương;\n- Thường trực Tỉnh ủy;\n"
        "- Đảng ủy các xã, phường;\n- Lãnh đạo Ban;\n- Lưu: VP, PDV.",
        "TRƯỞNG BAN\n\n\nTiêu Văn Quảng",
    )
    save(party, "11-kh-30-thi-dua-dan-van-kheo.docx", datetime(2026, 3, 18, tzinfo=UTC))


def new_document() -> Word:
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    add_numbering(document)
    return document


def add_numbering(document: Word) -> None:
    """Three levels as offices number them: I., 1., a dash; "1." starts again under each "I."."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, kind, text in [
            (0, "upperRoman", "%1."),
            (1, "decimal", "%2."),
            (2, "bullet", "-"),
        ]
    )
    numbering = document.part.numbering_part.element
    scheme = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUMBERING}">{levels}</w:abstractNum>'
    )
    numbering.insert(0, scheme)
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{NUMBERING}">'
            f'<w:abstractNumId w:val="{NUMBERING}"/></w:num>'
        )
    )


def body(document: Word, text: str) -> None:
    for line in text.strip().splitlines():
        mark, _, rest = line.partition(" ")
        if mark in ("I", "1", "-"):
            numbered(document, rest, ("I", "1", "-").index(mark))
        else:
            document.add_paragraph(line)


def numbered(document: Word, text: str, level: int) -> None:
    paragraph = document.add_paragraph(text)
    paragraph.runs[0].bold = level == 0
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{NUMBERING}"/></w:numPr>'
        )
    )


def title(document: Word, kind: str, subject: str) -> None:
    for line in (kind, subject):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True


def letterhead(document: Word, left: str, right: str) -> None:
    """Two columns without borders, as at the head and the foot of every official document."""
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, text in zip(cells, (left, right), strict=True):
        first, *rest = text.split("\n")
        cell.paragraphs[0].text = first
        for line in rest:
            cell.add_paragraph(line)


def table(document: Word, rows: list[list[str]]) -> None:
    grid = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text


def save(document: Word, name: str, when: datetime) -> None:
    properties = document.core_properties
    properties.author = "Gần Dân"
    properties.created = properties.modified = when
    document.save(str(HERE / name))


if __name__ == "__main__":
    main()
