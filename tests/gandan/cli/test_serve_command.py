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
