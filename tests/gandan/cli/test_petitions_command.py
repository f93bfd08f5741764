"""The commands about petitions say in JSON what the pages say."""

import json

import pytest

from gandan.cli import main

TEXT = "Đề nghị sửa cầu treo qua suối Nậm Hon để học sinh đi học trong mùa mưa"


@pytest.fixture(autouse=True)
def stored(office, settings, tmp_path):
    settings.GANDAN_DATA = tmp_path
    rows = [
        {"text": TEXT, "place": "03190", "date": "2026-01-05"},
        {"text": "Kéo điện về bản vùng cao", "date": "2026-01-06"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert main(["petitions", "load", str(tmp_path / "a.jsonl")]) == 0


def said(capsys, *words):
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_similar_gives_id_score_and_why(capsys):
    asked = TEXT.replace("mùa mưa", "mùa lũ")
    (row,) = said(capsys, "petitions", "similar", asked, "--place", "03190")
    assert set(row) == {"id", "score", "why"}
    assert row["score"] > 0.8
    assert "cùng xã" in row["why"]


def test_classify_gives_field_level_unit_confidence_reasons(capsys):
    row = said(capsys, "petitions", "classify", "Đề nghị Sở Nội vụ nâng mức trợ cấp")
    assert {"field", "level", "unit", "confidence", "reasons"} <= set(row)
    assert (row["field"], row["level"], row["unit"]) == ("a.welfare", "province", "HOME_AFFAIRS")


def test_search_gives_petitions_by_words_without_accents(capsys):
    found = said(capsys, "search", "keo dien", "--kind", "petition")
    assert found["total"] == 1
    assert found["results"][0]["text"] == "Kéo điện về bản vùng cao"


def test_index_rebuilds_and_training_without_corrections_is_refused(capsys):
    assert main(["petitions", "index"]) == 0
    assert main(["petitions", "train"]) == 2
    assert "Chưa học gì" in capsys.readouterr().err
