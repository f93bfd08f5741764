"""Proposals have reasons, learn from the office, and are never sure of what nothing says."""

import pytest

from gandan.domain.petitions.classification import AUTOMATIC_FROM, load_model, propose, save, train
from gandan.domain.petitions.fields import fields
from gandan.kernel.refusal import Refused
from vanban.rules import rules

TEACH = [
    (f"{start} {what} ở khu số {n}", field)
    for n in range(10)
    for start in ("Đề nghị", "Mong")
    for what, field in (("lắp loa truyền thanh", "g"), ("diệt mối đê bao", "b.irrigation"))
]


@pytest.mark.parametrize(
    ("text", "field", "level"),
    [
        ("Đề nghị UBND tỉnh sửa cầu treo vào bản", "b.road", "province"),
        ("Đề nghị Chính phủ nâng mức vay vốn cho hộ kinh doanh", "a.credit", "central"),
        ("Đề nghị UBND xã thu gom rác thải", "c", "commune"),
    ],
)
def test_field_and_level_with_the_words_that_say_so(text, field, level):
    said = propose(text)
    assert (said.field, said.level) == (field, level)
    assert any("→" in reason for reason in said.reasons)
    assert 0 < said.confidence < AUTOMATIC_FROM


def test_what_nothing_says_is_not_guessed():
    assert propose("Xin cảm ơn các đồng chí").field == ""
    assert propose("Xin cảm ơn các đồng chí").confidence == 0


def test_every_row_speaks_for_a_field_of_the_list_or_a_level():
    known = set(fields())
    for rule in rules("petition_lexicon"):
        assert rule.extra.get("field") in known or rule.extra.get("level")


def test_it_learns_from_the_office_is_measured_and_pinned(tmp_path):
    trained = train([text for text, _ in TEACH], [field for _, field in TEACH])
    assert trained.held_out == len(TEACH) // 5
    assert trained.accuracy == 1.0
    save(trained, tmp_path / "model.npz")
    model = load_model(tmp_path / "model.npz")
    assert propose("Xin lắp thêm loa truyền thanh", model).field == "g"
    assert sum(model.shares("Xin lắp loa").values()) == pytest.approx(1)


def test_a_model_that_somebody_changed_is_not_used(tmp_path):
    save(train([text for text, _ in TEACH], [field for _, field in TEACH]), tmp_path / "model.npz")
    with (tmp_path / "model.npz").open("ab") as file:
        file.write(b"x")
    with pytest.raises(Refused, match="không khớp"):
        load_model(tmp_path / "model.npz")


def test_too_little_teaches_nothing():
    with pytest.raises(Refused, match="Chưa học gì"):
        train(["một"], ["a"])
