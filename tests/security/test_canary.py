"""Not one byte of a department's internal work reaches another department, by whatever way."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from itertools import islice
from zipfile import BadZipFile, ZipFile

import pytest

from gandan.domain.meetings import access as meetings
from gandan.domain.meetings.queries import Meeting
from gandan.domain.petitions import access as petitions
from gandan.domain.petitions.queries import Petition
from gandan.domain.registry import access as registry
from gandan.domain.registry import actions as documents
from gandan.domain.registry.queries import Document
from gandan.domain.tasks import access as tasks
from gandan.domain.tasks.queries import Task
from security.matrix import ROWS
from security.places import BEFORE, CANARY, NOW, ROLES, plan, url_names

SECRET = CANARY["other"]
TYPED = SECRET[:-2]  # what is asked for is shown again: the whole word is only what was told
REGISTER = "?first=01/01/2026&last=31/12/2026"
ASKED = [f"?q={TYPED}", f"?q={TYPED.upper()}", "?held=both", "?state=received", "?review=open",
         "?form=xlsx", REGISTER, f"{REGISTER}&form=docx"]  # fmt: skip


def said(answer):
    """The bytes of an answer, those packed into a sheet included, and its headers."""
    content = answer.content + str(answer.headers).encode()
    try:
        with ZipFile(BytesIO(answer.content)) as sheet:
            content += b"".join(sheet.read(name) for name in sheet.namelist())
    except BadZipFile:
        pass
    return unescape(content.decode("utf-8", "replace")).casefold()


def told(province, who):
    """What the program tells somebody: every address, about own and others' things, and what is
    about no single thing asked in every way."""
    client = province.client(who)
    for name in url_names():
        about = ROWS[name].get("about", {})
        if name == "sign-out":
            continue
        for whose in ("own", "other") if about else ("own",):
            for asked in [""] if about else ["", *ASKED]:
                address = province.address(name, about, whose) + asked
                yield address, said(client.get(address))


# A unit stands in the directory with its name for everybody; so does the room that bears the word.
NAMED = f"phòng {SECRET}"


# Who asked and who came: opened one at a time with a reason, so in their own department apart too.
APART = [f"người nêu {CANARY['own']}", f"người đến {CANARY['own']}"]


def leaks(province, who):
    """Each address that tells what it should not, while it is looked for: a walk is hundreds of pages."""
    for address, page in told(province, who):
        if SECRET in page.replace(NAMED, "") or any(name in page for name in APART):
            yield address


@pytest.mark.parametrize("who", ROLES)
def test_no_word_of_another_department_and_no_name_apart_is_told(province, who):
    assert list(leaks(province, who)) == []


def test_what_is_one_s_own_is_told(province):
    """The planted fault: the same search in the own department finds the word, so it could."""
    found = (address for address, page in told(province, "stranger") if SECRET in page)
    assert len(list(islice(found, 6))) == 6


@pytest.mark.parametrize(
    ("module", "name", "everything"),
    [
        (registry, "visible_documents", lambda *_: Document.objects.all()),
        (tasks, "visible_tasks", lambda *_: Task.objects.all()),
        (petitions, "visible_petitions", lambda *_: Petition.objects.all()),
        (meetings, "visible_meetings", lambda *_: Meeting.objects.all()),
    ],
)
def test_with_a_scope_removed_the_word_is_seen(province, monkeypatch, module, name, everything):
    monkeypatch.setattr(module, name, everything)
    assert next(leaks(province, "reader"), None) is not None


def test_opened_with_a_reason_who_asked_is_told(province):
    """The planted fault: the same words are found where they may be."""
    address = province.address("petition-identity", {"pk": "petition"})
    page = said(province.client("officer").post(address, {"reason": "Mời họp"}))
    assert APART[0] in page


def test_counts_do_not_betray_what_is_hidden(province):
    """With and without the other department's work, the pages of this one are the same."""
    client = province.client("head")
    before = [client.get(f"/find/?q={TYPED}").content, client.get("/documents/").content]
    place = province.places["other"]
    clerk = place.things["document"].file.received_by
    more = plan(SECRET + "hai")
    kept = documents.receive_read(more.text.encode(), more, actor=clerk, at=BEFORE)
    documents.restrict(kept.documents[0], "internal", place.unit, actor=clerk, at=NOW)
    after = [client.get(f"/find/?q={TYPED}").content, client.get("/documents/").content]
    assert [hidden_token(page) for page in before] == [hidden_token(page) for page in after]


def hidden_token(page):
    """The page without the token against forged forms, which differs each time."""
    return re.sub(rb'csrfmiddlewaretoken" value="[^"]*"', b"", page)
