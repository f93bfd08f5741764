from __future__ import annotations

from django.db import models

from gandan.domain.directory.models.account import Account


class SecondFactor(models.Model):
    """What an account shows besides its password: codes of an authenticator (RFC 6238).

    `sealed` is the shared secret, encrypted; `recovery` holds the hashes of the codes of last resort
    that are left. `last_step` is the time step of the last code taken, so that none serves twice.
    """

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="second_factor")
    sealed = models.TextField()
    set_at = models.DateTimeField()
    last_step = models.BigIntegerField(default=0)
    recovery = models.JSONField(default=list)
    failures = models.PositiveSmallIntegerField(default=0)
    failed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.account}: mã xác thực"
