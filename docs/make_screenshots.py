"""Make the pictures of the README and the guides: `python docs/make_screenshots.py [ADDRESS] [NAME…]`.

It needs the program running with the sample province (`python3 start.py`) and Chromium, in a data
folder made for it: terms, an identifier and a question are entered for the pictures. They go to
docs/screenshots, in Vietnamese, as the demo accounts see the pages.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent / "screenshots"
PASSWORD = "gandan-demo"  # noqa: S105
DESK, PHONE = (1280, 800), (360, 740)
FAULTY = """\
UBND TỈNH LAM GIANG
Số: 15/KH-UBND
Lam Giang, ngày 10 tháng 02 năm 2026

KẾ HOẠCH
Tổ chức đối thoại với Nhân dân năm 2026

Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;
1. Sở Nội vụ chủ trì tổ chức 12 cuộc đối thoại: cấp tỉnh 4 cuộc, cấp xã 9 cuộc, xong trước 31/6/2026.
3. Các cơ quan, đơn vị liên quan sớm bố chí kinh phí và báo cáo kết quả.
"""
PAPER = {"number": "05/QĐ-UBND", "issued_on": "2026-01-05", "issuer": "UBND tỉnh Lam Giang"}
PICTURES = (
    ("desk", "vanthu", "text:21-KH", DESK, ("j", "j")),
    ("documents", "vanthu", "/documents/", DESK, ()),
    ("home", "lanhdao.danvan", "/", DESK, ()),
    ("task", "lanhdao.danvan", "first:task", DESK, ()),
    ("units", "nguoidoc", "/units/", DESK, ()),
    ("check", "vanthu", "check:", DESK, ()),
    ("petition", "lanhdao.ubnd", "listed:/petitions/", DESK, ()),
    ("clock", "quantri", "/clock/", DESK, ()),
    ("plan", "lanhdao.danvan", "plan:21-KH", DESK, ()),
    ("board", "lanhdao.ubnd", "/tasks/board/", DESK, ()),
    ("by-hand", "vanthu", "/tasks/new/", DESK, ()),
    ("cooperation", "lanhdao.ubnd", "cooperation:", DESK, ()),
    ("running", "vanthu", "running:", DESK, ()),
    ("identifiers", "quantri", "identifiers:Sở Nội vụ", DESK, ()),
    ("clocks", "lanhdao.ubnd", "clocks:complaint.first", DESK, ()),
    ("moved", "quantri", "moved:", DESK, ()),
    ("home-phone", "lanhdao.danvan", "/", PHONE, ()),
    ("tasks-phone", "lanhdao.ubnd", "/tasks/", PHONE, ()),
    ("desk-phone", "vanthu", "text:21-KH", PHONE, ()),
    ("portal", "", "/dan/", DESK, ()),
    ("portal-phone", "", "/dan/", PHONE, ()),
    ("portal-question-phone", "", "question:den duong", PHONE, ()),
    ("portal-send-phone", "", "/dan/gui/", PHONE, ()),
    ("portal-receipt-phone", "", "send:Đề nghị sửa nắp cống vỡ trước chợ.", PHONE, ()),
)


def main(address: str, *names: str) -> None:
    HERE.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name, username, place, (width, height), keys in PICTURES:
            if names and name not in names:
                continue
            page = signed_in(browser, address, username, width, height)
            go(page, address, place)
            for key in keys:
                page.keyboard.press(key)
            page.evaluate("document.fonts.ready")
            page.wait_for_timeout(400)  # what a key scrolled to has come to rest
            page.screenshot(path=HERE / f"{name}.png")
            page.close()
        browser.close()


def signed_in(browser: Browser, address: str, username: str, width: int, height: int) -> Page:
    """A page as this account sees it; without a name, as everybody does."""
    page = browser.new_page(viewport={"width": width, "height": height})
    if not username:
        return page
    page.goto(f"{address}/sign-in/")
    page.fill("#id_username", username)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_selector(".rail")
    return page


def go(page: Page, address: str, place: str) -> None:
    """A path, or one of the ways of `WAYS` ("how:what")."""
    how, _, what = place.partition(":")
    if how in WAYS:
        WAYS[how](page, address, what)
    else:
        page.goto(f"{address}{place}")
    page.wait_for_load_state("networkidle")


def first_document(page: Page, address: str, what: str) -> None:
    """The first document that a search finds."""
    page.goto(f"{address}/documents/?q={what}")
    page.locator("tbody a").first.click()
    page.wait_for_url("**/documents/*/")


def its_plan(page: Page, address: str, what: str) -> None:
    first_document(page, address, what)
    page.goto(page.url.replace("/documents/", "/plans/"))


def first_question(page: Page, address: str, what: str) -> None:
    """The first public question that a search finds."""
    page.goto(f"{address}/dan/hoi-dap/?q={what}")
    page.locator("a.question").first.click()


def receipt(page: Page, address: str, what: str) -> None:
    """The receipt for words that are sent."""
    page.goto(f"{address}/dan/gui/")
    page.fill("#id_text", what)
    page.get_by_role("button", name="Gửi").click()


def marked(page: Page, address: str, _: str) -> None:
    """What is marked in a faulty plan."""
    page.goto(f"{address}/documents/check/")
    page.fill("#id_text", FAULTY)
    page.locator("main form .form-actions button").first.click()
    page.wait_for_selector(".checked")


def first_row(page: Page, address: str, what: str) -> None:
    """The first row of a list that leads to a thing of the list."""
    page.goto(f"{address}{what}")
    rows = page.locator(f"main a[href^='{what}']").all()
    row = next(one for one in rows if (one.get_attribute("href") or "")[len(what) :][:1].isdigit())
    row.click()
    page.wait_for_load_state("networkidle")


def first_duty(page: Page, address: str, _: str) -> None:
    page.goto(f"{address}/")
    page.locator("a.row__words[href^='/tasks/']").first.click()
    page.wait_for_url("**/tasks/*/")


def who_helps(page: Page, address: str, _: str) -> None:
    """The page on which the helpers of the first duty are changed."""
    first_duty(page, address, "")
    page.goto(f"{page.url}cooperation/")


def running(page: Page, address: str, _: str) -> None:
    """What runs, after the list of tasks was asked for as a sheet."""
    page.goto(f"{address}/tasks/?all=1")
    page.get_by_role("button", name="Xuất cả danh sách ra Excel").click()
    page.wait_for_url("**/running/*/")
    page.wait_for_selector("a[href$='/file/']", timeout=120_000)
    page.goto(f"{address}/running/")


def identifiers(page: Page, address: str, what: str) -> None:
    """A unit with an identifier; the same again changes nothing."""
    page.goto(f"{address}/units/?q={what}")
    page.locator("a.row__words").first.click()
    page.wait_for_url("**/units/*/")
    unit = page.url
    page.goto(f"{unit}identifiers/")
    for name, said in {**PAPER, "value": "H99.05", "valid_from": "2026-01-01"}.items():
        page.fill(f"#id_{name}", said)
    page.locator("main form button.button--main").click()
    page.goto(unit)


def clocks(page: Page, address: str, what: str) -> None:
    """The clocks of a case; the same again changes nothing."""
    first_row(page, address, "/petitions/")
    case = page.url
    page.goto(f"{case}clocks/new/")
    page.select_option("#id_term", what)
    page.locator("main form button.button--main").click()
    page.wait_for_load_state("networkidle")
    page.goto(case)
    page.locator("#clocks details summary").first.click()
    page.evaluate("document.getElementById('clocks').scrollIntoView({block: 'center'})")


def moved(page: Page, address: str, _: str) -> None:
    """The dates that a day off would move; nothing is approved."""
    page.goto(f"{address}/clock/")
    day = next_weekday(date.today())  # noqa: DTZ011  a day for a picture
    page.goto(f"{address}/clock/days/{day.isoformat()}/")
    page.select_option("#id_mark", "holiday")
    for name, said in {**PAPER, "means": "Ngày hội của tỉnh"}.items():
        page.fill(f"#id_{name}", said)
    page.locator("main form button.button--main").click()


def next_weekday(day: date) -> date:
    """The first day from Monday to Friday at least two days on."""
    after = day + timedelta(days=2)
    return after if after.weekday() < 5 else after + timedelta(days=7 - after.weekday())


WAYS: dict[str, Callable[[Page, str, str], None]] = {
    "text": first_document,
    "plan": its_plan,
    "question": first_question,
    "send": receipt,
    "check": marked,
    "listed": first_row,
    "first": first_duty,
    "cooperation": who_helps,
    "running": running,
    "identifiers": identifiers,
    "clocks": clocks,
    "moved": moved,
}


if __name__ == "__main__":
    main(*(sys.argv[1:] or ["http://127.0.0.1:8000"]))
