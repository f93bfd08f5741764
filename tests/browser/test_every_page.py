"""Every page: no serious fault of accessibility, no sideways scroll on a small phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect

from gandan.domain.meetings import actions as meetings
from gandan.domain.petitions import actions as petitions
from gandan.domain.registry.queries import Fact
from gandan.domain.tasks import actions

PAGES = {
    "sign-in": (None, "/sign-in/"),
    "home": ("head", "/"),
    "home without work": ("reader", "/"),
    "find": ("clerk", "/find/?q=dan+van"),
    "documents": ("clerk", "/documents/"),
    "nothing found": ("clerk", "/documents/?q=khong-co"),
    "upload": ("clerk", "/documents/upload/"),
    "check": ("reader", "/documents/check/"),
    "findings": ("clerk", "/documents/{document}/findings/"),
    "document": ("clerk", "/documents/{document}/"),
    "stub": ("clerk", "/documents/{stub}/"),
    "references": ("clerk", "/documents/{document}/references/"),
    "document history": ("clerk", "/documents/{document}/history/"),
    "correct": ("clerk", "/facts/{fact}/correct/"),
    "task": ("head", "/tasks/{task}/"),
    "edit task": ("head", "/tasks/{task}/edit/"),
    "units": ("reader", "/units/"),
    "unit": ("clerk", "/units/{unit}/"),
    "new unit": ("clerk", "/units/new/"),
    "new identifier": ("admin", "/units/{unit}/identifiers/"),
    "unit of a day": ("admin", "/units/{unit}/?on=2024-01-01"),
    "unit change": ("admin", "/units/{unit}/changes/merge/"),
    "people of a unit": ("admin", "/units/{unit}/people/"),
    "import of units": ("admin", "/units/import/"),
    "second factor": ("head", "/me/second-factor/"),
    "me": ("admin", "/me/"),
    "password": ("head", "/me/password/"),
    "accounts": ("admin", "/accounts/"),
    "account": ("admin", "/accounts/{account}/"),
    "components": ("admin", "/ui/"),
    "petition with a term": ("clerk", "/petitions/{petition}/"),
    "a term of a petition": ("clerk", "/petitions/{petition}/clocks/new/"),
    "stopping a term": ("head", "/petitions/{petition}/clocks/{clock}/pause/"),
    "board of voices": ("head", "/petitions/board/"),
    "rows of a number": ("head", "/petitions/board/rows/?result=unanswered"),
    "report on answers": ("head", "/reports/answers/"),
    "long work": ("clerk", "/running/"),
    "background jobs": ("admin", "/upkeep/"),
    "calendar of the year": ("admin", "/clock/"),
    "day of the calendar": ("admin", "/clock/days/2026-04-30/"),
    "terms": ("admin", "/clock/terms/"),
    "term": ("admin", "/clock/terms/complaint.accept/"),
    "length of our own": ("admin", "/clock/terms/complaint.accept/own/"),
    "inspections": ("clerk", "/inspections/"),
    "new inspection": ("clerk", "/inspections/new/?plan={document}"),
    "inspection": ("clerk", "/inspections/{inspection}/"),
    "sheet of an inspection": ("clerk", "/inspections/{inspection}/sheet/"),
    "courses": ("clerk", "/courses/"),
    "new course": ("clerk", "/courses/new/"),
    "course": ("clerk", "/courses/{course}/"),
    "attendance": ("clerk", "/courses/{course}/sessions/{session}/"),
    "read again": ("clerk", "/documents/{document}/reread/"),
    "tasks": ("head", "/tasks/"),
    "no task found": ("head", "/tasks/?q=khong-co"),
    "board": ("head", "/tasks/board/"),
    "plans": ("clerk", "/plans/"),
    "plan": ("clerk", "/plans/{document}/"),
    "plan to give out": ("clerk", "/plans/{document}/assign/"),
    "changes of a plan": ("clerk", "/plans/{document}/changes/"),
    "new task": ("head", "/tasks/new/"),
    "task out of words": ("clerk", "/tasks/new/?document={document}"),
    "split of a task": ("head", "/tasks/{task}/split/"),
    "task on many units": ("head", "/tasks/{task}/cascade/"),
    "co-operating units": ("head", "/tasks/{task}/cooperation/"),
    "reminders": ("head", "/me/reminders/"),
    "not found": ("head", "/nowhere/"),
    "not allowed": ("head", "/documents/upload/"),
}
MISSING = {"not found", "not allowed"}


@pytest.fixture
def page_of(visit, plan, office):
    facts = Fact.objects.filter(document=plan, kind="duty").order_by("start")
    task = actions.accept_duty(facts[0], actor=office["clerk"], at=timezone.now())
    now = timezone.now()
    petition = petitions.receive(
        "Đề nghị xem lại quyết định thu hồi đất.", petitions.Origin("letter"),
        said_on=timezone.localdate(now), unit=office["STC"], actor=office["clerk"], at=now,
    )  # fmt: skip
    clock = petitions.start_clock(
        petition, "complaint.first", timezone.localdate(now), actor=office["clerk"], at=now
    )
    by = {"actor": office["clerk"], "at": timezone.now()}
    inspection = meetings.plan_inspection(
        "Kiểm tra công tác dân vận", office["UB"], [meetings.Item("Việc công khai, lấy ý kiến")],
        document=plan, **by,
    )  # fmt: skip
    meetings.plan_visits(inspection, [office["STC"], office["SNV"]], timezone.localdate(), **by)
    course = meetings.plan_course("Tập huấn dân vận", office["UB"], "Kỹ năng tiếp dân", **by)
    meetings.invite(course, {office["STC"]: 3}, "Công chức", **by)
    session = meetings.plan_session(course, timezone.localdate(), "Hội trường", **by)
    keys = {
        "petition": petition.pk,
        "clock": clock.pk,
        "inspection": inspection.pk,
        "course": course.pk,
        "session": session.pk,
        "document": plan.pk,
        "stub": plan.cites.first().target_id,
        "fact": facts[1].pk,
        "task": task.pk,
        "unit": office["STC"].pk,
        "account": office["clerk"].pk,
    }

    def go(name, **more):
        who, path = PAGES[name]
        return visit(who, path.format(**keys), **more)

    return go


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_fault_of_accessibility(page_of, scheme):
    """axe-core, rules of WCAG 2.2 A and AA: nothing serious, nothing critical, by day and night."""
    faults = {}
    for name in PAGES:
        found = Axe().run(page_of(name, scheme=scheme)).response["violations"]
        serious = [
            f"{one['id']}: {one['nodes'][0]['html'][:160]}"
            for one in found
            if one["impact"] in {"serious", "critical"}
        ]
        if serious:
            faults[name] = serious
    assert faults == {}


def test_axe_does_see_a_fault(page_of):
    """The planted fault: a picture without words and a pale text."""
    page = page_of("me")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend',"
        "'<img src=/static/ui/icon.svg><input id=planted>')"
    )
    found = {one["id"] for one in Axe().run(page).response["violations"]}
    assert {"image-alt", "label"} <= found


@pytest.mark.parametrize("width", [320])
def test_no_page_scrolls_sideways_on_a_small_phone(page_of, width):
    wide = {}
    for name in PAGES:
        page = page_of(name, width=width)
        reach = page.evaluate("document.documentElement.scrollWidth")
        if reach > width:
            wide[name] = reach
    assert wide == {}


def test_no_column_of_words_is_one_word_wide_on_a_phone(page_of):
    """The cells of a row stand one below the other instead: a name of six words is not six lines high."""
    narrow = {}
    for name in ("documents", "terms", "accounts"):
        found = page_of(name, width=360).evaluate(
            """() => [...document.querySelectorAll('.table-box :is(td, tbody th)')]
            .filter(e => e.innerText.trim().split(/\\s+/).length > 3 && e.clientWidth < 100
                         && !e.matches('.number, .choose, .brief'))
            .map(e => e.innerText.slice(0, 60))"""
        )
        if found:
            narrow[name] = found
    assert narrow == {}


def test_what_is_touched_on_a_phone_is_large_enough(page_of):
    """44 px for buttons and fields on a phone (UI.md); links within a text are exempt."""
    small = []
    for name in ("home", "documents", "document", "task", "upload"):
        page = page_of(name, width=360)
        small += page.evaluate(
            """() => [...document.querySelectorAll('.button, input:not([type=hidden]), select, .rail a')]
            .filter(e => e.offsetParent !== null && e.getBoundingClientRect().height < 43.5
                         && !['checkbox', 'radio'].includes(e.type))
            .map(e => e.outerHTML.slice(0, 120))"""
        )
    assert small == []


def test_signing_in_by_the_form_opens_my_work(visit):
    page = visit(None, "/")
    page.get_by_label("Tên đăng nhập").fill("head")
    page.get_by_label("Mật khẩu").fill("mot-mat-khau-dai")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Việc của tôi")


def test_the_keyboard_sees_where_it_is(page_of):
    """The first stop is the way past the rail; each stop shows an outline."""
    page = page_of("home")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    for _ in range(6):
        page.keyboard.press("Tab")
        width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width == "2px"


def test_every_page_says_its_language_and_works_without_an_error_of_its_scripts(page_of):
    for name in PAGES:
        page = page_of(name)
        assert page.locator("html").get_attribute("lang") == "vi", name
        assert page.errors == [] or name in MISSING, name
