#!/usr/bin/env python3
"""Gần Dân with nothing installed but git and Python 3.11 or later.

    python3 start.py                  make .venv, prepare the data, serve http://127.0.0.1:8000
    python3 start.py --port 8080      the same on another port
    python3 start.py test [ARGS…]     make what is missing, run every test (ARGS go to pytest)
    python3 start.py setup [--dev]    make .venv only; the command is then .venv/bin/gandan

Only the standard library is used, because this file runs before anything is installed. The syntax
stays that of Python 3.7, so that an older Python can say what is wrong instead of failing to parse.
"""

import argparse
import hashlib
import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
DATA = HERE / os.environ.get("GANDAN_DATA", "data")
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "gandan-stamp.json"
FLOOR = (3, 11)
CHROMIUM = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


class StartError(Exception):
    """One sentence for the person at the keyboard; the program ends with it."""


def main(given):
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    os.environ["PYTHONUTF8"] = "1"
    try:
        if given[:1] == ["test"]:
            return test(given[1:])
        parser = argparse.ArgumentParser(prog="start.py", description=__doc__.splitlines()[0])
        parser.add_argument("verb", nargs="?", choices=["serve", "setup", "test"], default="serve")
        parser.add_argument("--port", type=int, default=8000, help="the port (8000)")
        parser.add_argument("--dev", action="store_true", help="setup: with the tools for tests")
        args = parser.parse_args(given)
        if args.verb == "setup":
            make_environment(dev=args.dev)
            say(f"Xong. Lệnh là / The command is: {BIN / 'gandan'}")
            return 0
        return serve(args.port)
    except StartError as stop:
        print(stop, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def serve(port):
    refuse_a_taken_port(port)
    make_environment(dev=False)
    elsewhere = os.environ.get("GANDAN_DATABASE_URL", "")
    empty = not elsewhere and not (DATA / "gandan.sqlite3").exists()
    begun = step("Cơ sở dữ liệu / Database")
    run([PYTHON, "-m", "gandan", "migrate"])
    done(begun)
    accounts = load_samples(into=elsewhere, again=empty)
    say(f"\nĐịa chỉ / Address:  http://127.0.0.1:{port}   (Ctrl+C để dừng / to stop)\n")
    say(accounts)
    os.chdir(str(HERE))
    command = [str(PYTHON), "-m", "gandan", "serve", "--port", str(port)]
    if not WINDOWS:
        os.execv(command[0], command)  # so that ending this process ends the server
    return subprocess.call(command)


def test(arguments):
    make_environment(dev=True)
    if not (os.environ.get("GANDAN_CHROMIUM") or any(map(shutil.which, CHROMIUM))):
        say(
            "Không thấy Chromium, bỏ qua phép thử trình duyệt. / No Chromium: browser tests are skipped."
        )
    spread = [] if any(word.startswith(("-n", "--pdb")) for word in arguments) else ["-n", "auto"]
    return subprocess.call([str(PYTHON), "-m", "pytest", *spread, *arguments], cwd=str(HERE))


# -- the environment -------------------------------------------------------------------------------


def make_environment(dev):
    """`.venv` as `uv.lock` has it. Nothing is done when the stamp of the last time still holds."""
    wanted = digest([HERE / "uv.lock", Path(__file__).resolve()])
    made = stamp_of(STAMP)
    if sound() and (made.get("dev") == wanted or (not dev and made.get("run") == wanted)):
        return
    begun = step(
        "Môi trường Python / Python environment .venv (lần đầu vài phút / a while at first)"
    )
    if working_uv():
        sync_by_uv(dev)
    else:
        install_by_pip(dev)
    STAMP.write_text(json.dumps({"dev" if dev else "run": wanted}), "utf-8")
    done(begun)


def sync_by_uv(dev):
    # --inexact: a start after a test must not take the test tools away again.
    command = ["uv", "sync", "--quiet", "--locked", "--inexact"]
    run([*command, *([] if dev else ["--no-dev"])], UV_PROJECT_ENVIRONMENT=str(VENV))


def install_by_pip(dev):
    if not sound():
        python = interpreter()
        if not succeeds(python, "-c", "import ensurepip, venv"):
            raise StartError(
                "Python này thiếu venv. Trên Debian/Ubuntu: sudo apt install python3-venv\n"
                "This Python lacks venv. On Debian/Ubuntu: sudo apt install python3-venv"
            )
        run([python, "-m", "venv", "--clear", VENV])
    listed = HERE / ("requirements-dev.txt" if dev else "requirements.txt")
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    run([*pip, "--require-hashes", "--no-deps", "-r", listed], PIP_USER="0")
    link_the_sources()


def link_the_sources():
    """The project itself: a path file and the command. No build tool is asked for."""
    where = output([PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
    Path(where, "gandan-sources.pth").write_text(f"{HERE / 'src'}\n", "utf-8")
    if WINDOWS:
        (BIN / "gandan.cmd").write_text('@"%~dp0python.exe" -m gandan %*\n', "utf-8")
        return
    # sh finds the interpreter: a "#!" line may hold no long path and none with blanks.
    command = BIN / "gandan"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(str(PYTHON))} -m gandan "$@"\n', "utf-8")
    command.chmod(0o755)


def interpreter():
    if sys.version_info >= FLOOR:
        return sys.executable
    for name in ("python3.13", "python3.12", "python3.11"):
        if shutil.which(name) and succeeds(name, "--version"):
            return name
    have = ".".join(map(str, sys.version_info[:2]))
    raise StartError(
        f"Cần Python 3.11 trở lên, đây là {have}. Hãy cài Python mới hơn, hoặc uv (docs.astral.sh/uv).\n"
        f"Python 3.11 or later is needed, this is {have}. Install it, or uv (docs.astral.sh/uv)."
    )


def working_uv():
    """A uv that answers: a shim may be on PATH with nothing behind it."""
    return (
        not os.environ.get("GANDAN_NO_UV")
        and bool(shutil.which("uv"))
        and succeeds("uv", "--version")
    )


def sound():
    """Is there an interpreter in .venv that starts, and new enough? A copied folder has none."""
    enough = f"import sys; sys.exit(sys.version_info < {FLOOR})"
    return PYTHON.exists() and succeeds(PYTHON, "-c", enough)


# -- the data --------------------------------------------------------------------------------------


def load_samples(into, again):
    """The sample province, once per version of it and database; gives what was said of accounts."""
    stamp = DATA / "samples-loaded.json"
    wanted = digest(sorted(path for path in (HERE / "samples").rglob("*") if path.is_file()), into)
    kept = stamp_of(stamp)
    if kept.get("samples") == wanted and not again:
        return kept["said"]
    begun = step("Tỉnh mẫu / Sample province")
    said = output([PYTHON, "-m", "gandan", "samples"])
    done(begun)
    DATA.mkdir(parents=True, exist_ok=True)
    stamp.write_text(json.dumps({"samples": wanted, "said": said}), "utf-8")
    return said


def refuse_a_taken_port(port):
    with socket.socket() as probe:
        if not WINDOWS:  # there it would let two programs share the port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            other = 8080 if port != 8080 else 8090
            raise StartError(
                f"Không mở được cổng {port}, có lẽ đang có chương trình khác dùng. "
                f"Hãy thử: python3 start.py --port {other}\n"
                f"Port {port} cannot be opened, probably in use. "
                f"Try: python3 start.py --port {other}"
            ) from error


# -- saying and running ----------------------------------------------------------------------------


def stamp_of(path):
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def digest(paths, also=""):
    total = hashlib.sha256(also.encode())
    for path in paths:
        total.update(str(path).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def run(command, **environment):
    words = [str(word) for word in command]
    around = {**os.environ, **environment}
    if subprocess.call(words, cwd=str(HERE), env=around, stdin=subprocess.DEVNULL):
        raise StartError(f"\nBước này không xong / This step failed: {' '.join(words)}")


def output(command):
    words = [str(word) for word in command]
    try:
        said = subprocess.check_output(words, cwd=str(HERE), stdin=subprocess.DEVNULL)
    except subprocess.CalledProcessError as error:
        shown = error.output.decode("utf-8", "replace")
        raise StartError(
            f"{shown}\nBước này không xong / This step failed: {' '.join(words)}"
        ) from error
    return said.decode("utf-8", "replace").strip()


def succeeds(*words):
    silent = {
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "stdin": subprocess.DEVNULL,
    }
    return subprocess.call([str(word) for word in words], **silent) == 0


def step(what):
    say(f"• {what} …")
    return time.monotonic()


def done(begun):
    say(f"  xong / done, {time.monotonic() - begun:.1f} s")


def say(words):
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
