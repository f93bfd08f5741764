"""A child process that does some work and is killed at a point of it, as by a power cut."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

from django.db import connection, connections


def do_and_be_killed(work: Callable[[], object], point: int, after: float) -> bool:
    """A child works until it has passed so many points (statements of SQL, files opened or renamed),
    or so many seconds, and is killed there. False: it came to its end before."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        die_at(point)
        work()
        os._exit(0)
    deadline = time.monotonic() + after
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.WIFSIGNALED(status)
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def die_at(point: int) -> None:
    passed = 0

    def pass_one() -> None:
        nonlocal passed
        passed += 1
        if passed == point:
            os.kill(os.getpid(), signal.SIGKILL)

    def around_sql(execute, sql, params, many, context):
        pass_one()
        done = execute(sql, params, many, context)
        pass_one()
        return done

    connection.execute_wrappers.append(around_sql)
    sys.addaudithook(lambda name, _: pass_one() if name in {"open", "os.rename"} else None)
