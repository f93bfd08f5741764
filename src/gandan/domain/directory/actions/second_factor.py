"""Set up, ask and take away the second factor of an account."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction

from gandan.domain.directory import totp
from gandan.domain.directory.actions.accounts import must_manage
from gandan.domain.directory.models import Account, SecondFactor
from gandan.domain.directory.sealing import seal, unseal
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused

RECOVERY_CODES = 10
TRIES = 5
WAIT = timedelta(minutes=10)


@transaction.atomic
def set_second_factor(account: Account, secret: str, code: str, *, at: datetime) -> list[str]:
    """Switch it on with a secret that an authenticator has, as its first code shows; gives the codes
    of last resort, which are shown once."""
    if _held(account) is not None:
        raise Refused("Mã xác thực đã bật. Muốn đổi điện thoại thì tắt rồi bật lại.")
    step = totp.step_of(secret, _typed(code), at.timestamp())
    if step is None:
        raise Refused("Mã không khớp. Chưa bật. Hãy xem giờ trên điện thoại rồi gõ mã đang hiện.")
    codes = [_new_recovery_code() for _ in range(RECOVERY_CODES)]
    SecondFactor.objects.create(
        account=account,
        sealed=seal(secret),
        set_at=at,
        last_step=step,
        recovery=[_hashed(each) for each in codes],
    )
    record("account.factor_on", account, actor=account, at=at)
    return codes


@transaction.atomic
def pass_second_factor(account: Account, code: str, *, at: datetime) -> bool:
    """Whether a code opens the door now: of the authenticator, each once, or of last resort. After
    five wrong ones in a row one waits ten minutes: Refused."""
    factor = _held(account)
    if factor is None or not account.is_active:
        return False
    waits = factor.failures >= TRIES and factor.failed_at is not None
    if waits and factor.failed_at is not None and at < factor.failed_at + WAIT:
        raise Refused("Đã gõ sai nhiều lần. Hãy đợi 10 phút rồi đăng nhập lại.")
    typed = _typed(code)
    step = totp.step_of(unseal(factor.sealed), typed, at.timestamp())
    if step is not None and step > factor.last_step:
        factor.last_step = step
    elif _hashed(typed) in factor.recovery:
        factor.recovery = [each for each in factor.recovery if each != _hashed(typed)]
        record("account.recover", account, actor=account, at=at)
    else:
        factor.failures = 1 if waits else factor.failures + 1
        factor.failed_at = at
        factor.save()
        return False
    factor.failures = 0
    factor.save()
    return True


@transaction.atomic
def remove_second_factor(account: Account, *, actor: Account, at: datetime) -> None:
    """Everybody removes their own; an administrator, that of somebody who lost the telephone."""
    if actor != account:
        must_manage(account, actor, at)
    removed, _ = SecondFactor.objects.filter(account=account).delete()
    if not removed:
        raise Refused("Tài khoản này không bật mã xác thực. Chưa có gì thay đổi.")
    record("account.factor_off", account, actor=actor, at=at)


def _held(account: Account) -> SecondFactor | None:
    return SecondFactor.objects.select_for_update().filter(account=account).first()


def _typed(code: str) -> str:
    return "".join(code.split()).replace("-", "").lower()


def _new_recovery_code() -> str:
    """50 random bits in two groups, to be typed from paper."""
    signs = "abcdefghjkmnpqrstuvwxyz23456789"
    word = "".join(secrets.choice(signs) for _ in range(10))
    return f"{word[:5]}-{word[5:]}"


def _hashed(code: str) -> str:
    """A fast hash is enough: the codes are random, not chosen."""
    return hashlib.sha256(_typed(code).encode()).hexdigest()
