"""The program in a real browser: Debian's Chromium, driven by Playwright, on this machine only."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright runs a loop in this thread

# The shell first: it draws the same pages without the windows of a browser around them.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
CHROMIUM = os.environ.get("GANDAN_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
PASSWORD = "mot-mat-khau-dai"
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    absent = pytest.mark.skip(reason="Chromium is not installed: apt-get install chromium")
    for item in items:
        if HERE in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(absent)


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def office(transactional_db):
    """The units and people of a small made-up province."""
    from gandan.domain.directory import actions, queries

    now = timezone.now()
    machine = actions.machine_account(now)
    units = {}
    for code, name, kind, level, parent in (
        ("UB", "Ủy ban nhân dân tỉnh Hồng Lĩnh", "peoples-committee", "province", None),
        ("SNV", "Sở Nội vụ", "department", "province", "UB"),
        ("STC", "Sở Tài chính", "department", "province", "UB"),
        ("VP", "Văn phòng Sở", "department", "province", "SNV"),
    ):
        units[code] = actions.create_unit(
            code=code, name=name, kind=kind, level=level, parent=units.get(parent),
            actor=machine, at=now,
        )  # fmt: skip
    for username, role, unit in (
        ("clerk", "clerk", "UB"),
        ("head", "head", "STC"),
        ("reader", "reader", "SNV"),
        ("admin", "administrator", "UB"),
    ):
        person = actions.add_person(f"Người {username}", units[unit], role, actor=machine, at=now)
        account = actions.open_account(
            username, person, PASSWORD, unit=units[unit], actor=machine, at=now
        )
        actions.grant_role(account, role, units[unit], actor=machine, at=now)
    units["clerk"] = queries.account_named("clerk")
    return units


@pytest.fixture
def plan(office, settings, tmp_path):
    """A plan of twelve duties that was received; the third has no lead, so it is uncertain."""
    settings.GANDAN_FILES = tmp_path / "files"
    from gandan.domain.registry import actions

    year = timezone.localdate().year + 1
    lines = [
        f"{at}. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ rà soát việc thứ {at} "
        f"theo Quyết định số {at}/QĐ-UBND ngày 05/01/2026, xong trước 30/6/{year}."
        for at in range(1, 13)
    ]
    text = "\n".join(
        ["ỦY BAN NHÂN DÂN", "TỈNH HỒNG LĨNH", "Số: 15/KH-UBND",
         "Hồng Lĩnh, ngày 10 tháng 02 năm 2026", "KẾ HOẠCH", "Công tác dân vận", *lines]
    )  # fmt: skip
    reading = _read_by_hand(text, lines, timezone.localdate() + timedelta(days=40))
    return actions.receive_read(
        text.encode(), reading, actor=office["clerk"], at=timezone.now()
    ).documents[0]


def _read_by_hand(text, lines, due):
    import hashlib
    from datetime import date

    from vanban.model import Block, Document, Duty, Header, Reading, Reference, Span

    def span(words):
        start = text.index(words)
        return Span(start, start + len(words))

    head = text[: text.index(lines[0])].split("\n")
    blocks = [Block("line", "header", span(line)) for line in head if line]
    blocks += [Block("item", "body", span(line)) for line in lines]
    duties, references = [], []
    for at, line in enumerate(lines, 1):
        cited = f"Quyết định số {at}/QĐ-UBND"
        when = span(line).end - len("trước 30/6/2027.")
        duties.append(
            Duty(
                span(line), line, () if at == 3 else ("Sở Tài chính",), ("Sở Nội vụ",),
                time_text="trước 30/6", due=(due,), section=str(at), confidence=0.95,
                time_spans=(Span(when, span(line).end - 1),),
            )
        )  # fmt: skip
        references.append(
            Reference(span(cited + " ngày"), cited, "Quyết định", f"{at}/QĐ-UBND", date(2026, 1, 5))
        )
    header = Header(kind="kế hoạch", number="15/KH-UBND", issued_on=date(2026, 2, 10),
                    issuers=("Ủy ban nhân dân tỉnh Hồng Lĩnh",), subject="Công tác dân vận")  # fmt: skip
    document = Document(
        Span(0, len(text)), header, tuple(references), duties=tuple(duties), blocks=tuple(blocks)
    )
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Reading("ke-hoach.txt", sha256, "text/plain", text, (document,))


@pytest.fixture
def visit(browser, live_server, office):
    """Open a page as somebody: `visit("clerk", "/", width=360, script=False)`."""
    from gandan.domain.directory.queries import Account

    pages = {}

    def enter(context, username):
        """The cookie of a session, as the sign-in page gives it."""
        client = Client()
        client.force_login(
            Account.objects.get(username=username), "django.contrib.auth.backends.ModelBackend"
        )
        value = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])

    def go(username, path, *, width=1280, script=True, scheme="light"):
        wanted = (username, width, script, scheme)
        if wanted not in pages:
            context = browser.new_context(
                viewport={"width": width, "height": 800},
                java_script_enabled=script,
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            if username:
                enter(context, username)
            pages[wanted] = listened(context.new_page())
        page = pages[wanted]
        page.errors.clear()
        page.goto(f"{live_server.url}{path}")
        return page

    yield go
    for page in pages.values():
        page.context.close()


def listened(page):
    """The page, with what went wrong in its scripts since it was last turned."""
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda m: page.errors.append(m.text) if m.type == "error" else None)
    return page
