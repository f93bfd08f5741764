"""A new version of a document: which duties were added, removed, or given to others or other days."""

from hypothesis import given
from hypothesis import strategies as st

from gandan.domain.tasks.versions import compare_duties


def duty(text, lead="Sở Nội vụ", due=(), **more):
    return {
        "text": text, "lead": [lead], "cooperating": [], "due": list(due), "recurrence": "none",
        **more,
    }  # fmt: skip


OLD = [
    duty("Rà soát quy chế tiếp công dân của cơ quan", due=["2026-06-30"]),
    duty("Tổ chức hội nghị đối thoại với Nhân dân", lead="Văn phòng"),
    duty("Tập huấn kỹ năng hòa giải ở cơ sở"),
]


def whats(changes):
    return [(change.what, change.fields) for change in changes]


def test_the_same_version_has_no_changes():
    assert {change.what for change in compare_duties(OLD, OLD)} == {"same"}


def test_a_later_date_and_another_lead_are_named():
    new = [
        duty("Rà soát quy chế tiếp công dân của cơ quan", due=["2026-09-30"]),
        duty("Tổ chức hội nghị đối thoại với Nhân dân", lead="Sở Tư pháp"),
        OLD[2],
    ]
    assert whats(compare_duties(OLD, new)) == [
        ("changed", ("due",)), ("changed", ("lead",)), ("same", ()),
    ]  # fmt: skip


def test_a_duty_that_moved_is_the_same_duty():
    new = [{**OLD[2], "section": "1"}, {**OLD[0], "section": "2"}, OLD[1]]
    assert {change.what for change in compare_duties(OLD, new)} == {"same"}


def test_what_was_added_and_what_is_gone():
    new = [*OLD[:2], duty("Công khai tỷ lệ hồ sơ trễ hạn hằng tháng")]
    assert [change.what for change in compare_duties(OLD, new)] == [
        "same", "same", "added", "removed",
    ]  # fmt: skip


def test_a_reworded_duty_is_changed_not_new():
    new = [duty("Rà soát, sửa đổi quy chế tiếp công dân của cơ quan", due=["2026-06-30"])]
    assert whats(compare_duties(OLD[:1], new)) == [("changed", ("text",))]


@given(st.lists(st.text(max_size=40)), st.lists(st.text(max_size=40)))
def test_every_duty_of_both_versions_is_accounted_for_once(old, new):
    changes = compare_duties([duty(text) for text in old], [duty(text) for text in new])
    assert len([c for c in changes if c.old is not None]) == len(old)
    assert len([c for c in changes if c.new is not None]) == len(new)
