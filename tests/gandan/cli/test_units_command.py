"""`gandan units` and `gandan territories`: for scripts, so the keys and exit codes are promises."""

import json

import pytest

from gandan.cli import main

from ..conftest import TODAY


@pytest.fixture
def hanoi(db):
    assert main(["territories", "load", "--province", "01"]) == 0


def asked(capsys, *words):
    capsys.readouterr()
    code = main(["units", *words])
    return code, capsys.readouterr()


@pytest.mark.usefixtures("hanoi")
def test_a_unit_is_shown_as_of_a_day(capsys):
    code, said = asked(capsys, "show", "00004", "--on", "2024-01-01", "--json")
    card = json.loads(said.out)
    assert code == 0
    assert card["name"] == "Phường Trúc Bạch"
    assert card["parent"]["name"] == "Quận Ba Đình"
    assert card["valid_to"] == "2025-06-30"
    code, said = asked(capsys, "show", "Phường Ba Đình")
    assert code == 0
    assert "00004" in said.out


@pytest.mark.usefixtures("hanoi")
def test_successors_are_all_named_with_day_and_citation(capsys):
    code, said = asked(capsys, "successors", "00016", "--json")
    answer = json.loads(said.out)
    assert code == 0
    assert [each["code"] for each in answer["successors"]] == ["00004", "00008"]
    assert {each["on"] for each in answer["successors"]} == {"2025-07-01"}
    assert all(each["citation"] and not each["whole"] for each in answer["successors"])


@pytest.mark.usefixtures("hanoi")
def test_a_name_that_fits_several_is_a_question(capsys):
    code, said = asked(capsys, "show", "Xã Đông Xuân", "--on", "2024-01-01", "--json")
    assert code == 3
    parents = {each["parent"] for each in json.loads(said.out)["candidates"]}
    assert parents == {"Huyện Sóc Sơn", "Huyện Quốc Oai"}
    assert "Hãy hỏi lại bằng mã" in said.err


@pytest.mark.usefixtures("hanoi")
def test_nothing_found_and_no_such_province_say_what_to_do(capsys):
    code, said = asked(capsys, "show", "99999")
    assert code == 1
    assert "Hãy kiểm tra mã" in said.err
    assert main(["territories", "load", "--province", "99"]) == 1


@pytest.mark.usefixtures("hanoi")
def test_for_people_what_happened_to_a_unit_is_in_words(capsys):
    code, said = asked(capsys, "show", "00004")
    assert code == 0
    assert "hợp nhất, sáp nhập: " in said.out or "chia, tách: " in said.out


def test_of_a_day_before_it_was_founded_a_unit_says_that_it_was_not_there(capsys, office):
    office.finance.valid_from = TODAY
    office.finance.save()
    _, said = asked(capsys, "show", office.finance.code, "--on", "1/1/2020")
    assert "ngày 2020-01-01 đơn vị này không tồn tại" in said.out
    assert "không tồn tại" not in asked(capsys, "show", office.finance.code)[1].out
