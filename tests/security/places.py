"""A province small enough to try everything in: three departments with the same things in each.

`own` is the department of the people who try; `other` stands beside it; `former` was merged into
`own`, so that its people's work has `own` for its successor. The text of everything in a department
holds that department's canary: a word that nobody outside it may ever be shown.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from django.test import Client
from django.urls import get_resolver, reverse

from gandan.domain.directory import actions as directory
from gandan.domain.directory.queries import Account, Unit
from gandan.domain.errands import actions as errands
from gandan.domain.meetings import actions as meetings
from gandan.domain.meetings.inspections import Visit
from gandan.domain.registry import actions as registry
from gandan.domain.registry import queries as documents
from gandan.domain.tasks import actions as tasks
from gandan.domain.timekeeping import actions as clock
from gandan.domain.timekeeping import queries as clock_queries
from gandan.kernel.events import Event
from gandan.kernel.timetable import Edit, Kind
from security.voices import furnish_voices
from vanban.model import Document, Duty, Header, Reading, Reference, Span

BEFORE = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
NOW = datetime(2026, 4, 6, 3, 0, tzinfo=UTC)
ROLES = ("reader", "officer", "head", "clerk", "administrator")
WHOSE = ("own", "other", "former")
CANARY = {"own": "hoamaiown", "other": "hoasenother", "former": "hoacucformer"}
PASSWORD = "mot-mat-khau-dai"


@dataclass
class Place:
    """One department with everything in it that an address can name."""

    unit: Unit
    things: dict[str, Any] = field(default_factory=dict)


@dataclass
class Province:
    committee: Unit
    places: dict[str, Place]
    accounts: dict[str, Account]

    def client(self, who: str) -> Client:
        client = Client(raise_request_exception=False)
        if who != "anonymous":
            backend = "django.contrib.auth.backends.ModelBackend"
            client.force_login(self.accounts[who], backend)
        return client

    def address(self, name: str, about: dict[str, Any], whose: str = "own") -> str:
        """The address of a page about this department's things; "=word" stands for itself."""
        things = self.places[whose].things
        kwargs = {
            key: said[1:] if isinstance(said, str) and said.startswith("=") else things[said].pk
            for key, said in about.items()
        }
        return reverse(name, kwargs=kwargs)


def url_names() -> list[str]:
    """The name of every address of the program, however deep its list is included."""

    def walk(patterns: Any) -> Any:
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns)
            else:
                yield pattern.name or str(pattern.pattern)

    return sorted(walk(get_resolver().url_patterns))


def settle() -> Province:
    """Build it: as it was in March, and then the merger of 1 April."""
    machine = directory.machine_account(BEFORE)
    by: dict[str, Any] = {"actor": machine, "at": BEFORE}

    def unit(code: str, name: str, parent: Unit | None = None) -> Unit:
        return directory.create_unit(
            code=code, name=name, kind="department", level="province", parent=parent, **by
        )

    def account(username: str, role: str, place: Unit) -> Account:
        person = directory.add_person(f"Người {username}", place, role, **by)
        opened = directory.open_account(username, person, PASSWORD, unit=place, **by)
        directory.grant_role(opened, role, place, **by)
        return opened

    committee = unit("UB", "Ủy ban nhân dân tỉnh Hồng Lĩnh")
    names = {"own": "Sở Nội vụ", "other": "Sở Tài chính", "former": "Ban Dân tộc"}
    places = {whose: Place(unit(whose, name, committee)) for whose, name in names.items()}
    accounts = {role: account(role, role, places["own"].unit) for role in ROLES}
    accounts["stranger"] = account("stranger", "head", places["other"].unit)
    accounts["registrar"] = account("registrar", "clerk", committee)
    accounts["master"] = account("master", "administrator", committee)
    far = Edit(Kind.DAY, "2039-05-10", data={"mark": "holiday", "means": "Hội"}, document="1/TB")
    clock.change(far, seen=None, actor=accounts["master"], at=BEFORE)
    edit = clock_queries.edits_made().get()
    for whose, place in places.items():
        room = unit(f"{whose}-room", f"Phòng {CANARY[whose]}", place.unit)
        clerk = account(f"clerk-{whose}", "clerk", place.unit)
        head = account(f"head-{whose}", "head", place.unit)
        worker = account(f"worker-{whose}", "reader", place.unit)
        furnish(place, CANARY[whose], room, clerk, head, worker)
        place.things["edit"] = edit
        place.things["identifier"] = directory.add_identifier(
            place.unit, f"H01.{place.unit.code}", citation="Quyết định 9/QĐ-UBND", **by
        )
        place.things["delegation"] = directory.delegate(
            head.person, worker.person, place.unit, citation="Quyết định số 3/QĐ",
            valid_from=date(2026, 3, 1), valid_to=None, **by,
        )  # fmt: skip
        place.things["alias"] = directory.add_alias(place.unit, f"Tên cũ {place.unit.code}", **by)
        place.things["leave"] = directory.take_leave(
            worker.person, place.unit, date(2026, 3, 1), date(2026, 12, 31), **by
        )
        accounts |= {f"clerk-{whose}": clerk, f"head-{whose}": head, f"worker-{whose}": worker}
    directory.merge_units(
        [places["former"].unit], places["own"].unit, on=date(2026, 4, 1),
        citation="Nghị quyết số 9/NQ-HĐND", actor=machine, at=NOW,
    )  # fmt: skip
    for account_ in accounts.values():
        account_.refresh_from_db()
    return Province(committee, places, accounts)


def furnish(
    place: Place, canary: str, room: Unit, clerk: Account, head: Account, worker: Account
) -> None:
    """An internal document with a duty under review and one given out; a task with all its parts."""
    read = plan(canary)
    kept = registry.receive_read(read.text.encode(), read, actor=clerk, at=BEFORE)
    document = kept.documents[0]
    registry.restrict(document, "internal", place.unit, actor=clerk, at=BEFORE)
    fresh, given, rejected = documents.facts_of(document, "duty")
    registry.reject(rejected, f"lý do {canary}", actor=clerk, at=BEFORE)
    tasks.accept_duty(given, lead=place.unit, actor=clerk, at=BEFORE)
    accepted = Event.objects.latest("pk")
    task = tasks.assign(
        f"Việc nội bộ {canary}", lead=place.unit, cooperating=[room], is_internal=True,
        due=[date(2026, 6, 30), date(2026, 12, 31)], actor=head, at=BEFORE,
    )  # fmt: skip
    task = tasks.take_step(task, "receive", actor=head, at=BEFORE)
    tasks.note_progress(task, f"Tiến độ {canary}", actor=head, at=BEFORE)
    file = registry.keep(f"bytes {canary}".encode(), f"{canary}.txt", actor=head, at=BEFORE)
    evidence = tasks.add_evidence(task, file=file, note=canary, actor=head, at=BEFORE)
    due, later = task.due_dates.order_by("on")
    asked = tasks.ask_extension(later, date(2027, 1, 31), canary, actor=head, at=BEFORE)
    inspection = meetings.plan_inspection(
        f"Kiểm tra {canary}", place.unit, [meetings.Item(f"Nội dung {canary}")],
        actor=clerk, at=BEFORE,
    )  # fmt: skip
    (visit,) = meetings.plan_visits(inspection, [room], BEFORE.date(), actor=clerk, at=BEFORE)
    item = inspection.items.get()
    judged = {item.pk: meetings.Judged("met", canary, file)}
    meetings.judge(visit, BEFORE.date(), judged, actor=clerk, at=BEFORE)
    course = meetings.plan_course(f"Lớp {canary}", place.unit, canary, actor=clerk, at=BEFORE)
    meetings.invite(course, {room: 3}, canary, actor=clerk, at=BEFORE)
    session = meetings.plan_session(course, BEFORE.date(), canary, actor=clerk, at=BEFORE)
    meetings.add_material(course, file, actor=clerk, at=BEFORE)
    place.things = {
        "inspection": inspection,
        "visit": visit,
        "verdict": visit.verdicts.get(),
        "held visit": Visit.objects.get(pk=visit.pk).meeting,
        "course": course,
        "session": session,
        "material": file,
        "unit": place.unit,
        "document": document,
        "fact": fresh,
        "accepted fact": given,
        "rejected fact": rejected,
        "task": task,
        "event": accepted,
        "due": due,
        "asked": asked,
        "errand": errands.ask("export-tasks", key=canary, said={}, total=0, actor=head, at=BEFORE),
        "bulk": tasks.remind_all([task], canary, actor=head, at=BEFORE),
        "filter": tasks.save_filter(canary, f"q={canary}", actor=head, at=BEFORE),
        "part": task.cooperations.get(),
        "evidence": evidence,
        "account": worker,
        "post": worker.person.posts.get(),
        "grant": worker.grants.get(),
        **furnish_voices(place.unit, canary, clerk, head, BEFORE),
    }


def plan(canary: str) -> Reading:
    """A plan of three duties that cites a decision; every line of it holds the canary."""
    lines = [
        f"Số: 1/KH-{canary.upper()}",
        f"Kế hoạch {canary}",
        f"1. Đơn vị {canary} rà soát lần một, xong trước 30/6/2026.",
        f"2. Đơn vị {canary} rà soát lần hai, xong trước 30/6/2026.",
        f"3. Theo Quyết định số 7/QĐ-{canary.upper()}, đơn vị {canary} làm việc thứ ba.",
    ]
    text = "\n".join(lines)

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    duties = tuple(
        Duty(span(line), line, lead=(f"Đơn vị {canary}",), due=(date(2026, 6, 30),),
             section=line[0], rule="duty.explicit_lead", confidence=0.9)
        for line in lines[2:]
    )  # fmt: skip
    cited = span(f"Quyết định số 7/QĐ-{canary.upper()}")
    reference = Reference(
        cited, cited.of(text), "Quyết định", f"7/QĐ-{canary.upper()}", rule="reference.numbered"
    )
    header = Header(
        kind="kế hoạch", number=f"1/KH-{canary.upper()}", issued_on=date(2026, 2, 10),
        issuers=(f"Đơn vị {canary}",), subject=f"Kế hoạch {canary}",
    )  # fmt: skip
    document = Document(Span(0, len(text)), header, references=(reference,), duties=duties)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Reading(f"{canary}.txt", digest, "text/plain", text, (document,))
