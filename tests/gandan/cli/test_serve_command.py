"""`gandan serve` answers on the address that it prints, on every kind of machine."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import pytest

from gandan.cli import serve_command
from gandan.cli.beside import WorkBeside


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(port, path="/"):
    deadline = time.monotonic() + 20
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, b""
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


@pytest.mark.skipif(os.name == "nt", reason="gunicorn knows no Windows")
def test_it_serves_and_says_where(tmp_path):
    port = free_port()
    environment = {**os.environ, "GANDAN_DATA": str(tmp_path)}
    environment["DJANGO_SETTINGS_MODULE"] = "gandan.config.settings"
    command = [sys.executable, "-m", "gandan"]
    subprocess.run([*command, "migrate", "--quiet"], env=environment, check=True, timeout=120)
    server = subprocess.Popen(
        [*command, "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert f"http://127.0.0.1:{port}" in server.stdout.readline()
        status, page = fetch(port)
        assert status == 200
        assert b"<html" in page
        status, style = fetch(port, "/static/ui/fonts.css")
        assert (status, b"font-face" in style) == (200, True)
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=20)


def test_the_server_for_windows_answers_too():
    def application(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [environ["PATH_INFO"].encode()]

    port = free_port()
    serving = threading.Thread(
        target=serve_command._serve_plainly, args=(application, "127.0.0.1", port), daemon=True
    )
    serving.start()
    assert fetch(port, "/xin-chao") == (200, b"/xin-chao")


def children_of(pid):
    """The processes under a process: number and command line."""
    listed = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    rows = [line.split(maxsplit=1) for line in listed.stdout.splitlines()]
    return {int(number): said for number, said in rows}


def is_alive(pid):
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")


def until(asked, seconds=25):
    deadline = time.monotonic() + seconds
    while not asked() and time.monotonic() < deadline:
        time.sleep(0.1)
    return asked()


def workers_beside(server):
    return [pid for pid, said in children_of(server.pid).items() if "work --beside" in said]


@pytest.fixture
def served(tmp_path):
    """Start the server with some words; it is ended when the test ends."""
    started = []

    def serve(*words):
        environment = {**os.environ, "GANDAN_DATA": str(tmp_path)}
        environment["DJANGO_SETTINGS_MODULE"] = "gandan.config.settings"
        command = [sys.executable, "-m", "gandan"]
        subprocess.run([*command, "migrate", "--quiet"], env=environment, check=True, timeout=120)
        port = free_port()
        server = subprocess.Popen(
            [*command, "serve", "--port", str(port), *words],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        started.append(server)
        assert fetch(port)[0] == 200
        return server

    yield serve
    for server in started:
        server.kill()
        server.wait(20)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux lists them")
class TestTheWorkBesideTheServer:
    def test_one_for_all_workers_that_outlives_each_of_them_and_ends_with_the_server(self, served):
        server = served("--workers", "2")
        (work,) = workers_beside(server)
        others = [pid for pid, said in children_of(server.pid).items() if "--beside" not in said]
        os.kill(others[0], signal.SIGTERM)
        assert until(lambda: not is_alive(others[0]))
        assert is_alive(work), "a worker that ends is not the server"
        server.send_signal(signal.SIGTERM)
        server.wait(30)
        assert until(lambda: not is_alive(work))

    def test_it_ends_when_the_server_is_killed(self, served):
        server = served()
        (work,) = workers_beside(server)
        server.kill()
        assert until(lambda: not is_alive(work))

    def test_it_is_left_out_when_asked(self, served):
        assert workers_beside(served("--no-work")) == []


def test_work_that_dies_is_started_again(tmp_path):
    mark = tmp_path / "started"
    code = f"open({str(mark)!r}, 'a').write('x')"
    with WorkBeside((sys.executable, "-c", code), look=0.05, again_after=0.05):
        assert until(lambda: mark.exists() and len(mark.read_text()) >= 3)
    told = len(mark.read_text())
    time.sleep(0.5)
    assert len(mark.read_text()) == told
