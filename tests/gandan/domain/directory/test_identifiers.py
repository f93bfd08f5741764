"""Identifiers come in by a table; what nobody has confirmed is proposed there and is no fact."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from gandan.cli import main
from gandan.domain.directory import actions, queries
from gandan.domain.directory.actions.exchange.identifier_rows import proposals
from gandan.domain.directory.actions.identifiers import checked_identifier
from gandan.domain.directory.models import Unit, UnitIdentifier
from gandan.kernel.refusal import Refused

from ...conftest import NOW, TODAY

PAPER = "Quyết định 10/QĐ-UBND ngày 1/2/2026"


def row(code, value, *, first="", last="", paper=PAPER):
    said = (code, "", value, first, last, paper, "")
    return dict(zip(actions.IDENTIFIER_HEADS, said, strict=True))


def enter(office, *rows):
    return actions.import_identifiers(rows, actor=office.machine, at=NOW)


@pytest.fixture
def real(office):
    """The committee of a real province, and no identifier of it yet."""
    return office.unit("real", "Ủy ban nhân dân tỉnh Quảng Ninh", kind="peoples-committee")


def test_there_is_a_proposal_for_each_of_the_34_provinces_and_each_has_a_valid_form():
    assert len({one.unit for one in proposals()}) == len({one.value for one in proposals()}) == 34
    for one in proposals():
        assert checked_identifier(one.value) == one.value
        assert checked_identifier(f"000.00.00.{one.value}")


def test_a_proposal_is_shown_nowhere_until_a_document_confirms_it(real, office):
    table = list(actions.identifier_rows(TODAY))
    (new, old) = [line for line in table if line[0] == real.code]
    assert (new[2], old[2]) == ("H49", "000.00.00.H49")
    assert new[5] == ""
    assert "chưa kiểm chứng" in new[6]
    assert not UnitIdentifier.objects.exists()
    assert queries.units_meant("H49", TODAY) == []
    as_proposed = [dict(zip(actions.IDENTIFIER_HEADS, line, strict=True)) for line in (new, old)]
    assert [one.fate for one in enter(office, *as_proposed)] == ["refused", "refused"]
    assert not UnitIdentifier.objects.exists(), "sent back as it was, it is still no fact"
    confirmed = [{**one, "Văn bản": PAPER} for one in as_proposed]
    assert [one.fate for one in enter(office, *confirmed)] == ["new", "new"]
    for value in ("H49", "000.00.00.H49"):
        assert queries.units_meant(value, TODAY) == [real]
    assert {each.citation for each in queries.identifiers_of(real)} == {PAPER}
    again = enter(office, *confirmed)
    assert {one.fate for one in again} == {"unchanged"}, "sent again it changes nothing"


@pytest.mark.parametrize(
    ("value", "more", "why"),
    [
        ("49", {}, "không phải là mã định danh"),
        ("000.00.H49", {}, "không phải là mã định danh"),
        ("H49", {"paper": ""}, "chưa ghi văn bản"),
        ("H49", {"first": "01/03/2026", "last": "01/02/2026"}, "đứng trước ngày đầu"),
        ("H49", {"first": "ngày mai"}, "không phải là ngày"),
    ],
)
def test_a_row_that_is_wrong_says_why(real, office, value, more, why):
    (verdict,) = enter(office, row(real.code, value, **more))
    assert verdict.fate == "refused"
    assert why in verdict.words[0]


def test_no_identifier_is_two_units_on_one_day(real, office):
    enter(office, row(real.code, "H49"))
    (taken,) = enter(office, row("FINANCE", "H49"))
    assert "đang là của" in taken.words[0]
    assert [one.fate for one in enter(office, row("FINANCE", "H50"), row(real.code, "H50"))] == [
        "new", "refused",
    ]  # fmt: skip
    (closed,) = enter(office, row(real.code, "H49", last="30/06/2026"))
    assert closed.fate == "changed"
    (moved,) = enter(office, row("FINANCE", "H49", first="01/07/2026"))
    assert moved.fate == "new"
    assert queries.units_meant("H49", date(2026, 6, 30)) == [real]
    assert queries.units_meant("H49", date(2026, 7, 1)) == [office.finance]


def test_the_picker_and_the_command_know_a_unit_by_its_identifier(real, office, capsys):
    enter(office, row(real.code, "H49"), row(real.code, "000.00.00.H49"))
    for typed in ("h49", "000.00.00.H49"):
        found = queries.suggest_units(typed, queries.units(TODAY), TODAY)
        assert [one.unit for one in found] == [real]
        assert main(["units", "show", typed]) == 0
        assert "Ủy ban nhân dân tỉnh Quảng Ninh" in capsys.readouterr().out


@pytest.mark.usefixtures("real")
def test_the_command_gives_the_table_and_takes_it_back(tmp_path, capsys):
    path = tmp_path / "ma.xlsx"
    assert main(["units", "export", str(path), "--identifiers"]) == 0
    book = load_workbook(BytesIO(path.read_bytes()))
    sheet = book.worksheets[0]
    for line in sheet.iter_rows(min_row=2):
        line[5].value = PAPER
    book.save(path)
    assert main(["units", "import", str(path), "--identifiers"]) == 0
    assert "thêm mã định danh H49" in capsys.readouterr().out
    assert not UnitIdentifier.objects.exists(), "a preview writes nothing"
    assert main(["units", "import", str(path), "--identifiers", "--write"]) == 0
    assert UnitIdentifier.objects.count() == 2


def unit_row(code, name, **said):
    kind = {"Loại": "cơ quan chuyên môn", "Cấp": "tỉnh", "Mã đơn vị cấp trên": "COMMITTEE"}
    return {"Mã": code, "Tên": name, **kind, **said}


@pytest.mark.parametrize(("code", "name"), [("FINANCE", "Sở Tài chính"), ("NEW", "Sở Mới")])
def test_the_table_of_units_brings_no_identifier_without_its_document(office, code, name):
    asked = unit_row(code, name, **{"Mã định danh": "H99.01; H99.02"})
    (refused,) = actions.import_units([asked], actor=office.admin, at=NOW)
    assert refused.fate == "refused"
    assert "H99.01; H99.02 chưa ghi văn bản xác nhận ở cột Văn bản" in refused.words[0]
    assert not Unit.objects.filter(code="NEW").exists()
    told = {**asked, "Văn bản": "Quyết định 9/QĐ-UBND ngày 1/2/2026"}
    actions.import_units([told], actor=office.admin, at=NOW)
    kept = Unit.objects.get(code=code).identifiers
    assert set(kept.values_list("value", "citation")) == {
        (value, "Quyết định 9/QĐ-UBND ngày 1/2/2026") for value in ("H99.01", "H99.02")
    }
    (again,) = actions.import_units([asked], actor=office.admin, at=NOW)
    assert again.fate == "unchanged", "what the directory has needs no document again"


def test_no_way_gives_an_identifier_without_a_document(office):
    with pytest.raises(Refused, match="phải theo một văn bản"):
        actions.add_identifier(office.finance, "H99", citation=" ", actor=office.admin, at=NOW)
