"""Scans: words with their places and doubts, pages straightened, or a plain refusal."""

import io
import shutil

import pytest
from made_pdf import FOOT, HEAD, LONG, drawn
from PIL import Image

from vanban.input import Limits, Rejected, open_source
from vanban.input.flow.turn import Turn
from vanban.input.scan import straighten
from vanban.input.scan.ruling import ruled
from vanban.input.scan.tesseract import pieces_of

tool = [
    pytest.mark.tool,
    pytest.mark.skipif(
        shutil.which("tesseract") is None, reason="Tesseract is not installed (tesseract-ocr-vie)"
    ),
]
PAGE = Image.open(io.BytesIO(drawn(HEAD + f"\n{LONG}\n" + FOOT, 200))).convert("L")

TABLE = """
#table(columns: (1.2cm, 5cm, 3.2cm, 3.4cm, 2.6cm), stroke: 0.5pt,
  table.cell(rowspan: 2)[TT], table.cell(rowspan: 2)[Nội dung], table.cell(colspan: 2)[Đơn vị thực hiện],
  table.cell(rowspan: 2)[Thời gian], [Chủ trì], [Phối hợp],
  [1], [Rà soát lịch tiếp công dân của các xã], table.cell(rowspan: 2)[Sở Nội vụ], [Công an tỉnh], [Quý II],
  [2], [Tập huấn], [Kho bạc], [Quý III])
"""
TABLED = Image.open(io.BytesIO(drawn(HEAD + f"\n{LONG}\n" + TABLE, 200))).convert("L")


def encoded(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, dpi=(200, 200), **more)
    return out.getvalue()


class TestRecognised:
    pytestmark = tool

    @pytest.mark.parametrize(
        "image",
        [
            PAGE,
            PAGE.rotate(2, fillcolor=255),
            PAGE.rotate(180),
            PAGE.transpose(Image.Transpose.ROTATE_90),
        ],
        ids=["level", "askew", "on its head", "sideways"],
    )
    def test_a_page_is_read_however_it_lay_on_the_scanner(self, image):
        source = open_source(encoded(image), "quét.png")
        assert "Số: 12/KH-SNV" in source.text
        assert "báo cáo Ủy ban nhân dân tỉnh trước ngày 30 tháng 6 năm 2026" in source.text

    def test_each_word_has_its_place_on_the_page_and_a_confidence(self):
        source = open_source(encoded(PAGE), "quét.png")
        word = next(w for w in source.words if w.span.of(source.text) == "12/KH-SNV")
        x0, top, x1, bottom = word.box
        assert (word.page, 0 <= word.confidence <= 100) == (1, True)
        assert 100 < x0 < x1 < 230
        assert 70 < top < bottom < 110

    def test_doubtful_words_are_findings_on_their_very_letters(self):
        noisy = PAGE.resize((PAGE.width // 3, PAGE.height // 3))
        source = open_source(encoded(noisy.resize(PAGE.size)), "quét.png")
        doubtful = [f for f in source.findings if f.rule == "input.doubtful_word"]
        spans = {word.span for word in source.words if word.confidence < 60}
        assert {finding.span for finding in doubtful} == spans

    def test_a_tiff_of_two_pages_has_two_pages(self):
        source = open_source(encoded(PAGE, "TIFF", save_all=True, append_images=[PAGE]), "quét.tif")
        assert [page.number for page in source.pages] == [1, 2]
        assert source.text.count("12/KH-SNV") == 2

    def test_a_pdf_that_is_only_a_picture_is_recognised_and_says_so(self):
        source = open_source(encoded(PAGE, "PDF"), "quét.pdf")
        assert "Số: 12/KH-SNV" in source.text
        assert source.findings[0].rule == "input.recognised"

    @pytest.mark.parametrize("degrees", [0, 1.5])
    def test_a_ruled_table_on_a_picture_is_a_table_with_its_cells(self, degrees):
        image = TABLED.rotate(degrees, fillcolor=255) if degrees else TABLED
        source = open_source(encoded(image), "quét.png")
        (table,) = source.tables
        said = {(c.row, c.column): " ".join(c.span.of(source.text).split()) for c in table.cells}
        assert said[0, 2] == "Đơn vị thực hiện"
        assert (said[1, 2], said[1, 3]) == ("Chủ trì", "Phối hợp")
        assert said[2, 1] == "Rà soát lịch tiếp công dân của các xã"
        assert (said[2, 2], said[3, 3]) == ("Sở Nội vụ", "Kho bạc")
        spans = {(c.row, c.column): (c.row_span, c.column_span) for c in table.cells}
        assert (spans[0, 0], spans[0, 2], spans[2, 2]) == ((2, 1), (1, 2), (2, 1))
        assert "Sở Nội vụ chủ trì, phối hợp với Văn phòng" in source.text[: table.span.start]

    def test_an_empty_page_is_refused(self):
        with pytest.raises(Rejected) as caught:
            open_source(encoded(Image.new("L", PAGE.size, 255)), "trắng.png")
        assert caught.value.code == "no-text"


@pytest.mark.parametrize("kind", ["PNG", "PDF"])
def test_a_scan_is_refused_when_recognition_is_off(kind):
    with pytest.raises(Rejected) as caught:
        open_source(encoded(PAGE, kind), f"quét.{kind.lower()}", ocr=False)
    assert caught.value.code == "scan-without-ocr"


def test_without_tesseract_the_refusal_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(Rejected, match="hãy cài tesseract-ocr và tesseract-ocr-vie"):
        open_source(encoded(PAGE), "quét.png")


def test_a_picture_of_too_many_dots_is_refused_unread():
    huge = Image.new("1", (50_000, 50_000))
    with pytest.raises(Rejected, match="Ảnh có 2500 triệu điểm"):
        open_source(encoded(huge), "bom.png", limits=Limits())


@pytest.mark.parametrize("angle", [-3.0, -1.2, 0.0, 0.8, 2.5])
def test_the_skew_of_a_page_is_found_to_a_third_of_a_degree(angle):
    assert abs(straighten.skew(PAGE.rotate(-angle, fillcolor=255)) - angle) <= 0.33


def test_a_box_on_a_turned_page_is_led_back_to_the_page_as_it_came():
    assert Turn(600, 800, quarters=2).back((10, 20, 30, 40)) == (570, 760, 590, 780)
    assert Turn(800, 600, quarters=1).back((10, 20, 30, 40)) == (20, 570, 40, 590)
    assert Turn(600, 800).back((10, 20, 30, 40)) == (10, 20, 30, 40)


def test_the_lines_of_a_table_are_painted_over_and_its_letters_are_not():
    tables, bare = ruled(TABLED, 200)
    (table,) = tables
    assert len(table.cells) == 15
    level = [
        sum(row)
        for row in (bare.crop((0, y, bare.width, y + 1)).tobytes() for y in range(bare.height))
    ]
    assert min(level) > 255 * bare.width * 0.55, "no row is a line any more"
    inside = tuple(
        round(side * 200 / 72) for side in (table.edges[1], table.top, table.edges[2], table.bottom)
    )
    assert sum(dot < 100 for dot in bare.crop(inside).tobytes()) > 500, "letters stay"


def test_a_page_of_text_has_no_table_and_stays_as_it_is():
    tables, bare = ruled(PAGE, 200)
    assert tables == []
    assert bare is PAGE


def test_a_picture_of_anything_is_no_table():
    noise = Image.effect_noise((1200, 1600), 120)
    assert ruled(noise, 150)[0] == []


def test_specks_of_a_scan_are_no_words():
    """A hat alone, a doubtful point between two columns, a letter a quarter as high as the others."""
    rows = (
        ("Nơi", 100, 30, 96.7),
        ("nhận:", 150, 30, 96.5),
        ("h", 210, 8, 4.8),
        ("ˆ", 230, 30, 55.0),
        (":", 260, 30, 42.3),
        ("-", 280, 6, 88.0),
        ("TỊCH", 300, 30, 15.0),
    )
    table = "head\n" + "".join(
        f"5\t1\t1\t1\t1\t{at}\t{left}\t50\t20\t{height}\t{sure}\t{said}\n"
        for at, (said, left, height, sure) in enumerate(rows)
    )
    assert [piece.text for piece in pieces_of(table, 72)] == ["Nơi", "nhận:", "-", "TỊCH"]
