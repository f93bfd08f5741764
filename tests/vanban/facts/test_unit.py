"""Lists of bodies are found, ended and split by their structure."""

import pytest

from vanban.facts.unit import read_units, split_units


def names(text: str) -> list[str]:
    return [name for name, _ in split_units(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one body with commas or «và» of its own
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Sở Dân tộc và Tôn giáo", ["Sở Dân tộc và Tôn giáo"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
        ("Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]),
        (
            "Ban Quản lý các khu kinh tế và khu công nghiệp",
            ["Ban Quản lý các khu kinh tế và khu công nghiệp"],
        ),
        # one list under one shared head
        ("Các sở, ban, ngành, đơn vị thuộc tỉnh", ["Các sở, ban, ngành, đơn vị thuộc tỉnh"]),
        ("UBND các xã, phường, đặc khu", ["UBND các xã, phường, đặc khu"]),
        ("các cơ quan, đơn vị, địa phương", ["các cơ quan, đơn vị, địa phương"]),
        (
            "Các doanh nghiệp bưu chính, tổ chức, cá nhân có liên quan",
            ["Các doanh nghiệp bưu chính, tổ chức, cá nhân có liên quan"],
        ),
        (
            "các Sở: Tài chính, Nội vụ, Y tế và UBND các xã",
            ["các Sở: Tài chính, Nội vụ, Y tế", "UBND các xã"],
        ),
        (
            "Người đứng đầu cơ quan nhà nước, chính quyền các cấp",
            ["Người đứng đầu cơ quan nhà nước, chính quyền các cấp"],
        ),
        # several bodies
        ("Các Sở, ban, ngành; UBND các xã, phường", ["Các Sở, ban, ngành", "UBND các xã, phường"]),
        (
            "Đảng ủy các xã, phường; Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh",
            ["Đảng ủy các xã, phường", "Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh"],
        ),
        (
            "Ban Tuyên giáo và Dân vận Đảng ủy phường, Công an phường",
            ["Ban Tuyên giáo và Dân vận Đảng ủy phường", "Công an phường"],
        ),
        ("Tỉnh Đoàn, Hội LHPN tỉnh, LĐLĐ tỉnh", ["Tỉnh Đoàn", "Hội LHPN tỉnh", "LĐLĐ tỉnh"]),
        ("Cấp ủy, tổ chức đảng các cấp", ["Cấp ủy", "tổ chức đảng các cấp"]),
        ("Các huyện, thành ủy, đảng ủy trực thuộc", ["Các huyện, thành ủy", "đảng ủy trực thuộc"]),
        (
            "Trung tâm Phục vụ hành chính công xã và các thôn, tổ dân phố",
            ["Trung tâm Phục vụ hành chính công xã", "các thôn, tổ dân phố"],
        ),
        (
            "Giám đốc Sở Tư pháp, Chủ tịch UBND các xã, phường",
            ["Giám đốc Sở Tư pháp", "Chủ tịch UBND các xã, phường"],
        ),
        # a comma forgotten between two bodies is supplied
        ("Sở Tư pháp Sở Công Thương; UBND các xã", ["Sở Tư pháp", "Sở Công Thương", "UBND các xã"]),
        # what no rule foresaw is kept as written
        ("Sở Tài chính, Tổ liên ngành 07", ["Sở Tài chính", "Tổ liên ngành 07"]),
    ],
)
def test_a_list_is_split_between_bodies_and_nowhere_else(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sở Nội vụ hướng dẫn khen thưởng", "Sở Nội vụ"),
        ("Sở Văn hóa, Thể thao và Du lịch phối hợp với Báo", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Hội đồng thẩm định Nhà nước thẩm định báo cáo", "Hội đồng thẩm định Nhà nước"),
        (
            "Ban Chỉ đạo phòng, chống ma túy tỉnh tổ chức kiểm tra",
            "Ban Chỉ đạo phòng, chống ma túy tỉnh",
        ),
        ("Ban Công tác Mặt trận các thôn vận động nhân dân", "Ban Công tác Mặt trận các thôn"),
        ("Doanh nghiệp cấp nước bảo đảm kinh phí", "Doanh nghiệp cấp nước"),
        ("Các cơ quan có liên quan tham mưu thực hiện", "Các cơ quan có liên quan"),
    ],
)
def test_a_name_ends_before_the_verb_it_is_the_subject_of(sentence, expected):
    read = read_units(sentence, 0, len(sentence))
    assert read is not None
    assert read.names == (expected,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ban hành kế hoạch",
        "Tổ chức hội nghị",
        "Hội nghị thống nhất",
        "Phòng, chống thiên tai",
        "Báo cáo kết quả",
        "Đoàn kết",
        "Lãnh đạo thực hiện",
    ],
)
def test_words_that_only_look_like_a_head_begin_no_body(sentence):
    assert read_units(sentence, 0, len(sentence)) is None


def test_brackets_that_explain_a_body_are_no_part_of_its_name():
    text = "Sở Nội vụ (cơ quan thường trực), Sở Y tế chủ trì"
    read = read_units(text, 0, len(text))
    assert read.names == ("Sở Nội vụ", "Sở Y tế")
    assert text[read.resumes :].startswith(" chủ trì")


def test_each_name_is_where_its_span_says():
    text = "- Sở Nội vụ;\n- Các sở, ban, ngành;\n- UBND các xã."
    for name, span in split_units(text):
        assert span.of(text).strip(" .;") == name


@pytest.mark.parametrize(
    "name",
    [
        "Tổ trưởng Tổ hòa giải",
        "Giám đốc Sở Giáo dục và Đào tạo",
        "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh",
        "Các ông (bà) Trưởng thôn",
        "Trung tâm Văn hóa, Thể thao và Truyền thông",
        "Ban Quản lý Khu kinh tế, các khu công nghiệp tỉnh",
        "Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh",
        "Tổ công nghệ số cộng đồng các thôn",
        "Ban An toàn giao thông tỉnh",
        "các cơ quan tham mưu, giúp việc Thành ủy",
        "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
        "Thi hành án dân sự tỉnh",
        "Văn phòng Đăng ký đất đai tỉnh",
        "Trung tâm Xúc tiến đầu tư, thương mại và du lịch tỉnh",
        "Trang thông tin điện tử các sở, ngành",
    ],
)
def test_a_long_name_is_read_whole_before_its_verb(name: str) -> None:
    text = f"{name} chủ trì thực hiện"
    read = read_units(text, 0, len(text))
    assert read is not None
    assert read.names == (name,)


def test_the_posts_of_several_bodies_are_several() -> None:
    text = "Bí thư các chi bộ, Trưởng các thôn, tổ dân phố tuyên truyền"
    read = read_units(text, 0, len(text))
    assert read is not None
    assert read.names == ("Bí thư các chi bộ", "Trưởng các thôn, tổ dân phố")


def test_an_order_on_a_new_line_ends_the_name_of_the_heading() -> None:
    text = "các tổ chức chính trị - xã hội tỉnh    Tuyên truyền, vận động hội viên"
    read = read_units(text, 0, len(text))
    assert read is not None
    assert read.names == ("các tổ chức chính trị - xã hội tỉnh",)
