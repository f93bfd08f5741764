"""Required against held; a later letter is counted beside the first."""

from __future__ import annotations

from datetime import date

from gandan.domain.meetings import actions, queries

from ...conftest import NOW, TODAY


def test_meetings_are_counted_against_both_letters(
    office, campaign, entry, django_assert_num_queries
):
    """Ten by the circular, six by the letter that came later: nobody loses sight of the first."""
    for number, day, letter in ((10, date(2026, 1, 19), "13/TT"), (6, date(2026, 2, 4), "703/CV")):
        actions.require(campaign, "commune", number, day, letter, actor=office.clerk, at=NOW)
    busy, idle = (
        actions.add_delegate(campaign, name, "commune", "Đơn vị số 1", actor=office.clerk, at=NOW)
        for name in ("Lê Thị Sao Mai", "Trần Văn An")
    )
    for number in range(7):
        actions.record_meeting(
            entry(key=f"phieu-{number:04}", delegates=[busy]), actor=office.commune_officer, at=NOW
        )
    with django_assert_num_queries(2):
        plans = {one.delegate: one for one in queries.plan_by_delegate(campaign)}
    assert [(one.requirement.citation, one.missing) for one in plans[busy].against] == [
        ("13/TT", 3), ("703/CV", 0),
    ]  # fmt: skip
    assert plans[idle].met_nobody
    assert not plans[busy].met_nobody


def test_figures_are_the_sum_of_their_rows(office, campaign, entry, django_assert_num_queries):
    sheets = [
        entry(key="phieu-0001", mode="in-person", attendees=100, opinions=4),
        entry(key="phieu-0002", mode="in-person", attendees=50, opinions=1),
        entry(key="phieu-0003", mode="posted", attendees=0, opinions=2),
        entry(key="phieu-0004", tier="assembly", attendees=1000, attendees_at_least=True),
    ]
    for sheet in sheets:
        actions.record_meeting(sheet, actor=office.commune_officer, at=NOW)
    with django_assert_num_queries(1):
        assembly, commune = queries.figures_by_tier(queries.Meeting.objects.all())
    assert (assembly.said, assembly.attendees, assembly.attendees_at_least) == (
        "Quốc hội",
        1000,
        True,
    )
    assert dict(commune.by_mode) == {"in-person": 2, "posted": 1}
    assert (commune.sessions, commune.attendees, commune.opinions) == (3, 150, 7)
    place = queries.by_locality(queries.Meeting.objects.all())[0]
    assert (place.name, place.held) == (office.commune.name, 4)
    asked = {"tier": "commune", "mode": "in-person", "unit": str(place.unit)}
    assert queries.narrowed(queries.Meeting.objects.all(), asked).count() == 2
    assert not queries.narrowed(queries.Meeting.objects.all(), {"unit": "1 OR 1"}).exists()


def test_communes_in_which_nobody_was_met_are_named(office, campaign, entry):
    """Known by their territory, whoever held the meeting there."""
    communes = []
    for key, code in (("far", "00004"), ("near", "00008")):
        made = office.unit(
            key, f"Ủy ban nhân dân xã {key}", kind="peoples-committee", level="commune",
            parent="committee",
        )  # fmt: skip
        made.territory = code
        made.save()
        communes.append(made)
    far, near = communes
    held = queries.Meeting.objects.all()
    assert queries.communes_without(held, TODAY) == [far, near]
    actions.record_meeting(entry(place_code="00008"), actor=office.commune_officer, at=NOW)
    assert queries.communes_without(held, TODAY) == [far]
