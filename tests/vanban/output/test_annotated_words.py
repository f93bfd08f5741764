"""The comment of a finding holds its words and no others; the rest of the file stays as it was."""

import shutil
import subprocess
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

import vanban
from vanban.checking import check
from vanban.output.annotated import annotated_docx

OFFICE = shutil.which("soffice")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def anchored(data):
    """By comment: the rule it ends with, and the words between its marks."""
    with ZipFile(BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        comments = etree.fromstring(package.read("word/comments.xml"))
    said = {one.get(f"{W}id"): "".join(one.itertext()) for one in comments.iter(f"{W}comment")}
    opened, found = {}, []
    for node in body.iter():
        if node.tag == f"{W}commentRangeStart":
            opened[node.get(f"{W}id")] = ""
        elif node.tag == f"{W}commentRangeEnd":
            key = node.get(f"{W}id")
            found.append((said[key].rpartition("[")[2].rstrip("]"), opened.pop(key)))
        elif node.tag == f"{W}t":
            opened = {key: words + (node.text or "") for key, words in opened.items()}
    assert not opened, "every comment that is opened is closed"
    assert len(found) == len(said)
    return found


def squeezed(words):
    return "".join(words.split())


def all_words(data):
    body = docx.Document(BytesIO(data)).element.body
    return "".join(node.text or "" for node in body.iter(f"{W}t"))


def plan():
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    one = document.add_paragraph("Xây dựng nền ")
    one.add_run("tàng số").bold = True
    one.add_run(" của xã; đời sống  nhân dân, của Nhân dân trong trong xã.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Họp chợ cỏc"
    table.rows[0].cells[1].text = "Ông Mẫu, CCCD số 001099000123"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def checked():
    data = plan()
    reading = vanban.read(data, "ke-hoach.docx")
    return reading, check(reading, data), data


def test_each_comment_holds_the_words_of_its_finding(checked):
    reading, findings, data = checked
    made = annotated_docx(reading, findings, data)
    wanted = {(one.rule, squeezed(one.span.of(reading.text))) for one in findings if len(one.span)}
    held = {(rule, squeezed(words)) for rule, words in anchored(made)}
    # Blanks alone are shown by the letters beside them.
    wanted = {one for one in wanted if one[1]}
    assert {rule for rule, _ in wanted} >= {
        "spelling.compound", "spelling.doubled", "spelling.syllable", "people.identity_number",
    }  # fmt: skip
    assert wanted <= held


def test_the_words_and_their_look_stay_as_they_were(checked):
    reading, findings, data = checked
    made = annotated_docx(reading, findings, data)
    assert all_words(made) == all_words(data)
    bold = [run.text for p in docx.Document(BytesIO(made)).paragraphs for run in p.runs if run.bold]
    assert "".join(bold) == "tàng số"


def test_a_text_becomes_a_word_file_with_its_comments_on_the_words():
    text = "Xây dựng nền tàng số của xã.\n\nĐời sống trong trong xã, họp chợ\ncỏc."
    reading = vanban.read(text.encode(), "a.txt")
    findings = check(reading)
    made = annotated_docx(reading, findings)
    held = [(rule, squeezed(words)) for rule, words in anchored(made)]
    assert ("spelling.compound", "nềntàng") in held
    assert ("spelling.doubled", "trongtrong") in held
    assert ("spelling.syllable", "cỏc") in held
    assert squeezed(all_words(made)) == squeezed(text)


def test_words_that_stand_twice_are_marked_where_they_are_meant():
    document = docx.Document()
    document.add_paragraph("Xã họp chợ cóc, chợ cỏc, chợ cóc.")
    document.add_paragraph("Xã họp chợ cóc, chợ cóc, chợ cỏc.")
    out = BytesIO()
    document.save(out)
    reading = vanban.read(out.getvalue(), "a.docx")
    made = annotated_docx(reading, check(reading), out.getvalue())
    words = [words for rule, words in anchored(made) if rule == "spelling.syllable"]
    assert words == ["cỏc", "cỏc"]
    before = [p.text for p in docx.Document(out).paragraphs]
    assert [p.text for p in docx.Document(BytesIO(made)).paragraphs][:2] == before


@pytest.mark.tool
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
def test_libreoffice_opens_the_annotated_file_with_its_comments(checked, tmp_path):
    """Opened and written again, so that what LibreOffice understood of it can be read."""
    reading, findings, data = checked
    (tmp_path / "in.docx").write_bytes(annotated_docx(reading, findings, data))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        [OFFICE, home, "--headless", "--convert-to", "odt", "--outdir", tmp_path, tmp_path / "in.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with ZipFile(tmp_path / "in.odt") as package:
        written = package.read("content.xml").decode()
    assert written.count("<office:annotation ") == len(findings)
