"""The public's pages on a cheap telephone: light, without a script, by keyboard, for everybody."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from gandan.domain.directory.queries import account_named
from gandan.domain.petitions import actions
from gandan.domain.petitions.actions import Origin
from gandan.domain.petitions.queries import Petition

LIGHT = 60_000  # bytes of the first page with everything that it loads
PAGES = {
    "home": "/dan/", "lookup": "/dan/tra-cuu/", "found": "/dan/tra-cuu/?code={code}",
    "unknown": "/dan/tra-cuu/?code=KN-00000-00000", "questions": "/dan/hoi-dap/",
    "nothing found": "/dan/hoi-dap/?q=khong-co-dau", "question": "/dan/hoi-dap/{code}/",
    "send": "/dan/gui/", "known": "/dan/biet/", "absent": "/dan/hoi-dap/KN-1/",
}  # fmt: skip
# Ways to break out of a text, an attribute, a script, a style, an address, in 200 forms.
_CORES = [
    "<script>{0}</script>", "\"><script>{0}</script>", "'><img src=x onerror={0}>",
    "<img src=x onerror=\"{0}\">", "<svg onload={0}>", "<svg><script>{0}</script></svg>",
    "<body onload={0}>", "<iframe srcdoc='<script>parent.{0}</script>'>", "</textarea><script>{0}</script>",
    "</title><script>{0}</script>", "<a href=\"javascript:{0}\" autofocus onfocus={0}>x</a>",
    "<details open ontoggle={0}>", "<input autofocus onfocus={0}>", "<video><source onerror={0}></video>",
    "<math><mi xlink:href=\"javascript:{0}\">x</mi></math>", "{{{{constructor.constructor('{0}')()}}}}",
    "<style>@import 'javascript:{0}'</style>", "--><script>{0}</script>", "]]><script>{0}</script>",
    "<object data=\"data:text/html,<script>{0}</script>\">",
]  # fmt: skip
_DEED = "window.__pwned=1"
XSS = [
    wrap.format(core.format(_DEED))
    for core in _CORES
    for wrap in ("{0}", "Đề nghị {0}", "{0}\n{0}", " {0}", "x' {0}", 'x" {0}', "& {0}", "\u202e{0}",
                 "%3C{0}", "{0}<!--")
]  # fmt: skip


@pytest.fixture
def published(office, db):
    """Makes a petition that everybody may read, with an answer that everybody may read."""
    cache.clear()
    now = timezone.now()

    def make(text="Đèn đường qua chợ tắt đã hai tuần.", answer="Đã thay 12 bóng đèn."):
        petition = actions.receive(
            "lời riêng", Origin("reception"), said_on=timezone.localdate(), unit=office["STC"],
            actor=office["clerk"], at=now,
        )  # fmt: skip
        given = actions.answer(
            petition, "solved", answer, evidence="Biên bản", actor=office["clerk"], at=now
        )
        draft = actions.draft_publication(
            petition, text, answer=given, answer_text=answer, looked_through=True,
            actor=office["clerk"], at=now,
        )  # fmt: skip
        actions.approve_publication(draft, actor=account_named("head"), at=now)
        return petition

    return make


@pytest.fixture
def page_of(visit, published):
    code = published().code

    def go(name, **more):
        return visit(None, PAGES[name].format(code=code), **more)

    return go


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_the_public_has_a_serious_fault_of_accessibility(page_of, scheme):
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


@pytest.mark.parametrize("width", [320, 360])
def test_no_page_of_the_public_scrolls_sideways(page_of, width):
    wide = {}
    for name in PAGES:
        reach = page_of(name, width=width).evaluate("document.documentElement.scrollWidth")
        if reach > width:
            wide[name] = reach
    assert wide == {}


def test_the_first_page_is_light_with_everything_that_it_loads(browser, live_server, published):
    for number in range(3):
        published(f"Câu hỏi số {number} của người dân về con đường qua bản", "Đã trả lời " * 30)
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    weights = {}
    page.on("response", lambda got: weights.update({got.url: len(got.body())}))
    page.goto(f"{live_server.url}/dan/")
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    context.close()
    assert any(url.endswith(".woff2") for url in weights), weights
    assert any(url.endswith("portal.css") for url in weights), weights
    assert sum(weights.values()) < LIGHT, weights
    assert [url for url in weights if not url.startswith(live_server.url)] == []
    assert [url for url in weights if url.endswith(".js")] == []


def test_everything_is_touched_easily_on_a_phone(page_of):
    small = []
    for name in PAGES:
        small += page_of(name, width=360).evaluate(
            """() => [...document.querySelectorAll('.button, input:not([type=hidden]), select, .rooms a, summary')]
            .filter(e => e.offsetParent !== null && e.getBoundingClientRect().height < 43.5)
            .map(e => e.outerHTML.slice(0, 120))"""
        )
    assert small == []


def test_by_keyboard_and_without_a_script_from_writing_to_looking_it_up(visit, office, db):
    cache.clear()
    page = visit(None, "/dan/", width=360, script=False)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.get_by_role("navigation").get_by_role("link", name="Gửi ý kiến").press("Enter")
    page.get_by_label("Bạn muốn nêu việc gì?").focus()
    page.keyboard.type("Đề nghị sửa đường vào bản.")
    button = page.get_by_role("button", name="Gửi")
    for _ in range(12):
        page.keyboard.press("Tab")
        if button.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.press("Enter")
    code = page.locator(".code").inner_text()
    assert Petition.objects.get().code == code
    page.get_by_role("navigation").get_by_role("link", name="Tra cứu kiến nghị").press("Enter")
    page.get_by_label("Mã tra cứu").focus()
    page.keyboard.type(code.lower())
    page.keyboard.press("Enter")
    expect(page.locator("dl.where")).to_contain_text("Đã nhận")


def test_by_keyboard_an_answer_is_found_and_rated_once(visit, published):
    published()
    page = visit(None, "/dan/hoi-dap/", width=360, script=False)
    page.get_by_label("Tìm trong câu hỏi và trả lời").focus()
    page.keyboard.type("den duong")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Đèn đường qua chợ").press("Enter")
    page.get_by_role("button", name="Việc đã giải quyết").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã ghi đánh giá")
    assert page.get_by_role("button", name="Việc đã giải quyết").count() == 0


def test_two_hundred_ways_to_slip_in_a_script_are_words(visit, published):
    """In questions, answers, search words, codes and a form that comes back: none runs."""
    assert len(XSS) == 200
    codes = [published("\n".join(XSS[at : at + 50]), "\n".join(XSS[at : at + 50])).code
             for at in range(0, 200, 50)]  # fmt: skip
    paths = ["/dan/", "/dan/hoi-dap/", *(f"/dan/hoi-dap/{code}/" for code in codes)]
    for path in paths:
        page = visit(None, path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.__pwned") is None, path
        assert page.locator("main script, main img, main iframe, main object").count() == 0, path
    for words in XSS[::10]:
        page = visit(None, "/dan/hoi-dap/")
        page.get_by_label("Tìm trong câu hỏi và trả lời").fill(words.replace("\n", " "))
        with page.expect_navigation(wait_until="networkidle"):
            page.keyboard.press("Enter")
        assert page.evaluate("window.__pwned") is None, words


def test_a_script_that_does_run_would_be_seen(visit, published):
    """The planted fault."""
    page = visit(None, "/dan/")
    page.evaluate(_DEED)
    assert page.evaluate("window.__pwned") == 1
