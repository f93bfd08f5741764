"""A row of a table states a duty with all its cells; its words are those of the content alone."""

from vanban import read

PLAN = """ỦY BAN NHÂN DÂN
TỈNH AN LẠC

Số: 12/KH-UBND

An Lạc, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Công tác dân vận chính quyền năm 2026

TT\tNội dung\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian
1\tTổ chức hội nghị đối thoại với Nhân dân.\tSở Nội vụ\tSở Tư pháp\tQuý II
2\tTập huấn nghiệp vụ tiếp công dân.\tThanh tra tỉnh\tSở Nội vụ\tTháng 9
"""


def test_the_words_of_a_row_are_those_of_its_content_cell():
    duties = read(PLAN.encode(), "ke-hoach.txt").documents[0].duties
    assert [duty.text for duty in duties] == [
        "Tổ chức hội nghị đối thoại với Nhân dân.",
        "Tập huấn nghiệp vụ tiếp công dân.",
    ]
    assert [PLAN[duty.span.start : duty.span.end].count("\t") for duty in duties] == [3, 3]
    assert [duty.lead for duty in duties] == [("Sở Nội vụ",), ("Thanh tra tỉnh",)]


def test_lead_and_helper_in_one_cell_each_on_a_line_of_its_own():
    """The lines of a cell are joined: a label with a capital begins another one."""
    text = PLAN.replace("\tĐơn vị chủ trì\tĐơn vị phối hợp\t", "\tĐơn vị thực hiện\tSản phẩm\t")
    text = text.replace(
        "\tSở Nội vụ\tSở Tư pháp\t", "\tChủ trì: Sở Nội vụ Phối hợp: Sở Tư pháp, Sở Y tế\tBáo cáo\t"
    )
    text = text.replace(
        "\tThanh tra tỉnh\tSở Nội vụ\t",
        "\tCơ quan chủ trì: Thanh tra tỉnh Cơ quan phối hợp: Sở Nội vụ\tBáo cáo\t",
    )
    duties = read(text.encode(), "ke-hoach.txt").documents[0].duties
    assert [duty.lead for duty in duties] == [("Sở Nội vụ",), ("Thanh tra tỉnh",)]
    assert [duty.cooperating for duty in duties] == [("Sở Tư pháp", "Sở Y tế"), ("Sở Nội vụ",)]
