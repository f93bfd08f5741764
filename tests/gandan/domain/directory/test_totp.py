"""The codes of an authenticator are those of the standard."""

import base64

import pytest

from gandan.domain.directory import totp

SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"), (1111111109, "081804"), (1111111111, "050471"),
        (1234567890, "005924"), (2000000000, "279037"), (20000000000, "353130"),
    ],
)  # fmt: skip
def test_the_vectors_of_rfc_6238(seconds, code):
    """Appendix B, SHA-1, the last six of its eight digits."""
    assert totp.code_at(SECRET, seconds // 30) == code
    assert totp.step_of(SECRET, code, seconds) == seconds // 30


@pytest.mark.parametrize(("away", "taken"), [(-30, True), (30, True), (-75, False), (75, False)])
def test_a_telephone_may_be_one_period_off_and_no_more(away, taken):
    code = totp.code_at(SECRET, (1234567890 + away) // 30)
    assert (totp.step_of(SECRET, code, 1234567890) is not None) is taken


@pytest.mark.parametrize("junk", ["", "12345", "abcdef", "ạạạạạạ", "1234567"])
def test_what_is_no_code_matches_nothing(junk):
    assert totp.step_of(SECRET, junk, 1234567890) is None
