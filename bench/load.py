"""An office hour: 50 officers and 200 citizens at once, against the program as it is run.

    GANDAN_DATABASE_URL=postgresql://… .venv/bin/python -m bench.load [--seconds 60] [--petitions 20000]

Fills an empty database with the sample province and made-up petitions, starts `gandan serve` with two
workers on loopback, signs the officers in, and lets everybody read, search, record and send with the
pauses that people make. Prints, by kind of page: how many, errors, median, 95th percentile.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import secrets
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests
from bench.memory import Writer
from requests.adapters import HTTPAdapter

OFFICERS, CITIZENS, WORKERS = 50, 200, 2
PASSWORD = "gandan-demo"
ACCOUNTS = ("vanthu", "lanhdao", "chuyenvien", "lanhdao.mttq", "chuyenvien.mttq", "lanhdao.danvan")
WORDS = ("duong", "kiến nghị", "nuoc sach", "giai phong mat bang", "cầu", "trường học", "ke hoach")
ENOUGH_ERRORS = 5


class Measured:
    """Seconds of every answer by the kind of page, and what went wrong."""

    def __init__(self) -> None:
        self.times: dict[str, list[float]] = defaultdict(list)
        self.wrong: list[str] = []
        self.lock = threading.Lock()
        self.counting = False

    def note(self, kind: str, seconds: float, fault: str) -> None:
        with self.lock:
            if not self.counting:
                return
            self.times[kind].append(seconds)
            if fault:
                self.wrong.append(f"{kind}: {fault}")


class Visitor(threading.Thread):
    """Somebody with a browser of their own, from an address of their own."""

    def __init__(self, address: str, number: int, measured: Measured, until: float) -> None:
        super().__init__(daemon=True)
        self.address, self.measured, self.until = address, measured, until
        self.chance = random.Random(number)
        self.session = requests.Session()
        self.session.mount("http://", FromAddress(f"127.0.{1 + number // 200}.{1 + number % 200}"))

    def run(self) -> None:
        time.sleep(self.chance.uniform(0, 5))
        while time.monotonic() < self.until:
            self.visit()
            time.sleep(self.chance.uniform(*self.pause))

    pause = (4.0, 10.0)

    def visit(self) -> None:
        raise NotImplementedError

    def get(self, kind: str, path: str, **query: str) -> str:
        return self._asked(kind, lambda: self.session.get(self.address + path, params=query))

    def post(self, kind: str, path: str, said: dict[str, str]) -> str:
        said = {**said, "csrfmiddlewaretoken": self.session.cookies.get("csrftoken", "")}
        headers = {"Referer": self.address + path}
        return self._asked(
            kind, lambda: self.session.post(self.address + path, data=said, headers=headers)
        )

    def _asked(self, kind: str, ask: Callable[[], requests.Response]) -> str:
        begun = time.perf_counter()
        try:
            answer = ask()
        except requests.RequestException as error:
            self.measured.note(kind, time.perf_counter() - begun, type(error).__name__)
            return ""
        fault = "" if answer.ok else f"{answer.status_code}"
        self.measured.note(kind, time.perf_counter() - begun, fault)
        return answer.text


class FromAddress(HTTPAdapter):
    """Connections from one loopback address: limits by address see as many people as there are."""

    def __init__(self, source: str) -> None:
        self.source = source
        super().__init__()

    def init_poolmanager(self, *given: Any, **more: Any) -> None:
        super().init_poolmanager(*given, source_address=(self.source, 0), **more)


class Officer(Visitor):
    def __init__(self, *given: Any, account: str) -> None:
        super().__init__(*given)
        self.account = account

    def sign_in(self) -> None:
        self.get("sign-in", "/sign-in/")
        page = self.post("sign-in", "/sign-in/", {"username": self.account, "password": PASSWORD})
        assert "rail" in page, f"{self.account} could not sign in"

    def visit(self) -> None:
        steps: list[Callable[[], object]] = [
            lambda: self.get("home", "/"),
            lambda: self.get("tasks", "/tasks/"),
            lambda: self.get("plans", "/plans/"),
            lambda: self.get("search", "/find/", q=self.chance.choice(WORDS)),
            self.read_a_petition,
            self.record_a_meeting,
        ]
        self.chance.choice(steps)()

    def read_a_petition(self) -> None:
        page = self.get("petitions", "/petitions/", q=self.chance.choice(("", *WORDS)))
        found = re.findall(r'href="(/petitions/\d+/)"', page)
        if found:
            self.get("petition", self.chance.choice(found))

    def record_a_meeting(self) -> None:
        page = self.get("sheet", "/meetings/new/")
        unit = re.search(r'<select name="unit".*?<option value="(\d+)"', page, re.S)
        if unit is None:
            return
        self.post(
            "record", "/meetings/new/",
            {
                "key": secrets.token_hex(16), "unit": unit[1], "held_on": "2026-03-02",
                "place": "Nhà văn hóa", "tier": "commune", "mode": "in-person",
                "attendees": "40", "opinions": "1", "said": "Đề nghị sửa đường.",
            },
        )  # fmt: skip


class Citizen(Visitor):
    pause = (5.0, 15.0)

    def visit(self) -> None:
        steps: list[Callable[[], object]] = [
            lambda: self.get("portal", "/dan/"),
            lambda: self.get("lookup", "/dan/tra-cuu/", code="KN-00000-00000"),
            self.read_answers,
            self.read_answers,
            lambda: self.get("send form", "/dan/gui/"),
        ]
        self.chance.choice(steps)()

    def read_answers(self) -> None:
        page = self.get("answers", "/dan/hoi-dap/", q=self.chance.choice(("", *WORDS)))
        found = re.findall(r'href="(/dan/hoi-dap/[\w-]+/)"', page)
        if found:
            self.get("answer", self.chance.choice(found))


def made_petitions(path: Path, count: int) -> None:
    writer = Writer(3)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            said = {"text": writer.petition(), "date": f"2026-0{1 + number % 9}-11"}
            file.write(json.dumps(said, ensure_ascii=False) + "\n")


@contextmanager
def served(petitions: int) -> Iterator[str]:
    """The program on a free port of loopback, over a database that this fills."""
    with tempfile.TemporaryDirectory(prefix="gandan-load-") as folder:
        around = {**os.environ, "GANDAN_DATA": folder}
        gandan = [sys.executable, "-m", "gandan"]
        file = Path(folder) / "petitions.jsonl"
        made_petitions(file, petitions)
        for words in (["migrate"], ["samples"], ["petitions", "load", str(file)]):
            done = subprocess.run(
                [*gandan, *words], env=around, check=False, capture_output=True, text=True
            )
            # 2: some made-up rows looked like denunciations and were refused, as they should be.
            assert done.returncode in {0, 2}, done.stderr
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = subprocess.Popen(
            [*gandan, "serve", "--port", str(port), "--workers", str(WORKERS)], env=around
        )
        try:
            yield _answering(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait(20)


def _answering(address: str) -> str:
    for _ in range(100):
        try:
            requests.get(f"{address}/sign-in/", timeout=5)
        except (requests.ConnectionError, requests.Timeout):
            time.sleep(0.2)
        else:
            return address
    raise SystemExit("the program did not begin to answer")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--petitions", type=int, default=20_000)
    args = parser.parse_args()
    database = "PostgreSQL" if os.environ.get("GANDAN_DATABASE_URL") else "SQLite"
    with served(args.petitions) as address:
        measured = Measured()
        until = time.monotonic() + args.seconds + 60
        officers = [
            Officer(address, number, measured, until, account=ACCOUNTS[number % len(ACCOUNTS)])
            for number in range(OFFICERS)
        ]
        for officer in officers:
            officer.sign_in()
        citizens = [
            Citizen(address, OFFICERS + number, measured, until) for number in range(CITIZENS)
        ]
        begun = time.monotonic()
        for one in (*officers, *citizens):
            one.until = begun + 10 + args.seconds
            one.start()
        time.sleep(10)  # until everybody has come
        measured.counting = True
        for one in (*officers, *citizens):
            one.join()
    told(measured, args.seconds, database)


def told(measured: Measured, seconds: float, database: str) -> None:
    every = sorted(time_ for times in measured.times.values() for time_ in times)
    print(
        f"{OFFICERS} officers, {CITIZENS} citizens, {database}, {WORKERS} workers: "
        f"{len(every) / seconds:.0f} requests/s, errors {len(measured.wrong)} of {len(every)}"
    )
    rows = [("all", every), *sorted((kind, sorted(t)) for kind, t in measured.times.items())]
    for kind, times in rows:
        p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
        print(f"{kind:12}{len(times):>6}  p50 {p50 * 1e3:6.0f} ms  p95 {p95 * 1e3:6.0f} ms")
    for fault in sorted(set(measured.wrong))[:ENOUGH_ERRORS]:
        print(f"  {fault}: {measured.wrong.count(fault)}")


if __name__ == "__main__":
    main()
