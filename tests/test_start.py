"""`python3 start.py` runs before anything is installed, and says in words what it lacks."""

import ast
import importlib.util
import json
import socket
import sys
from pathlib import Path

import pytest

PATH = Path(__file__).resolve().parents[1] / "start.py"


@pytest.fixture
def start(tmp_path, monkeypatch):
    """The script, loaded as a module, with its environment and data in a folder that vanishes."""
    spec = importlib.util.spec_from_file_location("start", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(module, "DATA", tmp_path / "data")
    return module


def test_it_needs_nothing_but_the_standard_library():
    tree = ast.parse(PATH.read_text("utf-8"))
    needed = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    needed |= {n.module.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert needed <= set(sys.stdlib_module_names)


def test_an_old_python_can_read_it_and_say_what_is_wrong():
    ast.parse(PATH.read_text("utf-8"), feature_version=(3, 7))


def test_a_taken_port_is_refused_before_anything_is_done(start, capsys, monkeypatch):
    monkeypatch.setattr(start, "make_environment", lambda dev: pytest.fail("too early"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert start.main(["--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert f"Không mở được cổng {port}" in said
    assert "--port 8080" in said


def test_no_port_beyond_the_last_one(start, capsys):
    assert start.main(["--port", "70000"]) == 2
    assert "70000" in capsys.readouterr().err


def test_an_old_python_without_uv_is_told_what_to_install(start, monkeypatch):
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    with pytest.raises(start.StartError, match=r"Cần Python 3\.11 trở lên, đây là 3\.9"):
        start.interpreter()


def test_a_newer_python_on_the_path_is_used(start, monkeypatch):
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(start.shutil, "which", lambda name: name if name == "python3.12" else None)
    monkeypatch.setattr(start, "succeeds", lambda *words: True)
    assert start.interpreter() == "python3.12"


def test_a_python_without_venv_names_the_package_of_debian(start, monkeypatch):
    monkeypatch.setattr(start, "sound", lambda: False)
    monkeypatch.setattr(start, "succeeds", lambda *words: False)
    with pytest.raises(start.StartError, match="apt install python3-venv"):
        start.install_by_pip(dev=False)


def test_a_shim_of_uv_that_does_not_answer_is_no_uv(start, monkeypatch, tmp_path):
    shim = tmp_path / "uv"
    shim.write_text("#!/bin/sh\nexit 127\n")
    shim.chmod(0o755)
    monkeypatch.delenv("GANDAN_NO_UV", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not start.working_uv()


@pytest.fixture
def made(start, monkeypatch):
    """What would be made, written down instead of made."""
    asked = []
    monkeypatch.setattr(start, "sound", lambda: True)
    monkeypatch.setattr(start, "working_uv", lambda: True)
    monkeypatch.setattr(start, "sync_by_uv", asked.append)
    return asked


def test_the_environment_is_made_once_per_lock(start, made):
    start.make_environment(dev=False)
    start.make_environment(dev=False)
    assert made == [False]


def test_the_tools_for_tests_are_added_when_asked_and_serve_for_running_too(start, made):
    start.make_environment(dev=False)
    start.make_environment(dev=True)
    start.make_environment(dev=False)
    assert made == [False, True]


def test_another_lock_makes_another_environment(start, made):
    start.make_environment(dev=True)
    start.STAMP.write_text(json.dumps({"dev": "the digest of an older lock"}))
    start.make_environment(dev=True)
    assert made == [True, True]


def test_the_samples_are_loaded_once_and_again_into_an_empty_database(start, monkeypatch):
    loaded = []
    monkeypatch.setattr(start, "output", lambda command: loaded.append(command) or "accounts")
    for again in (False, False, True):
        assert start.load_samples(into="", again=again) == "accounts"
    start.load_samples(into="postgresql://elsewhere", again=False)
    assert len(loaded) == 3


def test_a_step_that_fails_stops_with_its_command(start):
    with pytest.raises(start.StartError, match="failed"):
        start.run([sys.executable, "-c", "raise SystemExit(3)"])
