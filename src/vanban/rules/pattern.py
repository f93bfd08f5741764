"""Patterns compiled once for a machine, not once for a process.

Compiling the patterns of this library takes a second, reading a page a few hundredths of one. So the
compiled forms may be kept in the folder that `VANBAN_CACHE` names, as Python keeps compiled modules:
a file that is absent, foreign, old or damaged only means that the patterns are compiled anew. Nothing
but compiled patterns is ever loaded from it. A program that does not name a folder keeps nothing; the
command `gandan` names one.
"""

from __future__ import annotations

import atexit
import io
import marshal
import os
import pickle
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, AnyStr, cast

import regex

from vanban.rules.needs import Needs, needs_of
from vanban.rules.placed import MAGIC, Form, Unsayable, form_of, made_of

_Key = tuple[str | bytes, int]
# A file that holds so many times what one run uses is written anew with that alone.
_STALE = 4


class _OnlyPatterns(pickle.Unpickler):
    """Loads compiled patterns and refuses everything else."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) == ("regex._regex", "compile"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no pattern")


class _Kept:
    """The compiled forms kept in one file, and those that this run had to add."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._forms = _loaded(file) if file else {}
        self._used: dict[_Key, bytes] = {}
        self._is_new = False

    def pattern(self, key: _Key) -> regex.Pattern[Any]:
        form = self._forms.get(key)
        if form:
            with suppress(Exception):
                found: regex.Pattern[Any] = _OnlyPatterns(io.BytesIO(form)).load()
                self._used[key] = form
                return found
        made: regex.Pattern[Any] = regex.compile(key[0], key[1])
        self._used[key] = pickle.dumps(made)
        self._is_new = True
        return made

    def placed(self, key: _Key) -> regex.Pattern[str] | None:
        """The same pattern for `re`; None where that cannot say it."""
        text, flags = key
        place = (f"re {MAGIC} {text!s}", flags)
        form = self._forms.get(place)
        if form:
            with suppress(ValueError, EOFError, TypeError, RuntimeError, OverflowError):
                kept = marshal.loads(form)  # noqa: S302  from our own file, as above
                found = made_of(kept) if kept else None
                self._used[place] = form
                return found
        try:
            said: Form | None = form_of(str(text), flags)
        except Unsayable:
            said = None
        self._used[place] = marshal.dumps(said)
        self._is_new = True
        return made_of(said) if said else None

    def needs(self, key: _Key) -> Needs:
        """What the pattern cannot match without, read off it once for the machine as well."""
        text, flags = key
        place = (f"needs {text!s}", flags)
        form = self._forms.get(place)
        if form:
            with suppress(ValueError, EOFError, TypeError):
                opens, words = marshal.loads(form)  # noqa: S302  from our own file, as above
                self._used[place] = form
                return Needs(frozenset(opens), tuple(words))
        made = needs_of(str(text), spaced=bool(flags & regex.VERBOSE))
        self._used[place] = marshal.dumps((tuple(sorted(made.opens)), made.words))
        self._is_new = True
        return made

    def keep(self) -> None:
        """Write what is new, beside what was there; another process may do the same meanwhile."""
        if not (self._file and self._is_new):
            return
        forms = self._forms | self._used
        if len(forms) > _STALE * len(self._used):
            forms = self._used
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self._file.parent)
            with os.fdopen(handle, "wb") as out:
                out.write(marshal.dumps(forms))
            Path(name).replace(self._file)


def compiled(pattern: AnyStr, flags: int = 0) -> regex.Pattern[AnyStr]:
    """What `regex.compile` gives, taken from the cache folder where it can be."""
    return cast("regex.Pattern[AnyStr]", _kept().pattern((pattern, int(flags))))


def placed(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """A pattern that is only ever matched at a place, not searched for: by `re` where that can."""
    return _kept().placed((pattern, int(flags))) or compiled(pattern, flags)


def needed_by(pattern: regex.Pattern[str]) -> Needs:
    """What the pattern cannot match without."""
    return _kept().needs((pattern.pattern, pattern.flags))


@cache
def _kept() -> _Kept:
    kept = _Kept(_file())
    atexit.register(kept.keep)
    return kept


def _file() -> Path | None:
    """The file for this Python and this `regex`; None when no folder is named."""
    folder = os.environ.get("VANBAN_CACHE")
    if not folder:
        return None
    return Path(folder) / f"patterns-{sys.implementation.cache_tag}-{regex.__version__}"


def _loaded(file: Path) -> dict[_Key, bytes]:
    """The forms in the file, if it is ours: nobody else may have been able to write it."""
    try:
        with file.open("rb") as kept:
            if not _is_ours(os.fstat(kept.fileno())):
                return {}
            forms = marshal.loads(kept.read())  # noqa: S302  bytes keyed by text, checked below
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return forms if isinstance(forms, dict) else {}


def _is_ours(stat: os.stat_result) -> bool:
    if not hasattr(os, "getuid"):
        return True
    return stat.st_uid == os.getuid() and not stat.st_mode & 0o022
