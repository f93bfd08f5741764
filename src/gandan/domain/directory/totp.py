"""Codes that an authenticator on a telephone shows: RFC 6238 over RFC 4226, SHA-1, 6 digits, 30 s.

SHA-1 in an HMAC is sound, and the only hash that every authenticator knows. Pure.
"""

from __future__ import annotations

import base64
import hmac
import secrets
import struct
from urllib.parse import quote

PERIOD = 30
DIGITS = 6
DRIFT = 1  # a telephone may be one period early or late


def new_secret() -> str:
    """160 random bits in base 32, as RFC 4226 recommends."""
    return base64.b32encode(secrets.token_bytes(20)).decode("ascii")


def code_at(secret: str, step: int) -> str:
    """The code of a time step (seconds since 1970 by 30)."""
    key = base64.b32decode(secret)
    digest = hmac.digest(key, struct.pack(">Q", step), "sha1")
    at = digest[-1] & 0x0F
    number = int.from_bytes(digest[at : at + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def step_of(secret: str, code: str, seconds: float) -> int | None:
    """The time step near `seconds` whose code this is; None if there is none."""
    now = int(seconds) // PERIOD
    steps = range(now - DRIFT, now + DRIFT + 1)
    given = code.encode("utf-8")
    matching = [
        step for step in steps if hmac.compare_digest(code_at(secret, step).encode(), given)
    ]
    return matching[-1] if matching else None


def address(secret: str, username: str) -> str:
    """What an authenticator reads from the QR picture."""
    name = quote(f"Gần Dân:{username}")
    return f"otpauth://totp/{name}?secret={secret}&issuer={quote('Gần Dân')}&digits={DIGITS}"
