"""Our lists of work beside those of django-helpdesk: as many rows of as many units, page by page in turn.

Theirs runs in a process of its own with settings of its own, on the same kind of database (of
PostgreSQL the same one, in a schema of its own). A queue of theirs stands for a unit of ours. It is
no dependency: `uv pip install django-helpdesk` first.

.venv/bin/python -m bench.helpdesk [--tasks 200000] [--turns 9] [--queues 3500]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.tasks import STATES, fill, made_office, noted, timed

SCHEMA = "bench_helpdesk"
OPEN, RESOLVED, DUPLICATE = 1, 3, 5
STATUS = {"done": RESOLVED, "cancelled": DUPLICATE}
ROWS = 50
QUEUE = 8  # one among many
PEOPLE = 50
PAIRS = (
    ("board, dashboard", "/tasks/board/", ["/dashboard/"]),
    ("list as it opens", "/tasks/", ["/tickets/", "rows:"]),
    ("list, unit + state", "/tasks/?unit={unit}&state=assigned",
     [f"/tickets/?queue={QUEUE}&status={OPEN}", "rows:queue"]),
)  # fmt: skip
Turn = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tasks", type=int, default=200_000)
    parser.add_argument("--turns", type=int, default=9)
    parser.add_argument("--queues", type=int, default=3_500)
    parser.add_argument("--theirs", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.theirs:
        theirs(Path(args.theirs), args.tasks, args.queues)
    elif importlib.util.find_spec("helpdesk") is None:
        sys.exit("django-helpdesk is not installed: .venv/bin/uv pip install django-helpdesk")
    else:
        compare(args.tasks, args.turns, args.queues)


def compare(tasks: int, turns: int, queues: int) -> None:
    with tempfile.TemporaryDirectory(prefix="gandan-bench-") as data:
        command = [sys.executable, "-m", "bench.helpdesk", "--theirs", data,
                   "--tasks", str(tasks), "--queues", str(queues)]  # fmt: skip
        peer = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        print(peer.stdout and peer.stdout.readline().strip())
        ours = our_pages(data, tasks)
        print(f"{'page':<22}{'':>8}{'queries':>8}{'cpu ms':>8}{'wall ms':>9}   least of {turns}")
        for name, own, others in PAIRS:
            mine, its = [ours(own)], [asked_of(peer, others)]
            for _ in range(turns):
                mine.append(ours(own))
                its.append(asked_of(peer, others))
            tell(name, mine[1:], its[1:])
        peer.communicate()


def tell(name: str, mine: list[Turn], its: list[Turn]) -> None:
    least = [{key: min(turn[key] for turn in side) for key in side[0]} for side in (mine, its)]
    for who, best in zip(("ours", "theirs"), least, strict=True):
        print(f"{name:<22}{who:>8}{best['queries']:>8.0f}{best['cpu']:>8.1f}{best['wall']:>9.1f}")
    ratio = {key: least[1][key] / least[0][key] for key in ("cpu", "wall")}
    print(f"{'':<22}{'ratio':>8}{'':>8}{ratio['cpu']:>8.1f}{ratio['wall']:>9.1f}", flush=True)


def asked_of(peer: subprocess.Popen[str], paths: list[str]) -> Turn:
    assert peer.stdin is not None
    assert peer.stdout is not None
    peer.stdin.write(json.dumps(paths) + "\n")
    peer.stdin.flush()
    found: Turn = json.loads(peer.stdout.readline())
    return found


def turned(get: Callable[[str], Any], paths: list[str]) -> Turn:
    """One turn: the processor's and the wall's milliseconds of all requests, and their queries."""
    from django.db import connection

    asked: list[tuple[float, str]] = []

    def act() -> None:
        for path in paths:
            answer = get(path)
            assert answer.status_code == 200, (path, answer.status_code)

    with connection.execute_wrapper(partial(noted, asked)):
        cpu, wall = timed(act)
    return {"cpu": cpu, "wall": wall, "queries": float(len(asked))}


def our_pages(data: str, tasks: int) -> Callable[[str], Turn]:
    os.environ["GANDAN_DATA"] = data
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.config.settings")
    from gandan.cli.setup import setup

    setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    office = made_office()
    fill(office, tasks)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client()
    client.force_login(office["accounts"]["tinh"], "django.contrib.auth.backends.ModelBackend")
    unit = office["units"][7].pk
    return lambda path: turned(client.get, [path.format(unit=unit)])


def theirs(data: Path, tickets: int, queues: int) -> None:
    """The other process: makes theirs, then answers a line of paths with a line of figures."""
    configure(data)
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
            cursor.execute(f"CREATE SCHEMA {SCHEMA}")
    call_command("migrate", verbosity=0)
    user = fill_theirs(tickets, queues)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client()
    client.force_login(user)
    print(f"{tickets:,} tickets in {queues:,} queues, {connection.vendor}", flush=True)
    for line in sys.stdin:
        paths = [rows_of(path) if path.startswith("rows:") else path for path in json.loads(line)]
        print(json.dumps(turned(client.get, paths)), flush=True)


def rows_of(path: str) -> str:
    """The second request of their list, which their page makes by a script."""
    from helpdesk.query import query_to_base64

    narrow = {"queue__id__in": [QUEUE], "status__in": [OPEN]}
    asked = query_to_base64({
        "filtering": narrow if path.endswith("queue") else {"status__in": [1, 2]},
        "filtering_null": {}, "sorting": "created", "sortreverse": False, "search_string": "",
    })  # fmt: skip
    return f"/datatables_ticket_list/{asked}?draw=1&start=0&length={ROWS}"


def configure(data: Path) -> None:
    import django
    from django.conf import settings

    from gandan.config.settings.database import postgresql, sqlite

    address = os.environ.get("GANDAN_DATABASE_URL")
    if address:
        database = postgresql(address)
        database["OPTIONS"]["options"] += f" -c search_path={SCHEMA}"
    else:
        database = sqlite(str(data / "theirs.sqlite3"))
    contrib = ("auth", "contenttypes", "sessions", "sites", "messages", "staticfiles", "admin",
               "humanize")  # fmt: skip
    settings.configure(
        INSTALLED_APPS=[f"django.contrib.{name}" for name in contrib]
        + ["rest_framework", "helpdesk"],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        TEMPLATES=[{
            "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
            "OPTIONS": {"context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]},
        }],
        DATABASES={"default": database}, ROOT_URLCONF=ModuleType("urls"), SITE_ID=1, USE_TZ=True,
        SECRET_KEY="only for this run", STATIC_URL="/static/", ALLOWED_HOSTS=["*"],
        HELPDESK_TEAMS_MODE_ENABLED=False,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        MEDIA_ROOT=str(data), LOGIN_URL="/login/",
    )  # fmt: skip
    django.setup()
    from django.contrib import admin
    from django.urls import include, path

    settings.ROOT_URLCONF.urlpatterns = [
        path("admin/", admin.site.urls), path("", include("helpdesk.urls")),
    ]  # fmt: skip


def fill_theirs(count: int, queues: int) -> Any:
    """The proportions of `bench.tasks.fill`: units, states, days; a third has something beside it."""
    from datetime import timedelta

    from django.contrib.auth.models import User
    from django.utils import timezone
    from helpdesk.models import FollowUp, Queue, Ticket, UserSettings

    now = timezone.now()
    staff = User.objects.bulk_create(
        User(username=f"nguoi{n}", email=f"nguoi{n}@example.vn", is_staff=True, is_superuser=True)
        for n in range(PEOPLE)
    )
    UserSettings.objects.create(user=staff[0], tickets_per_page=ROWS)
    Queue.objects.bulk_create(
        Queue(id=n, title=f"UBND xã Số {n}", slug=f"q{n}") for n in range(1, queues + 1)
    )

    def tickets() -> Iterator[Any]:
        for n in range(1, count + 1):
            state = STATES[n % len(STATES)]
            days = None if n % 5 == 0 or state == "done" else now + timedelta(days=n % 240 - 60)
            yield Ticket(
                id=n, title=f"Rà soát, báo cáo kết quả việc số {n}", queue_id=n * 11 % queues + 1,
                modified=now, due_date=days, status=STATUS.get(state, OPEN), description=f"Việc số {n}",
                assigned_to=staff[n % PEOPLE] if n % 10 else None,
                submitter_email=f"nguoi{n % 997}@example.vn",
            )  # fmt: skip

    Ticket.objects.bulk_create(tickets(), batch_size=2_000)
    FollowUp.objects.bulk_create(
        (FollowUp(ticket_id=n, date=now, title="Đã nhận", user=staff[0], public=True)
         for n in range(1, count + 1, 3)),
        batch_size=2_000,
    )  # fmt: skip
    return staff[0]


if __name__ == "__main__":
    main()
