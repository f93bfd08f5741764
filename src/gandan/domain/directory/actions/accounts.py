"""Accounts and the roles they hold."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from gandan.domain.directory.access import must
from gandan.domain.directory.models import Account, Person, Role, RoleGrant, Unit
from gandan.domain.directory.models.dated import valid_on
from gandan.kernel.events import record
from gandan.kernel.refusal import Refused

MACHINE = "gandan"


@transaction.atomic
def machine_account(at: datetime) -> Account:
    """The account under which commands of this machine act; made when first asked for.

    Nobody signs in with it. Who can run a command here already owns the data folder, so it may
    set up units and accounts and receive documents, in every unit.
    """
    account = Account.objects.filter(username=MACHINE).first()
    if account is None:
        account = Account.objects.create_user(MACHINE)
        for role in (Role.ADMINISTRATOR, Role.CLERK):
            RoleGrant.objects.create(account=account, role=role)
        record("account.open", account, actor=account, at=at, data={"machine": True})
    return account


@transaction.atomic
def open_account(
    username: str, person: Person, password: str, *, unit: Unit, actor: Account, at: datetime
) -> Account:
    """Let a person sign in. The account may do nothing until it holds a role."""
    must(actor, "manage_accounts", unit, on=timezone.localdate(at))
    if Account.objects.filter(username=username).exists():
        raise Refused(f"Tên đăng nhập {username} đã có người dùng. Chưa lưu gì. Hãy chọn tên khác.")
    account = Account(username=username, person=person)
    _accept_password(account, password)
    account.save()
    record("account.open", account, actor=actor, at=at, unit_id=unit.pk)
    return account


@transaction.atomic
def set_password(account: Account, password: str, *, actor: Account, at: datetime) -> None:
    """Everybody changes their own; an administrator of a unit of the account, any of its people."""
    if actor != account:
        must_manage(account, actor, at)
    _accept_password(account, password)
    account.save(update_fields=["password"])
    record("account.password", account, actor=actor, at=at)


@transaction.atomic
def close_account(account: Account, *, actor: Account, at: datetime) -> None:
    """The person may not sign in any more; open sessions end with the next request."""
    must_manage(account, actor, at)
    if account == actor:
        raise Refused("Bạn không thể tự đóng tài khoản đang dùng. Hãy nhờ người quản trị khác.")
    account.is_active = False
    account.save(update_fields=["is_active"])
    record("account.close", account, actor=actor, at=at)


@transaction.atomic
def grant_role(
    account: Account,
    role: str,
    unit: Unit,
    *,
    actor: Account,
    at: datetime,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> RoleGrant:
    """Give a role in a unit (and below it). Granting what is held already changes nothing."""
    today = timezone.localdate(at)
    must(actor, "manage_accounts", unit, on=today)
    if role not in Role.values:
        raise Refused(f"Không có vai trò “{role}”. Chưa lưu gì.")
    if valid_from and valid_to and valid_to < valid_from:
        raise Refused("Ngày cuối đứng trước ngày đầu. Chưa lưu gì. Hãy sửa ngày.")
    held = RoleGrant.objects.filter(valid_on(valid_from or today), account=account, unit=unit)
    kept = held.filter(role=role, valid_to=valid_to).first()
    if kept is not None:
        return kept
    grant = RoleGrant.objects.create(
        account=account, role=role, unit=unit, valid_from=valid_from, valid_to=valid_to
    )
    record(
        "role.grant", grant, actor=actor, at=at, unit_id=unit.pk,
        data={"role": role, "account": account.pk},
    )  # fmt: skip
    return grant


@transaction.atomic
def end_grant(grant: RoleGrant, *, actor: Account, at: datetime) -> None:
    """Take a role back at once: the account has it no more from today on."""
    today = timezone.localdate(at)
    must(actor, "manage_accounts", grant.unit, on=today)
    yesterday = today - timedelta(days=1)
    if grant.valid_from is not None and grant.valid_from > yesterday:
        grant.valid_from = yesterday
    grant.valid_to = yesterday
    grant.save(update_fields=["valid_from", "valid_to"])
    record("role.end", grant, actor=actor, at=at, unit_id=grant.unit_id)


def must_manage(account: Account, actor: Account, at: datetime) -> None:
    """Part of a verb: every unit in which the account holds a role must be one that the actor administers."""
    today = timezone.localdate(at)
    grants = list(account.grants.filter(valid_on(today)).select_related("unit"))
    for unit in [grant.unit for grant in grants] or [None]:
        must(actor, "manage_accounts", unit, on=today)


def _accept_password(account: Account, password: str) -> None:
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise Refused(f"Mật khẩu chưa đủ mạnh: {' '.join(error.messages)} Chưa lưu gì.") from error
    account.set_password(password)
