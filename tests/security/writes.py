"""What each address does when a form is sent to it: who may, what is sent, which events it leaves.

Every address leaves one event, however much is done: `verb` is what it is named after.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from security.places import PASSWORD, Province

Form = Callable[[Province], Mapping[str, Any]]


@dataclass(frozen=True)
class Write:
    """`who` sends `form` and leaves one event, `verb`. `bare` True: the deed needs no form, so an
    empty one does it too."""

    who: str
    verb: str
    form: Form = field(default=lambda _: {})
    bare: bool = False


def words(**said: Any) -> Form:
    return lambda _: said


def file(name: str, *, said: str) -> Form:
    return lambda _: {name: SimpleUploadedFile("moi.txt", said.encode())}


NEW_ACCOUNT = {
    "person": "Người mới", "title": "chuyên viên", "role": "officer", "username": "nguoi-moi",
    "password": "mot-mat-khau-khac",
}  # fmt: skip
TASK = {"text": "Việc đã sửa", "recurrence": "none", "priority": "0"}
PLAN = (
    "UBND TỈNH HỒNG LĨNH\nSỞ NỘI VỤ\nSố: 99/KH-SNV\nHồng Lĩnh, ngày 10 tháng 3 năm 2026\n\n"
    "KẾ HOẠCH\nKiểm tra công tác dân vận\n\n1. Sở Tài chính chủ trì rà soát, xong trước 30/6/2026.\n"
)

PAPER = {
    "number": "Thông báo 12/TB-BNV", "issued_on": "01/03/2026", "issuer": "Bộ Nội vụ", "reason": "",
    "confirm": "keep",
}  # fmt: skip

WRITES: dict[str, Write] = {
    "inspection-visits": Write(
        "clerk",
        "inspection.visit",
        lambda p: {"units": p.places["own"].unit.code, "planned_on": "20/04/2026"},
    ),
    "inspection-visit": Write(
        "officer",
        "inspection.judge",
        lambda p: {
            "held_on": "02/03/2026",
            f"word-{p.places['own'].things['inspection'].items.get().pk}": "met",
        },
    ),
    "inspection-shortcoming": Write(
        "head", "inspection.shortcoming", words(text="Sửa", due="30/05/2026")
    ),
    "inspection-conclude": Write("clerk", "inspection.conclude", words(words=PLAN)),
    "meeting-conclude": Write("clerk", "meeting.conclude", words(words=PLAN)),
    "course-invite": Write(
        "clerk",
        "course.invite",
        lambda p: {"units": p.places["own"].unit.code, "post": "công chức", "number": "4"},
    ),
    "course-session": Write(
        "clerk", "course.session", words(planned_on="20/04/2026", place="Hội trường")
    ),
    "course-material": Write("officer", "course.material", file("file", said="tài liệu mới")),
    "inspection-new": Write(
        "clerk",
        "inspection.plan",
        lambda p: {"name": "Kiểm tra", "unit": p.places["own"].unit.pk, "items": "Một\nHai"},
    ),
    "course-new": Write(
        "clerk",
        "course.plan",
        lambda p: {"name": "Lớp", "unit": p.places["own"].unit.pk, "subject": "Kỹ năng"},
    ),
    "clock-day": Write("master", "clock.day", words(**PAPER, mark="holiday", means="Ngày hội")),
    "clock-year": Write("master", "clock.year", words(**PAPER)),
    "clock-disputed": Write("master", "clock.disputed", words(**PAPER)),
    "clock-switch": Write("master", "clock.switch", words(**PAPER)),
    "clock-own": Write(
        "master",
        "clock.own",
        words(**PAPER, length="45", unit="ngày", valid_from="01/04/2026"),
    ),
    "clock-back": Write("master", "clock.day", words(reason="Nhập nhầm", confirm="keep")),
    "upkeep-run": Write("master", "job.ask", bare=True),
    "document-upload": Write("clerk", "file.receive", file("documents", said=PLAN)),
    "fact-accept": Write("clerk", "fact.accept", bare=True),
    "fact-correct": Write(
        "clerk",
        "fact.correct",
        words(text="Rà soát lại", lead="", cooperating="", due="30/06/2026", recurrence="none"),
    ),
    "fact-reject": Write("clerk", "fact.reject", words(reason="Chỉ là câu dẫn")),
    "fact-undo": Write("clerk", "fact.undo", bare=True),
    "task-edit": Write(
        "head",
        "task.edit",
        lambda p: {
            **TASK,
            "lead": p.places["own"].unit.code,
            "seen": type(p.places["own"].things["task"])
            .objects.get(pk=p.places["own"].things["task"].pk)
            .sequence,
        },
    ),
    "task-progress": Write("officer", "task.progress", words(text="Đã xong một nửa")),
    "task-evidence": Write("officer", "task.evidence", file("file", said="ảnh")),
    "task-due": Write("head", "task.due", words(on="31/07/2026", reason="Ý kiến cuộc họp")),
    "task-extend": Write("head", "task.extend", words(to="31/07/2026", reason="Chờ số liệu")),
    "task-met": Write("officer", "task.meet", bare=True),
    "task-step": Write("officer", "task.start", bare=True),
    "task-part-step": Write("officer", "part.receive", bare=True),
    "unit-alias": Write("clerk", "unit.name", words(text="Sở Nội vụ tỉnh")),
    "unit-alias-end": Write(
        "clerk", "unit.end_name", words(last="2026-04-10", reason="Đã đổi tên")
    ),
    "unit-new": Write(
        "clerk", "unit.create", words(name="Phòng Mới", code="PM", kind="other", level="commune")
    ),
    "account-new": Write(
        "administrator",
        "account.open",
        lambda p: {**NEW_ACCOUNT, "unit": p.places["own"].unit.code},
    ),
    "account-role": Write(
        "administrator",
        "role.grant",
        lambda p: {"role": "officer", "unit": p.places["own"].unit.code},
    ),
    "account-role-end": Write("administrator", "role.end", bare=True),
    "account-password": Write(
        "administrator", "account.password", words(password="mot-mat-khau-khac")
    ),
    "account-close": Write("administrator", "account.close", bare=True),
    "task-bulk": Write(
        "head",
        "task.bulk",
        lambda p: {
            "verb": "remind",
            "task": p.places["own"].things["task"].pk,
            "sure": "1",
            "text": "Nhắc",
        },
    ),
    "task-sheet": Write("officer", "errand.ask", words(query="", key="mot"), bare=True),
    "task-filter-save": Write("officer", "filter.save", words(name="Quá hạn", query="q=quy+che")),
    "task-filter": Write("head-own", "filter.change", words(name="Việc chậm")),
    "task-filter-first": Write("head-own", "filter.first", words(first="1")),
    "task-filter-delete": Write("head-own", "filter.delete", bare=True),
    "task-split": Write(
        "head",
        "task.assign",
        lambda p: {"text": "Phần việc", "lead": p.places["own"].unit.code, "due": "31/05/2026"},
    ),
    "task-new": Write(
        "head",
        "task.assign",
        lambda p: {
            "text": "Việc giao bằng miệng",
            "lead": p.places["own"].unit.code,
            "recurrence": "none",
            "priority": "0",
        },
    ),
    "task-cooperation": Write(
        "head",
        "task.cooperation",
        lambda p: {
            "add": p.places["other"].unit.code,
            "reason": "Thêm việc",
            "seen": type(p.places["own"].things["task"])
            .objects.get(pk=p.places["own"].things["task"].pk)
            .sequence,
        },
    ),
    "task-ask": Write("officer", "task.ask", words(to="31/07/2026", reason="Chờ số liệu")),
    "task-answer": Write("head", "task.refuse", words(granted="no", answer="Không")),
    "task-comment": Write("officer", "task.comment", words(text="Đã rõ")),
    "task-follow": Write("officer", "task.follow", words(follow="yes"), bare=True),
    "me-reminders": Write(
        "officer",
        "mailbox.set",
        words(address="can-bo@example.org", wants_digest="on"),
        bare=True,
    ),
    "me-calendar-open": Write("officer", "feed.open", bare=True),
    "unit-identifier": Write(
        "administrator", "unit.identify", words(value="000.00.01.H49", **PAPER)
    ),
    "unit-identifier-correct": Write(
        "administrator",
        "unit.identifier_correct",
        words(value="000.00.02.H49", reason="Gõ nhầm", keeps_paper="on"),
    ),
    "unit-identifier-end": Write(
        "administrator", "unit.identifier_end", words(last_day="2026-03-31", reason="Sáp nhập")
    ),
    "unit-change": Write(
        "administrator",
        "unit.rename",
        words(on="01/05/2026", citation="Quyết định số 5/QĐ", name="Sở Nội vụ mới", confirm="1"),
    ),
    "unit-person-new": Write("administrator", "post.give", words(name="Người mới", title="cán bộ")),
    "unit-leave": Write(
        "administrator",
        "leave.take",
        lambda p: {
            "person": p.accounts["worker-own"].person_id,
            "first": "10/04/2026",
            "last": "12/04/2026",
        },
    ),
    "unit-delegate": Write(
        "administrator",
        "delegation.give",
        lambda p: {
            "giver": p.accounts["head-own"].person_id,
            "receiver": p.accounts["officer"].person_id,
            "citation": "Quyết định số 6/QĐ",
            "valid_from": "10/04/2026",
        },
    ),
    "unit-leave-end": Write("administrator", "leave.end", bare=True),
    "unit-post-end": Write("administrator", "post.end", words(last="10/04/2026")),
    "unit-delegation-end": Write("administrator", "delegation.end", bare=True),
    "meeting-minutes": Write(
        "officer", "meeting.minutes", file("minutes", said="Cử tri đề nghị sửa cầu")
    ),
    "meeting-cut": Write(
        "officer",
        "meeting.opinions",
        lambda _: {"opinion": ["1"], "text-1": "Đề nghị xây chợ"},
    ),
    "meeting-opinions": Write(
        "officer",
        "petition.receive",
        lambda p: {"opinion": p.places["own"].things["meeting"].said.get().pk},
    ),
    "meeting-promise": Write(
        "head",
        "meeting.promise",
        words(text="Sửa cầu", lead="Sở Nội vụ", due="30/06/2026"),
    ),
    "petition-new": Write(
        "officer",
        "petition.receive",
        lambda p: {
            "key": "0123456789",
            "text": "Đề nghị sửa đường vào thôn",
            "said_on": "01/04/2026",
            "source": "note",
            "unit": p.places["own"].unit.code,
        },
    ),
    "petition-classify": Write("officer", "petition.classify", words(field="c", level="commune")),
    "petition-transfer": Write("clerk", "petition.transfer", words(to="Sở Tài chính")),
    "petition-answer": Write(
        "head",
        "petition.answer",
        lambda p: {
            "kind": "explained",
            "text": "Xong ngày 5/3/2026.",
            "seen": p.places["own"]
            .things["petition"]
            .__class__.objects.get(pk=p.places["own"].things["petition"].pk)
            .sequence,
        },
    ),
    "petition-rate": Write(
        "officer",
        "petition.note_rating",
        words(source="paper", satisfied="3", partly="0", unsatisfied="0"),
    ),
    "petition-attach": Write("officer", "petition.attach", file("files", said="thư mới")),
    "petition-identity": Write("officer", "petition.identify", words(reason="Mời họp")),
    "petition-file": Write("officer", "petition.identify", words(reason="Mời họp")),
    "petition-public": Write("officer", "petition.draft", words(text="Sửa cầu")),
    "petition-publication": Write("head", "petition.publish", bare=True),
    "petition-batch": Write(
        "officer",
        "petition.batch",
        lambda p: {
            "verb": "classify",
            "sure": "1",
            "petition": p.places["own"].things["second"].pk,
            "field": "c",
            "level": "commune",
        },
    ),
    "petition-batch-undo": Write("clerk-own", "petition.batch_undo", bare=True),
    "petition-step": Write("officer", "petition.close", bare=True),
    "petition-clock-new": Write(
        "officer", "petition.clock_start", words(term="complaint.send", start="27/02/2026")
    ),
    "petition-clock": Write(
        "head",
        "petition.clock_pause",
        words(on="27/02/2026", reason="chờ giám định", basis="Quyết định 15/QĐ-SNV"),
    ),
    "petition-join": Write("officer", "petition.join", bare=True),
    "reception-new": Write(
        "officer",
        "reception.announce",
        lambda p: {
            "unit": p.places["own"].unit.code,
            "on": "30/04/2026",
            "place": "Trụ sở",
            "received_by": "Giám đốc",
            "received_by_head": "on",
        },
    ),
    "reception-step": Write("officer", "reception.post", words(posted_on="02/03/2026")),
    "reception-visit-new": Write(
        "officer",
        "visit.enter",
        words(key="0123456789", kind="petition", content="Xin nước sạch", people="1"),
    ),
    "reception-visit-petition": Write("officer", "petition.receive", bare=True),
    "reception-visit-settle": Write("officer", "visit.settle", words(result="Đã trả lời")),
    "reception-visit-who": Write("officer", "visit.identify", words(reason="Mời họp")),
    "me-password": Write(
        "officer", "account.password", words(old=PASSWORD, new="mot-mat-khau-khac")
    ),
}

# Who is signed in and in which language is kept in the session, not in the memory of the office.
SESSIONS = {
    "sign-in", "sign-in-code", "sign-out", "set_language", "oidc-start", "oidc-return",
}  # fmt: skip

# Deeds of several steps (a file or a choice is shown first, then done), or on what is not in this world
# (a territory): the tests of their own pages do them. Here only that nobody else can, and that an empty form does nothing.
IN_STEPS = {
    "inspection-close", "course-attend",
    "document-reread",
    "clock-habit", "clock-proposal", "table-judged", "campaign-weighed", "petitions-weighed", "petition-load",
    "petition-assess", "petition-part", "petition-withdraw",
    "task-bulk-undo", "unit-hand-over", "unit-place", "errand-stop",
    "account-second-factor-off", "campaign-delegate", "campaign-load", "campaign-new",
    "campaign-require", "portal-rate", "portal-send", "me-calendar-close", "meeting-new", "plan-assign", "task-cascade",
    "task-occurrences", "unit-import", "unit-identifiers-import", "unit-people-import",
}  # fmt: skip

# A form sent to these pages is a question: nothing is changed and nothing remembered.
READS = {
    "petition-board", "petition-board-sheet", "petition-rows", "report-answers",
    "inspection", "inspections", "inspection-sheet", "inspection-export", "inspection-evidence",
    "course", "courses", "course-export", "course-file",
    "portal-feed-atom", "portal-feed-rss", "portal-home", "portal-known", "portal-language",
    "portal-lookup", "portal-question", "portal-questions", "portal-receipt", "robots",
    "clock", "clock-term", "clock-terms", "upkeep", "errand", "errands", "errand-file", "checked-files",
    "campaign", "campaign-report", "campaigns", "meeting", "meeting-minutes-file", "meeting-worker", "meetings", "reports",
    "document-export", "plan-export", "meeting-export",
    "calendar-feed", "document-check", "document-findings", "document-findings-file",
    "document-page-picture", "document-pages", "plan", "plan-changes", "plans", "task-board",
    "task-list", "unit-export", "unit-identifiers-export", "unit-people", "unit-people-export",
    "me-second-factor", "petition", "petition-export", "petition-propose", "petition-synthesis",
    "petitions", "reception", "reception-register", "receptions",
    "accounts", "account", "components", "document", "document-history", "document-original",
    "document-references", "documents", "fact-card", "find", "home", "me", "task",
    "task-evidence-file", "task-export", "task-unlinked", "unit", "unit-suggest",
    "document-suggest", "event", "units",
}  # fmt: skip
