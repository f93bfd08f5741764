"""`gandan serve`: run the program on this machine."""

from __future__ import annotations

import argparse
import socketserver
import sys
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from gandan.cli.beside import WorkBeside
from gandan.cli.setup import setup

_THREADS = 8


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="cổng (mặc định 8000)")
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ (mặc định chỉ máy này)")
    parser.add_argument("--workers", type=int, default=1, help="số tiến trình (mặc định 1)")
    parser.add_argument(
        "--no-work", action="store_true",
        help="không chạy việc nền bên cạnh (khi “gandan work” đã chạy ở nơi khác)",
    )  # fmt: skip


def run(args: argparse.Namespace) -> int:
    setup()
    from gandan.config.wsgi import application

    print(f"Gần Dân: http://{args.host}:{args.port}  (Ctrl+C để dừng)", flush=True)
    with nullcontext() if args.no_work else WorkBeside():
        if sys.platform == "win32":
            return _serve_plainly(application, args.host, args.port)
        return _serve_by_gunicorn(application, args)


def _serve_by_gunicorn(application: Callable[..., Any], args: argparse.Namespace) -> int:
    """Threads, because a request waits for the database more than it computes."""
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            self.cfg.set("bind", f"{args.host}:{args.port}")
            self.cfg.set("worker_class", "gthread")
            self.cfg.set("workers", args.workers)
            self.cfg.set("threads", _THREADS)
            self.cfg.set("timeout", 120)
            self.cfg.set("loglevel", "warning")

        def load(self) -> Callable[..., Any]:
            return application

    Server().run()
    return 0


def _serve_plainly(application: Callable[..., Any], host: str, port: int) -> int:
    """The server of the standard library, one thread per request: gunicorn knows no Windows."""

    class Server(socketserver.ThreadingMixIn, WSGIServer):
        daemon_threads = True

    class Quiet(WSGIRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Requests are not logged: an address may name a case."""

    with make_server(host, port, application, Server, Quiet) as server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0
