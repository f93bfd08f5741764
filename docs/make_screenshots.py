"""Make the pictures of the README and the guides: `python docs/make_screenshots.py [ADDRESS] [NAME…]`.

It needs the program running with the sample province (`python3 start.py`) and Chromium. The
pictures go to docs/screenshots, in Vietnamese, as the demo accounts see the pages.
"""

from __future__ import annotations

import shutil
import sys
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
    ("home-phone", "lanhdao.danvan", "/", PHONE, ()),
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
    """A path, the first document or public question a search finds, the first duty of the list, the
    receipt for words that are sent, the first row of a list, or what is marked in a faulty plan."""
    how, _, what = place.partition(":")
    if how in {"text", "plan"}:
        page.goto(f"{address}/documents/?q={what}")
        page.locator("tbody a").first.click()
        if how == "plan":
            page.wait_for_url("**/documents/*/")
            page.goto(page.url.replace("/documents/", "/plans/"))
    elif how == "question":
        page.goto(f"{address}/dan/hoi-dap/?q={what}")
        page.locator("a.question").first.click()
    elif how == "send":
        page.goto(f"{address}/dan/gui/")
        page.fill("#id_text", what)
        page.get_by_role("button", name="Gửi").click()
    elif how == "check":
        page.goto(f"{address}/documents/check/")
        page.fill("#id_text", FAULTY)
        page.locator("main form .form-actions button").first.click()
        page.wait_for_selector(".checked")
    elif how == "listed":
        page.goto(f"{address}{what}")
        rows = page.locator(f"main a[href^='{what}']").all()
        row = next(
            one for one in rows if (one.get_attribute("href") or "")[len(what) :][:1].isdigit()
        )
        row.click()
    elif how == "first":
        page.goto(f"{address}/")
        page.locator("a.row__words").first.click()
    else:
        page.goto(f"{address}{place}")
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    main(*(sys.argv[1:] or ["http://127.0.0.1:8000"]))
