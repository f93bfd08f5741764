"""Web pages and Word's .htm come in as their readers see them, whatever they were encoded in."""

import quopri
import unicodedata

import pytest
from in_process import open_here

from vanban.input import Rejected, open_source

TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """As Windows wrote it: the tone is a sign of its own behind the letter."""
    out = b""
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tone = "".join(part for part in parts if part in TONES)
            base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in TONES))
            out += (base + tone).encode("cp1258")
    return out


def page(body: str, charset: str = "utf-8") -> str:
    return (
        f'<html><head><meta charset="{charset}"><title>Tên</title><style>p {{}}</style></head>'
        f"<body>{body}</body></html>"
    )


def read(body: str):
    return open_here(page(body).encode(), "a.html")


def test_blocks_stand_apart_and_scripts_styles_and_hidden_parts_are_left_out():
    body = (
        "<h1>KẾ HOẠCH</h1><script>alert(1)</script><p>Sở&nbsp;Nội vụ\n  <b>chủ trì</b>.</p>"
        "<p style='display:none'>ẩn</p><div>a<br>b</div>"
    )
    assert read(body).text == "KẾ HOẠCH\n\nSở Nội vụ chủ trì.\n\na\nb"


def test_lists_are_printed_with_their_labels():
    body = "<ol type='a' start='3'><li>ba</li><li>bốn</li></ol><ul><li>chấm</li></ul>"
    assert read(body).text == "c. ba\n\nd. bốn\n\n- chấm"


def test_tables_keep_their_cells_with_spans():
    body = (
        "<table border=1><tr><th colspan=2>Nhiệm vụ</th><th>Hạn</th></tr>"
        "<tr><td rowspan=2>Chung</td><td>a</td><td>Quý I</td></tr>"
        "<tr><td>b</td><td>Quý II</td></tr></table>"
    )
    source = read(body)
    assert source.text == "Nhiệm vụ\tHạn\nChung\ta\tQuý I\nb\tQuý II"
    spans = {c.span.of(source.text): (c.row, c.column) for c in source.tables[0].cells}
    assert (spans["Chung"], spans["b"], spans["Hạn"]) == ((1, 0), (2, 1), (0, 2))


def test_the_letterhead_is_no_table():
    body = (
        "<table><tr><td><p>UBND TỈNH X</p><p>Số: 1/KH-UBND</p></td>"
        "<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p></td></tr></table>"
    )
    source = read(body)
    assert source.tables == ()
    assert source.text == (
        "UBND TỈNH X\nSố: 1/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc"
    )


def test_footnotes_that_word_saved_stand_apart():
    body = "<p>Câu.</p><div style='mso-element:footnote' id=ftn1><p>[1] Ghi chú.</p></div>"
    source = read(body)
    assert [note.of(source.text) for note in source.notes] == ["[1] Ghi chú."]


SENTENCE = (
    "Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì, phối hợp với các địa phương thực hiện kế hoạch"
)


@pytest.mark.parametrize("name", ["windows-1258", "us-ascii", ""])
def test_windows_1258_is_read_with_its_tones_composed(name):
    data = windows_1258(page(f"<p>{SENTENCE}</p>", name))
    assert open_here(data, "a.htm").text == SENTENCE


def test_windows_1252_with_entities_is_read():
    data = page(f"<p>{SENTENCE} – ngày 2/9</p>", "windows-1252").encode(
        "cp1252", "xmlcharrefreplace"
    )
    assert open_here(data, "a.htm").text == f"{SENTENCE} – ngày 2/9"


def test_utf16_of_word_is_read():
    assert (
        open_here(page("<p>Kế hoạch</p>", "unicode").encode("utf-16"), "a.htm").text == "Kế hoạch"
    )


def test_a_page_named_doc_is_read_with_a_finding():
    source = open_source(page("<p>Kế hoạch</p>").encode(), "a.doc")
    assert source.text == "Kế hoạch"
    assert [finding.rule for finding in source.findings] == ["input.extension_lies"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (page("").encode(), "no-text"),
        (page("Réunion déjà prévue").encode("latin-1"), "unknown-encoding"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "unsupported"),
        (b"<html>" + b"<div>" * 50_000 + b"x", "no-text"),
    ],
)
def test_pages_without_readable_text_are_refused(data, code):
    with pytest.raises(Rejected) as caught:
        open_here(data, "a.html")
    assert caught.value.code == code


def test_the_label_of_an_item_leads_the_paragraph_inside_it():
    made = '<ol type="I"><li><p>NỘI DUNG</p><ol><li><p>Việc một.</p></li></ol><ul><li><p>Ý nhỏ.</p></ul></ol>'
    assert (
        open_here(page(made).encode(), "a.html").text == "I. NỘI DUNG\n\n1. Việc một.\n\n- Ý nhỏ."
    )


WORD_NOTE = (
    "<p>Theo quy định<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> của tỉnh.</p>"
    "<div><hr><div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Quyết định số 5.</p></div></div>"
)
OFFICE_NOTE = (
    "<p>Theo quy định<a class='sdfootnoteanc' href='#sdfootnote1sym'><sup>1</sup></a> của tỉnh.</p>"
    "<div id='sdfootnote1'><p><a class='sdfootnotesym' href='#sdfootnote1anc'>1</a>Quyết định số 5.</p></div>"
)


@pytest.mark.parametrize("body", [WORD_NOTE, OFFICE_NOTE])
def test_the_number_of_a_note_leaves_the_sentence_and_leads_the_note(body):
    source = read(body)
    assert source.text.startswith("Theo quy định của tỉnh.")
    assert [note.of(source.text) for note in source.notes] == ["[1] Quyết định số 5."]


def test_a_link_within_the_page_that_is_no_note_keeps_its_words():
    assert read("<p>Xem <a href='#muc2'>mục 2</a>.</p>").text == "Xem mục 2."


def test_the_head_and_foot_that_libreoffice_writes_around_the_text_are_left_out():
    body = "<div title='header'><p>2</p></div><p>Câu.</p><div title='footer'><p>Hệ thống</p></div>"
    assert read(body).text == "Câu."


def saved_in_one_file(html: str) -> bytes:
    return (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + quopri.encodestring(html.encode())
        + b"\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--\r\n"
    )


@pytest.mark.parametrize("name", ["a.mht", "a.doc"])
def test_a_page_saved_with_its_pictures_in_one_file_is_read(name):
    source = open_here(saved_in_one_file(page(f"<p>{SENTENCE}</p>")), name)
    assert source.text == SENTENCE


def test_a_file_of_many_parts_without_a_page_is_refused():
    with pytest.raises(Rejected, match="HTML bị hỏng"):
        open_here(saved_in_one_file("").replace(b"text/html", b"text/css"), "a.mht")


def test_what_stands_as_it_was_typed_keeps_its_lines_columns_and_gaps():
    typed = "UBND XÃ NÀ QUẾ     CỘNG HÒA XÃ HỘI\nSố: 08/KH-UBND\n\n1. Sở Nội vụ\tQuý II\n"
    said = "UBND XÃ NÀ QUẾ     CỘNG HÒA XÃ HỘI\nSố: 08/KH-UBND\n\n1. Sở Nội vụ\tQuý II"
    assert read(f"<pre>{typed}</pre>").text == said
    assert read(f'<div style="white-space: pre-wrap">{typed}</div>').text == said
    assert read(f"<p>{typed}</p>").text == " ".join(typed.split())


def test_an_empty_line_between_two_breaks_parts_paragraphs():
    assert read("<p>Một<br>hai<br>\n<br>ba</p>").text == "Một\nhai\n\nba"
