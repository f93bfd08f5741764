"""Compiled patterns are kept between runs, and what is kept is never believed blindly."""

import marshal
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from vanban.rules.pattern import _Kept
from vanban.rules.placed import MAGIC

KEY = (r"k[ếe]\s+hoạch", int(regex.IGNORECASE))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "patterns"


def test_a_pattern_is_compiled_in_the_first_run_only(file, monkeypatch):
    first = _Kept(file)
    first.pattern(KEY)
    first.keep()
    monkeypatch.setattr(regex, "compile", lambda *_: pytest.fail("compiled again"))
    assert _Kept(file).pattern(KEY).search("KẾ  HOẠCH")


@pytest.mark.parametrize(
    "damage", [b"", b"nonsense", marshal.dumps([1]), marshal.dumps({KEY: b"x"})]
)
def test_a_damaged_file_only_costs_time(file, damage):
    file.write_bytes(damage)
    file.chmod(0o600)
    assert _Kept(file).pattern(KEY).search("kế hoạch")


def test_nothing_but_patterns_is_loaded(file, tmp_path):
    class Evil:
        def __reduce__(self):
            return Path.touch, (tmp_path / "run",)

    file.write_bytes(marshal.dumps({KEY: pickle.dumps(Evil())}))
    file.chmod(0o600)
    assert _Kept(file).pattern(KEY).search("kế hoạch")
    assert not (tmp_path / "run").exists()


def test_a_file_that_others_may_write_is_not_read(file, monkeypatch):
    first = _Kept(file)
    first.pattern(KEY)
    first.keep()
    file.chmod(0o666)
    compiled = []
    real = regex.compile
    monkeypatch.setattr(regex, "compile", lambda *a: compiled.append(a) or real(*a))
    _Kept(file).pattern(KEY)
    assert compiled


def test_forms_of_old_rules_are_dropped_in_time(file):
    old = _Kept(file)
    for number in range(20):
        old.pattern((f"a{number}", 0))
    old.keep()
    new = _Kept(file)
    new.pattern(KEY)
    new.keep()
    assert list(marshal.loads(file.read_bytes())) == [KEY]


def test_nothing_is_kept_unless_a_folder_is_named(tmp_path):
    script = "from vanban.rules.pattern import compiled; compiled('a+b')"
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    for named, kept in (({}, 0), ({"VANBAN_CACHE": str(tmp_path)}, 1)):
        subprocess.run([sys.executable, "-c", script], check=True, env={**home, **named})
        assert len(list(tmp_path.iterdir())) == kept


def test_a_pattern_for_a_place_is_made_in_the_first_run_only(file, monkeypatch):
    first = _Kept(file)
    first.placed(KEY)
    first.keep()
    monkeypatch.setattr("vanban.rules.pattern.form_of", lambda *_: pytest.fail("made again"))
    assert _Kept(file).placed(KEY).match("KẾ  HOẠCH")


@pytest.mark.parametrize("form", [b"", b"x", marshal.dumps(["a", 0, [1, 2], 0, {}, [None]])])
def test_a_damaged_pattern_for_a_place_only_costs_time(file, form):
    text, flags = KEY
    file.write_bytes(marshal.dumps({(f"re {MAGIC} {text}", flags): form}))
    file.chmod(0o600)
    assert _Kept(file).placed(KEY).match("kế hoạch")
