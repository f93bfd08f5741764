"""Codes by which a petition is looked up: nobody can guess one from another."""

from __future__ import annotations

import hashlib
import secrets

_LETTERS = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # 32, without I, L, O, U: they are misread
_TABLE = bytes(_LETTERS[byte % 32] for byte in range(256))


def new_codes(count: int) -> list[str]:
    """Codes like "KN-7Q4M2-XK9RA": 50 random bits each."""
    drawn = secrets.token_bytes(10 * count).translate(_TABLE).decode("ascii")
    return [f"KN-{drawn[n : n + 5]}-{drawn[n + 5 : n + 10]}" for n in range(0, 10 * count, 10)]


def key_of_sending(key: str) -> str:
    """What tells one sending (a form, an opinion, a fact, a line of a register) from the rows of files."""
    return hashlib.sha256(f"sent:{key}".encode()).hexdigest()
