"""Of every mix of a task and its parts: the standing that the words say, whatever asks for it."""

from collections import Counter
from datetime import timedelta
from itertools import product

from gandan.domain.tasks import plans
from gandan.domain.tasks.models import Task
from gandan.domain.tasks.standings import with_standing

from ...conftest import NOW, TODAY

BEFORE, AFTER = TODAY - timedelta(days=3), TODAY + timedelta(days=3)
PART_SETS = (
    (), ("cancelled",), ("done",), ("done", "cancelled"), ("done", "open"), ("late", "done"),
    ("late", "cancelled"), ("open",),
)  # fmt: skip
PART = {
    "cancelled": {"state": "cancelled", "next_due": BEFORE},
    "done": {"state": "done"},
    "open": {"state": "under-way", "next_due": AFTER},
    "late": {"state": "assigned", "next_due": BEFORE},
}


def said(task: Task, parts: tuple[str, ...]) -> str:
    """The standing of a task by the words of `standings`, part by part."""
    counted = set(parts) - {"cancelled"}
    ended = task.repeats_until is not None and task.repeats_until < TODAY
    if task.state == "done" or (
        counted == {"done"} and (ended or task.recurrence in {"none", "on-event"})
    ):
        return "done"
    if task.lead_id is None and not counted:
        return "no-owner"
    stands_still = task.waiting_since is not None and task.waiting_since <= BEFORE
    own = task.next_due is not None and task.next_due < TODAY and not stands_still
    return "late" if own or "late" in counted else "not-due"


def every_mix(office, document) -> dict[int, str]:
    """By key: the standing of each task that was made."""
    common = {"created_at": NOW, "created_by": office.head, "document": document}
    mixes = list(
        product(
            ("assigned", "done"),
            (None, office.home_affairs),
            (("none", None), ("monthly", None), ("monthly", BEFORE), ("monthly", AFTER)),
            ((None, None), (BEFORE, None), (BEFORE, BEFORE), (BEFORE, TODAY), (AFTER, BEFORE)),
            PART_SETS,
        )
    )
    wholes = Task.objects.bulk_create(
        Task(text=f"Việc {n}", state=state, lead=lead, recurrence=how[0], repeats_until=how[1],
             next_due=due, waiting_since=waits, **common)
        for n, (state, lead, how, (due, waits), _) in enumerate(mixes)
    )  # fmt: skip
    Task.objects.bulk_create(
        Task(text="Phần", parent=whole, lead=office.commune, **PART[name], **common)
        for whole, mix in zip(wholes, mixes, strict=True)
        for name in mix[-1]
    )
    return {whole.pk: said(whole, mix[-1]) for whole, mix in zip(wholes, mixes, strict=True)}


def test_every_mix_stands_as_the_words_say(office, duties):
    expected = every_mix(office, duties[0].document)
    found = with_standing(Task.objects.filter(pk__in=expected), TODAY)
    assert dict(found.values_list("pk", "standing")) == expected
    assert set(expected.values()) == {"done", "late", "not-due", "no-owner"}


def test_the_shares_of_a_page_count_the_wholes_and_the_parts_whose_whole_is_hidden(office, duties):
    document = duties[0].document
    expected = Counter(every_mix(office, document).values())
    shares = plans.shares_of_plans(Task.objects.all(), [document], TODAY)[document.pk]
    assert {name: shares.of(name) for name in expected} == dict(expected)

    mine = Task.objects.filter(lead=office.commune)
    parts = plans.shares_of_plans(mine, [document], TODAY)[document.pk]
    standing = Counter(
        "not-due" if part.state == "under-way" else "done" if part.state == "done" else "late"
        for part in mine.exclude(state="cancelled")
    )
    assert {name: parts.of(name) for name in standing} == dict(standing)
    assert parts.total == plans.duties_of_plan(mine, document).exclude(state="cancelled").count()
