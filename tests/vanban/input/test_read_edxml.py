"""Envelopes between offices: their files are read, their fields trusted, differences said."""

import base64
import io
import zipfile
from datetime import date

import pytest
from in_process import open_here
from made_docx import docx, p
from made_edxml import FIELDS, SPACE, envelope

from vanban import read
from vanban.input import Rejected
from vanban.model import Signer

PAPER = docx(p("Số: 12/KH-SNV") + p("X, ngày 02 tháng 3 năm 2026") + p("KẾ HOẠCH"))


def rules_of(data: bytes) -> list[str]:
    return [finding.rule for finding in open_here(data, "a.edxml").findings]


def test_the_enclosed_file_is_the_text_and_the_fields_are_metadata():
    source = open_here(envelope([("kh.docx", PAPER)]), "a.edxml")
    assert source.text == "Số: 12/KH-SNV\n\nX, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH"
    assert source.findings == ()
    assert dict(source.metadata) == {
        "kind": "kế hoạch",
        "number": "12/KH-SNV",
        "issued_on": "2026-03-02",
        "place": "X",
        "issuers": "Sở Nội vụ tỉnh X",
        "subject": "Tổ chức đối thoại",
        "signer_name": "Trần Văn Mẫu",
        "signer_title": "PHÓ GIÁM ĐỐC",
        "signer_authority": "KT.",
        "recipients": "Như trên\nLưu: VT",
        "addressed_to": "UBND xã Y",
        "document_id": "000.00.00.H99,2026/03/02,12/KH-SNV",
        "from_organ_id": "000.00.00.H99",
    }


def test_the_envelope_is_believed_over_the_text():
    other = FIELDS.replace("<edXML:CodeNumber>12", "<edXML:CodeNumber>13")
    (document,) = read(envelope([("kh.docx", PAPER)], other), "a.edxml").documents
    assert document.header.number == "13/KH-SNV"
    assert document.header.issued_on == date(2026, 3, 2)
    assert document.header.issuer_identifier == "000.00.00.H99"
    assert document.header.signers == (Signer("Trần Văn Mẫu", "PHÓ GIÁM ĐỐC", "KT."),)


def test_several_files_follow_one_another_with_their_tables_in_place():
    page = "<html><body><table border=1><tr><td>a</td><td>b</td><td>c</td><td>d</td></tr></table></body></html>"
    source = open_here(envelope([("1.docx", PAPER), ("2.html", page.encode())]), "a.edxml")
    assert [cell.span.of(source.text) for cell in source.tables[0].cells] == ["a", "b", "c", "d"]


def test_a_number_or_date_that_the_text_does_not_bear_out_is_said():
    other = FIELDS.replace("<edXML:CodeNumber>12", "<edXML:CodeNumber>13").replace(
        "/03/02<", "/03/05<"
    )
    data = envelope([("kh.docx", PAPER)], other)
    assert rules_of(data) == ["input.edxml.number_differs", "input.edxml.issued_on_differs"]
    assert open_here(data, "a.edxml").metadata["number"] == "13/KH-SNV"


def test_the_number_of_the_party_keeps_its_hyphen():
    party = FIELDS.replace(">KH-SNV<", ">KH/BDVTU<")
    assert open_here(envelope([("kh.docx", PAPER)], party), "a").metadata["number"] == "12-KH/BDVTU"


@pytest.mark.parametrize("written", ["05/03/2026 08:00:00", "2026/3/5", "05-03-2026"])
def test_dates_are_read_day_or_year_first(written):
    fields = FIELDS.replace("2026/03/02</edXML:Prom", f"{written}</edXML:Prom")
    assert (
        open_here(envelope([("a.docx", PAPER)], fields), "a").metadata["issued_on"] == "2026-03-05"
    )


def test_a_file_that_the_sender_zipped_is_unzipped():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("kh.docx", PAPER)
    assert "12/KH-SNV" in open_here(envelope([("kh.docx", out.getvalue())]), "a.edxml").text


def test_an_enclosed_file_that_cannot_be_read_is_said_and_the_rest_is_kept():
    source = open_here(
        envelope([("a.docx", PAPER), ("b.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")]), "a"
    )
    assert "12/KH-SNV" in source.text
    assert [finding.rule for finding in source.findings] == ["input.edxml.attachment"]


@pytest.mark.parametrize("code", ["3", "03"])
def test_a_status_message_is_told_in_words(code):
    fields = (
        "<edXML:ResponseFor><edXML:Code>12/KH-SNV</edXML:Code></edXML:ResponseFor>"
        f"<edXML:StatusCode>{code}</edXML:StatusCode><edXML:Description>Đã nhận</edXML:Description>"
    )
    source = open_here(envelope([], fields), "a.edxml")
    assert "Trạng thái: 03 (đã tiếp nhận)" in source.text
    assert (source.metadata["status_code"], source.metadata["response_for"]) == ("03", "12/KH-SNV")


def test_other_prefixes_and_spellings_are_tolerated():
    data = (
        "<EdXML><Envelope><messageheader><Code><CodeNotation>KH-SNV</CodeNotation><CodeNumber>9"
        "</CodeNumber></Code></messageheader></Envelope><AttachmentEncoded><Attachment><Content>"
        f"{base64.b64encode(PAPER).decode()}</Content></Attachment></AttachmentEncoded></EdXML>"
    )
    assert open_here(data.encode(), "a.xml").metadata["number"] == "9/KH-SNV"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (envelope([], ""), "nothing-inside"),
        (envelope([("a.docx", PAPER)])[:-30], "damaged"),
        (f'<!DOCTYPE a [<!ENTITY b "c">]><edXML xmlns="{SPACE}">&b;</edXML>'.encode(), "bomb"),
        (envelope([("a.html", b"<html>" + envelope([]))] * 300), "bomb"),
    ],
)
def test_empty_damaged_and_hostile_envelopes_are_refused(data, code):
    with pytest.raises(Rejected) as caught:
        open_here(data, "a.edxml")
    assert caught.value.code == code
