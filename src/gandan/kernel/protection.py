"""The database itself refuses to change the memory: the second lock behind `FrozenQuerySet`.

Triggers refuse UPDATE, DELETE and TRUNCATE on both databases. Who owns the tables could drop them;
on PostgreSQL the program therefore signs in as another role than the owner, and that role may only
read and add. On SQLite who holds the file holds everything: there only the chain and an anchor
kept elsewhere speak.
"""

from __future__ import annotations

from django.db import ProgrammingError, connection, transaction

from gandan.kernel.models import Anchor, ClockEdit, Event, Touched
from gandan.kernel.refusal import Refused

_TABLES = tuple(model._meta.db_table for model in (Event, Touched, Anchor, ClockEdit))
_SAID = "the memory of the program is append-only"


@transaction.atomic
def set_guards() -> None:
    """Make the triggers that are not there yet. Safe to run after every upgrade."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION kernel_append_only() RETURNS trigger LANGUAGE plpgsql "
                f"AS $$ BEGIN RAISE EXCEPTION '{_SAID}' USING ERRCODE = '42501'; END $$"
            )
        for table in _TABLES:
            for statement in _guards(table):
                cursor.execute(statement)


def guards_stand() -> bool:
    """Whether every trigger is there and on."""
    if connection.vendor == "postgresql":
        asked = "SELECT count(*) FROM pg_trigger WHERE tgname LIKE %s AND tgenabled = 'O'"
    else:
        asked = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
    with connection.cursor() as cursor:
        cursor.execute(asked, ["kernel%append_only%"])
        return bool(cursor.fetchone()[0] == sum(len(_guards(table)) for table in _TABLES))


def _guards(table: str) -> list[str]:
    if connection.vendor == "postgresql":
        return [
            f"CREATE OR REPLACE TRIGGER {table}_append_only_rows BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION kernel_append_only()",
            f"CREATE OR REPLACE TRIGGER {table}_append_only_whole BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION kernel_append_only()",
        ]
    return [
        f"CREATE TRIGGER IF NOT EXISTS {table}_append_only_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
        for verb in ("UPDATE", "DELETE")
    ]


@transaction.atomic
def limit_role(role: str) -> None:
    """Run as the owner of the tables (PostgreSQL): `role`, with which the program signs in, may work
    with every table, but only read and add events and anchors. Tables it owned pass to the owner.

    Raises Refused if the role could give itself more: a superuser, the owner, a member of either.
    """
    if connection.vendor != "postgresql":
        raise Refused("Chỉ PostgreSQL mới có vai trò cơ sở dữ liệu. Chưa có gì thay đổi.")
    with connection.cursor() as cursor:
        _refuse_a_master(cursor, role)
        name = connection.ops.quote_name(role)
        try:
            with transaction.atomic():
                cursor.execute(
                    "SELECT 1 FROM pg_class WHERE relowner = %s::regrole LIMIT 1", [name]
                )
                if cursor.fetchone():
                    cursor.execute(f"REASSIGN OWNED BY {name} TO CURRENT_USER")
        except ProgrammingError as error:
            raise Refused(
                f"Vai trò {role} đang sở hữu các bảng và vai trò hiện tại không lấy lại được. "
                "Chưa có gì thay đổi. Hãy chạy lệnh này bằng vai trò quản trị cơ sở dữ liệu."
            ) from error
        for statement in _grants(name):
            cursor.execute(statement)


def _refuse_a_master(cursor: object, role: str) -> None:
    cursor.execute(  # type: ignore[attr-defined]
        "SELECT rolsuper OR rolcreaterole OR rolname = current_user "
        "OR pg_has_role(rolname, current_user, 'MEMBER') FROM pg_roles WHERE rolname = %s",
        [role],
    )
    found = cursor.fetchone()  # type: ignore[attr-defined]
    if found is None:
        raise Refused(f"Không có vai trò {role} trong cơ sở dữ liệu. Chưa có gì thay đổi.")
    if found[0]:
        raise Refused(
            f"Vai trò {role} có quyền tự mở khóa nhật ký (sở hữu bảng, hoặc là quản trị). Chưa có gì "
            "thay đổi. Hãy tạo một vai trò thường cho chương trình, một vai trò khác sở hữu bảng."
        )


def _grants(role: str) -> list[str]:
    kept = ", ".join(_TABLES)
    rows = "SELECT, INSERT, UPDATE, DELETE"
    return [
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"REVOKE CREATE ON SCHEMA public FROM PUBLIC, {role}",
        f"GRANT {rows} ON ALL TABLES IN SCHEMA public TO {role}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {rows} ON TABLES TO {role}",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role}",
        f"REVOKE ALL ON {kept} FROM PUBLIC, {role}",
        f"GRANT SELECT, INSERT ON {kept} TO {role}",
    ]
