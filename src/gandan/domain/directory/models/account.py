from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from gandan.domain.directory.models.dated import Dated
from gandan.domain.directory.models.person import Person
from gandan.domain.directory.models.unit import Unit


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, username: str, password: str | None = None) -> Account:
        account = self.model(username=username)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Who signs in. What it may do is said by its `grants`, never by a flag on itself.

    An account without a person is a machine (the account "gandan" that imports from a command).
    """

    username = models.CharField("tên đăng nhập", max_length=60, unique=True)
    person = models.OneToOneField(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="account"
    )
    is_active = models.BooleanField("đang dùng", default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AccountManager()

    USERNAME_FIELD = "username"

    class Meta:
        ordering = ["username"]

    def __str__(self) -> str:
        return self.person.name if self.person else self.username


class Role(models.TextChoices):
    ADMINISTRATOR = "administrator", "quản trị"
    CLERK = "clerk", "văn thư"
    HEAD = "head", "lãnh đạo đơn vị"
    OFFICER = "officer", "chuyên viên"
    READER = "reader", "người đọc"


class RoleGrant(Dated):
    """A role held in one unit, and with it in the units below, for a time; without a unit, in
    every unit (the machine's account and the first administrator, before there is any unit)."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="grants")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )
    role = models.CharField("vai trò", max_length=14, choices=Role.choices)

    class Meta(Dated.Meta):
        ordering = ["account", "unit", "role"]

    def __str__(self) -> str:
        return f"{self.account}: {self.get_role_display()} ({self.unit or 'mọi đơn vị'})"
